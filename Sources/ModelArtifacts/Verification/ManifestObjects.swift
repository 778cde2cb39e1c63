/// The objects of a manifest, row by row.
final class ManifestObjects {
    /// What the rows say of the keys.
    struct Agreement: Sendable {
        /// The keys are the paths behind this prefix; nil as long as no row tells one.
        var scope: KeyScope?
        /// Whether all rows agree on it.
        var holds = true
    }

    private var reader: ManifestReader
    private let content: ListingContent
    /// What the user says of the keys.
    private let scope: KeyScope?
    /// The place of the column of paths.
    private let pathField: Int?
    private let hasChecksums: Bool
    /// What the rows so far say of the keys.
    private(set) var agreement = Agreement()

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

    /// Tells `body` the path of the next row, what it says of its object, and the checksums that it has; false at the end.
    ///
    /// - Throws: ``ArtifactError``, and what `body` throws.
    func next(
        _ body: (Span<UInt8>, ObjectFacts, [ChecksumAlgorithm: String]) throws(ArtifactError) -> Void
    ) throws(ArtifactError) -> Bool {
        guard try reader.next() else {
            try content.verifyUnchanged()
            return false
        }
        let bytes = reader.bytes
        let path = try path(in: bytes.span)
        guard !path.isEmpty else { throw reader.error("a row without a path") }
        guard path.count <= ComparedSide.longestPath else {
            throw reader.error(
                "a path of \(path.count) bytes; S3 allows \(S3Limits.keyLength), and systems \(ComparedSide.longestPath)"
            )
        }
        var checksums: [ChecksumAlgorithm: String] = [:]
        if hasChecksums {
            checksums[.sha256] = try checksum(of: .sha256, length: 32)
            checksums[.crc64nvme] = try checksum(of: .crc64nvme, length: 8)
        }
        let facts = ObjectFacts(etag: bytes.span.extracting(reader.etag), reader.object)
        try body(bytes.span.extracting(path), facts, checksums)
        return true
    }

    private func path(in bytes: Span<UInt8>) throws(ArtifactError) -> Range<Int> {
        if let pathField {
            let path = reader.range(ofField: pathField)
            if reader.hasKeys { compare(path, in: bytes) }
            return path
        }
        guard let start = scope?.pathStart(of: bytes.extracting(reader.key), in: reader.object.bucket)
        else { throw reader.error("the key is not below the URI of --s3-uri") }
        return reader.key.lowerBound + start..<reader.key.upperBound
    }

    /// Compares what key and path say of the prefix with what those of the rows before say.
    private func compare(_ path: Range<Int>, in bytes: Span<UInt8>) {
        guard agreement.holds else { return }
        guard let prefix = reader.keyPrefix(before: path, in: bytes) else { return agreement.holds = false }
        if let scope = agreement.scope {
            agreement.holds =
                bytes.extracting(prefix).equals(scope.prefix.bytes.span) && scope.contains(reader.object.bucket)
        } else {
            agreement.scope = KeyScope(bucket: reader.object.bucket, prefix: ByteString(bytes.extracting(prefix)))
        }
    }

    /// A checksum in hexadecimal digits or base64, in base64; nil if the row has none.
    private func checksum(of column: ManifestColumn, length: Int) throws(ArtifactError) -> String? {
        guard let range = reader.range(of: column), !range.isEmpty else { return nil }
        let text = ByteString(Array(reader.bytes[range]))
        guard let checksum = ChecksumText.base64(text, length: length) else {
            throw reader.error(
                "'\(ListingText.excerpt(text))' is not a \(column.rawValue) in hexadecimal digits or base64")
        }
        return checksum
    }
}
