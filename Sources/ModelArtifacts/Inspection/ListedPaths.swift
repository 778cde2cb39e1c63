/// The paths that a listing gives to what belongs to the model data, as often as they are wanted.
///
/// A thread of its own reads them. Keys in byte order, as S3 lists them, stream through in constant memory; others can be
/// sorted in memory.
final class ListedPaths {
    private let listing: KeyListing
    private let subject: Subject
    /// Whether anyone will look at more than paths and sizes.
    private let wantsDetails: Bool
    /// What was left out when the listing was read last.
    private(set) var outside: KeysOutside

    init(_ listing: KeyListing, subject: Subject, wantsDetails: Bool) {
        self.listing = listing
        self.subject = subject
        self.wantsDetails = wantsDetails
        outside = KeysOutside(subject)
    }

    /// The paths as they come.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed` if the system has no thread left.
    func asListed() throws(ArtifactError) -> PathReadAhead {
        try PathReadAhead { paths throws(ArtifactError) in try self.read(into: &paths) }
    }

    /// The paths in byte order, equal ones in the order of the listing.
    ///
    /// - Throws: ``ArtifactError`` if the listing cannot be read.
    func sorted() throws(ArtifactError) -> PathReadAhead {
        let batches = try gather()
        return try PathReadAhead { paths throws(ArtifactError) in
            var merger = PathMerger(batches)
            while let path = merger.next() { try unsafe paths.append(path.bytes.span, path.file) }
        }
    }

    /// Reads the whole listing into large batches that are sorted each, while they are in the cache of the processor.
    private func gather() throws(ArtifactError) -> [PathBatch] {
        let paths = try asListed()
        defer { paths.stop() }
        var sorted: [PathBatch] = []
        var unsorted: [PathBatch] = []
        while let batch = try paths.next() {
            unsorted.append(batch)
            guard unsorted.count == PathBatch.sortedTogether else { continue }
            sorted.append(PathBatch.sorted(unsorted))
            unsorted.forEach(paths.recycle)
            unsorted.removeAll()
        }
        sorted.append(PathBatch.sorted(unsorted))
        return sorted
    }

    /// Reads the keys that belong to the model data, without the prefix.
    private func read(into paths: inout PathWriter) throws(ArtifactError) {
        let scope = ListingScope(subject)
        var outside = KeysOutside(subject)
        try listing.forEach { key, etag, object throws(ArtifactError) in
            guard let start = scope.pathStart(of: key, in: object.bucket) else {
                return outside.note(key, isInBucket: scope.contains(object.bucket))
            }
            let path = key.extracting(start..<key.count)
            guard wantsDetails else { return try paths.append(path, LayoutFile(.file, size: object.size)) }
            try paths.append(
                path,
                LayoutFile(
                    .file, size: object.size, etag: etag.isEmpty ? nil : ByteString(etag), upload: object.upload))
        }
        self.outside = outside
    }
}
