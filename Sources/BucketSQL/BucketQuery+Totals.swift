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
            QueryStep(
                "archived", "The objects that GetObject cannot read, a row a model and class.",
                """
                SELECT bucket, prefix, \(pick("archived_key_")) AS key, \(pick("archived_")) AS count
                FROM totals
                \(dialect.once(forEach: "archive", upTo: "\(Self.archives.count)"))
                WHERE \(pick("archived_")) > 0
                """),
            allModels, outside,
        ]
    }

    /// Storage classes and tiers, as the step `stored` numbers them.
    private static let archives = Array(1...4)

    private func pick(_ column: String) -> String {
        "CASE archive " + Self.archives.map { "WHEN \($0) THEN \(column)\($0)" }.joined(separator: " ") + " END"
    }

    private var allModels: QueryStep {
        let columns =
            "coalesce(t.objects, 0) AS objects, coalesce(t.files, 0) AS files, coalesce(t.bytes, 0) AS bytes"
        return switch models {
        case .table:
            QueryStep(
                "all_models", "The sums of all models, also of those that have no objects.",
                """
                SELECT m.bucket, m.prefix, m.given, \(columns)
                FROM models AS m
                LEFT JOIN totals AS t ON t.bucket = m.bucket AND t.prefix = m.prefix
                """)
        case .depth:
            QueryStep(
                "all_models", "The models; a prefix that has no objects cannot be known.",
                "SELECT t.bucket, t.prefix, t.prefix AS given, \(columns)\nFROM totals AS t")
        }
    }

    private var outside: QueryStep {
        switch models {
        case .depth(let depth):
            QueryStep(
                "outside", "The keys that are too short to lie in a model, a row a bucket.",
                """
                SELECT bucket, count(*) AS count
                FROM current_keys
                WHERE NOT \(dialect.matches(keyBelowPrefix, Self.start(depth)))
                GROUP BY bucket
                """)
        case .table:
            QueryStep(
                "outside",
                "The keys that lie in no model, a row a bucket. Models that lie in others are left out of the sum.",
                """
                SELECT listed.bucket, listed.keys - coalesce(covered.keys, 0) AS count
                FROM (SELECT bucket, count(*) AS keys FROM current_keys GROUP BY bucket) AS listed
                LEFT JOIN (
                  SELECT t.bucket, sum(t.objects) AS keys
                  FROM totals AS t
                  LEFT JOIN (
                    SELECT DISTINCT m.bucket, m.prefix
                    FROM models AS m
                    JOIN depths AS d ON d.depth < m.depth
                    JOIN models AS o ON o.bucket = m.bucket AND o.depth = d.depth AND o.prefix = CASE WHEN d.depth = 0 THEN ''
                      ELSE \(dialect.joined(first: "d.depth", of: dialect.parts("m.prefix"))) || '/' END
                  ) AS inner_models ON inner_models.bucket = t.bucket AND inner_models.prefix = t.prefix
                  WHERE inner_models.bucket IS NULL
                  GROUP BY t.bucket
                ) AS covered ON covered.bucket = listed.bucket
                WHERE listed.keys > coalesce(covered.keys, 0)
                """)
        }
    }
}
