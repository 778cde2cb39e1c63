/// One pass over a source: its objects and paths go in, findings, sums and the layout come out.
final class InspectionRun {
    private(set) var subject: Subject
    let options: InspectionOptions
    let checks: CheckRunner
    var totals = SummaryTotals()
    /// What of the source could not be read although rules wanted it.
    var remarks: [String] = []
    /// How far rules could look into the contents.
    var contents = ContentReach.all
    private let findings: FindingCollector
    private var state: State
    private var counted = OrdinaryCount()
    /// The sizes of objects that are not laid out.
    private var recorded = (bytes: Int64(0), unknownSizes: 0)

    /// The objects taken in, in the order in which they came, where they are wanted.
    var objects: [StoredObject]? { state.objects }

    /// The files that stay open for whoever hashes them, by the number of their object.
    private var keptFiles: [Int: KeptFile] = [:]

    /// Which files can be taken in in runs; nil if each has to be looked at.
    var ordinaryNames: OrdinaryNames? { state.looksAtEach || models != nil ? nil : checks.ordinary }

    /// What lies below the prefix of a multi-model endpoint; nil where the data is one model.
    private var models: HostedModels?

    /// Which files may be counted without a look at where they belong; nil if something is kept of each.
    var countedNames: OrdinaryNames? { state.builder.visitor.recorder == nil ? ordinaryNames : nil }

    /// What changes with every object, in one place, so that the dynamic check of exclusive access is made once for it.
    private struct State {
        let checks: CheckRunner
        /// Whether anyone will look at the ETags of the layout.
        let recordsETags: Bool
        var builder: LayoutBuilder<InspectionVisitor>
        var objects: [StoredObject]?
        var objectCount = 0

        mutating func begin(_ visitor: InspectionVisitor) {
            builder.begin(visitor)
            if objects != nil { objects = [] }
            objectCount = 0
        }

        /// Whether something is kept of each object.
        var looksAtEach: Bool { objects != nil || builder.visitor.looksAtEach || checks.looksAtEach }

        @inline(__always)
        mutating func add(
            object path: Span<UInt8>, _ file: borrowing LayoutFile, isLeftover: Bool = false
        ) throws(LayoutOrderError) {
            if objects != nil { record(path, file, isLeftover: isLeftover) }
            try layOut(path, file, isLeftover: isLeftover)
        }

        mutating func add(
            object path: Span<UInt8>, size: Int64, etag: ETag, upload: StoredObject.Upload
        ) throws(LayoutOrderError) {
            objects?.append(StoredObject(path: ByteString(path), size: size, etag: etag, upload: upload))
            try layOut(path, LayoutFile(.file, size: size, etag: recordsETags ? ByteString(etag.text) : nil))
        }

        @inline(__always)
        private mutating func layOut(
            _ path: Span<UInt8>, _ file: borrowing LayoutFile, isLeftover: Bool = false
        ) throws(LayoutOrderError) {
            objectCount += 1
            // The prefix's own marker has no path, and S3 cannot hold a key that is too long.
            guard !path.isEmpty, path.count <= S3Limits.keyLength else {
                return checks.visit(object: path, size: file.size, ByteScan.classes(of: path, from: 0))
            }
            let isMarker = path[path.count - 1] == UInt8(ascii: "/")
            if isMarker || isLeftover || (file.hasMore && !isRecorded(asItIs: file)) {
                try builder.add(
                    path,
                    LayoutFile(
                        isMarker ? .folderMarker : .file, size: file.size,
                        etag: recordsETags ? Self.etag(of: file).map { ByteString($0.text) } : nil,
                        upload: recordsETags ? file.upload : .unknown, hasOpaqueETag: file.hasOpaqueETag,
                        mode: file.mode,
                        isLeftover: isLeftover))
            } else {
                try builder.add(path, file)
            }
            checks.visit(object: path, size: file.size, builder.pathClasses)
        }

        /// Whether the layout has what is told of an object in the very form in which it is told.
        private func isRecorded(asItIs file: borrowing LayoutFile) -> Bool {
            recordsETags && file.otherETag == nil
        }

        private mutating func record(_ path: Span<UInt8>, _ file: borrowing LayoutFile, isLeftover: Bool) {
            objects?.append(
                StoredObject(
                    path: ByteString(path), size: file.size, etag: Self.etag(of: file), upload: file.upload,
                    isLeftover: isLeftover))
        }

