/// A rule with more findings than a report lists.
public struct TruncatedRule: Hashable, Sendable {
    /// The id of the rule.
    public let rule: String
    /// The number of its findings, listed or not.
    public let total: Int

    package init(rule: String, total: Int) {
        self.rule = rule
        self.total = total
    }
}
