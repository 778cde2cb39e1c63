/// How the objects of a manifest become rows.
struct ManifestRows: Sendable {
    private let bucket: ByteString
    private let prefix: ByteString
    /// What stands in front of every path in the URI of an object: scheme, bucket and prefix.
    private let uriPrefix: ByteString
    private let prefixIsASCII: Bool
    private let columns: [ManifestColumn]

    init(uri: S3URI?, dataType: S3DataType, columns: [ManifestColumn]) {
        bucket = uri?.bucket ?? ""
        self.columns = columns
        let prefix =
            switch (dataType, uri) {
            case (_, nil): "" as ByteString
            case (.prefix, let uri?): uri.directoryPrefix
            case (.object, let uri?): ByteString(Array(uri.key.bytes.dropLast(uri.key.lastComponent.count)))
            }
        self.prefix = prefix
        uriPrefix = "s3://" + bucket + "/" + prefix
        prefixIsASCII = prefix.bytes.allSatisfy { $0 < 0x80 }
    }

    /// Writes the row of an object.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` for a key that is not UTF-8, which the format cannot hold;
    ///   what the writer's sink throws.
    func write(_ object: StoredObject, to csv: inout CSVWriter) throws(ArtifactError) {
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
            case .bucket: csv.write(bucket)
            case .key: csv.write(prefix, followedBy: object.path)
            case .path: csv.write(object.path)
            case .etag: csv.write { object.etag?.append(to: &$0) }
            case .size: Self.write(object.size, to: &csv)
            case .partSize:
                switch object.upload {
                case .singlePut: csv.write("")
                case .multipart(let partSize): Self.write(partSize, to: &csv)
                case .unknown: csv.write("unknown")
                }
            case .sha256: csv.write(object.checksums[.sha256].map(Self.hexadecimal) ?? "")
            case .crc64nvme: csv.write(object.checksums[.crc64nvme].map { Base64.encode($0) } ?? "")
            }
        }
        try csv.endRecord()
    }

    private static func write(_ number: Int64?, to csv: inout CSVWriter) {
        if let number { csv.write(number) } else { csv.write("") }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
