import SystemPackage

/// Finds the files that may be in S3 as they are, going through them and what is there side by side.
final class ExistingCandidateCollector: DirectoryVisitor {
    private(set) var candidates: [ExistingCandidate] = []
    /// What files have that were hashed; nil to look for those that have to be.
    private let known: [ByteString: ETag]?
    private let root: ByteString
    private let rule: UploadRule
    private let scope: KeyScope
    private var cursor: ExistingCursor
    private var walked: WalkCounter

    /// - Parameter known: the ETags of the files that were hashed, to find those that ETags do not prove to be in S3; nil to find
    ///   those of which ETags might prove it.
    init(
        _ existing: ExistingObjects, subject: Subject, _ options: InspectionOptions, known: [ByteString: ETag]? = nil
    ) throws(ArtifactError) {
        self.known = known
        root = subject.location
        rule = subject.uploadRule
        scope = KeyScope(subject.uri, subject.combination.dataType)
        cursor = try existing.cursor(for: subject, options)
        walked = WalkCounter(options.walkProgress)
    }

    deinit { cursor.stop() }

    func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: WalkedFile, in directory: FileDescriptor
    ) throws(ArtifactError) {
        walked.add(size: file.size)
        try visit(path, size: file.size, file: nil)
    }

    func visit(_ entry: DirectoryEntry) {}

    /// Looks at a file that will have this path below the prefix.
    ///
    /// - Parameter file: the file; nil if it has the same path below the directory.
    func visit(_ path: Span<UInt8>, size: Int64, file: ByteString?) throws(ArtifactError) {
        while let object = try cursor.head() {
            let order = unsafe ByteScan.order(object.bytes.span, path)
            guard order <= 0 else { return }
            defer { cursor.drop() }
            guard order == 0, object.size == size, let plan = try? rule.plan(forSize: size) else { continue }
            let path = ByteString(path)
            let etag = object.file.etag.map { ETag($0) }
            let mayTell = !object.file.hasOpaqueETag && etag?.canResult(from: plan) ?? false
            let isWanted = known.map { etag == nil || $0[path] != etag } ?? mayTell
            guard isWanted else { return }
            candidates.append(
                ExistingCandidate(
                    path: path, key: scope.key(ofPath: path), file: file ?? root + "/" + path, plan: plan, etag: etag))
            return
        }
    }
}
