import ModelArtifacts

extension BucketQuery {
    /// The ids of the rules that the queries apply, sorted.
    public static let ruleIDs = [
        "archived-object", "backslash-in-name", "case-clash", "dot-name", "duplicate-path", "empty-name",
        "empty-weights",
        "folder-marker", "key-outside-prefix", "key-too-long", "missing-shard", "name-clash", "name-too-long",
        "no-objects",
        "null-byte", "prefix-marker", "prefix-without-slash",
    ]

    var resultSteps: [QueryStep] {
        result == .findings ? [findings] : [findings, summaries]
    }

    private var findings: QueryStep {
        func row(
            _ rule: String, from table: String, where condition: String? = nil,
            key: String? = nil, path: String? = nil, count: String? = nil, severity: String? = nil
        ) -> String {
            let text = "cast(NULL AS \(dialect.text))"
            let key = key ?? (path.map { "prefix || \($0)" } ?? text)
            return
                "SELECT bucket, prefix, \(rule) AS rule, \(severity ?? text) AS own_severity, \(key) AS key, "
                + "\(path ?? text) AS path, cast(\(count ?? "NULL") AS bigint) AS count\n  FROM \(table)"
                + (condition.map { " WHERE " + $0 } ?? "")
        }
        var rows = [
            row("rule", from: "wrong_keys", path: "path", count: "count"),
            row("rule", from: "wrong_names", path: "path"),
            row("'name-clash'", from: "clashes", path: "path", count: "files"),
            row("rule", from: "wrong_weights", path: "path", count: "count", severity: "severity"),
            row("rule", from: "wrong_models", key: "key", count: "count"),
        ]
        if findsCaseClashes {
            rows.insert(row("'case-clash'", from: "alike", where: "entry <> first_entry", path: "entry"), at: 3)
        }
        return QueryStep(
            "findings",
            "All findings, with their severities and the paths that files and directories would have in the container.",
            "SELECT bucket, prefix, rule, coalesce(own_severity, \(severityCase)) AS severity, key,\n"
                + "  \(dialect.literal(ModelDirectory.path.description + "/")) || path AS path, count\nFROM (\n  "
                + rows.joined(separator: "\n  UNION ALL\n  ") + "\n) AS found")
    }

    /// The severity that each rule has.
    private var severityCase: String {
        let rules = RuleCatalog.rules.filter { Self.ruleIDs.contains($0.id) && $0.severity != .error }
        let cases = [Severity.warning, .note].compactMap { severity -> String? in
            let ids = rules.filter { $0.severity == severity }.map { "'\($0.id)'" }
            return ids.isEmpty ? nil : " WHEN rule IN (\(ids.joined(separator: ", "))) THEN '\(severity.rawValue)'"
        }
        return "CASE" + cases.joined() + " ELSE 'error' END"
    }

    private var summaries: QueryStep {
        QueryStep(
            "summaries", "A row a model: the severity of its worst finding as the verdict, and its sums.",
            """
            SELECT m.bucket, m.prefix, CASE WHEN f.errors > 0 THEN 'error' WHEN f.warnings > 0 THEN 'warning'
                WHEN f.notes > 0 THEN 'note' ELSE 'ok' END AS verdict,
              coalesce(f.errors, 0) AS errors, coalesce(f.warnings, 0) AS warnings, coalesce(f.notes, 0) AS notes,
              m.objects, m.files - coalesce(f.repeated, 0) AS files, m.bytes
            FROM all_models AS m
            LEFT JOIN (
              SELECT bucket, prefix, sum(CASE WHEN severity = 'error' THEN 1 ELSE 0 END) AS errors,
                sum(CASE WHEN severity = 'warning' THEN 1 ELSE 0 END) AS warnings,
                sum(CASE WHEN severity = 'note' THEN 1 ELSE 0 END) AS notes,
                sum(CASE WHEN rule = 'duplicate-path' THEN count - 1 ELSE 0 END) AS repeated
              FROM findings
              GROUP BY bucket, prefix
            ) AS f ON f.bucket = m.bucket AND f.prefix = m.prefix
            """)
    }
}
