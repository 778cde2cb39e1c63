import ArgumentParser
import BucketSQL
import ModelArtifacts

/// `optml sql`: prints a query that applies the rules to a table of keys.
struct SQLCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql",
        abstract: "Print a query that applies the rules on layouts to a table of keys, such as an S3 Inventory.",
        discussion: """
            The query has a row a finding: bucket, prefix of the model, rule, severity, key, path and count, as 'optml check' has them \
            of a listing of the same keys. Nothing is run and nothing is sent anywhere.
            """)

    @Option(help: "The engine that is to run it.")
    var dialect: SQLDialect

    @Option(
        help: ArgumentHelp(
            "The table of keys, with its catalog and schema if need be: a.b.c. A part in double quotes may hold full stops.",
            valueName: "name"))
    var table: String

    @Option(
        help: ArgumentHelp("A table of the models: a row each, with the columns bucket and prefix.", valueName: "name"))
    var models: String?

    @Option(help: ArgumentHelp("Take every prefix of so many components for a model.", valueName: "number"))
    var modelDepth: Int?

    @Option(
        name: .customLong("s3-uri"),
        help: ArgumentHelp("Look only at what is below: s3://bucket/ or s3://bucket/prefix/.", valueName: "uri"))
    var s3URI: ByteArgument?

    @Option(help: "The table is an S3 Inventory in this format; in CSV, keys are URL-encoded.")
    var inventory: InventoryFormat?

    @Flag(help: "The table is a live inventory table of S3 Metadata, with a row a version.")
    var metadataTable = false

    @Flag(help: "The table is a journal table of S3 Metadata, with a row a change.")
    var metadataJournal = false

    @Flag(help: "The inventory has all versions; only the latest count.")
    var versions = false

    @Option(
        help: ArgumentHelp(
            "Read only one partition, as dt=2026-11-30-01-00. Without it an inventory is read as often as it was made.",
            valueName: "column=value"))
    var partition: String?

    @Option(
        help: ArgumentHelp(
            "The columns that the table has, with commas between, as in the fileSchema of an inventory's manifest.",
            valueName: "names"))
    var columns: String?

    @Flag(help: "Print a row a model: its verdict, and its findings, objects, files and bytes counted.")
    var summary = false

    @Flag(help: "Look for names that differ only by case, too, which costs more than all other rules together.")
    var caseClashes = false

    @Flag(help: "Print the statements that make an inventory a table instead, with its partitions.")
    var ddl = false

    @Option(
        help: ArgumentHelp(
            "With --ddl, where the inventory is: its folder hive/, for DuckDB its manifest.json.", valueName: "uri"))
    var location: String?

    @OptionGroup(title: HelpSection.output) var output: OutputOptions

    init() {}

    func validate() throws {
        _ = try ddl ? tableText() : query().text
    }

    func run() async throws {
        let result = try ResultOutput(output.output)
        try result.write(Array((ddl ? tableText() : query().text).utf8))
        try result.commit()
    }

    private func query() throws -> BucketQuery {
        guard location == nil else { throw ValidationError("--location goes with --ddl.") }
        var query = BucketQuery(dialect, try keyTable(), models: try places())
        (query.bucket, query.prefix) = try place()
        query.result = summary ? .summary : .findings
        query.findsCaseClashes = caseClashes
        return query
    }

    private func tableText() throws -> String {
        guard let inventory, let location else {
            throw ValidationError("--ddl needs --inventory and --location; tables of S3 Metadata are there already.")
        }
        guard models == nil, modelDepth == nil, !summary, !caseClashes, partition == nil, s3URI == nil else {
            throw ValidationError("--ddl makes the table; give what is about the query without it.")
        }
        let name = try tableName(table, "--table")
        let columns = try namedColumns() ?? InventoryColumn.standard(hasVersions: versions)
        do throws(InventoryTable.Problem) {
            return try InventoryTable(dialect, name, inventory, columns: columns, location: location).text
        } catch {
            throw ValidationError("--ddl: \(error).")
        }
    }

    private func keyTable() throws -> KeyTable {
        let kinds: [KeyTable.Kind?] = [
            inventory.map { .inventory($0) }, metadataTable ? .metadata : nil, metadataJournal ? .journal : nil,
        ]
        let given = kinds.compactMap { $0 }
        guard given.count < 2 else {
            throw ValidationError("Give one of --inventory, --metadata-table and --metadata-journal.")
        }
        if versions, metadataTable || metadataJournal {
            throw ValidationError("--versions goes with an inventory: tables of S3 Metadata always have all versions.")
        }
        var keys = KeyTable(try tableName(table, "--table"), given.first ?? .plain)
        keys.hasVersions = versions
        if let columns = try namedColumns() {
            keys.columns = Set(columns.compactMap { KeyTable.Column(rawValue: $0.name) })
        }
        keys.partition = try tablePartition()
        return keys
    }

    private func places() throws -> ModelPlaces {
        switch (models, modelDepth) {
        case (let name?, nil): return .table(try tableName(name, "--models"))
        case (nil, let depth?):
            guard (1...ModelPlaces.mostComponents).contains(depth) else {
                throw ValidationError("--model-depth is from 1 to \(ModelPlaces.mostComponents).")
            }
            return .depth(depth)
        case (nil, nil), (_?, _?):
            throw ValidationError("Give either --models or --model-depth, which tell where models begin.")
        }
    }

    /// The bucket and the prefix to look at.
    private func place() throws -> (bucket: String?, prefix: String) {
        guard let s3URI else { return (nil, "") }
        let text = try s3URI.text(of: "--s3-uri")
        guard let uri = S3URI(s3URI.value), let bucket = uri.bucket.string, let prefix = uri.directoryPrefix.string
        else {
            throw ValidationError("--s3-uri: '\(DisplayText.escaped(text))' is no s3://bucket/prefix/.")
        }
        guard !bucket.isEmpty, !text.contains("\0") else {
            throw ValidationError("--s3-uri: '\(DisplayText.escaped(text))' is no s3://bucket/prefix/.")
        }
        return (bucket, prefix)
    }

    private func tablePartition() throws -> TablePartition? {
        guard let partition else { return nil }
        let parts = partition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty,
            !partition.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else {
            throw ValidationError("--partition is COLUMN=VALUE, as dt=2026-11-30-01-00.")
        }
        return TablePartition(column: parts[0], value: parts[1])
    }

    private func namedColumns() throws -> [InventoryColumn]? {
        try columns?.split(separator: ",").map { name in
            let name = name.filter { $0 != " " }
            guard let column = InventoryColumn.named(String(name)) else {
                throw ValidationError(
                    "--columns: there is no column '\(DisplayText.escaped(String(name)))' in an inventory.")
            }
            return column
        }
    }

    private func tableName(_ text: String, _ option: String) throws -> TableName {
        do throws(TableName.Problem) {
            return try TableName(text)
        } catch {
            throw ValidationError("\(option): '\(DisplayText.escaped(text))' cannot be the name of a table: \(error).")
        }
    }
}
