/// Objects in memory, in the order of their paths: the files of a directory.
///
/// An object costs its path and about 100 bytes.
final class ObjectTable {
    private struct Row {
        /// Where the path begins in ``names``. Paths have a byte behind them, so that each begins elsewhere.
        let start: Int
        let count: Int32
        let encryption: ETagEncryption?
        let size: Int64?
        let etag: ETag?
        let upload: StoredObject.Upload
        let md5: MD5Digest?
    }

    private var names: [UInt8] = []
    private var rows: [Row] = []
    /// What few objects have, by the beginnings of their paths.
    private var checksums: [Int: [ChecksumAlgorithm: String]] = [:]
    private var defects: [Int: String] = [:]

    /// The number of objects.
    var count: Int { rows.count }

    /// Adds an object.
    func append(_ object: VerifiableObject) {
        let start = names.count
        names.append(contentsOf: object.path.bytes)
        names.append(0)
        rows.append(
            Row(
                start: start, count: Int32(clamping: object.path.count), encryption: object.encryption,
                size: object.size, etag: object.etag, upload: object.upload, md5: object.md5))
        if !object.checksums.isEmpty { checksums[start] = object.checksums }
        if let defect = object.defect { defects[start] = defect }
    }

    /// The object of an index.
    subscript(index: Int) -> VerifiableObject {
        let row = rows[index]
        var object = VerifiableObject(
            path: ByteString(Array(names[row.start..<row.start + Int(row.count)])), size: row.size, etag: row.etag)
        object.upload = row.upload
        object.encryption = row.encryption
        object.md5 = row.md5
        if let checksums = checksums[row.start] { object.checksums = checksums }
        if let defect = defects[row.start] { object.defect = defect }
        return object
    }
}
