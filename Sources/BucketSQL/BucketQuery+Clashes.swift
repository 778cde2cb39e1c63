extension BucketQuery {
    /// Paths that are a file and a directory, and names that differ only by case.
    var clashSteps: [QueryStep] {
        let parts = dialect.parts("parent")
        // A pattern with a group for the directory would take five times as long.
        let parent =
            "substr(path, 1, length(path) - length(\(dialect.group(0, of: NamePatterns.lastName, in: "path"))) - 1)"
        let steps = [
            QueryStep(
                "parents",
                "The directories that hold files directly, which are few, with their number. Of a path that several objects have, one "
                    + "counts.",
                """
                SELECT bucket, prefix, parent, sum(files) AS files
                FROM (
                  SELECT bucket, prefix, \(parent) AS parent, 1 AS files
                  FROM paths
                  WHERE is_file = 1 AND path LIKE '%/%'
                  UNION ALL
                  SELECT bucket, prefix, \(parent) AS parent, 1 - times AS files
                  FROM duplicates
                  WHERE path LIKE '%/%'
                ) AS held
                GROUP BY bucket, prefix, parent
                """),
            QueryStep(
                "directories",
                "These and the directories above them, with the number of files below each at any depth.",
                """
                SELECT bucket, prefix, \(dialect.joined(first: "i", of: parts)) AS path, sum(files) AS files
                FROM parents
                \(dialect.once(forEach: "i", upTo: dialect.count(parts)))
                GROUP BY bucket, prefix, \(dialect.joined(first: "i", of: parts))
                """),
            QueryStep(
                "clashes",
                "Files that have the path of a directory. The join is by the whole path, so no model is one worker's alone.",
                """
                SELECT DISTINCT p.bucket, p.prefix, p.path, d.files
                FROM paths AS p
                JOIN directories AS d ON d.bucket = p.bucket AND d.prefix = p.prefix AND d.path = p.path
                WHERE p.is_file = 1
                """),
        ]
        return findsCaseClashes ? steps + caseSteps : steps
    }

    private var caseSteps: [QueryStep] {
        let parts = dialect.parts("path")
        let name = dialect.group(0, of: NamePatterns.lastName, in: "entry")
        return [
            QueryStep(
                "entries", "The files and directories, each once; what is both is two entries.",
                """
                SELECT DISTINCT bucket, prefix, \(dialect.joined(first: "i", of: parts)) AS entry,
                  CASE WHEN i < \(dialect.count(parts)) THEN 1 ELSE 0 END AS is_directory
                FROM paths
                \(dialect.once(forEach: "i", upTo: dialect.count(parts)))
                WHERE i < \(dialect.count(parts)) OR is_file = 1
                """),
            QueryStep(
                "alike", "In each directory, the first of the names that differ only by case.",
                """
                SELECT bucket, prefix, entry,
                  min(entry) OVER (PARTITION BY bucket, prefix, folder, lower(name)) AS first_entry
                FROM (
                  SELECT bucket, prefix, entry, \(name) AS name,
                    substr(entry, 1, length(entry) - length(\(name))) AS folder
                  FROM entries
                ) AS named
                """),
        ]
    }
}
