import ArgumentParser
import BucketSQL
import ModelArtifacts

/// The table of keys that a query reads.
struct KeyTableOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The table of keys, with its catalog and schema if need be: a.b.c. A part in double quotes may hold full stops.",
            valueName: "name"))
    var table: String

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

    @Flag(help: "Print the statements that make an inventory a table instead, with its partitions.")
    var ddl = false

    @Option(
        help: ArgumentHelp(
            "With --ddl, where the inventory is: its folder hive/, for DuckDB its manifest.json.", valueName: "uri"))
    var location: String?

    init() {}
}
