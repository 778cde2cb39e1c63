/// One pass over a source: its objects and paths go in, findings, sums and the layout come out.
final class InspectionRun {
    let subject: Subject
    let options: InspectionOptions
    let checks: CheckRunner
    var totals = SummaryTotals()
    private let findings: FindingCollector
    private var state: State
    private let recordsLayout: Bool
    private(set) var objects: [StoredObject]?

    /// What changes with every object, in one place, so that the dynamic check of exclusive access is made once for it.
    private struct State {
        var builder: LayoutBuilder<InspectionVisitor>
        var objects = 0

        mutating func add(
            object path: Span<UInt8>, _ file: LayoutFile
        ) throws(LayoutOrderError) -> ByteClasses {
            objects += 1
            try builder.add(path, file)
            return builder.pathClasses
        }
    }

    init(subject: Subject, options: InspectionOptions) {
        self.subject = subject
        self.options = options
        findings = FindingCollector(policy: options.policy)
        checks = CheckRunner(
            checks: RuleCatalog.checks, policy: options.policy, subject: subject, findings: findings)
        let recorder =
            options.recordsLayout ? LayoutRecorder(mount: subject.mount, keyPrefix: subject.keyPrefix) : nil
        state = State(builder: LayoutBuilder(visitor: InspectionVisitor(checks: checks, recorder: recorder)))
        recordsLayout = options.recordsLayout
        objects = options.recordsObjects ? [] : nil
        checks.begin()
    }

    /// Takes in an object and lays it out under its path, which is its key without the prefix.
    ///
    /// - Throws: ``LayoutOrderError`` if the path does not come after the one before.
    func add(
        object path: Span<UInt8>, size: Int64?, etag: ETag? = nil, upload: StoredObject.Upload = .unknown
    ) throws(LayoutOrderError) {
        if objects != nil {
            objects?.append(StoredObject(path: ByteString(path), size: size, etag: etag, upload: upload))
        }
        // The prefix's own marker has no path, and S3 cannot hold a key that is too long.
        guard !path.isEmpty, path.count <= S3Limits.keyLength else {
            totals.objects += 1
            checks.visit(object: path, size: size, ByteScan.classes(of: path, from: 0))
            return
        }
        let isMarker = path[path.count - 1] == UInt8(ascii: "/")
        let shownETag = recordsLayout ? etag.map { ByteString($0.text) } : nil
        let classes = try state.add(
            object: path, LayoutFile(isMarker ? .folderMarker : .file, size: size, etag: shownETag))
        checks.visit(object: path, size: size, classes)
    }

    /// Puts a path into the layout that is not an object of its own.
    ///
    /// - Throws: ``LayoutOrderError`` if the path does not come after the one before.
    func lay(out path: Span<UInt8>, _ file: LayoutFile) throws(LayoutOrderError) {
        try state.builder.add(path, file)
    }

    /// Takes in an object that is not laid out itself: an archive that is unpacked.
    func record(object: StoredObject) {
        checks.visit(
            object: object.path.bytes.span, size: object.size, ByteScan.classes(of: object.path.bytes.span, from: 0))
        totals.objects += 1
        objects?.append(object)
    }

    /// Ends the layout and sums up.
    func finish() -> InspectionReport {
        state.builder.finish()
        let visitor = state.builder.visitor
        totals.objects += state.objects
        totals.files = visitor.totals.files
        totals.bytes = visitor.totals.bytes
        checks.finish(totals)
        return InspectionReport(
            kind: subject.kind, location: subject.location, s3URI: subject.uriText, combination: subject.combination,
            summary: InspectionReport.Summary(
                objects: totals.objects, files: visitor.totals.files, directories: visitor.totals.directories,
                bytes: visitor.totals.bytes, unknownSizes: visitor.totals.unknownSizes,
                errors: findings.count(.error), warnings: findings.count(.warning), notes: findings.count(.note),
                ignored: findings.excepted, known: findings.known),
            findings: findings.listed, truncated: findings.truncated, layout: visitor.recorder?.rows, objects: objects,
            baseline: BaselineOutcome(findings.baseline, policy: options.policy))
    }
}
