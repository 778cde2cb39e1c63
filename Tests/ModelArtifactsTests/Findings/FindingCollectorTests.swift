import TestSupport
import Testing

@testable import ModelArtifacts

@Suite struct FindingCollectorTests {
    private static let rules = Array(RuleCatalog.rules.prefix(3))

    /// Against sorting everything: the first 1,000 of each rule in the order of reports, and exact counts.
    @Test func agreesWithSorting() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for round in 0..<6 {
            var all: [Finding] = []
            for _ in 0..<Int.random(in: 0...4000, using: &generator) {
                let rule = Self.rules.randomElement(using: &generator) ?? Self.rules[0]
                let path = ByteString("/opt/ml/model/\(UInt16.random(in: 0...3000, using: &generator))")
                let key =
                    Bool.random(using: &generator) ? ByteString("\(UInt8.random(in: 0...9, using: &generator))") : nil
                all.append(
                    Finding(
                        rule, "m\(UInt8.random(in: 0...255, using: &generator))", at: Location(key: key, path: path)))
            }
            let policy =
                round < 3
                ? RulePolicy()
                : RulePolicy(
                    ignored: round == 4 ? [Self.rules[0].id] : [], severities: [Self.rules[1].id: .note])
            let collector = FindingCollector(policy: policy)
            for finding in all { collector.report(finding) }
            let counted = all.filter { policy.applies($0.rule) }.map { finding in
                var finding = finding
                finding.severity = policy.severities[finding.rule] ?? finding.severity
                return finding
            }.sorted()
            let listed = Self.rules.flatMap { rule in counted.filter { $0.rule == rule.id }.prefix(1000) }.sorted()
            let what: Comment = "seed \(seed), round \(round)"
            #expect(collector.listed == listed, what)
            for severity in Severity.allCases {
                #expect(collector.count(severity) == counted.filter { $0.severity == severity }.count, what)
            }
            let truncated = Self.rules.map { rule in (rule.id, counted.filter { $0.rule == rule.id }.count) }
                .filter { $0.1 > 1000 }.sorted { $0.0 < $1.0 }
            #expect(collector.truncated.map(\.rule) == truncated.map(\.0), what)
            #expect(collector.truncated.map(\.total) == truncated.map(\.1), what)
        }
    }

    @Test func boundedHeapKeepsTheSmallest() {
        let rule = Self.rules[0]
        for limit in [1, 2, 3, 10] {
            var kept = BoundedFindings(limit: limit)
            let numbers = (0..<50).map { ($0 * 37) % 50 }
            for number in numbers { kept.insert(Finding(rule, String(format2: number))) }
            #expect(kept.total == 50)
            #expect(kept.kept.sorted().map(\.message) == (0..<limit).map { String(format2: $0) })
        }
    }
}

extension String {
    /// A number with two digits.
    fileprivate init(format2 number: Int) { self = (number < 10 ? "0" : "") + "\(number)" }
}
