/// A query that applies the rules on the layout of models to a table of keys.
///
/// It is to find what ``ModelArtifacts/ArtifactInspector`` finds of a listing of the same keys for each model: the ids of rules, their
/// severities and the most lengths are taken from there, and the tests compare both on random buckets.
public struct BucketQuery: Hashable, Sendable {
    /// What the rows of the result are.
    public enum Result: Hashable, Sendable {
        /// A row a finding.
        case findings
        /// A row a model: its verdict, and sums.
        case summary
    }

    /// The engine that is to run it.
    public var dialect: SQLDialect
    /// The table of keys.
    public var table: KeyTable
    /// Where models begin.
    public var models: ModelPlaces
    /// The bucket to look at; nil for all that the table has keys of.
    public var bucket: String?
    /// What the keys begin with that are looked at. It ends with a slash or is empty.
    public var prefix = ""
    /// What the rows are.
    public var result = Result.findings
    /// Whether names that differ only by case are looked for, which costs more than all other rules together.
    public var findsCaseClashes = false

    /// The query for a table, with a row a finding, over all of its buckets.
    public init(_ dialect: SQLDialect, _ table: KeyTable, models: ModelPlaces) {
        self.dialect = dialect
        self.table = table
        self.models = models
    }

    /// The query, ending with a semicolon and a line feed. The same query is always the same text.
    public var text: String {
        let steps = keySteps + modelSteps + nameSteps + clashSteps + weightsSteps + totalSteps + resultSteps
        return QueryStep.comment(heading).joined(separator: "\n") + "\nWITH\n"
            + steps.map(\.text).joined(separator: ",\n") + "\n" + selection + ";\n"
    }

    private var heading: String {
        switch result {
        case .findings:
            "What would fail or surprise when the models are deployed: a row a finding, as 'optml check' has them."
        case .summary: "Which models would fail to deploy: a row a model, with the findings of 'optml check' counted."
        }
    }

    private var selection: String {
        switch result {
        case .findings:
            """
            SELECT bucket, prefix, rule, severity, key, path, count
            FROM findings
            ORDER BY bucket NULLS FIRST, prefix NULLS FIRST, \(severityRank), rule, key NULLS FIRST, path
            """
        case .summary:
            """
            SELECT bucket, prefix, verdict, errors, warnings, notes, objects, files, bytes
            FROM summaries
            ORDER BY bucket, prefix
            """
        }
    }

    private var severityRank: String { "CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END" }
}
