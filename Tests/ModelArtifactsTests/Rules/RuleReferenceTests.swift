import Testing

@testable import ModelArtifacts

@Suite struct RuleReferenceTests {
    @Test func writesATableAndASectionForEachRule() {
        let rule = Rule(
            "bad-thing", .warning, "a | b", explanation: "It is bad.", remedy: "undo it",
            example: Rule.Example(bad: "bad", good: "good"), source: "https://example.com/")
        let page = RuleReference.markdown(of: [rule])
        #expect(
            page.hasSuffix(
                """
                | rule | severity | what is found |
                |---|---|---|
                | [`bad-thing`](#bad-thing) | warning | a \\| b |

                ## bad-thing

                *warning*: a | b

                It is bad.

                **What to do:** undo it.

                Bad:

                ```text
                bad
                ```

                Good:

                ```text
                good
                ```

                Source: <https://example.com/>

                """))
    }

    @Test func holdsEveryRuleOnceInOrder() {
        let page = RuleReference.markdown(of: RuleCatalog.rules.reversed())
        let sections = page.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
        #expect(sections == RuleCatalog.rules.map(\.id))
    }
}
