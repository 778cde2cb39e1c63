import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Inspects a directory whose files are to become objects, or to be packed.
final class DirectoryInspection: DirectoryVisitor {
    private let root: ByteString
    private let pass: InspectionRun
    private let isPacked: Bool
    /// What else is told of everything that the directory holds.
    private let companion: (any DirectoryVisitor)?
    /// The members of the archive, where links among them make the rules ask for them.
    private var members = PathTable()
    /// What lies in S3 already, while the directory is walked.
    private var existing: ExistingPass?
    private var excludedJunk = ExcludedJunk()
    private var walked: WalkCounter

    init(root: ByteString, options: InspectionOptions, companion: (any DirectoryVisitor)? = nil) {
        self.root = root
        self.companion = companion
        let subject = ArtifactInspector.subject(.directory, at: root, default: Combination(.prefix, .none), options)
        pass = InspectionRun(subject: subject, options: options)
        walked = WalkCounter(options.walkProgress)
        isPacked = subject.combination == Combination(.object, .gzip)
    }

    func run() throws(ArtifactError) -> InspectionReport {
        switch pass.subject.combination {
        case Combination(.prefix, .none), Combination(.object, .gzip):
            let options = pass.options
            existing = try ExistingPass(pass)
            defer { existing = nil }
            var walker = DirectoryWalker(
                root: root, filter: options.filter, followsLinks: !keepsLinks,
                jobs: Parallelism(jobs: options.jobs).jobs,
                kernel: options.hashesFiles && !isPacked ? try MD5Kernel.ofEnvironment() : nil,
                expectation: pass.checks.expectation)
            try walker.walk(self)
            if isPacked { try existing?.advance(to: pass.subject.objectName.bytes.span, size: nil, etag: nil) }
            try existing?.finish()
            if keepsLinks {
                members.sort()
                pass.checks.endOfMembers(members)
            }
            pass.checks.endOfDirectory()
        default: pass.totals.isComplete = false
        }
        if isPacked { pass.totals.objects = 1 }
        var report = pass.finish()
        report.excludedJunk = excludedJunk
        return report
    }

    private var keepsLinks: Bool { isPacked && pass.options.keepsSymlinks }

    func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: WalkedFile, in directory: FileDescriptor
    ) throws(ArtifactError) {
        try companion?.visitFile(path, name: name, file, in: directory)
        let size = file.size
        walked.add(size: size)
        let known = isPacked ? nil : etag(of: path, size: size, file.digest)
        if !isPacked { try existing?.advance(to: path, size: size, etag: known?.0) }
        let mode =
            pass.options.comparison?.modes == true ? PackedMode.file(isExecutable: file.mode & 0o100 != 0) : nil
        do throws(LayoutOrderError) {
            if isPacked {
                try layOut(path, LayoutFile(.file, size: size, mode: mode), as: .file)
            } else if let (etag, plan) = known {
                try pass.add(object: path, size: size, etag: etag, upload: StoredObject.Upload(plan))
            } else {
                try pass.add(object: path, size: size, mode: mode)
                if let kept = file.kept { pass.keep(kept.named(root + "/" + ByteString(path))) }
            }
        } catch {
            throw changed(ByteString(path))
        }
        try checkContents(path, name: name, file, in: directory)
    }

    /// The ETag that a file will get, and how it is uploaded; nil if it was not computed.
    private func etag(of path: Span<UInt8>, size: Int64, _ digest: MD5Digest?) -> (ETag, PartPlan)? {
        guard digest != nil || existing != nil, let plan = try? pass.options.uploadRule.plan(forSize: size) else {
            return nil
        }
        let etag = digest.flatMap { ETag(wholeFile: $0, plan: plan) } ?? existing?.etag(of: path)
        return etag.map { ($0, plan) }
    }

    func visit(_ entry: DirectoryEntry) throws(ArtifactError) {
        try companion?.visit(entry)
        pass.checks.visit(entry)
        guard isPacked else { return }
        do throws(LayoutOrderError) {
            switch entry.kind {
            case .emptyDirectory where !pass.options.dropsEmptyDirectories:
                try layOut((entry.path + "/").bytes.span, LayoutFile(.directory), as: .directory)
            case .keptSymbolicLink(let target):
                try layOut(entry.path.bytes.span, LayoutFile(.symbolicLink, target: target), as: .symbolicLink)
            default: break
            }
        } catch {
            throw changed(entry.path)
        }
    }

    func visitExcluded(_ path: ByteString, isDirectory: Bool) {
        pass.totals.leavesOut = true
        if pass.options.filter.excludesAsJunk(path, isDirectory: isDirectory) {
            excludedJunk.add(path, isDirectory: isDirectory)
        }
        companion?.visitExcluded(path, isDirectory: isDirectory)
    }

    /// Lays out a member of the archive that the directory will be packed into.
    private func layOut(
        _ path: Span<UInt8>, _ file: LayoutFile, as kind: ArchiveMember.Kind
    ) throws(LayoutOrderError) {
        try pass.lay(out: path, file)
        if keepsLinks { members.append(path, file) }
        // Members that are neither links nor beyond ASCII are as rules about members want them.
        guard kind == .symbolicLink || ByteScan.classes(of: path, from: 0).hasNonASCII else { return }
        pass.checks.visit(ArchiveMember(name: ByteString(path), kind: kind, linkTarget: file.target))
    }

    private func checkContents(
        _ path: Span<UInt8>, name: Int, _ walked: WalkedFile, in directory: FileDescriptor
    ) throws(ArtifactError) {
        let size = walked.size
        let needs = pass.checks.contentNeeds(path: path, name: name, size: size)
        guard !needs.isNone else { return }
        let last = path.extracting(name..<path.count)
        if let seen = walked.contents?.contents(for: needs, format: ContentFormat(named: last)) {
            return pass.checks.visit(seen, wanted: needs, path: path, name: name, size: size)
        }
        let shown = root + "/" + ByteString(path)
        let file = try RegularFile(opening: ByteString(last), in: directory, path: shown)
        guard file.size == size else { throw changed(ByteString(path)) }
        let contents = try file.contents(ContentReading(name: last, size: size, needs))
        try file.verifyUnchanged()
        pass.checks.visit(contents, wanted: needs, path: path, name: name, size: size)
    }

    private func changed(_ path: ByteString) -> ArtifactError {
        ArtifactError(
            .changedWhileRead, "\(root + "/" + path): changed while it was read; run again when nothing writes to it")
    }
}
