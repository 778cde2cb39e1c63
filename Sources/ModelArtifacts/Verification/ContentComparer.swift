/// Does what has to be done to compare objects whose names and sizes do not tell enough: asks S3, and reads files.
struct ContentComparer {
    let judge: ObjectJudge
    let options: VerificationOptions
    let kernel: MD5Kernel
    /// Asked once with the number of bytes that will be hashed; gives who is told how many more were.
    let progress: WorkProgress?

    private var jobs: Int { Parallelism(jobs: options.jobs).jobs }

    /// The outcomes of judgements that were not settled, in their order.
    ///
    /// - Throws: ``ArtifactError`` if a file cannot be read or changes meanwhile, or S3 cannot be asked;
    ///   `CancellationError`.
    func outcomes(of judgements: [ObjectJudge.Judgement]) async throws -> [ComparisonOutcome] {
        var judgements = judgements
        try await ask(&judgements)
        var outcomes = judgements.map { judgement in
            if case .settled(let outcome) = judgement { outcome } else { ComparisonOutcome.same }
        }
        let advance = progress?(judgements.sumClamped(\.byteCount))
        try await hash(judgements, &outcomes, advance)
        try await readOthers(judgements, &outcomes, advance)
        return outcomes
    }

    /// Asks S3 about the objects that need it.
    private func ask(_ judgements: inout [ObjectJudge.Judgement]) async throws {
        guard let source = options.attributes else { return }
        var questions: [(index: Int, key: ByteString)] = []
        for (index, judgement) in judgements.enumerated() {
            if case .ask(_, _, let key) = judgement { questions.append((index, key)) }
        }
        let (checksums, partSizes) = (options.comparesChecksums, options.asksForPartSizes)
        let requests = Parallelism(jobs: options.jobs).requests
        let answers = try await Concurrently.map(questions, jobs: requests) { question in
            try await source.attributes(ofKey: question.key, checksums: checksums, partSize: partSizes)
        }
        for (question, attributes) in zip(questions, answers) {
            guard case .ask(let expected, let actual, let key) = judgements[question.index] else { continue }
            if let size = actual.size, size != attributes.size {
                throw ArtifactError(.changedWhileRead, "\(key): changed in S3 while it was compared; run again")
            }
            judgements[question.index] = judge.judge(expected, actual, attributes)
        }
    }

    /// Hashes the files of which the part size is known, all of them together.
    private func hash(
        _ judgements: [ObjectJudge.Judgement], _ outcomes: inout [ComparisonOutcome],
        _ advance: (@Sendable (Int64) -> Void)?
    ) async throws {
        var requests: [ETagRequest] = []
        for judgement in judgements {
            switch judgement {
            case .hash(let content, let plan): requests.append(Self.request(content.file, plan))
            case .compareFiles(let expected, let actual, let plan):
                requests += [Self.request(expected, plan), Self.request(actual, plan)]
            default: break
            }
        }
        guard !requests.isEmpty else { return }
        let etags = try await ETagEngine(jobs: jobs, kernel: kernel, progress: advance).etags(of: requests)
        var next = etags.makeIterator()
        for (index, judgement) in judgements.enumerated() {
            switch judgement {
            case .hash(let content, _):
                guard let etag = next.next() else { throw CancellationError() }
                outcomes[index] = content.outcome(etag)
            case .compareFiles:
                guard let left = next.next(), let right = next.next() else { throw CancellationError() }
                let outcome =
                    left == right ? ComparisonOutcome.same : .changed("other contents of the same size")
                outcomes[index] = outcome.with(etag: left, ofExpected: true).with(etag: right, ofExpected: false)
            default: break
            }
        }
    }

    /// Looks for part sizes and computes checksums, several files at once.
    private func readOthers(
        _ judgements: [ObjectJudge.Judgement], _ outcomes: inout [ComparisonOutcome],
        _ advance: (@Sendable (Int64) -> Void)?
    ) async throws {
        let indices = judgements.indices.filter { judgements[$0].isReadByItself }
        let (kernel, fileChecksums) = (kernel, options.fileChecksums)
        let found = try await Concurrently.map(indices.map { judgements[$0] }, jobs: jobs) { judgement in
            switch judgement {
            case .search(let content, let candidates):
                try Self.search(content, candidates, kernel, advance)
            case .hashParts(let content, let sizes):
                content.outcome(
                    try UnlikeParts.etag(of: RegularFile(opening: content.file), partSizes: sizes, progress: advance))
            case .checksums(let content, let attributes):
                try Self.checksums(content, attributes, fileChecksums)
            default: ComparisonOutcome.same
            }
        }
        for (index, outcome) in zip(indices, found) { outcomes[index] = outcome }
    }

    private static func search(
        _ content: ObjectJudge.LocalContent, _ candidates: PartSizeCandidates, _ kernel: MD5Kernel,
        _ advance: (@Sendable (Int64) -> Void)?
    ) throws -> ComparisonOutcome {
        let file = try request(content.file, candidates.plans[0]).openChecked()
        let etags = try PartSizeSearch.etags(
            of: file, partSizes: candidates.plans.compactMap(\.partSize), kernel: kernel, progress: advance)
        if let etag = content.etag, etags.contains(etag) {
            return ComparisonOutcome.same.with(etag: etag, ofExpected: content.isExpected)
        }
        let sizes = "none of \(etags.count) likely part sizes gives the ETag: "
        return .changed(
            sizes + "other contents, another part size, or an ETag that is no MD5, as under SSE-KMS" + content.hint)
    }

    private static func checksums(
        _ content: ObjectJudge.LocalContent, _ attributes: ObjectAttributes, _ compute: FileChecksumFunction?
    ) throws -> ComparisonOutcome {
        guard let compute else { return .unverifiable("checksums of files cannot be computed") }
        let file = try RegularFile(opening: content.file)
        guard file.size == attributes.size else {
            throw ArtifactError.unexpectedSize(file.size, insteadOf: attributes.size, path: file.path)
        }
        let partSize = attributes.checksumsAreComposite ? attributes.partSize : nil
        let computed = try compute(file, Set(attributes.checksums.keys), partSize)
        return ObjectJudge.compare(computed, with: attributes.checksums)
            ?? .unverifiable("S3 keeps no checksum of it that could be compared")
    }

    private static func request(_ path: ByteString, _ plan: PartPlan) -> ETagRequest {
        ETagRequest(plan: plan) { () throws(ArtifactError) in try RegularFile(opening: path) }
    }
}

extension ObjectJudge.Judgement {
    /// How many bytes have to be read.
    fileprivate var byteCount: Int64 {
        switch self {
        case .settled, .ask: 0
        case .hash(_, let plan): plan.size
        case .search(_, let candidates): candidates.plans.first?.size ?? 0
        case .compareFiles(_, _, let plan): 2 * plan.size
        case .hashParts(_, let sizes): sizes.reduce(0, +)
        case .checksums: 0
        }
    }

    /// Whether a file is read for it alone.
    fileprivate var isReadByItself: Bool {
        switch self {
        case .search, .hashParts, .checksums: true
        case .settled, .hash, .compareFiles, .ask: false
        }
    }
}
