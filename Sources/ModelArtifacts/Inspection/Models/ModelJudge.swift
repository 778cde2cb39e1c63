/// Lays out and judges the models of a listing, each by itself, on whatever thread has its paths.
struct ModelJudge: Sendable {
    /// An inspection that never begins, like which all others are made.
    private let pattern: Frozen<InspectionRun>
    private let bucket: ByteString
    /// The prefixes that were given without their slash, by what they are with it.
    private let given: [ByteString: ByteString]

    init(_ pattern: InspectionRun, _ uri: S3URI, given: [ByteString: ByteString]) {
        self.pattern = Frozen(pattern)
        self.given = given
        bucket = uri.bucket
    }

    /// Which files can be taken in in runs; nil if each has to be looked at.
    var ordinaryNames: OrdinaryNames? { pattern.value.ordinaryNames }

    /// Begins with a model.
    ///
    /// - Parameter spent: an inspection of another model that has been reported, whose memory is used again; nil if there is none.
    func begin(_ prefix: ByteString, with spent: InspectionRun? = nil) -> InspectionRun {
        guard let spent else { return InspectionRun(like: pattern.value, uri: place(of: prefix)) }
        spent.begin(at: place(of: prefix))
        return spent
    }

    /// Takes in paths of a model.
    ///
    /// - Throws: ``LayoutOrderError`` if they are not in order.
    func add(_ model: ModelPaths, to run: InspectionRun) throws(LayoutOrderError) {
        guard model.paths.hasDetails else { return try run.add(model.paths) }
        try model.paths.forEach { path throws(LayoutOrderError) in
            try unsafe add(path.bytes.span, of: model.prefix, path.file, to: run)
        }
    }

    /// Takes in a path of a model.
    ///
    /// - Throws: ``LayoutOrderError`` if it does not come behind the one before.
    func add(
        _ path: Span<UInt8>, of prefix: ByteString, _ file: LayoutFile, to run: InspectionRun
    ) throws(LayoutOrderError) {
        if let archiveClass = file.archiveClass {
            run.totals.archived[archiveClass, default: ArchivedObjects()].add(prefix + ByteString(path))
        }
        try run.add(object: path, LayoutFile(.file, size: file.size))
    }

    /// What was found of a model. Before anything else can be taken in, another one has to begin.
    func report(_ run: InspectionRun, _ prefix: ByteString) -> ModelReport {
        let report = run.finish()
        return ModelReport(
            s3URI: report.s3URI ?? place(of: prefix).text, summary: report.summary, findings: report.findings,
            truncated: report.truncated)
    }

    /// Judges those of some models of which nothing else can come: all but the first and the last.
    ///
    /// - Parameter models: in the order of a listing, those of one prefix next to each other.
    func judged(_ models: [ModelPaths]) -> [ModelPart] {
        guard let first = models.first?.prefix, let last = models.last?.prefix else { return [] }
        var parts: [ModelPart] = []
        var rest = models[...]
        var before: ByteString?
        var spent: InspectionRun?
        while let model = rest.first {
            // Of a listing that will be sorted nothing has to be judged yet.
            if let before, model.prefix < before { return parts + [.disorder] }
            before = model.prefix
            let same = rest.prefix { $0.prefix == model.prefix }
            rest = rest.dropFirst(same.count)
            if model.prefix == first || model.prefix == last {
                parts += same.map { .paths($0) }
                continue
            }
            let run = begin(model.prefix, with: spent)
            do throws(LayoutOrderError) {
                for paths in same { try add(paths, to: run) }
                parts.append(.judged(model.prefix, report(run, model.prefix)))
                spent = run
            } catch {
                return parts + [.disorder]
            }
        }
        return parts
    }

    private func place(of prefix: ByteString) -> S3URI { S3URI(bucket: bucket, key: given[prefix] ?? prefix) }
}
