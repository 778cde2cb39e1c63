/// A partition of a table: the day of an inventory, mostly.
public struct TablePartition: Hashable, Sendable {
    /// The column that tells the partition.
    public var column: String
    /// What stands in it.
    public var value: String

    /// The partition in which a column has a value.
    public init(column: String, value: String) {
        self.column = column
        self.value = value
    }
}
