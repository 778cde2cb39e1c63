import Testing

@testable import ModelArtifacts

@Suite struct RuleCaseTests {
    @Test(arguments: RuleCase.all) func finds(_ ruleCase: RuleCase) {
        let findings = ruleCase.artifact.findings()
        let found = findings.filter { $0.rule == ruleCase.rule }
        #expect(found.isEmpty != ruleCase.isBad, "\(findings)")
        guard ruleCase.isBad else { return }
        if let severity = ruleCase.severity { #expect(found.allSatisfy { $0.severity == severity }, "\(found)") }
        let errors = Set(findings.filter { $0.severity == .error }.map(\.rule)).subtracting([ruleCase.rule])
        #expect(errors == ruleCase.otherErrors)
    }

    /// Messages lead with the specific, stay on one line and have no final period; every finding says what to do.
    @Test(arguments: RuleCase.all.filter(\.isBad)) func words(_ ruleCase: RuleCase) {
        for finding in ruleCase.artifact.findings() {
            #expect(!finding.message.contains("\n") && !finding.message.hasSuffix("."))
            #expect(
                finding.message.hasPrefix("'") || finding.rule == "empty-name"
                    || finding.rule == "unsupported-combination")
            #expect(!finding.help.isEmpty && !finding.help.hasSuffix("."))
        }
    }

    @Test(arguments: RuleCatalog.rules) func hasCases(_ rule: Rule) {
        let cases = RuleCase.all.filter { $0.rule == rule.id }
        #expect(cases.contains { $0.isBad })
        #expect(cases.contains { !$0.isBad })
    }

    @Test func namesOnlyKnownRules() {
        let ids = Set(RuleCatalog.rules.map(\.id))
        #expect(RuleCase.all.allSatisfy { ids.contains($0.rule) && ids.isSuperset(of: $0.otherErrors) })
    }

    @Test func findsTheSameInAnyOrderOfKeys() {
        let keys: [ByteString] = ["m/weights", "m/weights-old", "m/weights/part1", "m/Weights", "m/weights.d/part1"]
        let expected = Artifact.listing("s3://mybucket/m/", keys).findings()
        #expect(expected.map(\.rule).contains("name-clash"))
        for turn in 1..<keys.count {
            let turned = Array(keys[turn...] + keys[..<turn])
            #expect(Artifact.listing("s3://mybucket/m/", turned).findings() == expected)
            #expect(Artifact.listing("s3://mybucket/m/", turned.reversed()).findings() == expected)
        }
    }
}
