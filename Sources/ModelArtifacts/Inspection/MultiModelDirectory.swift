import SystemPackage

/// Inspects a directory that is to lie below the prefix of a multi-model endpoint: it is not laid out, but each archive in it
/// is checked as a model of its own.
final class MultiModelDirectory: DirectoryVisitor {
    private let root: ByteString
    private let run: InspectionRun

    init(root: ByteString, options: InspectionOptions) {
        self.root = root
        let subject = ArtifactInspector.subject(.directory, at: root, default: Combination(.prefix, .none), options)
        run = InspectionRun(subject: subject, options: options)
    }

    func inspect() throws(ArtifactError) -> InspectionReport {
        let options = run.options
        var walker = DirectoryWalker(root: root, filter: options.filter, jobs: Parallelism(jobs: options.jobs).jobs)
        try walker.walk(self)
        run.checks.endOfDirectory()
        return run.finish()
    }

    func visitFile(
        _ path: Span<UInt8>, name: Int, _ walked: WalkedFile, in directory: FileDescriptor
    ) throws(ArtifactError) {
        let text = ByteString(path)
        let shown = root + "/" + text
        let file = try RegularFile(opening: ByteString(path.extracting(name...)), in: directory, path: shown)
        let content = try SourceContent(of: file)
        run.record(
            model: StoredObject(path: text, size: file.size, upload: .unknown),
            isArchive: content.isGzipTar || content.isNamedTarGzip)
        guard content.isGzipTar || content.isNamedTarGzip else { return try file.verifyUnchanged() }
        var options = run.options
        options.s3URI = nil
        options.existing = nil
        options.hashesArchive = false
        options.recordsObjects = false
        options.recordsLayout = false
        options.digestsLayout = false
        options.progress = nil
        defer { run.endModel() }
        try FileInspection(file: file, options: options).run(run.beginModel(shown, at: text))
    }

    func visit(_ entry: DirectoryEntry) throws(ArtifactError) { run.checks.visit(entry) }
}
