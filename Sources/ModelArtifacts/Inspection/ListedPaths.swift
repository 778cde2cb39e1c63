/// The paths that a listing gives to what belongs to the model data, as often as they are wanted.
///
/// Other threads read them: several where the listing can be taken apart, one otherwise. Keys in byte order, as S3 lists them,
/// stream through in constant memory; others can be sorted in memory.
final class ListedPaths: Sendable {
    private let listing: KeyListing
    private let subject: Subject
    private let options: InspectionOptions
    private let scope: KeyScope
    /// Whether anyone will look at more than paths and sizes.
    private let wantsDetails: Bool
    /// Whether the bucket tells that no ETag in it is an MD5.
    private let hasOpaqueETags: Bool
    private let lastOutside: Lock<KeysOutside>

    /// - Parameter wantsDetails: whether anyone will look at more than paths and sizes.
    init(_ listing: KeyListing, subject: Subject, _ options: InspectionOptions, wantsDetails: Bool) {
        self.listing = listing
        self.subject = subject
        self.options = options
        scope = KeyScope(subject.uri, subject.combination.dataType)
        self.wantsDetails = wantsDetails
        hasOpaqueETags = subject.uri.flatMap { ETagEncryption(bucket: $0.bucket) } != nil
        lastOutside = Lock(KeysOutside(subject))
    }

    /// What was left out when the listing was read last.
    var outside: KeysOutside { lastOutside.withLock { $0 } }

    private var jobs: Int { Parallelism(jobs: options.jobs).jobs }

    /// The paths as they come.
    ///
    /// - Parameter ordinary: which files make runs; nil if these are not wanted.
    /// - Throws: ``ArtifactError`` if the listing cannot be read, or with code `readFailed` if the system has no thread left.
    func asListed(_ ordinary: OrdinaryNames? = nil) throws(ArtifactError) -> any PathSource {
        setOutside(KeysOutside(subject))
        if let slices = try listing.slices(ofSize: options.listingSliceSize) {
            return SlicedPaths(self, slices, jobs: jobs, ordinary)
        }
        if let blocks = try listing.blocks(ofSize: options.listingSliceSize) {
            return SlicedPaths(self, blocks, jobs: jobs, ordinary)
        }
        return try PathReadAhead(ordinary) { paths throws(ArtifactError) in
            var outside = KeysOutside(self.subject)
            try self.listing.forEach { key, etag, object throws(ArtifactError) in
                try self.take(key, etag, object, &outside) { path, file throws(ArtifactError) in
                    try paths.append(path, file)
                }
            }
            self.setOutside(outside)
        }
    }

    /// All paths, to be put into byte order.
    ///
    /// - Parameter ordinary: which files are only counted where there is no other that they could be taken for; nil if there have
    ///   to be paths of all.
    /// - Returns: the paths, and what is counted.
    /// - Throws: ``ArtifactError`` if the listing cannot be read.
    func unsorted(_ ordinary: OrdinaryNames? = nil) throws(ArtifactError) -> (UnsortedPaths, OrdinaryCount) {
        setOutside(KeysOutside(subject))
        if let slices = try listing.slices(ofSize: options.listingSliceSize) { return try gather(slices, ordinary) }
        let gatherer = PathGatherer(nil)
        let paths = try asListed()
        defer { paths.stop() }
        while let run = try paths.next() {
            run.forEach { gatherer.append(unsafe $0.bytes.span, $0.file, slice: 0, nil) }
            paths.recycle(run)
        }
        return (UnsortedPaths([gatherer]), OrdinaryCount())
    }

    /// The paths in byte order, equal ones in the order of the listing.
    ///
    /// - Throws: ``ArtifactError`` if the listing cannot be read.
    func sorted() throws(ArtifactError) -> any PathSource {
        let unsorted = Frozen(try unsorted().0)
        return try PathReadAhead { paths throws(ArtifactError) in
            try unsorted.value.forEachRun(jobs: 1) { run throws(ArtifactError) in
                try run.forEach { path throws(ArtifactError) in
                    try unsafe paths.append(path.bytes.span, path.file)
                }
            }
        }
    }

    /// The same in bounded memory, without the classes of storage.
    ///
    /// - Throws: ``ArtifactError`` if the listing cannot be read, or temporary files not be written.
    func sortedOnDisk() throws(ArtifactError) -> any PathSource {
        let sorter = RecordSorter()
        let paths = try asListed()
        defer { paths.stop() }
        while let run = try paths.next() {
            try run.forEach { path throws(ArtifactError) in
                let facts = ObjectFacts(path.file)
                try sorter.append(unsafe path.bytes.span) { facts.write(to: &$0) }
            }
            paths.recycle(run)
        }
        let sorted = try sorter.finish()
        return try PathReadAhead { paths throws(ArtifactError) in
            var records = sorted.records()
            while try records.next() {
                try records.withRecord { path, content throws(ArtifactError) in
                    var place = 0
                    try paths.append(path, LayoutFile(ObjectFacts(content, at: &place)))
                }
            }
        }
    }

    /// Adds to what was left out.
    func note(_ outside: KeysOutside) { lastOutside.withLock { $0.append(outside) } }

    private func setOutside(_ outside: KeysOutside) { lastOutside.withLock { $0 = outside } }

    /// What is wrong with a listing of which a slice could not be read: the same with the number of the line, which a slice
    /// does not know.
    func failure(_ failure: ArtifactError) -> ArtifactError {
        do throws(ArtifactError) { try listing.forEach { _, _, _ in } } catch { return error }
        return failure
    }

