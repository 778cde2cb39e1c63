import ModelArtifacts
import Testing

@Suite struct RuleCatalogTests {
    @Test func idsAreUniqueAndSorted() {
        let ids = RuleCatalog.rules.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test(arguments: RuleCatalog.rules) func isDocumented(_ rule: Rule) throws {
        let words = rule.id.split(separator: "-", omittingEmptySubsequences: false)
        #expect(words.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) } })
        #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix(".") && !rule.summary.contains("\n"))
        #expect(rule.explanation.hasSuffix(".") && rule.explanation.count > 100)
        #expect(!rule.explanation.contains("\n") && !rule.explanation.contains("  "))
        #expect(!rule.remedy.isEmpty && !rule.remedy.hasSuffix(".") && rule.remedy.first?.isLowercase ?? false)
        #expect(!rule.example.bad.isEmpty && !rule.example.good.isEmpty && rule.example.bad != rule.example.good)
        let isPath = rule.source.hasSuffix(".md") && !rule.source.hasPrefix("/")
        #expect(rule.source.hasPrefix("https://") || isPath)
    }
}
