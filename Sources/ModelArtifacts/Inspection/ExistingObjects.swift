import SystemPackage

/// What lies in S3 already where a source is to be uploaded: the source is laid over it, as an upload that deletes nothing
/// would.
///
/// Objects in byte order stream by beside the source's; others are sorted in memory.
public struct ExistingObjects: Sendable {
    let listing: KeyListing
    /// Whether the keys are in byte order.
    let isSorted: Bool
    /// The ETags that files of the source will get, by path, where S3 has an object of that path, size and kind of upload.
    private(set) var etags: [ByteString: ETag] = [:]
    /// The paths of files of the source that S3 has as they are, although ETags do not tell.
    private(set) var proved: Set<ByteString> = []

    /// Reads through a listing once.
    ///
    /// - Parameters:
    ///   - source: a listing or a bucket.
    ///   - progress: told how much of a listing has been read.
    /// - Throws: ``ArtifactError`` if it cannot be read or understood; with code `usage` for other sources.
    public init(_ source: ArtifactSource, progress: WorkProgress? = nil) throws(ArtifactError) {
        switch source {
        case .listing(let location): listing = try KeyListing(at: location, progress: progress)
        case .bucket(let bucket): listing = bucket.keys
        case .path, .none: throw ArtifactError(.usage, "what exists in S3 is told by a listing or a bucket")
        }
        isSorted = try Self.isSorted(listing)
    }

    private static func isSorted(_ listing: KeyListing) throws(ArtifactError) -> Bool {
        var last: [UInt8] = []
        var isSorted = true
        try listing.forEach { key, _, _ throws(ArtifactError) in
            guard isSorted else { return }
            isSorted = ByteScan.order(last.span, key) <= 0
            last.removeAll(keepingCapacity: true)
            unsafe key.withUnsafeBufferPointer { bytes in unsafe last.append(contentsOf: bytes) }
        }
        return isSorted
    }

    /// Computes the ETags of those files of a source that may be in S3 as they are, so that an inspection can tell.
    ///
    /// Files are only read where S3 has an object of the same path and size whose ETag is one that the uploader can give.
    ///
    /// - Parameters:
    ///   - source: what is going to be uploaded.
    ///   - options: those of the inspection.
    ///   - progress: told how many more bytes were hashed, on any thread.
    /// - Throws: ``ArtifactError`` if a file cannot be read or changes; `CancellationError`.
    public mutating func hash(
        _ source: ArtifactSource, options: InspectionOptions, progress: (@Sendable (Int64) -> Void)? = nil
    ) async throws {
        try await hash(try candidates(of: source, options: options), jobs: options.jobs, progress: progress)
    }

    /// The files of a source that may be in S3 as they are.
    ///
    /// - Throws: ``ArtifactError``.
    package func candidates(
        of source: ArtifactSource, options: InspectionOptions
    ) throws(ArtifactError) -> [ExistingCandidate] {
        try candidates(of: source, options: options, known: nil)
    }

    /// The files of a source that S3 has with their sizes, but of which the ETags that were computed do not tell that they are the
    /// same.
    ///
    /// - Throws: ``ArtifactError``.
    package func doubted(
        of source: ArtifactSource, options: InspectionOptions
    ) throws(ArtifactError) -> [ExistingCandidate] {
        try candidates(of: source, options: options, known: etags)
    }

    /// Takes files for what S3 has, which was proved.
    package mutating func take(proved paths: some Sequence<ByteString>) { proved.formUnion(paths) }

    /// The ETag that the file of a path was found to get; nil if it was not hashed.
    package func etag(ofPath path: ByteString) -> ETag? { etags[path] }

    private func candidates(
        of source: ArtifactSource, options: InspectionOptions, known: [ByteString: ETag]?
    ) throws(ArtifactError) -> [ExistingCandidate] {
        // Objects of listings come with their ETags.
        guard case .path(let path) = source else { return [] }
        let (descriptor, kind) = try FileSystem.openTellingKind(path)
        defer { try? descriptor.close() }
        if kind == .directory {
            let subject = ArtifactInspector.subject(
                .directory, at: path, default: Combination(.prefix, .none), options)
            guard subject.combination == Combination(.prefix, .none) else { return [] }
            let collector = try ExistingCandidateCollector(self, subject: subject, options, known: known)
            var walker = DirectoryWalker(
                root: path, filter: options.filter, followsLinks: true, jobs: Parallelism(jobs: options.jobs).jobs)
            try walker.walk(collector)
            return collector.candidates
        }
        let file = try RegularFile(opening: path)
        let subject = try FileInspection(file: file, options: options).subject
        // An archive that is read to its end is hashed on the way.
        guard subject.combination.compressionType == .none || known != nil else { return [] }
        let collector = try ExistingCandidateCollector(self, subject: subject, options, known: known)
        try collector.visit(subject.objectName.bytes.span, size: file.size, file: path)
        return collector.candidates
    }

    /// Hashes files, and remembers their ETags.
    ///
    /// - Parameters:
    ///   - progress: told how many more bytes were hashed, on any thread.
    ///   - filesDone: told how many more files have their ETags, on any thread.
    /// - Throws: ``ArtifactError``; `CancellationError`.
    package mutating func hash(
        _ candidates: [ExistingCandidate], jobs: Int?, progress: (@Sendable (Int64) -> Void)?,
        filesDone: (@Sendable (Int) -> Void)? = nil
    ) async throws {
        let requests = candidates.map { candidate in
            ETagRequest(plan: candidate.plan) { () throws(ArtifactError) in try RegularFile(opening: candidate.file) }
        }
        let engine = ETagEngine(jobs: Parallelism(jobs: jobs).jobs, progress: progress, filesDone: filesDone)
        let found = try await engine.etags(of: requests)
        for (candidate, etag) in zip(candidates, found) { etags[candidate.path] = etag }
    }

    /// The objects that belong to the model data, from the first one.
    func cursor(for subject: Subject, _ options: InspectionOptions) throws(ArtifactError) -> ExistingCursor {
        guard subject.uri != nil else {
            throw ArtifactError(.usage, "what exists in S3 can only be compared if the S3 URI is known; give --s3-uri")
        }
        let paths = ListedPaths(listing, subject: subject, options, wantsDetails: true)
        return ExistingCursor(isSorted ? try paths.asListed() : try paths.sorted())
    }
}