    /// Checks after reading slices that the listing is still what it was.
    ///
    /// - Throws: ``ArtifactError`` with code `changedWhileRead`.
    func verifyUnchanged() throws(ArtifactError) { try listing.verifyUnchanged() }

    /// Calls `body` with the paths of a slice. Several threads may do that side by side.
    ///
    /// - Parameter beforeLine: called before each line; it may take in lines itself whose keys are in the same directory as the
    ///   path before.
    /// - Returns: what was left out.
    /// - Throws: what is wrong with the listing, without the number of the line.
    func forEach(
        in slice: Int, of slices: PlainKeySlices, _ body: (Span<UInt8>, LayoutFile) throws(ArtifactError) -> Void,
        beforeLine: (inout LineReader) -> Void = { _ in }
    ) throws(ArtifactError) -> KeysOutside {
        var outside = KeysOutside(subject)
        try slices.forEach(
            in: slice,
            { key, etag, object throws(ArtifactError) in try take(key, etag, object, &outside, body) },
            beforeLine: { if !scope.isObject { beforeLine(&$0) } })
        return outside
    }

    /// Calls `body` with the paths of a block of an inventory. Several threads may do that side by side.
    ///
    /// - Returns: what was left out; nil behind the last block.
    /// - Throws: what is wrong with the inventory, without the number of the line.
    func forEach(
        inBlock number: Int, of blocks: InventoryBlocks,
        _ body: (Span<UInt8>, LayoutFile) throws(ArtifactError) -> Void
    ) throws(ArtifactError) -> KeysOutside? {
        guard let block = try blocks.block(number) else { return nil }
        var outside = KeysOutside(subject)
        try blocks.forEach(in: block) { key, etag, object throws(ArtifactError) in
            try take(key, etag, object, &outside, body)
        }
        return outside
    }

    /// Gathers the paths of all slices, and once more those of files that were counted and may be like others.
    ///
    /// Equal paths of plain keys have nothing by which they could be told apart, so their order is of no account.
    private func gather(
        _ slices: PlainKeySlices, _ ordinary: OrdinaryNames?
    ) throws(ArtifactError) -> (UnsortedPaths, OrdinaryCount) {
        let gatherers = Lock<[PathGatherer]>([])
        setOutside(try gather(Array(0..<slices.count), of: slices, ordinary, nil, gatherers))
        let alike =
            ordinary == nil ? AlikeNames() : UnsortedPaths(gatherers.withLock { $0 }).alikeNames(jobs: jobs)
        _ = try gather(alike.slices.sorted(), of: slices, ordinary, alike, gatherers)
        try verifyUnchanged()
        let paths = UnsortedPaths(gatherers.withLock { $0 })
        return (paths, paths.count(without: alike))
    }

    /// - Returns: what was left out.
    private func gather(
        _ numbers: [Int], of slices: PlainKeySlices, _ ordinary: OrdinaryNames?, _ alike: AlikeNames?,
        _ gatherers: Lock<[PathGatherer]>
    ) throws(ArtifactError) -> KeysOutside {
        let work = WorkAhead(count: numbers.count, jobs: jobs) { index -> Result<KeysOutside, ArtifactError> in
            let gatherer = gatherers.withLock { $0.popLast() } ?? PathGatherer(ordinary)
            defer { gatherers.withLock { $0.append(gatherer) } }
            let slice = numbers[index]
            do throws(ArtifactError) {
                return .success(
                    try self.forEach(in: slice, of: slices) { gatherer.append($0, $1, slice: slice, alike) })
            } catch {
                return .failure(error)
            }
        }
        defer { work.stop() }
        var outside = KeysOutside(subject)
        while let result = work.next() {
            do throws(ArtifactError) { outside.append(try result.get()) } catch { throw failure(error) }
        }
        return outside
    }

    /// Hands on the path of a key that belongs to the model data, without the prefix.
    @inline(__always)
    private func take(
        _ key: Span<UInt8>, _ etag: Span<UInt8>, _ object: ListedObject, _ outside: inout KeysOutside,
        _ body: (Span<UInt8>, LayoutFile) throws(ArtifactError) -> Void
    ) throws(ArtifactError) {
        guard var start = scope.pathStart(of: key, in: object.bucket) else {
            return outside.note(key, isInBucket: scope.contains(object.bucket))
        }
        if let archiveClass = object.archiveClass { outside.note(key, in: archiveClass) }
        // The paths of a comparison have to be without the prefix.
        if options.comparison != nil, subject.uri == nil {
            guard let pathStart = object.pathStart else {
                throw ArtifactError(
                    .usage,
                    "\(listing.name): keys are compared without their prefix; give it as s3://BUCKET/PREFIX/ with --s3-uri-a or --s3-uri-b"
                )
            }
            start = pathStart
        }
        let path = key.extracting(start..<key.count)
        guard wantsDetails else { return try body(path, LayoutFile(.file, size: object.size)) }
        let digest = MD5Digest(hexadecimal: etag, lowerCase: true)
        try body(
            path,
            LayoutFile(
                .file, size: object.size, digest: digest,
                otherETag: digest == nil && !etag.isEmpty ? ByteString(etag) : nil, upload: object.upload,
                hasOpaqueETag: hasOpaqueETags || object.isEncryptedWithKMS == true, archiveClass: object.archiveClass))
    }
}
