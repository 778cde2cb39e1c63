import SystemPackage

/// Inspects a directory whose files are to become objects, or to be packed.
final class DirectoryInspection: DirectoryVisitor {
    private let root: ByteString
    private let pass: InspectionRun
    private let isPacked: Bool

    init(root: ByteString, options: InspectionOptions) {
        self.root = root
        let subject = ArtifactInspector.subject(.directory, at: root, default: Combination(.prefix, .none), options)
        pass = InspectionRun(subject: subject, options: options)
        isPacked = subject.combination == Combination(.object, .gzip)
    }

    func run() throws(ArtifactError) -> InspectionReport {
        switch pass.subject.combination {
        case Combination(.prefix, .none), Combination(.object, .gzip):
            let options = pass.options
            var walker = DirectoryWalker(
                root: root, filter: options.filter, jobs: options.jobs ?? ETagEngine.defaultJobs,
                kernel: options.hashesFiles && !isPacked ? try MD5Kernel.ofEnvironment() : nil)
            try walker.walk(self)
            pass.checks.endOfDirectory()
        default: pass.totals.isComplete = false
        }
        if isPacked { pass.totals.objects = 1 }
        return pass.finish()
    }

    func visitFile(
        _ path: Span<UInt8>, name: Int, size: Int64, in directory: FileDescriptor
    ) throws(ArtifactError) {
        try visitFile(path, name: name, size: size, digest: nil, in: directory)
    }

    func visitFile(
        _ path: Span<UInt8>, name: Int, size: Int64, digest: MD5Digest?, in directory: FileDescriptor
    ) throws(ArtifactError) {
        do throws(LayoutOrderError) {
            if isPacked {
                try pass.lay(out: path, LayoutFile(.file, size: size))
            } else if let digest, let plan = try? pass.options.uploadRule.plan(forSize: size),
                let etag = ETag(wholeFile: digest, plan: plan)
            {
                try pass.add(object: path, size: size, etag: etag, upload: StoredObject.Upload(plan))
            } else {
                try pass.add(object: path, size: size)
            }
        } catch {
            throw changed(ByteString(path))
        }
        try checkContents(path, name: name, size: size, in: directory)
    }

    func visit(_ entry: DirectoryEntry) throws(ArtifactError) {
        pass.checks.visit(entry)
        guard isPacked, case .emptyDirectory = entry.kind else { return }
        do throws(LayoutOrderError) {
            try pass.lay(out: (entry.path + "/").bytes.span, LayoutFile(.directory))
        } catch {
            throw changed(entry.path)
        }
    }

    private func checkContents(
        _ path: Span<UInt8>, name: Int, size: Int64, in directory: FileDescriptor
    ) throws(ArtifactError) {
        let needed = min(size, Int64(pass.checks.bytesNeeded(path: path, name: name, size: size)))
        guard needed > 0 else { return }
        let shown = root + "/" + ByteString(path)
        let file = try RegularFile(
            opening: ByteString(path.extracting(name..<path.count)), in: directory, path: shown)
        guard file.size == size else { throw changed(ByteString(path)) }
        let contents = try file.prefix(Int(needed))
        try file.verifyUnchanged()
        pass.checks.visit(contents: contents.span, path: path, name: name, size: size)
    }

    private func changed(_ path: ByteString) -> ArtifactError {
        ArtifactError(
            .changedWhileRead, "\(root + "/" + path): changed while it was read; run again when nothing writes to it")
    }
}
