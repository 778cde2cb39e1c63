/// What is known of the table that holds the keys.
public struct KeyTable: Hashable, Sendable {
    /// What made the table, which decides how its columns are read.
    public enum Kind: Hashable, Sendable {
        /// Any table with a row an object.
        case plain
        /// An S3 Inventory in the files of a format.
        case inventory(InventoryFormat)
        /// A live inventory table of S3 Metadata, with a row a version.
        case metadata
        /// A journal table of S3 Metadata, with a row a change.
        case journal
    }

    /// A column that a table may be without.
    public enum Column: String, Hashable, Sendable, CaseIterable {
        case size
        case storageClass = "storage_class"
        case tier = "intelligent_tiering_access_tier"
    }

    /// What it is called.
    public var name: TableName
    /// What made it.
    public var kind: Kind
    /// Whether it has a row a version, `is_latest` and `is_delete_marker`, as inventories of all versions have.
    public var hasVersions = false
    /// The columns beside `bucket` and `key` that the table has and that rules want to see.
    public var columns: Set<Column>
    /// The partition to read, as its column and value; nil for all of the table.
    public var partition: TablePartition?

    /// A table of a kind.
    ///
    /// - Parameter columns: those that it has; nil for those that tables of its kind have.
    public init(_ name: TableName, _ kind: Kind, columns: Set<Column>? = nil) {
        self.name = name
        self.kind = kind
        self.columns = columns ?? Self.columns(of: kind)
    }

    /// The columns that a table of a kind has if nothing else is told: only inventories tell the tier of Intelligent-Tiering.
    public static func columns(of kind: Kind) -> Set<Column> {
        if case .inventory = kind { return Set(Column.allCases) }
        return [.size, .storageClass]
    }
}
