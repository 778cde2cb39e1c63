/// One pass over a source: its objects and paths go in, findings, sums and the layout come out.
final class InspectionRun {
    let subject: Subject
    let options: InspectionOptions
    let checks: CheckRunner
    var totals = SummaryTotals()
    private let findings: FindingCollector
    private let layoutTotals = LayoutTotals()
    private let recorder: LayoutRecorder?
    private var builder: LayoutBuilder
    private(set) var objects: [StoredObject]?

    init(subject: Subject, options: InspectionOptions) {
        self.subject = subject
        self.options = options
        findings = FindingCollector(policy: options.policy)
        checks = CheckRunner(
            checks: RuleCatalog.checks, policy: options.policy, subject: subject, findings: findings)
        let recorder =
            options.recordsLayout ? LayoutRecorder(mount: subject.mount, keyPrefix: subject.keyPrefix) : nil
        self.recorder = recorder
        let visitors: [(any LayoutVisitor)?] = [layoutTotals, checks, recorder]
        builder = LayoutBuilder(visitor: LayoutFanOut(visitors.compactMap { $0 }))
        objects = options.recordsObjects ? [] : nil
        checks.begin()
    }

    /// Takes in an object and lays it out under its path, which is its key without the prefix.
    ///
    /// - Throws: ``LayoutBuilder/OutOfOrder`` if the path does not come after the one before.
    func add(
        object path: Span<UInt8>, size: Int64?, etag: ETag? = nil, upload: StoredObject.Upload = .unknown
    ) throws(LayoutBuilder.OutOfOrder) {
        checks.visit(object: path, size: size)
        totals.objects += 1
        if objects != nil {
            objects?.append(StoredObject(path: ByteString(path), size: size, etag: etag, upload: upload))
        }
        // The prefix's own marker has no path, and S3 cannot hold a key that is too long.
        guard !path.isEmpty, path.count <= S3Limits.keyLength else { return }
        let isMarker = path[path.count - 1] == UInt8(ascii: "/")
        let shownETag = options.recordsLayout ? etag.map { ByteString($0.text) } : nil
        try lay(out: path, LayoutFile(isMarker ? .folderMarker : .file, size: size, etag: shownETag))
    }

    /// Puts a path into the layout that is not an object of its own.
    ///
    /// - Throws: ``LayoutBuilder/OutOfOrder`` if the path does not come after the one before.
    func lay(out path: Span<UInt8>, _ file: LayoutFile) throws(LayoutBuilder.OutOfOrder) {
        try builder.add(path, file)
    }

    /// Takes in an object that is not laid out itself: an archive that is unpacked.
    func record(object: StoredObject) {
        checks.visit(object: object.path.bytes.span, size: object.size)
        totals.objects += 1
        objects?.append(object)
    }

    /// Ends the layout and sums up.
    func finish() -> InspectionReport {
        builder.finish()
        totals.files = layoutTotals.files
        totals.bytes = layoutTotals.bytes
        checks.finish(totals)
        return InspectionReport(
            kind: subject.kind, location: subject.location, s3URI: subject.uriText, combination: subject.combination,
            summary: InspectionReport.Summary(
                objects: totals.objects, files: layoutTotals.files, directories: layoutTotals.directories,
                bytes: layoutTotals.bytes, unknownSizes: layoutTotals.unknownSizes, errors: findings.count(.error),
                warnings: findings.count(.warning), notes: findings.count(.note)),
            findings: findings.listed, truncated: findings.truncated, layout: recorder?.rows, objects: objects)
    }
}
