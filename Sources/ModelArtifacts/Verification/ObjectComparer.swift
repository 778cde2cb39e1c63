/// Goes through both sides of a comparison: once to see what has to be read, and again for every report.
struct ObjectComparer {
    /// A judgement that is not settled.
    struct OpenJudgement {
        let judgement: ObjectJudge.Judgement
        /// Whether the sizes of both objects are known and equal.
        let hasEqualSizes: Bool
    }

    let judge: ObjectJudge
    private let expected: ComparedSide
    private let actual: ComparedSide
    private let options: VerificationOptions

    init(_ expected: ComparedSide, _ actual: ComparedSide, _ options: VerificationOptions) {
        self.expected = expected
        self.actual = actual
        self.options = options
        judge = ObjectJudge(expected, actual, options)
    }

    /// What remains to be done, in order, and what is settled already. A side that is not in order is sorted.
    ///
    /// - Throws: ``ArtifactError``.
    func begin() throws(ArtifactError) -> (open: [OpenJudgement], summary: VerificationSummary) {
        while true {
            var open: [OpenJudgement] = []
            var summary = VerificationSummary()
            var merge = try ObjectMerge(expected, actual)
            while let pair = try next(&merge) {
                let judgement = judge.judge(pair)
                if case .settled(let outcome) = judgement {
                    summary.add(outcome.status, isAccepted: accepts(outcome.status, pair.hasEqualSizes))
                } else {
                    open.append(OpenJudgement(judgement: judgement, hasEqualSizes: pair.hasEqualSizes))
                }
            }
            if !merge.expectedIsInOrder {
                try expected.sort()
            } else if !merge.actualIsInOrder {
                try actual.sort()
            } else {
                expected.settle()
                actual.settle()
                summary.outsidePrefix = options.ignoresUnexpected ? 0 : actual.outsideCount
                return (open, summary)
            }
        }
    }

    /// The report, with what became of the judgements that were open.
    func report(
        _ open: [OpenJudgement], _ outcomes: [ComparisonOutcome], _ settled: VerificationSummary, _ remarks: [String]
    ) -> VerificationReport {
        var summary = settled
        for (judgement, outcome) in zip(open, outcomes) {
            if let proof = outcome.proof { summary.add(proof: proof.rawValue) }
            summary.add(outcome.status, isAccepted: accepts(outcome.status, judgement.hasEqualSizes))
        }
        return VerificationReport(
            expected: VerificationReport.Side(kind: expected.kind.rawValue, location: expected.location),
            actual: VerificationReport.Side(kind: actual.kind.rawValue, location: actual.location), summary: summary,
            comparesSizesOnly: options.comparesSizesOnly, remarks: remarks
        ) { body throws(ArtifactError) in try forEach(outcomes, body) }
    }

    private func forEach(
        _ outcomes: [ComparisonOutcome], _ body: VerificationReport.Body
    ) throws(ArtifactError) {
        var rest = outcomes.makeIterator()
        var merge = try ObjectMerge(expected, actual)
        while let pair = try next(&merge) {
            if case .settled(let outcome) = judge.judge(pair) {
                try body(comparison(of: pair, outcome))
            } else if let outcome = rest.next() {
                try body(comparison(of: pair, outcome))
            }
        }
    }

    private func next(_ merge: inout ObjectMerge) throws(ArtifactError) -> ObjectMerge.Pair? {
        while let pair = try merge.next() {
            if pair.expected != nil || !options.ignoresUnexpected { return pair }
        }
        return nil
    }

    private func comparison(of pair: ObjectMerge.Pair, _ outcome: ComparisonOutcome) -> ObjectComparison {
        let path = pair.expected?.path ?? pair.actual?.path ?? ""
        let left = pair.expected.map {
            ObjectComparison.State(size: $0.size, etag: outcome.expectedETag ?? $0.etag ?? $0.md5.map { ETag(md5: $0) })
        }
        let right = pair.actual.map {
            ObjectComparison.State(size: $0.size, etag: outcome.actualETag ?? $0.etag ?? $0.md5.map { ETag(md5: $0) })
        }
        return ObjectComparison(
            path: path, key: actual.key(of: path) ?? expected.key(of: path), status: outcome.status, expected: left,
            actual: right, reason: outcome.reason, proof: outcome.proof?.rawValue,
            isAccepted: accepts(outcome.status, pair.hasEqualSizes))
    }

    private func accepts(_ status: ObjectStatus, _ hasEqualSizes: Bool) -> Bool {
        switch status {
        case .same: true
        case .changed, .missing: false
        case .unexpected: options.allowsUnexpected
        case .unverifiable: options.allowsUnverifiable && hasEqualSizes
        }
    }
}

extension ObjectMerge.Pair {
    /// Whether both sizes are known and equal.
    fileprivate var hasEqualSizes: Bool { expected?.size != nil && expected?.size == actual?.size }
}
