extension BucketQuery {
    /// The objects that are in the bucket now.
    var keySteps: [QueryStep] {
        switch table.kind {
        case .metadata:
            newest(
                of: "The newest record of each key: a live inventory table of S3 Metadata has a row a version.",
                isThere: dialect.isNotTrue("is_delete_marker"), further: ["is_delete_marker"])
        case .journal:
            newest(
                of: "The newest record of each key: a journal table of S3 Metadata has a row a change.",
                isThere: "record_type <> 'DELETE'", further: ["record_type"])
        case .plain, .inventory:
            [
                QueryStep(
                    "current_keys", keysComment,
                    "SELECT\n" + columns.map { "  " + $0 }.joined(separator: ",\n")
                        + "\nFROM \(table.name.quoted(dialect))"
                        + whereClause(partition + versions + place))
            ]
        }
    }

    private var keysComment: String {
        let decoded = table.kind == .inventory(.csv) ? ", whose keys are URL-encoded in CSV" : ""
        let current =
            table.hasVersions
            ? "The objects of the table\(decoded): the latest versions that are no delete markers."
            : "The objects of the table\(decoded)."
        return table.partition == nil ? current : current + " Only one partition is read."
    }

    private func newest(of comment: String, isThere condition: String, further: [String]) -> [QueryStep] {
        let order = "row_number() OVER (PARTITION BY bucket, key ORDER BY sequence_number DESC)"
        let all = (columns + further + [order + " AS age"]).map { "  " + $0 }.joined(separator: ",\n")
        return [
            QueryStep(
                "records", comment,
                "SELECT\n\(all)\nFROM \(table.name.quoted(dialect))" + whereClause(partition + place)),
            QueryStep(
                "current_keys", "The objects that these records leave in the bucket.",
                "SELECT bucket, key, size, storage_class, tier\nFROM records" + whereClause(["age = 1", condition])),
        ]
    }

    /// The columns that later steps know, whatever the table calls them or lacks.
    private var columns: [String] {
        func column(_ column: KeyTable.Column, _ name: String, type: String) -> String {
            table.columns.contains(column)
                ? (column.rawValue == name ? name : "\(column.rawValue) AS \(name)")
                : "cast(NULL AS \(type)) AS \(name)"
        }
        let size =
            table.columns.contains(.size) ? "\(dialect.number("size")) AS size" : "cast(NULL AS bigint) AS size"
        return [
            "bucket", key == "key" ? key : "\(key) AS key", size,
            column(.storageClass, "storage_class", type: dialect.text), column(.tier, "tier", type: dialect.text),
        ]
    }

    /// The key as S3 has it.
    private var key: String { table.kind == .inventory(.csv) ? dialect.decoded("key") : "key" }

    private var partition: [String] {
        guard let partition = table.partition else { return [] }
        return ["\(dialect.quoted(partition.column)) = \(dialect.literal(partition.value))"]
    }

    private var versions: [String] {
        table.hasVersions ? [dialect.isTrue("is_latest"), dialect.isNotTrue("is_delete_marker")] : []
    }

    /// What bounds the scan to the place that is looked at. Keys that begin with a text lie between it and the text whose last slash
    /// is the character behind that; files in columns know the least and the greatest key of each of their parts.
    private var place: [String] {
        var conditions = bucket.map { ["bucket = \(dialect.literal($0))"] } ?? []
        if !prefix.isEmpty {
            conditions.append("\(key) >= \(dialect.literal(prefix))")
            conditions.append("\(key) < \(dialect.literal(prefix.dropLast() + "0"))")
        }
        return conditions
    }

    private func whereClause(_ conditions: [String]) -> String {
        conditions.isEmpty ? "" : "\nWHERE " + conditions.joined(separator: "\n  AND ")
    }
}
