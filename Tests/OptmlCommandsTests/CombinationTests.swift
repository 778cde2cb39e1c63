import Foundation
import TestSupport
import Testing

/// What each kind of source is under each of the four combinations.
@Suite struct CombinationTests {
    /// One cell of the table: what the rules say and what the layout is.
    struct Cell: CustomTestStringConvertible {
        let source: String
        let dataType: String
        let compressionType: String
        let uri: String
        let rules: [String]
        let layout: [String]
        let objects: Int

        var testDescription: String { "\(source) as \(dataType)/\(compressionType)" }
    }

    private static let members = [
        "code/", "code/inference.py", "code/requirements.txt", "config.json", "model.safetensors",
    ]
    private static let files = ["code/", "code/inference.py", "config.json", "model.safetensors"]
    private static let listed = ["config.json", "model.safetensors", "tokenizer.json"]

    private static func cell(
        _ source: String, _ dataType: String, _ compressionType: String, _ uri: String, _ rules: [String],
        _ layout: [String], objects: Int
    ) -> Cell {
        Cell(
            source: source, dataType: dataType, compressionType: compressionType, uri: "s3://my-bucket/" + uri,
            rules: rules, layout: layout, objects: objects)
    }

    static let cells: [Cell] = [
        cell("good-model", "S3Prefix", "None", "m/", [], files, objects: 3),
        cell("good-model", "S3Object", "None", "m", ["directory-as-object"], [], objects: 0),
        cell("good-model", "S3Object", "Gzip", "m.tar.gz", [], files, objects: 1),
        cell("good-model", "S3Prefix", "Gzip", "m/", ["unsupported-combination"], [], objects: 0),
        cell("model.tar.gz", "S3Prefix", "None", "m/", ["archive-not-extracted"], ["model.tar.gz"], objects: 1),
        cell("model.tar.gz", "S3Object", "None", "m/x.tgz", ["archive-not-extracted"], ["x.tgz"], objects: 1),
        cell("model.tar.gz", "S3Object", "Gzip", "m/x.tgz", [], members, objects: 1),
        cell("model.tar.gz", "S3Prefix", "Gzip", "m/", ["unsupported-combination"], [], objects: 0),
        cell("good-model/config.json", "S3Prefix", "None", "m/", [], ["config.json"], objects: 1),
        cell("good-model/config.json", "S3Object", "None", "m/other.json", [], ["other.json"], objects: 1),
        cell("good-model/config.json", "S3Object", "Gzip", "m/x", ["not-a-gzip-tar"], [], objects: 0),
        cell("good-model/config.json", "S3Prefix", "Gzip", "m/", ["unsupported-combination"], [], objects: 0),
        cell("--listing=list-objects-v2.json", "S3Prefix", "None", "models/llm/", [], listed, objects: 3),
        cell(
            "--listing=list-objects-v2.json", "S3Object", "None", "models/llm/config.json", [], ["config.json"],
            objects: 1),
        cell(
            "--listing=list-objects-v2.json", "S3Object", "Gzip", "models/llm/config.json", ["not-inspected"], [],
            objects: 1),
        cell(
            "--listing=list-objects-v2.json", "S3Prefix", "Gzip", "models/llm/", ["unsupported-combination"], [],
            objects: 0),
    ]

    @Test(arguments: cells) func cell(_ cell: Cell) throws {
        let report = try Command.optml(in: Samples.folder).report(
            "layout", cell.source, "--s3-uri", cell.uri, "--s3-data-type", cell.dataType, "--compression-type",
            cell.compressionType)
        #expect(report.rules == cell.rules)
        #expect(report.paths == cell.layout)
        #expect(report.summary["objects"] == cell.objects)
        #expect(report.status == (report.summary["errors"] == 0 ? 0 : 1))
        #expect(report.modelDataSource["s3DataType"] as? String == cell.dataType)
        #expect(report.modelDataSource["compressionType"] as? String == cell.compressionType)
    }

    /// `--every-combination` says of each combination what the combination alone says.
    @Test(arguments: ["good-model", "model.tar.gz", "good-model/config.json"]) func sideBySide(_ source: String) throws
    {
        let command = Command.optml(in: Samples.folder)
        let whole = try command.report("layout", source, "--every-combination")
        #expect(whole.status == 0)
        let combinations = try #require(whole.json["combinations"] as? [[String: Any]])
        #expect(combinations.count == 4)
        for combination in combinations {
            let dataType = try #require(combination["s3DataType"] as? String)
            let compressionType = try #require(combination["compressionType"] as? String)
            let alone = try command.report(
                "layout", source, "--s3-data-type", dataType, "--compression-type", compressionType)
            #expect(combination["layout"] as? NSArray == alone.json["layout"] as? NSArray)
            #expect(combination["findings"] as? NSArray == alone.json["findings"] as? NSArray)
        }
    }

    @Test(arguments: [
        ("good-model", "S3Prefix", "None"), ("model.tar.gz", "S3Object", "Gzip"),
        ("good-model/config.json", "S3Object", "None"), ("--listing=clash.keys", "S3Prefix", "None"),
    ]) func defaults(_ source: String, _ dataType: String, _ compressionType: String) throws {
        let report = try Command.optml(in: Samples.folder).report("check", source)
        #expect(report.modelDataSource["s3DataType"] as? String == dataType)
        #expect(report.modelDataSource["compressionType"] as? String == compressionType)
    }

    /// What a file is, its content says and not its name.
    @Test func contentDecides() throws {
        let folder = try TemporaryDirectory()
        try folder.write("weights.bin", Data(Samples.archives[0].bytes))
        try folder.write("notes.tar.gz", "just text")
        let archive = try Command.optml(in: folder).report("check", "weights.bin")
        #expect(archive.modelDataSource["compressionType"] as? String == "Gzip" && archive.status == 0)
        let text = try Command.optml(in: folder).report("check", "notes.tar.gz")
        #expect(text.errors == ["not-a-gzip-tar"] && text.status == 1)
    }
}
