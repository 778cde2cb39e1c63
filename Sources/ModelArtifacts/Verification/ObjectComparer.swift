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

    /// What a first pass has found.
    struct Findings {
        /// What remains to be done, in order.
        var open: [OpenJudgement] = []
        /// What is settled.
        var summary = VerificationSummary()
        /// What is settled and not the same, in order; nil if it is more than is kept.
        fileprivate var differences: [(pair: ObjectMerge.Pair, outcome: ComparisonOutcome)]? = []
        /// The bytes of the paths of all differences so far.
        fileprivate var pathBytes = 0
    }

    /// Goes through both sides. Those that are not in order are sorted.
    ///
    /// - Throws: ``ArtifactError``.
    func begin() throws(ArtifactError) -> Findings {
        while true {
            var findings = Findings()
            var merge = try ObjectMerge(expected, actual, passesSame: judge.trustsSameETags)
            while let pair = try next(&merge) { note(pair, in: &findings) }
            findings.summary.add(.same, count: merge.passed)
            let unsorted =
                (merge.expectedIsInOrder ? [] : [expected]) + (merge.actualIsInOrder ? [] : [actual])
            guard unsorted.isEmpty else {
                try ComparedSide.sort(unsorted)
                continue
            }
            expected.settle()
            actual.settle()
            findings.summary.outsidePrefix = options.ignoresUnexpected ? 0 : actual.outsideCount
            return findings
        }
    }

    private func note(_ pair: ObjectMerge.Pair, in findings: inout Findings) {
        let judgement = judge.judge(pair)
        guard case .settled(let outcome) = judgement else {
            return findings.open.append(OpenJudgement(judgement: judgement, hasEqualSizes: pair.hasEqualSizes))
        }
        findings.summary.add(outcome.status, isAccepted: accepts(outcome.status, pair.hasEqualSizes))
        guard outcome.status != .same else { return }
        findings.pathBytes += (pair.expected?.path.count ?? 0) + (pair.actual?.path.count ?? 0)
        if findings.differences?.count == options.keptDifferences || findings.pathBytes > options.keptPathBytes {
            findings.differences = nil
        }
        findings.differences?.append((pair, outcome))
    }

    /// The report, with what became of the judgements that were open.
    func report(
        _ findings: Findings, _ outcomes: [ComparisonOutcome], _ remarks: [String]
    ) -> VerificationReport {
        var summary = findings.summary
        for (judgement, outcome) in zip(findings.open, outcomes) {
            if let proof = outcome.proof { summary.add(proof: proof.rawValue) }
            summary.add(outcome.status, isAccepted: accepts(outcome.status, judgement.hasEqualSizes))
        }
        // What was open is among the others, in order.
        let differences = findings.open.isEmpty ? findings.differences : nil
        return VerificationReport(
            expected: VerificationReport.Side(kind: expected.kind.rawValue, location: expected.location),
            actual: VerificationReport.Side(kind: actual.kind.rawValue, location: actual.location), summary: summary,
            comparesSizesOnly: options.comparesSizesOnly, remarks: remarks
        ) { body throws(ArtifactError) in
            try forEach(outcomes, passesSame: false, body)
        } differences: { body throws(ArtifactError) in
            if let differences {
                for (pair, outcome) in differences { try body(comparison(of: pair, outcome)) }
            } else {
                try forEach(outcomes, passesSame: judge.trustsSameETags) { comparison throws(ArtifactError) in
                    if comparison.status != .same { try body(comparison) }
                }
            }
        }
    }

    private func forEach(
        _ outcomes: [ComparisonOutcome], passesSame: Bool, _ body: VerificationReport.Body
    ) throws(ArtifactError) {
        var rest = outcomes.makeIterator()
        var merge = try ObjectMerge(expected, actual, passesSame: passesSame)
        while let pair = try next(&merge) {
            if case .settled(let outcome) = judge.judge(pair) {
                try body(comparison(of: pair, outcome))
            } else {
                guard let outcome = rest.next() else { throw changed }
                try body(comparison(of: pair, outcome))
            }
        }
        guard merge.expectedIsInOrder, merge.actualIsInOrder, rest.next() == nil else { throw changed }
    }

    /// Both sides are read again for a report, so that they have to be what they were.
    private var changed: ArtifactError {
        ArtifactError(
            .changedWhileRead,
            "\(expected.location) or \(actual.location): changed while it was read; run this again when nothing writes it"
        )
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