        static func etag(of file: borrowing LayoutFile) -> ETag? {
            file.digest.map { ETag(md5: $0) } ?? file.otherETag.map { ETag($0) }
        }

        mutating func add(_ paths: PathRun) throws(LayoutOrderError) {
            if paths.hasDetails {
                try paths.forEach { path throws(LayoutOrderError) in
                    try unsafe add(object: path.bytes.span, path.file)
                }
            } else {
                // Without references to objects there is nothing to count.
                try paths.forEach { path throws(LayoutOrderError) in
                    try unsafe add(object: path.bytes.span, LayoutFile(.file, size: path.size))
                } runs: { run in
                    add(run)
                }
            }
        }

        /// Takes in ordinary files in one go, if nobody has to look at each.
        private mutating func add(_ run: OrdinaryRun) -> Bool {
            guard !looksAtEach, builder.add(run) else { return false }
            objectCount += run.count
            return true
        }
    }

    /// A run on another place of the same listing, which makes the same checks.
    convenience init(like other: InspectionRun, uri: S3URI) {
        var subject = other.subject
        subject.place(at: uri)
        self.init(subject: subject, options: other.options, checks: other.checks)
    }

    convenience init(subject: Subject, options: InspectionOptions, findings: FindingCollector? = nil) {
        self.init(subject: subject, options: options, findings: findings, checks: nil)
    }

    /// - Parameter pattern: the checks of a run like this one, if there is one.
    private init(
        subject: Subject, options: InspectionOptions, findings: FindingCollector? = nil, checks pattern: CheckRunner?
    ) {
        self.subject = subject
        self.options = options
        let findings = findings ?? FindingCollector(policy: options.policy)
        self.findings = findings
        models = subject.hosting == .many ? HostedModels() : nil
        checks =
            pattern.map { CheckRunner(like: $0, subject: subject, findings: findings) }
            ?? CheckRunner(
                checks: RuleCatalog.checks, policy: options.policy, subject: subject, findings: findings)
        state = State(
            checks: checks, recordsETags: options.recordsLayout,
            builder: LayoutBuilder(visitor: Self.visitor(checks, subject, options)),
            objects: options.recordsObjects ? [] : nil)
        checks.begin()
    }

    private static func visitor(
        _ checks: CheckRunner, _ subject: Subject, _ options: InspectionOptions
    ) -> InspectionVisitor {
        // A comparison is of paths; keys would take as much room again.
        let comparesPaths = options.comparison != nil
        let spill = options.comparison?.rows
        spill?.begin()
        let recorder =
            options.recordsLayout && spill == nil
            ? LayoutRecorder(
                mount: subject.mount, keyPrefix: comparesPaths ? nil : subject.keyPrefix,
                recordsAttributes: comparesPaths, recordsOrigins: options.existing != nil) : nil
        return InspectionVisitor(
            checks: checks, recorder: recorder,
            digester: options.digestsLayout ? LayoutDigester(mount: subject.mount) : nil, spill: spill)
    }

    /// Begins again with another place of the same listing, in the same memory and mostly with the same checks, after ``finish()``.
    func begin(at uri: S3URI) {
        subject.place(at: uri)
        findings.begin()
        totals = SummaryTotals()
        (remarks, contents, counted, recorded, keptFiles) = ([], .all, OrdinaryCount(), (0, 0), [:])
        state.begin(Self.visitor(checks, subject, options))
        checks.begin(at: uri)
    }

    /// Takes in an object and lays it out under its path, which is its key without the prefix.
    ///
    /// - Throws: ``LayoutOrderError`` if the path does not come after the one before.
    func add(object path: Span<UInt8>, size: Int64?, mode: UInt16? = nil) throws(LayoutOrderError) {
        try state.add(object: path, LayoutFile(.file, size: size, mode: mode))
    }

    /// Takes in an object whose contents were hashed, and lays it out under its path.
    ///
    /// - Throws: ``LayoutOrderError`` if the path does not come after the one before.
    func add(
        object path: Span<UInt8>, size: Int64, etag: ETag, upload: StoredObject.Upload
    ) throws(LayoutOrderError) {
        try state.add(object: path, size: size, etag: etag, upload: upload)
    }

    /// Keeps the file of the object that was taken in last for whoever hashes it.
    func keep(_ file: KeptFile) {
        if let objects { keptFiles[objects.count - 1] = file }
    }

