import ModelArtifacts
import Testing

@testable import SageMakerModel

@Suite struct RequestRuleTests {
    @Test(arguments: RequestCase.all) func findsTheBadAndNotTheGood(_ item: RequestCase) throws {
        let findings = RequestCase.findings(item.bad, deployment: item.deployment)
        #expect(findings.map(\.rule) == [item.rule])
        let finding = try #require(findings.first)
        #expect((finding.location.jsonPath ?? "") == item.path)
        #expect(finding.location.line == 1 && finding.location.column != nil && finding.byteOffset != nil)
        for word in item.words { #expect((finding.message + " " + finding.help).contains(word), "\(finding)") }
        #expect(RequestCase.findings(item.good, deployment: item.deployment).isEmpty)
    }

    /// Rules that need more than a request have tests of their own.
    static let others: Set<String> = [
        "request-etag-mismatch", "request-etag-not-reproduced", "request-target-lacks-data",
        "request-target-lacks-record", "mutable-artifact", "request-byte-order-mark", "request-target-changes-text",
        "request-target-resolves-reference", "request-target-requires", "request-malformed-definition",
        "create-model-direct-without-hostname", "request-manifest-of-other-data",
    ]

    @Test func everyRuleHasACase() {
        let covered = Set(RequestCase.all.map(\.rule)).union(Self.others)
        #expect(RequestRules.rules.map(\.id).filter { !covered.contains($0) } == [])
    }

    @Test func idsAreUniqueAndSorted() {
        let ids = RequestRules.rules.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test(arguments: RequestRules.rules) func isDocumented(_ rule: Rule) {
        #expect(["create-model-", "request-", "mutable-artifact"].contains { rule.id.hasPrefix($0) })
        #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix(".") && !rule.summary.contains("\n"))
        #expect(rule.explanation.hasSuffix(".") || rule.explanation.hasSuffix("\""))
        #expect(rule.explanation.count > 100)
        #expect(!rule.explanation.contains("\n") && !rule.explanation.contains("  "))
        #expect(!rule.remedy.isEmpty && !rule.remedy.hasSuffix("."))
        #expect(rule.example.bad != rule.example.good && rule.source.hasPrefix("https://"))
    }

    /// `String` takes U+212A, the sign for kelvin, for the letter K; the API does not.
    @Test func comparesNamesByteForByte() {
        let tag = Piece.request("{}", ", 'Tags': [{'\u{212A}ey': 'a', 'Value': 'b'}]")
        #expect(
            RequestCase.findings(tag).map(\.rule) == ["request-missing-member", "request-unknown-member"])
    }

    /// The motives of the whole module: what boto3 sends without complaint.
    @Test func whatBoto3LetsPass() {
        let long = "s3://mybucket/" + String(repeating: "k", count: 2986)
        let rules = { (place: String) in Set(RequestCase.findings(place).map(\.rule)) }
        #expect(rules(Piece.place("s3://mybucket/m")) == ["prefix-without-slash"])
        #expect(rules(Piece.place("s3://mybucket/m/", "S3Prefix", "Gzip")) == ["unsupported-combination"])
        #expect(
            rules(Piece.place("s3://mybucket/m", "S3Prefix", "GZIP")) == [
                "request-unknown-value", "prefix-without-slash",
            ])
        #expect(rules(Piece.place(long, "S3Object")) == ["request-length-out-of-range"])
        #expect(
            rules(Piece.place("nonsense", "Whatever", "GZIP")) == [
                "request-pattern-mismatch", "request-unknown-value",
            ])
    }
}
