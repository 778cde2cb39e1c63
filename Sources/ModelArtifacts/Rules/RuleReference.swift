/// The reference page of rules, written from the rules themselves.
package enum RuleReference {
    /// The page: a table of all rules and a section for each.
    package static func markdown(of rules: [Rule]) -> String { markdown(of: rules) { _ in nil } }

    /// The page with a block at the end of each section that shows the rule at work.
    ///
    /// - Throws: what `session` throws.
    package static func markdown(of rules: [Rule], session: (Rule) throws -> String?) rethrows -> String {
        let rules = rules.sorted { ByteString($0.id) < ByteString($1.id) }
        let rows = rules.map { "| [`\($0.id)`](#\($0.id)) | \($0.severity.rawValue) | \(cell($0.summary)) |\n" }
        let sections = try rules.map { section($0, try session($0)) }
        return """
            # Rules

            Each rule looks for one bad pattern and is named after it. An *error* means that the deployment fails, or that \
            a file is lost or not what its owner thinks; a *warning* is probably a mistake; a *note* is worth knowing. \
            `optml rules RULE` shows a section of this page. The page is generated from the rules; the commands in it are run in an \
            empty folder by the tests, and what stands below them is what they print.

            | rule | severity | what is found |
            |---|---|---|

            """ + rows.joined() + sections.joined()
    }

    private static func section(_ rule: Rule, _ session: String?) -> String {
        """

        ## \(rule.id)

        *\(rule.severity.rawValue)*: \(rule.summary)

        \(explanation(of: rule))

        """ + (session.map { "\nIn a terminal:\n\n\($0)\n" } ?? "")
    }

    /// All about one rule but its name: why it matters, what to do, examples, the source.
    package static func explanation(of rule: Rule) -> String {
        """
        \(rule.explanation)

        **What to do:** \(rule.remedy).

        Bad:

        \(block(rule.example.bad))

        Good:

        \(block(rule.example.good))

        Source: \(source(rule.source))
        """
    }

    private static func block(_ text: String) -> String {
        let fence = text.contains("```") ? "````" : "```"
        return "\(fence)text\n\(text)\n\(fence)"
    }

    private static func source(_ source: String) -> String {
        source.hasPrefix("https://") ? "<\(source)>" : "`\(source)`"
    }

    /// A bar would end the cell of a table.
    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