    /// Takes in an object of a listing and lays it out under its path.
    ///
    /// - Throws: ``LayoutOrderError`` if the path does not come after the one before.
    func add(object path: Span<UInt8>, _ file: borrowing LayoutFile) throws(LayoutOrderError) {
        try state.add(object: path, file)
    }

    /// Takes in an object that is in S3 and not part of the source, and lays it out under its path.
    ///
    /// - Throws: ``LayoutOrderError`` if the path does not come after the one before.
    func add(leftover path: Span<UInt8>, _ file: borrowing LayoutFile) throws(LayoutOrderError) {
        try state.add(object: path, file, isLeftover: true)
    }

    /// Takes in objects and lays them out under their paths, which are their keys without the prefix.
    ///
    /// - Throws: ``LayoutOrderError`` if a path does not come after the one before.
    func add(_ objects: PathRun) throws(LayoutOrderError) {
        try state.add(objects)
    }

    /// Takes in objects of which nobody has kept more than their number.
    func add(_ count: OrdinaryCount) {
        state.objectCount += count.files
        counted.files += count.files
        counted.directories += count.directories
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
        if let size = object.size {
            recorded.bytes = recorded.bytes.addingClamped(size)
        } else {
            recorded.unknownSizes += 1
        }
        state.objects?.append(object)
    }

    /// Takes in objects that are not laid out themselves, under their paths.
    func record(_ objects: PathRun) {
        objects.forEach { record(object: Self.object($0)) }
    }

    private static func object(_ path: PathReference) -> StoredObject {
        let file = path.file
        return StoredObject(
            path: ByteString(unsafe path.bytes.span), size: file.size, etag: State.etag(of: file), upload: file.upload)
    }

    /// Takes in what lies below the prefix of a multi-model endpoint, which is not laid out.
    func record(model object: StoredObject, isArchive: Bool) {
        record(object: object)
        if object.path.hasSuffix("/") || object.path.isEmpty { return }
        checks.visit(model: object.path.bytes.span, size: object.size, isArchive: isArchive)
        if isArchive { models?.add(object.path, size: object.size) }
    }

    /// Takes in what a listing has below the prefix of a multi-model endpoint.
    func record(models objects: PathRun) {
        objects.forEach { path in
            let object = Self.object(path)
            record(model: object, isArchive: NestedArchive.isArchiveName(object.path))
        }
    }

    /// Makes what is found from now on about one archive of many, until ``endModel()``.
    ///
    /// - Parameter name: the archive as it is shown.
    func beginModel(_ name: ByteString, at path: ByteString) -> FindingCollector {
        findings.beginModel(name, key: (subject.keyPrefix ?? "") + path)
        return findings
    }

    func endModel() { findings.endModel() }

    /// Ends the layout and sums up.
    func finish() -> InspectionReport {
        state.builder.finish()
        var visitor = state.builder.visitor
        visitor.add(counted)
        totals.objects += state.objectCount
        models?.finish()
        totals.files = models?.count ?? visitor.totals.files
        totals.bytes = visitor.totals.bytes
        checks.finish(totals)
        visitor.recorder?.decision = checks.decision(totals)
        var report = InspectionReport(
            kind: subject.kind, location: subject.location, s3URI: subject.uriText, combination: subject.combination,
            summary: InspectionReport.Summary(
                objects: totals.objects, files: visitor.totals.files, directories: visitor.totals.directories,
                bytes: visitor.totals.bytes, unknownSizes: visitor.totals.unknownSizes,
                errors: findings.count(.error), warnings: findings.count(.warning), notes: findings.count(.note),
                ignored: findings.excepted, known: findings.known),
            findings: findings.listed, truncated: findings.truncated, layout: visitor.recorder?.rows,
            digest: visitor.digester?.finish(),
            attributes: visitor.recorder?.attributes, isComplete: totals.isComplete, objects: objects,
            baseline: BaselineOutcome(findings.baseline, policy: options.policy))
        report.keptFiles = keptFiles
        (report.contents, report.remarks) = (contents, remarks)
        report.hosting = subject.hosting
        report.models = models
        if models != nil {
            report.summary.files = totals.objects
            report.summary.bytes = recorded.bytes
            report.summary.unknownSizes = recorded.unknownSizes
        }
        return report
    }
}
