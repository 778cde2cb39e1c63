/// Reads a manifest CSV row by row: a header row, or the columns that the user gives, then one row an object.
struct ManifestReader: ~Copyable {
    /// The columns in their order.
    let columns: [ManifestColumn]
    /// What the current row says of its object, but for names and tags.
    private(set) var object = ListedObject()
    /// Where in ``bytes`` the key of the current row is; empty if no column tells it.
    private(set) var key = 0..<0
    /// Where in ``bytes`` the ETag of the current row is, without quotes; empty if it is not known.
    private(set) var etag = 0..<0

    private var csv: CSVReader
    private let uriField: Int?
    private let keyField: Int?
    private let pathField: Int?
    private let bucketField: Int?
    private let etagField: Int?
    private let sizeField: Int?
    private let partSizeField: Int?
    private var bucketName = RepeatedName()

    /// Reads the header row.
    ///
    /// - Parameter columns: the columns of a manifest without a header row.
    /// - Throws: ``ArtifactError`` with code `malformedInput`, and what the input throws.
    init(_ input: consuming InputBuffer, columns: [ManifestColumn]?) throws(ArtifactError) {
        csv = CSVReader(input)
        let columns = if let columns { columns } else { try Self.header(&csv) }
        self.columns = columns
        let index = { (column: ManifestColumn) in columns.firstIndex(of: column) }
        (uriField, keyField, pathField, bucketField) = (index(.s3URI), index(.key), index(.path), index(.bucket))
        (etagField, sizeField, partSizeField) = (index(.etag), index(.size), index(.partSize))
    }

    /// The name of the input to show in messages.
    var name: ByteString { csv.name }

    /// Whether a column tells the keys of the objects.
    var hasKeys: Bool { uriField != nil || keyField != nil }

    /// The bytes of the current row, which the ranges are of.
    var bytes: [UInt8] { csv.bytes }

    /// Where in ``bytes`` a column of the current row is; nil if there is no such column.
    func range(of column: ManifestColumn) -> Range<Int>? {
        columns.firstIndex(of: column).map { csv.range(of: $0) }
    }

    /// Where in ``bytes`` the field of a place in ``columns`` is.
    func range(ofField field: Int) -> Range<Int> { csv.range(of: field) }

    /// What stands in the key in front of a path; nil if the key does not end with the path.
    ///
    /// - Parameter bytes: ``bytes``, which the path is in, too.
    @inline(__always)
    func keyPrefix(before path: Range<Int>, in bytes: Span<UInt8>) -> Range<Int>? {
        guard key.count >= path.count else { return nil }
        let start = key.upperBound - path.count
        let shared = ByteScan.commonPrefix(bytes.extracting(start..<key.upperBound), bytes.extracting(path))
        return shared == path.count ? key.lowerBound..<start : nil
    }

    /// An error with code `malformedInput` about the current row.
    func error(_ message: String) -> ArtifactError { csv.error(message) }

    /// Goes to the next row; returns false when there is none. Empty lines are passed by.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` and the place, and what the input throws.
    mutating func next() throws(ArtifactError) -> Bool {
        while try csv.next() {
            if csv.isEmptyLine { continue }
            try readRow()
            return true
        }
        return false
    }

    private mutating func readRow() throws(ArtifactError) {
        guard csv.fieldCount == columns.count else {
            throw csv.error("\(csv.fieldCount) fields where the manifest has \(columns.count) columns")
        }
        let bytes = csv.bytes
        object = ListedObject()
        if let sizeField { object.size = try Self.number(sizeField, "size", in: bytes.span, csv) }
        if let partSizeField { object.upload = try Self.parts(partSizeField, in: bytes.span, csv) }
        if let bucketField { object.bucket = bucketName.name(bytes.span.extracting(csv.range(of: bucketField))) }
        key = keyField.map { csv.range(of: $0) } ?? 0..<0
        if let uriField {
            let field = csv.range(of: uriField)
            guard let parts = ListingText.splitURI(bytes.span.extracting(field)) else {
                throw csv.error(
                    "'\(ListingText.excerpt(csv.field(uriField)))' is not an S3 URI such as s3://bucket/key")
            }
            object.bucket = bucketName.name(
                bytes.span.extracting(
                    field.lowerBound + parts.bucket.lowerBound..<field.lowerBound + parts.bucket.upperBound))
            key = field.lowerBound + parts.key.lowerBound..<field.upperBound
        }
        if hasKeys, key.isEmpty { throw csv.error("a row without a key") }
        // A path that is not the end of the key is none of it.
        if let pathField, case let path = csv.range(of: pathField), !path.isEmpty,
            let prefix = keyPrefix(before: path, in: bytes.span)
        {
            object.pathStart = prefix.count
        }
        etag = etagField.map { ListingText.unquoted(csv.range(of: $0), in: bytes) } ?? 0..<0
    }

    private static func header(_ reader: inout CSVReader) throws(ArtifactError) -> [ManifestColumn] {
        guard try reader.next() else {
            throw ArtifactError(
                .malformedInput, "\(reader.name): an empty manifest; even without objects it has a header row")
        }
        var columns: [ManifestColumn] = []
        for field in 0..<reader.fieldCount {
            let name = reader.field(field)
            guard let column = ManifestColumn(header: name), !columns.contains(column) else {
                throw reader.error(
                    "'\(ListingText.excerpt(name))' is not a column of a manifest, or there twice; if there is no header row, say with --columns "
                        + "what the columns are")
            }
            columns.append(column)
        }
        return columns
    }

    private static func number(
        _ field: Int, _ name: String, in bytes: Span<UInt8>, _ reader: borrowing CSVReader
    ) throws(ArtifactError) -> Int64? {
        let range = reader.range(of: field)
        if range.isEmpty { return nil }
        guard let value = ListingText.integer(bytes.extracting(range)) else {
            throw reader.error("'\(ListingText.excerpt(reader.field(field)))' is not a \(name) in bytes")
        }
        return value
    }

    private static func parts(
        _ field: Int, in bytes: Span<UInt8>, _ reader: borrowing CSVReader
    ) throws(ArtifactError) -> StoredObject.Upload {
        if bytes.extracting(reader.range(of: field)).equals("unknown") { return .unknown }
        guard let size = try number(field, "part size", in: bytes, reader) else { return .singlePut }
        return .multipart(partSize: size)
    }
}
