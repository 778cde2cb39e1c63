import FoundationEssentials

/// Writes a manifest: a CSV file (RFC 4180, UTF-8, LF) with a row an object, sorted by the bytes of the keys.
///
/// AWS publishes no layout for the file that `ManifestS3Uri` names ("a CSV file that stores the artifact locations"), so the
/// columns are a choice.
public struct ManifestWriter {
    /// The number of objects whose rows one thread makes at a time: about a hundred kilobytes of text.
    private static let sliceSize = 1024

    private var csv: CSVWriter
    private let uri: S3URI
    private let prefix: ByteString
    /// What stands in front of every path in the URI of an object: scheme, bucket and prefix.
    private let uriPrefix: ByteString
    private let prefixIsASCII: Bool
    private let columns: [ManifestColumn]

    /// Begins a manifest.
    ///
    /// - Parameters:
    ///   - uri: where the model data is.
    ///   - dataType: whether that is a prefix or one object.
    ///   - columns: the columns in their order, of those that are ``ManifestColumn/writable``.
    ///   - hasHeader: whether the first row names the columns.
    ///   - sink: takes the manifest in chunks.
    /// - Throws: what `sink` throws.
    public init(
        uri: S3URI, dataType: S3DataType, columns: [ManifestColumn] = ManifestColumn.standard, hasHeader: Bool = true,
        sink: @escaping (_ chunk: [UInt8]) throws(ArtifactError) -> Void
    ) throws(ArtifactError) {
        csv = CSVWriter(sink: sink)
        self.uri = uri
        self.columns = columns
        let prefix =
            switch dataType {
            case .prefix: uri.directoryPrefix
            case .object: ByteString(Array(uri.key.bytes.dropLast(uri.key.lastComponent.count)))
            }
        self.prefix = prefix
        uriPrefix = "s3://" + uri.bucket + "/" + prefix
        prefixIsASCII = prefix.bytes.allSatisfy { $0 < 0x80 }
        guard hasHeader else { return }
        for column in columns { csv.write(column.rawValue) }
        try csv.endRecord()
    }

    /// Writes the row of an object. Objects come sorted by path.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` for a key that is not UTF-8, which the format cannot hold;
    ///   what the sink throws.
    public mutating func write(_ object: StoredObject) throws(ArtifactError) {
        // Text is only made of keys that may not be UTF-8.
        if !prefixIsASCII || ByteScan.classes(of: object.path.bytes.span, from: 0).hasNonASCII {
            let key = prefix + object.path
            guard key.string != nil else {
                throw ArtifactError(
                    .malformedInput, "'\(key)' is not UTF-8, and a manifest is; rename the file, nothing was written")
            }
        }
        // Fields are made of bytes: with a string for each, they would take most of the time that a manifest takes.
        for column in columns {
            switch column {
            case .s3URI: csv.write(uriPrefix, followedBy: object.path)
            case .bucket: csv.write(uri.bucket)
            case .key: csv.write(prefix, followedBy: object.path)
            case .path: csv.write(object.path)
            case .etag: csv.write { object.etag?.append(to: &$0) }
            case .size: write(object.size)
            case .partSize:
                switch object.upload {
                case .singlePut: write(nil)
                case .multipart(let partSize): write(partSize)
                case .unknown: csv.write("unknown")
                }
            case .sha256: csv.write(object.checksums[.sha256].map(Self.hexadecimal) ?? "")
            case .crc64nvme: csv.write(object.checksums[.crc64nvme].map { Data($0).base64EncodedString() } ?? "")
            }
        }
        try csv.endRecord()
    }

    /// Writes the rows of objects, sorted by path, of which several threads make some each.
    ///
    /// - Throws: as ``write(_:)`` does, and for the first object for which it would.
    package mutating func write(_ objects: [StoredObject], jobs: Int) throws(ArtifactError) {
        var empty = self
        empty.csv = CSVWriter()
        let count = (objects.count + Self.sliceSize - 1) / Self.sliceSize
        let slices = WorkAhead(count: count, jobs: jobs) { [empty] number -> Result<[UInt8], ArtifactError> in
            let start = number * Self.sliceSize
            var rows = empty
            return Result { () throws(ArtifactError) in
                for object in objects[start..<min(start + Self.sliceSize, objects.count)] { try rows.write(object) }
                return rows.csv.output.bytes
            }
        }
        defer { slices.stop() }
        while let rows = slices.next() { try csv.write(records: rows.get()) }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private mutating func write(_ number: Int64?) {
        if let number { csv.write(number) } else { csv.write("") }
    }

    /// Ends the manifest.
    ///
    /// - Throws: what the sink throws.
    public mutating func finish() throws(ArtifactError) { try csv.finish() }
}
