import Foundation
import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// Resources of CloudFormation with one thing changed anywhere in them: cfn-lint and this tool reject the same.
@Suite(.enabled(if: Peer.cfnLint.isWanted, "cfn-lint is not installed; Tests/run installs it"))
struct MutatedTemplateTests {
    /// The rules that say what a schema can say.
    private static let schemaRules: Set<String> = [
        "request-unknown-member", "request-missing-member", "request-wrong-type", "request-unknown-value",
        "request-pattern-mismatch", "request-length-out-of-range", "request-count-out-of-range",
        "request-number-out-of-range", "request-duplicate-element",
    ]

    private static let unanchored = "the schema's pattern has to match somewhere, the API's as a whole"

    /// Members of which the API demands more than the schemas in the registry, by the rules that say so.
    private static let exceptions: [(member: String, rules: Set<String>, reason: String)] = [
        (
            "PrimaryContainer.Environment", schemaRules,
            "the schema takes any JSON there, and the API texts of at most 1,024 bytes by at most 100 names"
        ),
        ("Specification.Container.Image", ["request-pattern-mismatch"], unanchored),
        ("Containers[0].Image", ["request-pattern-mismatch"], unanchored),
        ("Containers[0].ContainerHostname", ["request-pattern-mismatch"], unanchored),
        ("InstanceType", ["request-pattern-mismatch"], "the schema takes any text, and the API the types it has"),
        ("RuntimeConfig.CopyCount", ["request-wrong-type"], "cfn-lint takes a fraction for a whole number"),
    ]

    private static func isExcepted(_ finding: Finding) -> Bool {
        let path = finding.location.jsonPath ?? ""
        return exceptions.contains { path.contains($0.member) && $0.rules.contains(finding.rule) }
    }

    @Test func cfnLintRejectsTheSame() throws {
        var random = SplitMix64(seed: TestSeed.make())
        var cases: [(type: String, properties: JSONValue)] = []
        for (type, text) in TemplateResources.all {
            let whole = try TemplateResources.properties(text)
            cases.append((type, whole))
            for change in TemplateResources.changes(whole).shuffled(using: &random).prefix(TestScale.count(1000)) {
                let other = TemplateResources.changed(whole, change.path[...]) { _ in change.value }
                cases.append((type, try #require(other)))
            }
        }
        let pairs = cases.map { JSONValue.array([.string($0.type), $0.properties]) }
        let input = Data(JSONValue.array(pairs).compactJSON.utf8)
        let theirs = try JSONDecoder().decode([[[String]]].self, from: PythonScript.lintTemplates.run(input: input))
        #expect(theirs.count == cases.count && theirs.contains { !$0.isEmpty })
        for (item, said) in zip(cases, theirs) {
            let template = TemplateResources.template(item.type, item.properties)
            let ours = RequestInspector().inspect(Array(template.utf8), name: "t.json")
            if !said.isEmpty { #expect(ours.errors > 0, "\(said) \(template.prefix(3000))") }
            let ofSchema = ours.findings.filter { Self.schemaRules.contains($0.rule) && !Self.isExcepted($0) }
            if said.isEmpty { #expect(ofSchema.isEmpty, "\(template.prefix(3000))") }
        }
        // The resources themselves have nothing wrong.
        for (type, text) in TemplateResources.all {
            let template = TemplateResources.template(type, try TemplateResources.properties(text))
            let ours = RequestInspector().inspect(Array(template.utf8), name: "t.json")
            #expect(ours.findings.allSatisfy { !$0.rule.hasPrefix("request-") }, "\(ours.findings)")
        }
    }
}
