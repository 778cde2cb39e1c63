/// Asks S3 about objects while they are compared.
final class ObjectInquiry {
    private typealias Item = (index: Int, question: ObjectJudge.Question, otherwise: ComparisonOutcome?)

    /// What was refused, said once; safe to show.
    var remarks: [String] { refusals.remark.map { [$0] } ?? [] }
    /// Whether S3 told of an object that it encrypts it so that its ETag is no MD5.
    private(set) var foundEncryption = false

    private let judge: ObjectJudge
    private let options: VerificationOptions
    private let refusals = RefusedQuestions()

    init(judge: ObjectJudge, options: VerificationOptions) {
        self.judge = judge
        self.options = options
    }

    /// Asks about the objects that need it, many at once, and puts what becomes of them into the place of the questions.
    ///
    /// - Throws: ``ArtifactError`` if S3 cannot be asked, or has other objects than it listed; `CancellationError`.
    func ask(_ judgements: inout [ObjectJudge.Judgement]) async throws {
        guard let source = options.attributes else { return }
        var items: [Item] = []
        for (index, judgement) in judgements.enumerated() {
            switch judgement {
            case .ask(let question): items.append((index, question, nil))
            case .prove(let question, let otherwise): items.append((index, question, otherwise))
            default: break
            }
        }
        guard !items.isEmpty else { return }
        let asked = AttributeQuestion.attributes(
            checksums: options.comparesChecksums, partSize: options.asksForPartSizes)
        let questions = items.map { (key: $0.question.key, isProof: $0.otherwise != nil) }
        let answers = try await source.answers(
            about: questions, jobs: options.jobs, progress: options.inquiryProgress
        ) { [refusals] question -> ObjectAttributes? in
            question.isProof
                ? try await refusals.ask { try await source.attributes(ofKey: question.key, .proof) }
                : try await source.attributes(ofKey: question.key, asked)
        }
        for (item, attributes) in zip(items, answers) {
            judgements[item.index] = try judgement(of: item, attributes)
        }
    }

    private func judgement(of item: Item, _ attributes: ObjectAttributes?) throws(ArtifactError)
        -> ObjectJudge.Judgement
    {
        let (question, otherwise) = (item.question, item.otherwise ?? .same)
        guard let attributes else { return .settled(ObjectJudge.unproved(otherwise)) }
        if let size = question.actual.size, size != attributes.size {
            throw ArtifactError(.changedWhileRead, "\(question.key): changed in S3 while it was compared; run again")
        }
        guard item.otherwise != nil else { return judge.judge(question, attributes) }
        if attributes.hasOpaqueETag { foundEncryption = true }
        return judge.prove(question, otherwise: otherwise, attributes)
    }
}
