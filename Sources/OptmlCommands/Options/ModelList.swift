import ModelArtifacts

/// The models that a file names: `s3://bucket/prefix/`, or prefixes of a bucket that is told otherwise, one a line.
struct ModelList {
    /// The most models of a file. Each costs some hundred bytes.
    private static let mostModels = 10_000_000

    /// The bucket of all of them, and what was given of its prefix.
    private(set) var place: S3URI?
    private(set) var prefixes: [ByteString] = []

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - file: its path.
    ///   - place: the bucket and prefix that all lie below; nil to have the bucket of the first line.
    /// - Throws: ``ArtifactError`` with code `malformedInput` for a line that is none, or one of another bucket; and what reading
    ///   throws.
    init(_ file: ByteString, below place: S3URI?) throws(ArtifactError) {
        self.place = place
        var lines = LineReader(InputBuffer(try RegularFile(opening: file)))
        while try lines.next() {
            guard !lines.range.isEmpty else { continue }
            let line = ByteString(Array(lines.input.bytes[lines.range]))
            guard prefixes.count < Self.mostModels else { throw lines.error("more than \(Self.mostModels) models") }
            guard line.hasPrefix("s3://") else {
                guard let place else {
                    throw lines.error(
                        "'\(line)' names no bucket; write s3://BUCKET/PREFIX/, or give the bucket with --s3-uri")
                }
                prefixes.append(place.directoryPrefix + line)
                continue
            }
            guard let uri = S3URI(line) else { throw lines.error("'\(line)' is no s3://BUCKET/PREFIX/") }
            let whole = self.place ?? S3URI(bucket: uri.bucket, key: "")
            guard uri.bucket == whole.bucket, uri.directoryPrefix.hasPrefix(whole.directoryPrefix) else {
                throw lines.error("'\(line)' does not lie below '\(whole)'; a listing is that of one bucket")
            }
            self.place = whole
            prefixes.append(uri.key)
        }
        guard self.place != nil, !prefixes.isEmpty else {
            throw ArtifactError(.malformedInput, "\(file): names no models; write s3://BUCKET/PREFIX/, one a line")
        }
    }
}
