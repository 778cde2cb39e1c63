/// One bad pattern that is looked for: its name, how much it matters, and its documentation.
public struct Rule: Hashable, Sendable, Identifiable {
    /// What to do against it and what it looks like.
    public struct Example: Hashable, Sendable {
        /// What gives the finding.
        public let bad: String
        /// What does not.
        public let good: String

        package init(bad: String, good: String) {
            self.bad = bad
            self.good = good
        }
    }

    /// The kebab-case name of the bad pattern. It never changes meaning.
    public let id: String
    /// How much a finding matters, unless the user says otherwise.
    public let severity: Severity
    /// One line on what is found.
    public let summary: String
    /// Why it matters.
    public let explanation: String
    /// What to do about it.
    public let remedy: String
    /// What it looks like, and what is right.
    public let example: Example
    /// The page that the rule comes from, mostly one of AWS.
    public let source: String

    package init(
        _ id: String, _ severity: Severity, _ summary: String, explanation: String, remedy: String, example: Example,
        source: String
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.explanation = explanation
        self.remedy = remedy
        self.example = example
        self.source = source
    }
}
