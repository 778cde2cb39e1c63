/// One pass over a listing, in which each model is laid out and judged when its keys come.
final class ModelListPass {
    private let listing: KeyListing
    private let location: ByteString
    private let uri: S3URI
    private let scope: KeyScope
    private var prefixes: ModelPrefixes
    private let judge: ModelJudge
    private let options: InspectionOptions
    /// How many findings may be kept yet, and how many it were in the beginning.
    private(set) var room: Int
    private let wholeRoom: Int
    private(set) var reports: [ModelReport] = []
    private(set) var outside = 0

    private var current: (prefix: ByteString, run: InspectionRun)?
    /// The inspection of a model that has been reported.
    private var spent: InspectionRun?
    /// The model that ended last.
    private var last: ByteString?
    /// How many of the models that are known beforehand have been reported.
    private var reported = 0

    init(
        _ listing: KeyListing, _ location: ByteString, _ uri: S3URI, _ prefixes: ModelPrefixes,
        given: [ByteString: ByteString], _ options: InspectionOptions, room: Int
    ) {
        self.listing = listing
        self.location = location
        self.uri = uri
        self.prefixes = prefixes
        self.options = options
        self.room = room
        wholeRoom = room
        scope = KeyScope(bucket: uri.bucket, prefix: uri.directoryPrefix)
        var options = options
        options.s3URI = uri.text
        let subject = ArtifactInspector.subject(.listing, at: location, default: Combination(.prefix, .none), options)
        judge = ModelJudge(InspectionRun(subject: subject, options: options), uri, given: given)
    }

    /// Reads the listing to its end.
    ///
    /// - Throws: ``ArtifactError`` if it cannot be read.
    func run() throws(ArtifactError) {
        if try !runAsListed() {
            // What has been found so far counts for nothing.
            (reports, outside, current, last, reported, room) = ([], 0, nil, nil, 0, wholeRoom)
            guard try runSorted() else {
                throw ArtifactError(.readFailed, "\(listing.name): cannot be put into order")
            }
        }
        end()
        reportEmpty(before: nil)
    }

    /// - Returns: whether the keys are in order.
    private func runAsListed() throws(ArtifactError) -> Bool {
        guard let source = try slices() else {
            return try take(
                PathReadAhead { [listing, scope] paths throws(ArtifactError) in
                    try listing.forEach { key, _, object throws(ArtifactError) in
                        // A key of another bucket is handed on as one that lies nowhere.
                        let isInBucket = scope.contains(object.bucket)
                        try paths.append(
                            isInBucket ? key : Span(),
                            LayoutFile(.file, size: object.size, archiveClass: object.archiveClass))
                    }
                })
        }
        defer { source.stop() }
        while let (models, batches, outside) = try source.next() {
            self.outside += outside
            do throws(LayoutOrderError) { for model in models { try take(model) } } catch { return false }
            source.recycle(batches)
        }
        return true
    }

    /// What reads the listing, if several threads can.
    private func slices() throws(ArtifactError) -> ModelSlices? {
        guard let ordinary = judge.ordinaryNames else { return nil }
        let jobs = Parallelism(jobs: options.jobs).jobs
        if let slices = try listing.slices(ofSize: options.listingSliceSize) {
            return ModelSlices(listing, slices, scope, prefixes, ordinary, judge, jobs: jobs)
        }
        guard let blocks = try listing.blocks(ofSize: options.listingSliceSize) else { return nil }
        return ModelSlices(listing, blocks, scope, prefixes, ordinary, judge, jobs: jobs)
    }

    private func runSorted() throws(ArtifactError) -> Bool {
        var options = options
        options.s3URI = S3URI(bucket: uri.bucket, key: uri.directoryPrefix).text
        let subject = ArtifactInspector.subject(.listing, at: location, default: Combination(.prefix, .none), options)
        let paths = ListedPaths(listing, subject: subject, options, wantsDetails: true)
        let isInOrder = try take(try paths.sorted(), behind: uri.directoryPrefix)
        outside += paths.outside.count
        return isInOrder
    }

    /// Takes keys one by one.
    ///
    /// - Parameter start: what stands in front of each to make it a key.
    private func take(_ paths: any PathSource, behind start: ByteString = "") throws(ArtifactError) -> Bool {
        defer { paths.stop() }
        var key: [UInt8] = start.bytes
        while let run = try paths.next() {
            do throws(LayoutOrderError) {
                try run.forEach { path throws(LayoutOrderError) in
                    let bytes = unsafe path.bytes
                    if start.isEmpty { return try take(key: unsafe bytes.span, path.file) }
                    key.removeLast(key.count - start.count)
                    unsafe key.append(contentsOf: bytes)
                    try take(key: key.span, path.file)
                }
            } catch {
                return false
            }
            paths.recycle(run)
        }
        return true
    }

    private func take(key: Span<UInt8>, _ file: LayoutFile) throws(LayoutOrderError) {
        guard scope.pathStart(of: key, in: nil) != nil, !key.isEmpty,
            let start = prefixes.pathStart(of: key, from: scope.prefix.count)
        else { return outside += 1 }
        if current.map({ $0.prefix.count != start || ByteScan.commonPrefix(key, $0.prefix.bytes.span) < start }) ?? true
        {
            try begin(ByteString(key.extracting(0..<start)))
        }
        guard let (prefix, run) = current else { return }
        try judge.add(key.extracting(start..<key.count), of: prefix, file, to: run)
    }

    private func take(_ part: ModelPart) throws(LayoutOrderError) {
        switch part {
        case .paths(let model):
            if current?.prefix != model.prefix { try begin(model.prefix) }
            if let run = current?.run { try judge.add(model, to: run) }
        case .judged(let prefix, let report):
            try end(before: prefix)
            last = prefix
            add(report, prefix)
        case .disorder: throw LayoutOrderError()
        }
    }

    private func begin(_ prefix: ByteString) throws(LayoutOrderError) {
        try end(before: prefix)
        current = (prefix, judge.begin(prefix, with: spent))
        spent = nil
    }

    /// Ends the model before, and reports those known beforehand that come before a prefix and have no objects.
    private func end(before prefix: ByteString) throws(LayoutOrderError) {
        end()
        if let last, prefix <= last { throw LayoutOrderError() }
        reportEmpty(before: prefix)
    }

    private func end() {
        guard let (prefix, run) = current else { return }
        current = nil
        last = prefix
        add(judge.report(run, prefix), prefix)
        spent = run
    }

    /// Reports the models known beforehand that come before a prefix and have no objects.
    private func reportEmpty(before prefix: ByteString?) {
        let known = prefixes.known
        while reported < known.count, prefix.map({ known[reported] < $0 }) ?? true {
            let run = judge.begin(known[reported], with: spent)
            add(judge.report(run, known[reported]), known[reported])
            spent = run
        }
    }

    private func add(_ report: ModelReport, _ prefix: ByteString) {
        let known = prefixes.known
        if reported < known.count, known[reported] == prefix { reported += 1 }
        let kept = report.findings.count > room ? report.withoutFindings : report
        room -= kept.findings.count
        reports.append(kept)
    }
}
