/// The objects of a manifest, row by row.
final class ManifestObjects: ObjectIterator {
    private var reader: ManifestReader
    private let content: ListingContent
    /// What the user says of the keys.
    private let scope: KeyScope?
    /// The place of the column of paths.
    private let pathField: Int?
    private let hasChecksums: Bool
    /// What the rows so far agree on: the keys are the paths behind this prefix.
    private(set) var agreed: KeyScope?
    /// Whether the rows so far agree on a prefix.
    private(set) var agrees = true

    init(_ reader: consuming ManifestReader, scope: KeyScope?, content: ListingContent) throws(ArtifactError) {
        pathField = reader.columns.firstIndex(of: .path)
        hasChecksums = reader.columns.contains(.sha256) || reader.columns.contains(.crc64nvme)
        if pathField == nil {
            guard reader.hasKeys else {
                throw ArtifactError(
                    .malformedInput, "\(reader.name): a manifest needs a column 'path', 's3_uri' or 'key'")
            }
            guard scope != nil else {
                throw ArtifactError(
                    .usage,
                    "\(reader.name): the manifest has no column 'path'; give --s3-uri, which the paths are below")
            }
        }
        self.reader = reader
        self.scope = scope
        self.content = content
    }

    func next() throws(ArtifactError) -> VerifiableObject? {
        guard try reader.next() else {
            try content.verifyUnchanged()
            return nil
        }
        let path = try path()
        guard !path.isEmpty else { throw reader.error("a row without a path") }
        var object = VerifiableObject(
            path: ByteString(reader.bytes.span.extracting(path)), etag: reader.bytes.span.extracting(reader.etag),
            reader.object)
        if hasChecksums {
            try addChecksum(.sha256, of: .sha256, length: 32, to: &object)
            try addChecksum(.crc64nvme, of: .crc64nvme, length: 8, to: &object)
        }
        return object
    }

    private func path() throws(ArtifactError) -> Range<Int> {
        if let pathField {
            let path = reader.range(ofField: pathField)
            if reader.hasKeys { compare(path) }
            return path
        }
        guard let start = scope?.pathStart(of: reader.bytes.span.extracting(reader.key), in: reader.object.bucket)
        else { throw reader.error("the key is not below the URI of --s3-uri") }
        return reader.key.lowerBound + start..<reader.key.upperBound
    }

    /// Compares what key and path say of the prefix with what those of the rows before say.
    private func compare(_ path: Range<Int>) {
        guard agrees else { return }
        guard let prefix = reader.keyPrefix(before: path) else { return agrees = false }
        if let agreed {
            agrees = reader.holds(agreed.prefix, at: prefix) && agreed.contains(reader.object.bucket)
        } else {
            agreed = KeyScope(bucket: reader.object.bucket, prefix: ByteString(Array(reader.bytes[prefix])))
        }
    }

    /// Takes in a checksum in hexadecimal digits or base64.
    private func addChecksum(
        _ algorithm: ChecksumAlgorithm, of column: ManifestColumn, length: Int, to object: inout VerifiableObject
    ) throws(ArtifactError) {
        guard let range = reader.range(of: column), !range.isEmpty else { return }
        let text = ByteString(Array(reader.bytes[range]))
        guard let checksum = ChecksumText.base64(text, length: length) else {
            throw reader.error(
                "'\(ListingText.excerpt(text))' is not a \(column.rawValue) in hexadecimal digits or base64")
        }
        object.checksums[algorithm] = checksum
    }
}
