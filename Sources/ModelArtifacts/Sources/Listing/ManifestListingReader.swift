/// Reads the objects of a manifest CSV that optml wrote: a header row, or the columns that the user gives, then one row an
/// object.
enum ManifestListingReader {
    static func forEach(
        _ input: consuming InputBuffer, columns: [ManifestColumn]?, _ body: KeyListing.Body
    ) throws(ArtifactError) {
        var reader = CSVReader(input)
        let columns = if let columns { columns } else { try header(&reader) }
        let index = { (column: ManifestColumn) in columns.firstIndex(of: column) }
        let (uri, key, bucket, path, etag, size, partSize) =
            (index(.s3URI), index(.key), index(.bucket), index(.path), index(.etag), index(.size), index(.partSize))
        guard uri != nil || key != nil else {
            throw ArtifactError(.malformedInput, "\(reader.name): a manifest needs a column 's3_uri' or 'key'")
        }
        var bucketName = RepeatedName()
        while try reader.next() {
            if reader.fieldCount == 1, reader.bytes.isEmpty { continue }
            guard reader.fieldCount == columns.count else {
                throw reader.error("\(reader.fieldCount) fields where the manifest has \(columns.count) columns")
            }
            var object = ListedObject()
            object.size = try size.flatMap { field throws(ArtifactError) in try number(field, "size", of: reader) }
            object.upload =
                try partSize.map { field throws(ArtifactError) in try parts(field, of: reader) } ?? .unknown
            if let bucket { object.bucket = bucketName.name(reader.bytes.span.extracting(reader.range(of: bucket))) }
            var range = key.map { reader.range(of: $0) } ?? 0..<0
            if let uri {
                let field = reader.range(of: uri)
                guard let parts = ListingText.splitURI(reader.bytes.span.extracting(field)) else {
                    throw reader.error(
                        "'\(ListingText.excerpt(reader.field(uri)))' is not an S3 URI such as s3://bucket/key")
                }
                object.bucket = bucketName.name(
                    reader.bytes.span.extracting(
                        field.lowerBound + parts.bucket.lowerBound..<field.lowerBound + parts.bucket.upperBound))
                range = field.lowerBound + parts.key.lowerBound..<field.upperBound
            }
            guard !range.isEmpty else { throw reader.error("a row without a key") }
            if let path {
                let pathRange = reader.range(of: path)
                // A path that is not the end of the key is none of it.
                if !pathRange.isEmpty, reader.bytes[range].suffix(pathRange.count) == reader.bytes[pathRange] {
                    object.pathStart = range.count - pathRange.count
                }
            }
            let etagRange = etag.map { ListingText.unquoted(reader.range(of: $0), in: reader.bytes) } ?? 0..<0
            try body(reader.bytes.span.extracting(range), reader.bytes.span.extracting(etagRange), object)
        }
    }

    /// Reads the header row.
    private static func header(_ reader: inout CSVReader) throws(ArtifactError) -> [ManifestColumn] {
        guard try reader.next() else {
            throw ArtifactError(
                .malformedInput, "\(reader.name): an empty manifest; even without objects it has a header row")
        }
        var columns: [ManifestColumn] = []
        for field in 0..<reader.fieldCount {
            let name = reader.field(field)
            guard let column = name.string.flatMap(ManifestColumn.init(rawValue:)), !columns.contains(column) else {
                throw reader.error(
                    "'\(ListingText.excerpt(name))' is not a column of a manifest, or there twice; if there is no header row, say with --columns "
                        + "what the columns are")
            }
            columns.append(column)
        }
        return columns
    }

    private static func number(
        _ field: Int, _ name: String, of reader: borrowing CSVReader
    ) throws(ArtifactError) -> Int64? {
        let range = reader.range(of: field)
        if range.isEmpty { return nil }
        guard let value = ListingText.integer(reader.bytes[range]) else {
            throw reader.error("'\(ListingText.excerpt(reader.field(field)))' is not a \(name) in bytes")
        }
        return value
    }

    private static func parts(_ field: Int, of reader: borrowing CSVReader) throws(ArtifactError) -> StoredObject.Upload
    {
        if reader.bytes[reader.range(of: field)].elementsEqual("unknown".utf8) { return .unknown }
        guard let size = try number(field, "part size", of: reader) else { return .singlePut }
        return .multipart(partSize: size)
    }
}
