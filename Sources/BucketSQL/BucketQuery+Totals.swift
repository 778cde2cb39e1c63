import ModelArtifacts

extension BucketQuery {
    /// Sums a model, and the keys of none.
    var totalSteps: [QueryStep] {
        [
            QueryStep(
                "stored", "The objects with what they have to be restored from before they can be read, if anything.",
                """
                SELECT bucket, prefix, key, size,
                  CASE WHEN path = '' OR path LIKE '%/' OR \(dialect.bytes("path")) > \(BucketLimits.longestKey) THEN 0 ELSE 1 END AS is_file,
                  CASE
                    WHEN storage_class = 'GLACIER' THEN 1
                    WHEN storage_class = 'DEEP_ARCHIVE' THEN 2
                    WHEN tier IN ('ARCHIVE', 'ARCHIVE_ACCESS') THEN 3
                    WHEN tier IN ('DEEP_ARCHIVE', 'DEEP_ARCHIVE_ACCESS') THEN 4
                  END AS archive
                FROM objects
                """),
            QueryStep(
                "totals", "The sums of each model that has objects.",
                """
                SELECT bucket, prefix, count(*) AS objects, sum(is_file) AS files,
                  sum(CASE WHEN is_file = 1 THEN size END) AS bytes,
                \(Self.archives.map { archive in
                    "  sum(CASE WHEN archive = \(archive) THEN 1 ELSE 0 END) AS archived_\(archive), "
                        + "min(CASE WHEN archive = \(archive) THEN key END) AS archived_key_\(archive)"
                }.joined(separator: ",\n"))
                FROM stored
                GROUP BY bucket, prefix
                """),
            allModels, wrongModels,
        ]
    }

    /// Storage classes and tiers, as the step `stored` numbers them.
    private static let archives = Array(1...4)

    /// All that is said of models as wholes comes of one step, since most engines run a step as often as it stands in the text, and with
    /// this one the whole scan.
    private var allModels: QueryStep {
        let names = ["objects", "files", "bytes"] + Self.archives.map { "archived_\($0)" }
        let counts = names.map { "coalesce(t.\($0), 0) AS \($0)" }
        let keys = Self.archives.map { "t.archived_key_\($0)" }
        let sums = (counts + keys).joined(separator: ", ")
        return switch models {
        case .table:
            QueryStep(
                "all_models",
                "The sums of all models, also of those that have no objects, and whether they lie in other models.",
                """
                SELECT m.bucket, m.prefix, m.given, CASE WHEN inner_models.prefix IS NULL THEN 0 ELSE 1 END AS is_inner,
                  \(sums)
                FROM models AS m
                LEFT JOIN totals AS t ON t.bucket = m.bucket AND t.prefix = m.prefix
                LEFT JOIN (
                  SELECT DISTINCT n.bucket, n.prefix
                  FROM models AS n
                  JOIN depths AS d ON d.depth < n.depth
                  JOIN models AS o ON o.bucket = n.bucket AND o.depth = d.depth AND o.prefix = CASE WHEN d.depth = 0 THEN ''
                    ELSE \(dialect.joined(first: "d.depth", of: dialect.parts("n.prefix"))) || '/' END
                ) AS inner_models ON inner_models.bucket = m.bucket AND inner_models.prefix = m.prefix
                """)
        case .depth:
            QueryStep(
                "all_models", "The models; a prefix that has no objects cannot be known.",
                "SELECT t.bucket, t.prefix, t.prefix AS given, 0 AS is_inner,\n  \(sums)\nFROM totals AS t")
        }
    }

    private var wrongModels: QueryStep {
        let (emptyPlace, slashPlace, backslashPlace, outsidePlace) = (5, 6, 7, 8)
        func pick(_ column: String) -> String {
            Self.archives.map { "WHEN \($0) THEN \(column)\($0)" }.joined(separator: " ")
        }
        let archives = Self.archives.map { "archived_\($0), archived_key_\($0)" }.joined(separator: ", ")
        let nothing = Self.archives.map { _ in "0, NULL" }.joined(separator: ", ")
        let condition = [
            Self.archives.map { "WHEN \($0) THEN archived_\($0) > 0" }.joined(separator: " "),
            "WHEN \(emptyPlace) THEN prefix IS NOT NULL AND files = 0",
            "WHEN \(slashPlace) THEN given <> prefix",
            "WHEN \(backslashPlace) THEN \(dialect.matches("given", NamePatterns.backslash))",
            "WHEN \(outsidePlace) THEN prefix IS NULL AND outside > 0",
        ].joined(separator: "\n  ")
        return QueryStep(
            "wrong_models",
            "What is wrong with models as wholes: objects that GetObject cannot read, a row a class; no objects; a prefix without a "
                + "slash or with a backslash. And a row a bucket for the keys that lie in no model.",
            """
            SELECT bucket, prefix, CASE WHEN place < \(emptyPlace) THEN 'archived-object' WHEN place = \(emptyPlace) THEN 'no-objects'
                WHEN place = \(slashPlace) THEN 'prefix-without-slash' WHEN place = \(backslashPlace) THEN 'backslash-in-name'
                ELSE 'key-outside-prefix' END AS rule,
              CASE place \(pick("archived_key_")) WHEN \(emptyPlace) THEN nullif(prefix, '') ELSE given END AS key,
              CASE place \(pick("archived_")) WHEN \(outsidePlace) THEN outside END AS count
            FROM (
              SELECT *, sum(keys) OVER (PARTITION BY bucket) AS outside
              FROM (
                SELECT bucket, prefix, given, files, \(archives),
                  CASE WHEN is_inner = 1 THEN 0 ELSE 0 - objects END AS keys
                FROM all_models
                UNION ALL
                SELECT bucket, NULL, NULL, 0, \(nothing), count(*) AS keys
                FROM current_keys
                GROUP BY bucket
              ) AS told
            ) AS summed
            \(dialect.once(forEach: "place", upTo: "\(outsidePlace)"))
            WHERE CASE place \(condition) END
            """)
    }
}
