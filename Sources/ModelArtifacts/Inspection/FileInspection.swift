/// Inspects a file that is one object: an archive that will be unpacked, or anything that stays as it is.
struct FileInspection {
    private let file: any RandomAccessFile
    private let options: InspectionOptions
    let subject: Subject

    /// An archive that is read from its first byte to its last, of which the subject is known.
    init(object file: any ForwardFile, _ subject: Subject, _ options: InspectionOptions) throws(ArtifactError) {
        self.file = file
        self.options = options
        let content = try SourceContent(of: file)
        var subject = subject
        subject.kind = content.isGzipTar ? .archive : .file
        subject.content = content
        subject.archiveSize = content.isGzipTar && !file.endIsUnknown ? file.size : nil
        self.subject = subject
    }

    init(file: RegularFile, options: InspectionOptions) throws(ArtifactError) {
        self.file = file
        self.options = options
        let content = try SourceContent(of: file)
        var subject = ArtifactInspector.subject(
            content.isGzipTar ? .archive : .file, at: file.path,
            default: Combination(.object, content.isGzipTar ? .gzip : .none), options)
        subject.content = content
        subject.archiveSize = content.isGzipTar ? file.size : nil
        self.subject = subject
    }

    /// - Parameter findings: where findings are left; nil for a collector of its own.
    @discardableResult
    func run(_ findings: FindingCollector? = nil) throws(ArtifactError) -> InspectionReport {
        let run = InspectionRun(subject: subject, options: options, findings: findings)
        switch subject.combination {
        case Combination(.object, .gzip) where subject.kind == .archive:
            try ArchiveInspection(file: file, run: run).read()
        case Combination(.prefix, .none), Combination(.object, .none): try layOut(in: run)
        default: run.totals.isComplete = false
        }
        return run.finish()
    }

    /// The file as an object that becomes a file.
    private func layOut(in run: InspectionRun) throws(ArtifactError) {
        let path = run.subject.objectName.bytes
        let existing = try ExistingPass(run)
        let etag = existing?.etag(of: path.span)
        try existing?.advance(to: path.span, size: file.size, etag: etag)
        // One path alone is always in order, and what exists comes in order beside it.
        if let etag, let plan = try? run.options.uploadRule.plan(forSize: file.size) {
            try? run.add(object: path.span, size: file.size, etag: etag, upload: StoredObject.Upload(plan))
        } else {
            try? run.add(object: path.span, size: file.size)
        }
        try existing?.finish()
        let needs = run.checks.contentNeeds(path: path.span, name: 0, size: file.size)
        if !needs.isNone {
            let contents = try file.contents(ContentReading(name: path.span, size: file.size, needs))
            run.checks.visit(contents, wanted: needs, path: path.span, name: 0, size: file.size)
        }
        try file.verifyUnchanged()
    }
}
