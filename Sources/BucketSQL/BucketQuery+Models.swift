import ModelArtifacts

extension BucketQuery {
    /// The models, and which objects belong to them.
    var modelSteps: [QueryStep] {
        let objects =
            switch models {
            case .table(let name): tabledObjects(name)
            case .depth(let depth): [objects(atDepth: depth)]
            }
        return objects + [
            QueryStep(
                "paths",
                "What gets a path below the model directory. A key that is too long for S3 gets none.",
                """
                SELECT *, CASE WHEN path LIKE '%/' THEN 0 ELSE 1 END AS is_file
                FROM objects
                WHERE path <> '' AND \(dialect.bytes("path")) <= \(BucketLimits.longestKey)
                """)
        ]
    }

    /// Objects below prefixes of a table.
    ///
    /// Joining by what keys begin with would compare each key with each prefix; so each is cut at the few depths that prefixes have.
    private func tabledObjects(_ name: TableName) -> [QueryStep] {
        let parts = dialect.parts("key")
        return [
            QueryStep(
                "models",
                "The prefixes of the models with a slash at the end, and how many components they have.",
                """
                SELECT bucket, prefix, \(dialect.count(dialect.parts("prefix"))) - 1 AS depth, min(given) AS given
                FROM (
                  SELECT bucket, prefix AS given,
                    CASE WHEN prefix = '' OR prefix LIKE '%/' THEN prefix ELSE prefix || '/' END AS prefix
                  FROM \(name.quoted(dialect))
                ) AS named
                \(modelsCondition)GROUP BY bucket, prefix
                """),
            QueryStep(
                "depths", "The few numbers of components that prefixes have.", "SELECT DISTINCT depth FROM models"),
            QueryStep(
                "cut_keys", "Each key once for every depth, with what it begins with down to there.",
                """
                SELECT k.*, d.depth,
                  CASE WHEN d.depth = 0 THEN ''
                    ELSE \(dialect.joined(first: "d.depth", of: parts)) || '/' END AS start
                FROM current_keys AS k
                JOIN depths AS d ON d.depth < \(dialect.count(parts))
                """),
            QueryStep(
                "objects", "The objects of the models, with their paths below the prefix.",
                """
                SELECT m.bucket, m.prefix, k.key, substr(k.key, length(m.prefix) + 1) AS path,
                  k.size, k.storage_class, k.tier
                FROM cut_keys AS k
                JOIN models AS m ON m.bucket = k.bucket AND m.prefix = k.start AND m.depth = k.depth
                """),
        ]
    }

    /// Keeps the models that lie in the place that is looked at.
    private var modelsCondition: String {
        var conditions = bucket.map { ["bucket = \(dialect.literal($0))"] } ?? []
        if !prefix.isEmpty {
            conditions.append("substr(prefix, 1, length(\(dialect.literal(prefix)))) = \(dialect.literal(prefix))")
        }
        return conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") + "\n"
    }

    /// Objects below all prefixes of a depth.
    private func objects(atDepth depth: Int) -> QueryStep {
        let found = dialect.group(0, of: Self.start(depth), in: keyBelowPrefix)
        let whole = prefix.isEmpty ? "start" : "\(dialect.literal(prefix)) || start"
        return QueryStep(
            "objects",
            "The objects that lie \(Plural.count(depth, "component")) deep or deeper, which is where the models begin.",
            """
            SELECT bucket, \(whole) AS prefix, key, substr(\(keyBelowPrefix), length(start) + 1) AS path, size, storage_class, tier
            FROM (
              SELECT *, \(found) AS start
              FROM current_keys
            ) AS k
            WHERE start <> ''
            """)
    }

    /// What matches the first components of a key.
    static func start(_ depth: Int) -> String { "\\A(?:[^/]*/){\(depth)}" }

    /// The part of a key that is looked at.
    var keyBelowPrefix: String { prefix.isEmpty ? "key" : "substr(key, length(\(dialect.literal(prefix))) + 1)" }
}
