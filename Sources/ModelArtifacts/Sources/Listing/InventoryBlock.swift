/// Whole rows of a data file of an S3 Inventory.
struct InventoryBlock: Sendable {
    /// The data file.
    let name: ByteString
    let bytes: [UInt8]
}
