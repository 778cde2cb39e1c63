/// A path of one side of a comparison.
struct ComparedFile {
    let row: LayoutRow
    let attributes: FileAttributes
    /// Whether a listing tells of it.
    let isListed: Bool

    /// In bytes; nil where a listing does not tell.
    var size: Int64? { row.size }

    /// The ETag that a listing tells.
    var listedETag: ETag? {
        guard isListed else { return nil }
        return row.etag.map { ETag(String(decoding: $0.bytes, as: UTF8.self)) }
    }

    /// The ETags that stand for the contents.
    var etags: [ETag] { isListed ? listedETag.map { [$0] } ?? [] : attributes.etags }
}
