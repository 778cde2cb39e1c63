import ArgumentParser
import BucketSQL
import ModelArtifacts

/// `optml sql`: prints a query that applies the rules to a table of keys.
struct SQLCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql",
        abstract: "Print a query that applies the rules on layouts to a table of keys, such as an S3 Inventory.",
        discussion: CommandHelp.discussion(
            """
            The query has a row a finding: bucket, prefix of the model, rule, severity, key, path and count, as 'optml check' has \
            them of a listing of the same keys. Nothing is run and nothing is sent anywhere.
            """,
            examples: [
                "optml sql --dialect athena --table logs.inventory --models registry.models",
                "optml sql --dialect duckdb --table keys --model-depth 2 --summary",
            ]))

    @Option(help: "The engine that is to run it.")
    var dialect: SQLDialect

    @Option(
        help: ArgumentHelp("A table of the models: a row each, with the columns bucket and prefix.", valueName: "name"))
    var models: String?

    @Option(help: ArgumentHelp("Take every prefix of so many components for a model.", valueName: "number"))
    var modelDepth: Int?

    @Option(
        name: .customLong("s3-uri"),
        help: ArgumentHelp("Look only at what is below: s3://bucket/ or s3://bucket/prefix/.", valueName: "uri"))
    var s3URI: ByteArgument?

    @Flag(help: "Print a row a model: its verdict, and its findings, objects, files and bytes counted.")
    var summary = false

    @Flag(help: "Look for names that differ only by case, too, which costs more than all other rules together.")
    var caseClashes = false

    @OptionGroup(title: HelpSection.table) var keys: KeyTableOptions
    @OptionGroup(title: HelpSection.output) var output: ResultFileOption

    init() {}

    func validate() throws {
        _ = try keys.ddl ? tableText() : query().text
    }

    func run() async throws {
        let result = try ResultOutput(output.output)
        try result.write(Array((keys.ddl ? tableText() : query().text).utf8))
        try result.commit()
    }

    private func query() throws -> BucketQuery {
        guard keys.location == nil else { throw ValidationError("--location goes with --ddl.") }
        var query = BucketQuery(dialect, try keyTable(), models: try places())
        (query.bucket, query.prefix) = try place()
        query.result = summary ? .summary : .findings
        query.findsCaseClashes = caseClashes
        return query
    }

    private func tableText() throws -> String {
        guard let inventory = keys.inventory, let location = keys.location else {
            throw ValidationError("--ddl needs --inventory and --location; tables of S3 Metadata are there already.")
        }
        guard models == nil, modelDepth == nil, !summary, !caseClashes, keys.partition == nil, s3URI == nil else {
            throw ValidationError("--ddl makes the table; give what is about the query without it.")
        }
        let name = try tableName(keys.table, "--table")
        let columns = try namedColumns() ?? InventoryColumn.standard(hasVersions: keys.versions)
        do throws(InventoryTable.Problem) {
            return try InventoryTable(dialect, name, inventory, columns: columns, location: location).text
        } catch {
            throw ValidationError("--ddl: \(error).")
        }
    }

    private func keyTable() throws -> KeyTable {
        let kinds: [KeyTable.Kind?] = [
            keys.inventory.map { .inventory($0) }, keys.metadataTable ? .metadata : nil,
            keys.metadataJournal ? .journal : nil,
        ]
        let given = kinds.compactMap { $0 }
        guard given.count < 2 else {
            throw ValidationError("Give one of --inventory, --metadata-table and --metadata-journal.")
        }
        if keys.versions, keys.metadataTable || keys.metadataJournal {
            throw ValidationError("--versions goes with an inventory: tables of S3 Metadata always have all versions.")
        }
        var table = KeyTable(try tableName(keys.table, "--table"), given.first ?? .plain)
        table.hasVersions = keys.versions
        if let columns = try namedColumns() {
            table.columns = Set(columns.compactMap { KeyTable.Column(rawValue: $0.name) })
        }
        table.partition = try tablePartition()
        return table
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
        guard let partition = keys.partition else { return nil }
        let parts = partition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !LineBreaks.mayBe(in: partition) else {
            throw ValidationError("--partition is COLUMN=VALUE, as dt=2026-11-30-01-00.")
        }
        return TablePartition(column: parts[0], value: parts[1])
    }

    private func namedColumns() throws -> [InventoryColumn]? {
        try keys.columns?.split(separator: ",").map { name in
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
