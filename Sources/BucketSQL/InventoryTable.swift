/// The statements that make an S3 Inventory a table of an engine.
public struct InventoryTable: Hashable, Sendable {
    /// Why an inventory cannot be made a table.
    public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// The reason, as a sentence without its full stop.
        public let description: String
    }

    /// The engine that is to have the table.
    public let dialect: SQLDialect
    /// What the table is to be called.
    public let name: TableName
    /// What the data files are.
    public let format: InventoryFormat
    /// In the order of the files, which has to be known for CSV and ORC.
    public let columns: [InventoryColumn]
    /// Where the inventory is: for DuckDB its `manifest.json`, for all others its folder `hive/`.
    public let location: String

    /// The table of an inventory.
    ///
    /// - Throws: ``Problem`` if the engine cannot read the format, or the location is none for it.
    public init(
        _ dialect: SQLDialect, _ name: TableName, _ format: InventoryFormat, columns: [InventoryColumn],
        location: String
    ) throws(Problem) {
        guard !LineBreaks.mayBe(in: location) else {
            throw Problem(description: "the location holds a control character or the end of a line")
        }
        if dialect == .duckdb {
            guard format != .orc else {
                throw Problem(description: "DuckDB does not read ORC; have the inventory made in Parquet or CSV")
            }
            guard Self.dataFolder(besides: location) != nil else {
                throw Problem(
                    description:
                        "for DuckDB the location is that of a manifest.json: s3://BUCKET/PREFIX/SOURCE/ID/DATE/manifest.json"
                )
            }
        } else {
            guard location.hasPrefix("s3://") || location.hasPrefix("s3a://"), location.count > 6 else {
                throw Problem(
                    description: "the location is that of the folder hive/: s3://BUCKET/PREFIX/SOURCE/ID/hive/")
            }
        }
        self.dialect = dialect
        self.name = name
        self.format = format
        self.columns = columns
        self.location = location
    }

    /// The statements, each ending with a semicolon.
    public var text: String { dialect == .duckdb ? duckDB : hive }

    /// Where the data files are that a manifest names: `data/` beside the folder that is named after the date.
    private static func dataFolder(besides manifest: String) -> String? {
        var parts = manifest.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 2, parts.removeLast() == "manifest.json", let date = parts.popLast(), !date.isEmpty else {
            return nil
        }
        return parts.joined(separator: "/") + "/data/"
    }

    private var duckDB: String {
        let folder = Self.dataFolder(besides: location) ?? ""
        let literal = dialect.literal
        let reader =
            format == .parquet
            ? "read_parquet(getvariable('inventory_files'))"
            : "read_csv(getvariable('inventory_files'), header = false, columns = {\n"
                + columns.map { "  \(literal($0.name)): 'varchar'" }.joined(separator: ",\n") + "\n})"
        return """
            -- The data files that the manifest names, which lie in data/ beside the folder of the date.
            SET VARIABLE inventory_files = (
              SELECT list(\(literal(folder)) || regexp_extract(file.key, '[^/]*$'))
              FROM (SELECT unnest(files) AS file FROM read_json(\(literal(location))))
            );
            -- The inventory of that date. The variable has to be set in each session.
            CREATE OR REPLACE VIEW \(name.quoted(dialect)) AS
            SELECT * FROM \(reader);

            """
    }

    private var hive: String {
        // Tables are made in the language of Hive, whose names stand in backticks, also where queries have double quotes.
        let table = (dialect == .spark ? name.parts[...] : name.parts.suffix(2)).map(SQLDialect.spark.quoted).joined(
            separator: ".")
        let place = SQLDialect.spark.literal(location.hasSuffix("/") ? location : location + "/")
        let columns = columns.map { "  \(SQLDialect.spark.quoted($0.name)) \(type(of: $0))" }.joined(separator: ",\n")
        return """
            \(QueryStep.comment(comment).joined(separator: "\n"))
            CREATE EXTERNAL TABLE \(table) (
            \(columns)
            )
            PARTITIONED BY (`dt` string)
            ROW FORMAT SERDE '\(serializer)'
            STORED AS INPUTFORMAT 'org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat'
            OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
            LOCATION \(place)\(dialect == .athena ? Self.projection : ";\n" + Self.repair(table))

            """
    }

    /// Has Athena work out where the partition is that a query names, so that none has to be entered in a catalog.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-athena-query.html
    private static let projection = """

        TBLPROPERTIES (
          'projection.enabled' = 'true',
          'projection.dt.type' = 'date',
          'projection.dt.format' = 'yyyy-MM-dd-HH-mm',
          'projection.dt.range' = '2022-01-01-00-00,NOW',
          'projection.dt.interval' = '1',
          'projection.dt.interval.unit' = 'HOURS'
        );
        """

    private static func repair(_ table: String) -> String {
        """
        -- Finds the partitions, of which there is one for each time the inventory was made; to be run again after each.
        MSCK REPAIR TABLE \(table);
        """
    }

    private var comment: String {
        let table = "The inventory as S3 writes it: the folders dt=… below hive/ name the files of a date. "
        return switch dialect {
        case .athena:
            table
                + "A query has to name its date, since one that names none looks for a folder of each hour of the range; let that begin "
                + "with your first inventory."
        case .trino:
            table
                + "To be run in Hive or Athena on the same catalog, since Trino makes no tables of symlinks but reads them."
        case .spark, .duckdb:
            table
                + "Needs Hive support, and spark.sql.hive.convertMetastoreParquet and spark.sql.hive.convertMetastoreOrc set to false."
        }
    }

    /// CSV has no types, and an empty text where a delete marker has no size.
    private func type(of column: InventoryColumn) -> String {
        switch format {
        case .csv: "string"
        case .orc where ["last_modified_date", "lifecycle_expiration_date"].contains(column.name): "timestamp"
        case .orc, .parquet: column.type
        }
    }

    private var serializer: String {
        switch format {
        case .csv: "org.apache.hadoop.hive.serde2.OpenCSVSerde"
        case .parquet: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"
        case .orc: "org.apache.hadoop.hive.ql.io.orc.OrcSerde"
        }
    }
}
