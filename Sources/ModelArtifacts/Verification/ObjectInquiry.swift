/// Asks S3 about objects while they are compared.
final class ObjectInquiry {
    private typealias Item = (index: Int, question: ObjectJudge.Question, otherwise: ComparisonOutcome?)

    /// What was refused, said once; safe to show.
    var remarks: [String] { refusals.remark.map { [$0] } ?? [] }
    /// Whether S3 told of an object that it encrypts it so that its ETag is no MD5.
    private(set) var foundEncryption = false

    /// What S3 has told, and what the file is next to it, if that was read at once.
    private struct Answer: Sendable {
        let attributes: ObjectAttributes?
        var outcome: ComparisonOutcome?
    }

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
        let checksums = options.fileChecksums.map { LocalChecksums(compute: $0) }
        let questions = items.map { item in
            let isProof = item.otherwise != nil
            return (key: item.question.key, isProof: isProof, file: smallFile(item.question, isProof: isProof))
        }
        let answers = try await source.answers(
            about: questions, jobs: options.jobs, progress: options.inquiryProgress
        ) { [refusals] question -> Answer in
            let attributes =
                question.isProof
                ? try await refusals.ask { try await source.attributes(ofKey: question.key, .proof) }
                : try await source.attributes(ofKey: question.key, asked)
            // While other answers are waited for.
            guard let attributes, let (path, size) = question.file, attributes.size == size,
                LocalChecksums.areComparable(with: attributes)
            else { return Answer(attributes: attributes) }
            return Answer(attributes: attributes, outcome: try checksums?.outcome(of: path, attributes))
        }
        for (item, answer) in zip(items, answers) {
            let judgement = try judgement(of: item, answer.attributes)
            if case .checksums = judgement, let outcome = answer.outcome {
                judgements[item.index] = .settled(outcome)
            } else {
                judgements[item.index] = judgement
            }
        }
    }

    /// The file that will be compared by checksums if there are any, and its size, where it is not worth waiting with it.
    private func smallFile(_ question: ObjectJudge.Question, isProof: Bool) -> (path: ByteString, size: Int64)? {
        guard isProof || options.comparesChecksums, let size = question.expected.size,
            size <= LocalChecksums.smallSize
        else { return nil }
        return judge.expectedFile.map { ($0(question.expected.path), size) }
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
