/// The format of the data files of an S3 Inventory.
public enum InventoryFormat: String, Hashable, Sendable, CaseIterable {
    /// Compressed by gzip, without a header row, with URL-encoded keys.
    case csv
    case parquet
    case orc
}
