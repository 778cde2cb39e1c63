/// Does what has to be done to compare objects whose names and sizes do not tell enough: asks S3, and reads files.
struct ContentComparer {
    let judge: ObjectJudge
    let options: VerificationOptions
    let kernel: MD5Kernel
    /// Asked once with the number of bytes that will be hashed; gives who is told how many more were.
    let progress: WorkProgress?

    /// What is said of objects that were not hashed because that would have been in vain, if S3 does not tell of them either.
    private static let unasked = "S3 encrypts other objects so that ETags prove nothing, and tells nothing of this one"

    private var jobs: Int { Parallelism(jobs: options.jobs).jobs }

    /// The outcomes of judgements that were not settled, in their order, and what else is to be said.
    ///
    /// - Throws: ``ArtifactError`` if a file cannot be read or changes meanwhile, or S3 cannot be asked;
    ///   `CancellationError`.
    func outcomes(of judgements: [ObjectJudge.Judgement]) async throws -> ([ComparisonOutcome], remarks: [String]) {
        var judgements = judgements
        let inquiry = ObjectInquiry(judge: judge, options: options)
        try await inquiry.ask(&judgements)
        try await foresee(&judgements, inquiry)
        var outcomes = try await read(judgements)
        // What has other ETags is looked at again, by what S3 tells.
        var doubted: [ObjectJudge.Judgement] = []
        var indices: [Int] = []
        for (index, judgement) in judgements.enumerated() where outcomes[index].status != .same {
            guard let question = judgement.question else { continue }
            indices.append(index)
            doubted.append(.prove(question, otherwise: outcomes[index]))
        }
        try await inquiry.ask(&doubted)
        for (index, outcome) in zip(indices, try await read(doubted)) { outcomes[index] = outcome }
        return (outcomes, inquiry.remarks)
    }

    /// Where S3 encrypts so that no ETag is an MD5, asks about all that would be hashed in vain, so that it is read once only.
    ///
    /// The answers so far tell, or one about the smallest file if it has another ETag.
    private func foresee(_ judgements: inout [ObjectJudge.Judgement], _ inquiry: ObjectInquiry) async throws {
        let open = judgements.indices.filter { judgements[$0].question != nil }
        guard open.count > 1 || inquiry.foundEncryption else { return }
        if !inquiry.foundEncryption,
            let smallest = open.min(by: { judgements[$0].byteCount < judgements[$1].byteCount }),
            let question = judgements[smallest].question
        {
            let outcome = try await read([judgements[smallest]])[0]
            judgements[smallest] = .settled(outcome)
            guard outcome.status != .same else { return }
            judgements[smallest] = .prove(question, otherwise: outcome)
            var asked = [judgements[smallest]]
            try await inquiry.ask(&asked)
            judgements[smallest] = asked[0]
        }
        guard inquiry.foundEncryption else { return }
        for index in open {
            guard let question = judgements[index].question else { continue }
            judgements[index] = .prove(question, otherwise: .unverifiable(Self.unasked))
        }
        try await inquiry.ask(&judgements)
    }

    /// Reads files as far as judgements want it.
    private func read(_ judgements: [ObjectJudge.Judgement]) async throws -> [ComparisonOutcome] {
        var outcomes = judgements.map { judgement in
            if case .settled(let outcome) = judgement { outcome } else { ComparisonOutcome.same }
        }
        let bytes = judgements.sumClamped(\.byteCount)
        let files = judgements.sumClamped(\.fileCount)
        let filesDone = files > 0 ? options.fileProgress?(files) : nil
        let advance = bytes > 0 ? progress?(bytes) : nil
        try await hash(judgements, &outcomes, advance, filesDone)
        try await readOthers(judgements, &outcomes, advance, filesDone)
        return outcomes
    }

    /// Hashes the files of which the part size is known, all of them together.
    private func hash(
        _ judgements: [ObjectJudge.Judgement], _ outcomes: inout [ComparisonOutcome],
        _ advance: (@Sendable (Int64) -> Void)?, _ filesDone: (@Sendable (Int64) -> Void)?
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
        let engine = ETagEngine(jobs: jobs, kernel: kernel, progress: advance) { files in filesDone?(Int64(files)) }
        let etags = try await engine.etags(of: requests)
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
        _ advance: (@Sendable (Int64) -> Void)?, _ filesDone: (@Sendable (Int64) -> Void)?
    ) async throws {
        let indices = judgements.indices.filter { judgements[$0].isReadByItself }
        let (kernel, checksums) = (kernel, options.fileChecksums.map { LocalChecksums(compute: $0) })
        let found = try await Concurrently.map(indices.map { judgements[$0] }, jobs: jobs) { judgement in
            defer { filesDone?(1) }
            return switch judgement {
            case .search(let content, let candidates):
                try Self.search(content, candidates, kernel, advance)
            case .hashParts(let content, let sizes):
                content.outcome(
                    try UnlikeParts.etag(of: RegularFile(opening: content.file), partSizes: sizes, progress: advance))
            case .checksums(let content, let attributes):
                try checksums?.outcome(of: content.file, attributes, advance)
                    ?? .unverifiable("checksums of files cannot be computed")
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

    private static func request(_ path: ByteString, _ plan: PartPlan) -> ETagRequest {
        ETagRequest(plan: plan) { () throws(ArtifactError) in try RegularFile(opening: path) }
    }
}

extension ObjectJudge.Judgement {
    /// How many bytes have to be read.
    fileprivate var byteCount: Int64 {
        switch self {
        case .settled, .ask, .prove: 0
        case .hash(_, let plan): plan.size
        case .search(_, let candidates): candidates.plans.first?.size ?? 0
        case .compareFiles(_, _, let plan): plan.size.multipliedClamped(by: 2)
        case .hashParts(_, let sizes): sizes.reduce(0, +)
        case .checksums(_, let attributes): attributes.size
        }
    }

    /// How many files have to be read.
    fileprivate var fileCount: Int64 {
        switch self {
        case .settled, .ask, .prove: 0
        case .hash, .search, .hashParts, .checksums: 1
        case .compareFiles: 2
        }
    }

    /// What to ask S3 if the file does not give the ETag.
    fileprivate var question: ObjectJudge.Question? {
        switch self {
        case .hash(let content, _), .search(let content, _): content.question
        default: nil
        }
    }

    /// Whether a file is read for it alone.
    fileprivate var isReadByItself: Bool {
        switch self {
        case .search, .hashParts, .checksums: true
        case .settled, .hash, .compareFiles, .ask, .prove: false
        }
    }
}
