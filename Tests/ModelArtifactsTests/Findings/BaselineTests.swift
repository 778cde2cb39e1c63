import TestSupport
import Testing

@testable import ModelArtifacts

/// Exceptions and baselines in the collector, against doing it by hand.
@Suite struct BaselineTests {
    private static let rules = Array(RuleCatalog.rules.prefix(3))

    private static func findings(_ count: Int, _ generator: inout SplitMix64) -> [Finding] {
        (0..<count).map { _ in
            let number = UInt16.random(in: 0...2000, using: &generator)
            return Finding(
                rules[Int.random(in: 0..<3, using: &generator)], "m\(UInt8.random(in: 0...3, using: &generator))",
                at: Location(path: ByteString("/opt/ml/model/\(number % 2 == 0 ? "even" : "odd")/\(number)")))
        }
    }

    private static func recorded(_ findings: [Finding]) -> Baseline {
        var policy = RulePolicy()
        policy.baseline = .record
        let collector = FindingCollector(policy: policy)
        for finding in findings { collector.report(finding) }
        #expect(collector.listed == [] && collector.truncated == [] && collector.known == findings.count)
        #expect(Severity.allCases.allSatisfy { collector.count($0) == 0 })
        return collector.baseline.recorded ?? Baseline()
    }

    @Test func onlyWhatIsNewIsReported() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for round in 0..<6 {
            let what: Comment = "seed \(seed), round \(round)"
            let old = Self.findings(Int.random(in: 0...6000, using: &generator), &generator)
            let new = Self.findings(Int.random(in: 0...6000, using: &generator), &generator)
            let gone = Int.random(in: 0...old.count, using: &generator)
            let present = (old.dropFirst(gone) + new).shuffled(using: &generator)
            let baseline = Self.recorded(old)
            #expect(baseline.count == old.count, what)

            var policy = RulePolicy(
                exceptions: round < 3
                    ? [] : [IgnoredFindings(rule: Self.rules[0].id, paths: [Glob("even/*")], reason: "r")])
            policy.baseline = .compare(baseline)
            let collector = FindingCollector(policy: policy)
            for finding in present { collector.report(finding) }

            var known: [FindingFingerprint: Int] = [:]
            for finding in old { known[finding.fingerprint, default: 0] += 1 }
            let excepted = present.filter { policy.excepts($0) }
            var expected: [Finding] = []
            for finding in present where !policy.excepts(finding) {
                if let left = known[finding.fingerprint], left > 0 {
                    known[finding.fingerprint] = left - 1
                } else {
                    expected.append(finding)
                }
            }
            #expect(collector.excepted == excepted.count, what)
            #expect(collector.known == present.count - excepted.count - expected.count, what)
            for severity in Severity.allCases {
                #expect(collector.count(severity) == expected.count { $0.severity == severity }, what)
            }
            let listed = Self.rules.flatMap { rule in expected.filter { $0.rule == rule.id }.sorted().prefix(1000) }
            #expect(collector.listed == listed.sorted(), what)
            let unmatched = collector.baseline.unmatched
            #expect(unmatched.reduce(0) { $0 + $1.count } == known.values.reduce(0, +), what)
            #expect(unmatched == unmatched.sorted(), what)
        }
    }

    @Test func aSecondRunOfTheSameIsSilent() {
        var generator = SplitMix64(seed: 7)
        let findings = Self.findings(5000, &generator)
        var policy = RulePolicy()
        policy.baseline = .compare(Self.recorded(findings))
        let collector = FindingCollector(policy: policy)
        for finding in findings.reversed() { collector.report(finding) }
        #expect(collector.listed == [] && collector.known == 5000 && collector.baseline.unmatched == [])
    }

    @Test func entriesAreSortedAndCounted() {
        var baseline = Baseline()
        let paths = ["/b", "/a", "/b", "/c", "/a", "/b"]
        for path in paths { _ = baseline.add(Finding(Self.rules[1], "m", at: Location(path: ByteString(path)))) }
        _ = baseline.add(Finding(Self.rules[0], "m", at: Location(path: "/z")))
        #expect(baseline.entries.map(\.location.path) == ["/z", "/a", "/b", "/c"])
        #expect(baseline.entries.map(\.count) == [1, 2, 3, 1])
        let isTwice = baseline.add(baseline.entries[0])
        #expect(!isTwice)
    }

    /// What is not applied cannot have gone.
    @Test func entriesOfRulesThatAreNotAppliedAreNotStale() {
        var baseline = Baseline()
        for rule in Self.rules { _ = baseline.add(Finding(rule, "m")) }
        var policy = RulePolicy(ignored: [Self.rules[0].id])
        policy.baseline = .compare(baseline)
        let outcome = BaselineOutcome(BaselineComparison(policy), policy: policy)
        #expect(outcome.stale.map(\.rule) == Self.rules.dropFirst().map(\.id))
    }

    @Test func aFindingThatIsAddedLaterIsFilteredToo() throws {
        var report = try ArtifactInspector().inspect(.none)
        let before = report.summary
        let finding = Finding(Self.rules[0], "m", at: Location(path: "/opt/ml/model/a"))
        var policy = RulePolicy(exceptions: [IgnoredFindings(rule: finding.rule, paths: [Glob("a")], reason: "r")])
        report.add(finding, policy: policy)
        #expect(report.summary.ignored == before.ignored + 1)
        var baseline = Baseline()
        _ = baseline.add(finding)
        policy = RulePolicy()
        policy.baseline = .compare(baseline)
        report.add(finding, policy: policy)
        #expect(report.summary.known == before.known + 1 && report.summary.errors == before.errors)
    }
}
