import ModelArtifacts

extension BucketQuery {
    /// Weights in several files of which some are missing.
    var weightsSteps: [QueryStep] {
        let d = dialect
        let name = d.group(0, of: NamePatterns.lastName, in: "path")
        func numbered(_ group: Int) -> String { d.group(group, of: NamePatterns.numbered, in: "name") }
        func indexed(_ group: Int) -> String { d.group(group, of: NamePatterns.index, in: "name") }
        let isNumbered = d.matches("name", NamePatterns.numbered)
        let set = "bucket, prefix, folder, kind, whole, stem, total"
        let weights = "PARTITION BY bucket, prefix, folder, whole"
        let folders = d.parts("folder")
        let depth = d.count(folders)
        return [
            QueryStep(
                "weight_files", "The few files that are shards, indexes of shards, or what shards may be split from.",
                """
                SELECT bucket, prefix, substr(path, 1, length(path) - length(\(name))) AS folder, \(name) AS name, min(size) AS size
                FROM paths
                WHERE is_file = 1 AND \(d.matches("path", NamePatterns.weights))
                GROUP BY bucket, prefix, path
                """),
            QueryStep(
                "numbers", "The numbers in the names of shards: 2 and 3 in 'model-00002-of-00003.safetensors'.",
                """
                SELECT bucket, prefix, folder, name, size,
                  CASE WHEN \(isNumbered) THEN \(numbered(1)) END AS stem,
                  CASE WHEN \(isNumbered) THEN cast(\(numbered(2)) AS integer) END AS number,
                  CASE WHEN \(isNumbered) THEN cast(\(numbered(3)) AS integer) END AS total,
                  CASE WHEN \(isNumbered) THEN \(numbered(4)) END AS ending
                FROM weight_files
                """),
            QueryStep(
                "weight_kinds", "What each file is, and the name that the whole of the shards would have in one file.",
                """
                SELECT *,
                  CASE kind WHEN 'shard' THEN stem || ending
                    WHEN 'index' THEN \(indexed(1)) || '.' || \(indexed(2)) ELSE name END AS whole
                FROM (
                  SELECT *,
                    CASE
                      WHEN total > 0 AND number <= total AND (ending <> '' OR stem LIKE '%.data')
                        AND \(d.matches("name", NamePatterns.usual)) THEN 'shard'
                      WHEN \(d.matches("name", NamePatterns.index)) THEN 'index'
                      WHEN \(d.matches("name", NamePatterns.whole)) THEN 'file'
                    END AS kind
                  FROM numbers
                ) AS told
                WHERE kind IS NOT NULL
                """),
            QueryStep(
                "numbered",
                "The shards in their order, with the number that is next before each. Most count from 1, some from 0.",
                """
                SELECT *, greatest(start, coalesce(previous + 1, start)) AS next
                FROM (
                  SELECT *,
                    CASE WHEN ending = '' OR first_value(number) OVER (PARTITION BY \(set) ORDER BY number) = 0
                      THEN 0 ELSE 1 END AS start,
                    max(number) OVER (PARTITION BY \(set) ORDER BY number
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS previous
                  FROM weight_kinds
                ) AS ordered
                """),
            QueryStep(
                "sets", "The sets of shards, with how many are missing between them and behind the last.",
                """
                SELECT \(set), first_name, bytes,
                  gaps + greatest(0, CASE WHEN start = 0 AND next <= total THEN total ELSE total + 1 END - next) AS missing
                FROM (
                  SELECT \(set), min(name) AS first_name, min(start) AS start, sum(greatest(0, number - next)) AS gaps,
                    max(greatest(next, number + 1)) AS next,
                    CASE WHEN count(size) = count(*) THEN sum(size) END AS bytes
                  FROM numbered
                  GROUP BY \(set)
                ) AS counted_sets
                """),
            QueryStep(
                "anchored",
                "The sets by the folders in which an index may speak of them: their own and, of shards, all that these are in.",
                """
                SELECT sets.*, CASE WHEN i < \(depth) THEN 1 ELSE 0 END AS is_above,
                  CASE WHEN i = 1 THEN '' ELSE \(d.joined(first: "i - 1", of: folders)) || '/' END AS anchor
                FROM sets
                \(d.once(forEach: "i", upTo: depth))
                WHERE kind = 'shard' OR i = \(depth)
                """),
            QueryStep(
                "named", "The sets, each once again, with whether an index in a folder above speaks of them.",
                """
                SELECT \(set), min(first_name) AS first_name, min(bytes) AS bytes, min(missing) AS missing,
                  max(is_above * has_index) AS has_index_above
                FROM (
                  SELECT *, max(CASE WHEN kind = 'index' THEN 1 ELSE 0 END)
                    OVER (PARTITION BY bucket, prefix, whole, anchor) AS has_index
                  FROM anchored
                ) AS asked
                GROUP BY \(set)
                """),
            QueryStep(
                "wholes",
                "Whether a file, an index and a complete set are there for the same weights, and which form loaders look for first.",
                """
                SELECT *,
                  max(CASE WHEN kind = 'file' THEN 1 ELSE 0 END) OVER (\(weights)) AS has_file,
                  max(CASE WHEN kind = 'index' THEN 1 ELSE 0 END) OVER (\(weights)) AS has_index,
                  max(CASE WHEN kind = 'shard' AND missing = 0 THEN 1 ELSE 0 END) OVER (\(weights)) AS has_set,
                  min(CASE WHEN kind = 'shard' AND missing = 0 THEN first_name END) OVER (\(weights)) AS first_set,
                  \(familyCase) AS family,
                  \(rankCase) AS rank_in_family
                FROM named
                """),
            QueryStep(
                "loadable",
                "The first form that a loader finds whole, before which it does not look for the others, and whether transformers finds one.",
                """
                SELECT *,
                  max(CASE WHEN family = \(transformersFamily) AND (has_file = 1 OR (has_index = 1 AND has_set = 1)) THEN 1 ELSE 0 END)
                    OVER (PARTITION BY bucket, prefix, folder) AS has_transformers,
                  min(CASE WHEN has_file = 1 OR (has_index = 1 AND has_set = 1) THEN rank_in_family END)
                    OVER (PARTITION BY bucket, prefix, folder, family) AS first_rank
                FROM wholes
                """),
            QueryStep(
                "wrong_weights",
                "Sets that lack shards, left over where they have no index and another form is whole; complete ones whose index is "
                    + "missing, without which transformers does not find them; and variables of TensorFlow that hold nothing.",
                """
                SELECT bucket, prefix, rule, folder || first_name AS path,
                  CASE WHEN rule = 'missing-shard' AND missing > 0 THEN missing END AS count,
                  CASE WHEN rule = 'missing-shard' AND (missing = 0 OR is_left_over = 1) THEN 'warning' END AS severity
                FROM (
                  SELECT *,
                    CASE WHEN (has_index = 0 AND first_rank IS NOT NULL)
                      OR (has_transformers = 1 AND whole = \(d.literal(WeightsFolder.consolidated.description)))
                      THEN 1 ELSE 0 END AS is_left_over,
                    CASE
                      WHEN ending_is_empty = 1 AND missing = 0 AND bytes = 0 THEN 'empty-weights'
                      WHEN (has_file = 1 AND NOT (has_index = 1 AND \(isIndexedFirst))) OR coalesce(first_rank < rank_in_family, false) THEN NULL
                      WHEN has_set = 0 AND NOT (stem = 'variables.data' AND (folder = 'variables/' OR folder LIKE '%/variables/'))
                        THEN 'missing-shard'
                      WHEN has_set = 1 AND has_index = 0 AND has_index_above = 0 AND family IS NOT NULL AND missing = 0 AND first_name = first_set
                        THEN 'missing-shard'
                    END AS rule
                  FROM (SELECT *, CASE WHEN whole = stem THEN 1 ELSE 0 END AS ending_is_empty FROM loadable) AS judged
                  WHERE kind = 'shard'
                ) AS found
                WHERE rule IS NOT NULL
                """),
        ]
    }

    /// Whether a loader looks for the index before it looks for the whole file.
    private var isIndexedFirst: String {
        let start = WeightsFolder.diffusion.description
        return "substr(whole, 1, \(start.utf8.count)) = \(dialect.literal(start))"
    }

    /// The number of the forms that transformers looks for.
    private var transformersFamily: Int {
        (WeightsFolder.orders.firstIndex { $0.contains("model.safetensors") } ?? 0) + 1
    }

    private var familyCase: String { orderCase { family, _ in family } }
    private var rankCase: String { orderCase { _, rank in rank } }

    /// What a name has as its place in the orders in which loaders look for whole files; null for all others.
    private func orderCase(_ value: (Int, Int) -> Int) -> String {
        let cases = WeightsFolder.orders.enumerated().flatMap { family, names in
            names.enumerated().map { rank, name in
                "\n    WHEN \(dialect.literal(name.description)) THEN \(value(family + 1, rank + 1))"
            }
        }
        return "CASE whole" + cases.joined() + " END"
    }
}
