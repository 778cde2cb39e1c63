/// The paths that a listing gives to what belongs to the model data, as often as they are wanted.
///
/// A thread of its own reads them. Keys in byte order, as S3 lists them, stream through in constant memory; others can be
/// sorted in memory.
final class ListedPaths {
    private let listing: KeyListing
    private let subject: Subject
    /// Whether anyone will look at more than paths and sizes.
    private let wantsDetails: Bool
    /// Whether the paths are compared with those of another source, so that they have to be without the prefix.
    private let isCompared: Bool
    /// What was left out when the listing was read last.
    private(set) var outside: KeysOutside

    init(_ listing: KeyListing, subject: Subject, wantsDetails: Bool, isCompared: Bool = false) {
        self.listing = listing
        self.subject = subject
        self.wantsDetails = wantsDetails
        self.isCompared = isCompared
        outside = KeysOutside(subject)
    }

    /// The paths as they come.
    ///
    /// - Parameter ordinary: which files make the runs of the batches; nil if these are not wanted.
    /// - Throws: ``ArtifactError`` with code `readFailed` if the system has no thread left.
    func asListed(_ ordinary: OrdinaryFiles? = nil) throws(ArtifactError) -> PathReadAhead {
        try PathReadAhead(ordinary) { paths throws(ArtifactError) in try self.read(into: &paths) }
    }

    /// All paths, to be put into byte order.
    ///
    /// - Throws: ``ArtifactError`` if the listing cannot be read.
    func unsorted() throws(ArtifactError) -> UnsortedPaths {
        let paths = try asListed()
        defer { paths.stop() }
        let unsorted = UnsortedPaths()
        while let batch = try paths.next() {
            unsorted.append(batch)
            paths.recycle(batch)
        }
        return unsorted
    }

    /// The paths in byte order, equal ones in the order of the listing.
    ///
    /// - Throws: ``ArtifactError`` if the listing cannot be read.
    func sorted() throws(ArtifactError) -> PathReadAhead {
        let unsorted = try unsorted()
        return try PathReadAhead { paths throws(ArtifactError) in
            try unsorted.forEachRun(jobs: 1) { run throws(ArtifactError) in
                try run.forEach { path throws(ArtifactError) in
                    try unsafe paths.append(path.bytes.span, path.file)
                }
            }
        }
    }

    /// Reads the keys that belong to the model data, without the prefix.
    private func read(into paths: inout PathWriter) throws(ArtifactError) {
        let scope = ListingScope(subject)
        var outside = KeysOutside(subject)
        try listing.forEach { key, etag, object throws(ArtifactError) in
            guard var start = scope.pathStart(of: key, in: object.bucket) else {
                return outside.note(key, isInBucket: scope.contains(object.bucket))
            }
            if isCompared, subject.uri == nil {
                guard let pathStart = object.pathStart else {
                    throw ArtifactError(
                        .usage,
                        "\(listing.name): keys are compared without their prefix; give it as s3://BUCKET/PREFIX/ with --s3-uri-a or --s3-uri-b"
                    )
                }
                start = pathStart
            }
            let path = key.extracting(start..<key.count)
            guard wantsDetails else { return try paths.append(path, LayoutFile(.file, size: object.size)) }
            try paths.append(
                path,
                LayoutFile(
                    .file, size: object.size, etag: etag.isEmpty ? nil : ByteString(etag), upload: object.upload,
                    isEncrypted: object.isEncryptedWithKMS ?? false))
        }
        self.outside = outside
    }
}
