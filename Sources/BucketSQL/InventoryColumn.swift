/// A column of an S3 Inventory.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html and, for the types in Parquet and ORC,
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-athena-query.html
public struct InventoryColumn: Hashable, Sendable {
    /// As tables have it: `storage_class`.
    public let name: String
    /// The type in Hive, where the format has types.
    let type: String

    /// All columns, in the order in which inventories have them.
    public static let all: [InventoryColumn] = [
        InventoryColumn(name: "bucket", type: "string"), InventoryColumn(name: "key", type: "string"),
        InventoryColumn(name: "version_id", type: "string"), InventoryColumn(name: "is_latest", type: "boolean"),
        InventoryColumn(name: "is_delete_marker", type: "boolean"), InventoryColumn(name: "size", type: "bigint"),
        InventoryColumn(name: "last_modified_date", type: "bigint"), InventoryColumn(name: "e_tag", type: "string"),
        InventoryColumn(name: "storage_class", type: "string"),
        InventoryColumn(name: "is_multipart_uploaded", type: "boolean"),
        InventoryColumn(name: "replication_status", type: "string"),
        InventoryColumn(name: "encryption_status", type: "string"),
        InventoryColumn(name: "object_lock_retain_until_date", type: "bigint"),
        InventoryColumn(name: "object_lock_mode", type: "string"),
        InventoryColumn(name: "object_lock_legal_hold_status", type: "string"),
        InventoryColumn(name: "intelligent_tiering_access_tier", type: "string"),
        InventoryColumn(name: "bucket_key_status", type: "string"),
        InventoryColumn(name: "checksum_algorithm", type: "string"),
        InventoryColumn(name: "object_access_control_list", type: "string"),
        InventoryColumn(name: "object_owner", type: "string"),
        InventoryColumn(name: "lifecycle_expiration_date", type: "bigint"),
    ]

    private static let ofVersions: Set<String> = ["version_id", "is_latest", "is_delete_marker"]

    /// The columns of an inventory with all optional fields.
    ///
    /// - Parameter hasVersions: whether it is one of all versions.
    public static func standard(hasVersions: Bool) -> [InventoryColumn] {
        all.filter { (hasVersions || !ofVersions.contains($0.name)) && $0.name != "lifecycle_expiration_date" }
    }

    /// The column of a name, as tables have it or as the `fileSchema` of a manifest has it: `StorageClass`; nil if there is none.
    public static func named(_ text: String) -> InventoryColumn? {
        func plain(_ text: String) -> String { text.lowercased().filter { $0 != "_" } }
        return all.first { plain($0.name) == plain(text) }
    }
}
