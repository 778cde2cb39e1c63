extension BucketQuery {
    /// What is wrong with names and with objects by themselves.
    var nameSteps: [QueryStep] {
        let parts = dialect.parts("path")
        let name = dialect.element("i", of: "parts")
        let longest = BucketLimits.longestName
        return [
            QueryStep(
                "counted",
                "Paths that several objects have, and keys that are wrong by themselves with how often they are there. Of all others "
                    + "nothing is kept.",
                """
                SELECT bucket, prefix, path, count(*) AS times
                FROM objects
                GROUP BY bucket, prefix, path
                HAVING count(*) > 1 OR path = '' OR path LIKE '%/' OR \(dialect.bytes("prefix || path")) > \(BucketLimits.longestKey)
                """),
            QueryStep(
                "wrong_keys",
                "Markers, which fail the deployment, keys that S3 cannot have, and paths of several objects, each of which is one "
                    + "finding.",
                """
                SELECT bucket, prefix, rule, path, CASE WHEN rule = 'duplicate-path' THEN times END AS count
                FROM counted
                \(dialect.once(forEach: "rule", in: [
                    "CASE WHEN path <> '' AND path LIKE '%/' THEN 'folder-marker' END",
                    "CASE WHEN path = '' THEN 'prefix-marker' END",
                    "CASE WHEN \(dialect.bytes("prefix || path")) > \(BucketLimits.longestKey) THEN 'key-too-long' END",
                    "CASE WHEN \(isRepeated) THEN 'duplicate-path' END",
                ]))
                \(dialect.once(forEach: "time", upTo: "CASE WHEN rule = 'duplicate-path' THEN 1 ELSE times END"))
                WHERE rule IS NOT NULL
                """),
            QueryStep(
                "duplicates",
                "Paths of several objects, which can be there only if parts of the table do not belong together.",
                """
                SELECT bucket, prefix, path, times
                FROM counted
                WHERE \(isRepeated)
                """),
            QueryStep(
                "suspects", "The few paths that may hold a name which is wrong: only they are taken apart.",
                """
                SELECT bucket, prefix, path, \(parts) AS parts, CASE WHEN size = 0 THEN 1 ELSE 0 END AS is_empty
                FROM paths
                WHERE \(dialect.matches("path", NamePatterns.suspicious))
                  OR (length(path) > \(longest / 4) AND \(dialect.bytes("path")) > \(longest))
                  OR (size = 0 AND \(dialect.matches(lastName, NamePatterns.nonempty)))
                """),
            QueryStep(
                "names", "The directories and files of these paths, each once.",
                """
                SELECT DISTINCT bucket, prefix, \(dialect.joined(first: "i", of: "parts")) AS path, \(name) AS name,
                  CASE WHEN i < \(dialect.count("parts")) THEN 1 ELSE 0 END AS is_directory,
                  CASE WHEN i < \(dialect.count("parts")) THEN 0 ELSE is_empty END AS is_empty,
                  CASE WHEN i > 1 AND \(name) = '' THEN CASE WHEN \(dialect.element("i - 1", of: "parts")) = '' THEN 1 ELSE 0 END
                    ELSE 0 END AS is_repeated
                FROM suspects
                \(dialect.once(forEach: "i", upTo: dialect.count("parts")))
                WHERE i < \(dialect.count("parts")) OR \(name) <> ''
                """),
            QueryStep(
                "wrong_names", "What is wrong with each. Of a run of slashes the first says it all.",
                """
                SELECT DISTINCT bucket, prefix, rule, path, is_directory
                FROM names
                \(dialect.once(forEach: "rule", in: [
                    "CASE WHEN is_repeated = 0 AND \(dialect.matches("name", NamePatterns.blank)) THEN 'empty-name' END",
                    "CASE WHEN \(dialect.matches("name", NamePatterns.dots)) THEN 'dot-name' END",
                    "CASE WHEN \(dialect.matches("name", NamePatterns.null)) THEN 'null-byte' END",
                    "CASE WHEN \(dialect.bytes("name")) > \(longest) THEN 'name-too-long' END",
                    "CASE WHEN \(dialect.matches("name", NamePatterns.backslash)) THEN 'backslash-in-name' END",
                    "CASE WHEN is_empty = 1 AND \(dialect.matches("name", NamePatterns.nonempty)) AND NOT \(dialect.matches("path", NamePatterns.code)) THEN 'empty-weights' END",
                ]))
                WHERE rule IS NOT NULL
                """),
        ]
    }

    /// What is true of a path in the step `counted` that several objects have.
    private var isRepeated: String {
        "times > 1 AND path <> '' AND path NOT LIKE '%/' AND \(dialect.bytes("path")) <= \(BucketLimits.longestKey)"
    }

    private var lastName: String { dialect.group(0, of: NamePatterns.lastName, in: "path") }
}
