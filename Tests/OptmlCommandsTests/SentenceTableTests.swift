import ModelArtifacts
import TestSupport
import Testing

@testable import OptmlCommands

/// The table of what the API page says, and the rules that there are. A test with botocore compares the sentences.
@Suite struct SentenceTableTests {
    @Test func everySentenceHasRulesOrAReason() throws {
        let rows = try SentenceTable.rows()
        #expect(rows.count > 100)
        for row in rows { #expect(row.rules.isEmpty != row.reason.isEmpty, "\(row.sentence)") }
        let known = Set(AllRules.rules.map(\.id))
        #expect(Set(rows.flatMap(\.rules)).subtracting(known) == [])
    }

    /// A rule about requests that no sentence of the page leads to has another source.
    @Test func rulesOfThePageAreInTheTable() throws {
        let named = Set(try SentenceTable.rows().flatMap(\.rules))
        let pages = ["API_CreateModel", "API_ContainerDefinition", "API_S3ModelDataSource", "API_VpcConfig"]
        let prose = AllRules.rules.filter { rule in
            rule.id.hasPrefix("create-model-") && pages.contains { rule.source.hasSuffix($0 + ".html") }
        }
        #expect(prose.count > 15)
        #expect(prose.map(\.id).filter { !named.contains($0) } == [])
    }
}
