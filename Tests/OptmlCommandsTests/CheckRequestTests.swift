import Foundation
import TestSupport
import Testing

/// `optml check-request` over what people may give it.
@Suite struct CheckRequestTests {
    private let folder: TemporaryDirectory
    private let place = #""S3Uri": "s3://my-bucket/model.tar.gz", "S3DataType": "S3Object", "CompressionType": "Gzip""#

    private static let image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1"
    private static let role = "arn:aws:iam::123456789012:role/role"

    init() throws { folder = try TemporaryDirectory() }

    private func run(_ document: Data, _ arguments: String...) throws -> Command.Result {
        var command = Command.optml(in: Samples.folder)
        command.input = document
        return try command.run(["check-request", "-"] + arguments)
    }

    private func report(_ document: String, _ arguments: [String]) throws -> Report {
        var command = Command.optml(in: Samples.folder)
        command.input = Data(document.utf8)
        return try command.report(["check-request", "-"] + arguments)
    }

    /// Odd JSON ends in one finding with a line and a column, and status 1.
    @Test(arguments: [
        (#"{"a": 1,}"#, 1, 9), ("{\n  'a': 1}", 2, 3), ("", 1, 1), ("{\"a\": \"\u{0}\"}", 1, 8),
        (#"{"a": "\udc00"}"#, 1, 8),
        ("{\"a\":\n1}\n}", 3, 1), ("a: b: c", 1, 5), ("a:\n  - *b", 2, 5), ("{\"a\": 01}", 1, 7),
        ("{\"a\": NaN}", 1, 7),
        (String(repeating: "[", count: 100_000), 1, 513),
    ])
    func oddJSON(_ document: String, _ line: Int, _ column: Int) throws {
        let report = try report(document, ["--fail-on", "never"])
        #expect(report.status == 1 && report.rules == ["request-malformed-document"])
        let finding = try #require(report.findings.first)
        #expect(finding.json["line"] as? Int == line && finding.json["column"] as? Int == column, "\(finding.json)")
        #expect((report.json["request"] as? [String: Any])?["kind"] is NSNull)
        #expect(JSONShape.request.problems(report.json) == [])
        let text = try run(Data(document.utf8)).text
        #expect(text.contains("standard input:\(line):\(column)"))
    }

    @Test func bytesThatAreNoUTF8() throws {
        let bad: [[UInt8]] = [[0x22, 0xFF, 0x22], [0xFF, 0xFE, 0x7B, 0], [0x22, 0xED, 0xA0, 0x80, 0x22]]
        for bytes in bad { #expect(try run(Data(bytes)).status == 1) }
        #expect(
            try run(
                Data(
                    [0xEF, 0xBB, 0xBF]
                        + Array(#"{"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1"}"#.utf8))
            ).status == 0)
    }

    /// 100 MB of anything need little memory and end in an error.
    @Test(arguments: ["0,", "\"x\",", "    ", "[],", "x"]) func largeDocuments(_ piece: String) throws {
        let isString = piece == "x"
        let body = Data(String(repeating: piece, count: 100_000_000 / piece.utf8.count).utf8)
        var command = Command.optml(in: folder)
        command.input = Data((isString ? "\"" : "[").utf8) + body + Data((isString ? "\"" : "1]").utf8)
        command.measuresMemory = true
        command.processorLimit = 60
        let result = try command.run("check-request", "-")
        #expect(result.status == 1 && result.text.contains("standard input:1:"), "\(result.text) \(result.errorText)")
        #expect(result.peakMemory < 300 << 20)
    }

    /// What makes the engines of regular expressions try again and again, in every member that has a pattern.
    @Test func hostileNamesAreJudgedAtOnce() throws {
        let hostile = String(repeating: "a-", count: 1 << 19) + "!"
        let members = [
            "ContainerHostname", "Image", "ModelDataUrl", "ModelPackageName", "InferenceSpecificationName",
        ].map { "\"\($0)\": \"\(hostile)\"" }
        let document =
            "{\"ModelName\": \"\(hostile)\", \"ExecutionRoleArn\": \"arn:aws:iam::123456789012:role/\(hostile)\", "
            + "\"PrimaryContainer\": {\(members.joined(separator: ", ")), \"Environment\": {\"\(hostile)\": \"x\"}}}"
        var command = Command.optml(in: folder)
        command.input = Data(document.utf8)
        // A debug build takes a few seconds; trying again and again would take days.
        command.processorLimit = 120
        let result = try command.run("check-request", "-")
        #expect(result.status == 1 && result.text.contains("request-length-out-of-range"), "\(result.errorText)")
    }

    @Test func duplicateMembersAndNumbersForStrings() throws {
        let report = try report(
            #"{"ModelName": 1, "ModelName": "m", "PrimaryContainer": {"Environment": {"A": 1.5}}}"#,
            ["--ignore", "create-model-no-image,create-model-no-role"])
        #expect(report.rules == ["request-duplicate-member", "request-wrong-type"])
        #expect(JSONShape.request.problems(report.json) == [])
    }

    @Test func rulesCanBeChosen() throws {
        let document = #"{"ModelName": "m_1", "PrimaryContainer": {}, "X": 1}"#
        #expect(
            try report(document, []).rules == [
                "request-pattern-mismatch", "request-unknown-member", "create-model-no-image", "create-model-no-role",
            ])
        #expect(
            try report(document, ["--ignore", "request-pattern-mismatch,create-model-no-image,create-model-no-role"])
                .rules
                == ["request-unknown-member"]
        )
        let lowered = try report(
            document, ["--severity", "request-unknown-member=note", "--select", "request-unknown-member"])
        #expect(lowered.status == 0 && lowered.summary == ["errors": 0, "warnings": 0, "notes": 1])
        #expect(try report(document, ["--fail-on", "never"]).status == 0)
    }

    @Test func writesReportsBesideTheText() throws {
        let file = folder.path + "/report.json"
        let result = try run(Data(#"{"Image": "a b"}"#.utf8), "--report", "json=\(file)")
        #expect(result.status == 1 && result.text.contains("request-pattern-mismatch"))
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))
        #expect(JSONShape.request.problems(json) == [])
    }

    @Test(arguments: [
        ("serverless", 1), ("batch-transform", 1), ("multi-model", 1), ("marketplace", 1), ("endpoint", 0),
    ])
    func deployments(_ deployment: String, _ status: Int) throws {
        let report = try report("{\"ModelDataSource\": {\"S3DataSource\": {\(place)}}}", ["--deployment", deployment])
        #expect(report.status == Int32(status))
        #expect(report.rules.contains("create-model-deployment-without-source") == (status == 1))
    }

    @Test func fitsItsArtifact() throws {
        let etag = try Command.optml(in: Samples.folder).run("etag", "model.tar.gz").text.prefix(32)
        let archive = ["--source", "model.tar.gz"]
        #expect(try report("{\(place)}", archive).findings.isEmpty)
        #expect(try report("{\(place), \"ETag\": \"\(etag)\"}", archive).findings.isEmpty)
        let quoted = try report("{\(place), \"ETag\": \"\\\"\(etag)\\\"\"}", archive)
        #expect(quoted.rules == ["create-model-etag-form"])
        let other = try report("{\(place), \"ETag\": \"x\"}", archive)
        #expect(other.rules == ["request-etag-not-reproduced"] && other.status == 0)
        #expect(other.findings.first?.json["jsonPath"] as? String == "ETag")
        #expect(try report("{\(place)}", ["--source", "good-model/config.json"]).rules == ["not-a-gzip-tar"])
        #expect(try report("{\(place)}", ["--source", "good-model"]).findings.isEmpty)
        let uncompressed = place.replacing("Gzip", with: "None")
        #expect(try report("{\(uncompressed)}", archive).rules == ["archive-not-extracted"])
        #expect(try report("{\(uncompressed)}", ["--source", "good-model"]).rules == ["directory-as-object"])
        let artifact = try report("{\(place)}", archive)
        #expect(JSONShape.request.problems(artifact.json) == [] && artifact.json["source"] != nil)
        #expect(try run(Data("{\(place)}".utf8), "--source", "missing").status == 2)
    }

    @Test func fitsAListing() throws {
        let listing = try folder.write(
            "list.json",
            #"{"Contents": [{"Key": "model.tar.gz", "ETag": "\"abc\"", "Size": 3}, {"Key": "m/a", "Size": 1}]}"#)
        let arguments = ["--listing", listing, "--ignore", "not-inspected"]
        #expect(try report("{\(place), \"ETag\": \"abc\"}", arguments).findings.isEmpty)
        let other = try report("{\(place), \"ETag\": \"abd\"}", arguments)
        #expect(other.rules == ["request-etag-mismatch"] && other.status == 1)
        let missing = try report("{\(place.replacing("model.tar", with: "other.tar"))}", arguments)
        #expect(missing.rules == ["no-objects"])
        #expect(missing.findings.first?.json["jsonPath"] as? String == "S3Uri")
        let url = #"{"ModelDataUrl": "s3://my-bucket/model.tar.gz"}"#
        #expect(try report(url, arguments).findings.isEmpty)
        let prefix = #"{"S3Uri": "s3://my-bucket/m/", "S3DataType": "S3Prefix", "CompressionType": "None"}"#
        // The remedies speak of the request, which no option corrects.
        for (text, rule) in [
            (prefix, "key-outside-prefix"), (prefix.replacing("/m/", with: "/x/"), "no-objects"),
            (prefix.replacing("m/", with: "model.tar.gz"), "no-objects"),
        ] {
            let found = try report(text, arguments)
            let finding = try #require(found.findings.first { $0.json["rule"] as? String == rule }, "\(found.rules)")
            #expect((finding.json["help"] as? String)?.contains("--") == false, "\(finding.json)")
        }
        let unknown =
            "{\"Resources\": {\"M\": {\"Type\": \"AWS::SageMaker::Model\", \"Properties\": {\"ExecutionRoleArn\": {\"Ref\": \"R\"}, \"PrimaryContainer\": {\"ModelDataUrl\": {\"Ref\": \"U\"}}}}}}"
        let open = try run(Data(unknown.utf8), "--listing", listing)
        #expect(open.status == 64 && open.errorText.contains("not known") && !open.errorText.contains("--s3-uri"))
    }

    @Test func namesTheContainerOfTheArtifact() throws {
        let container = "{\"ContainerHostname\": \"a\", \"ModelDataSource\": {\"S3DataSource\": {\(place)}}}"
        let document =
            "{\"ModelName\": \"m\", \"Containers\": [\(container), \(container.replacing("\"a\"", with: "\"b\""))]}"
        #expect(try run(Data(document.utf8), "--source", "model.tar.gz").status == 64)
        #expect(
            try report(document, ["--source", "good-model/config.json", "--container", "b"]).findings.first?
                .json["jsonPath"] as? String == "Containers[1].ModelDataSource.S3DataSource.CompressionType")
        #expect(try run(Data(document.utf8), "--source", "model.tar.gz", "--container", "c").status == 64)
        #expect(try run(Data(document.utf8), "--container", "0").status == 64)
        #expect(try run(Data(#"{"Image": "i"}"#.utf8), "--source", "model.tar.gz").status == 64)
    }

    @Test func readsManyDocumentsIntoOneReport() throws {
        let good = try folder.write(
            "good.yaml", "ModelName: m\nPrimaryContainer: {Image: \(Self.image)}\nExecutionRoleArn: \(Self.role)\n")
        let bad = try folder.write(
            "bad.json",
            "{\"ModelName\": \"m_1\", \"PrimaryContainer\": {\"Image\": \"\(Self.image)\"}, \"ExecutionRoleArn\": \"\(Self.role)\"}"
        )
        let other = try folder.write("other.json", #"{"Resources": {"B": {"Type": "AWS::S3::Bucket"}}}"#)
        let command = Command.optml(in: folder)
        #expect(try command.run("check-request", good, other).status == 0)
        #expect(try command.run("check-request", other).status == 1)
        let all = try command.run("check-request", good, bad, other, "--format", "json")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(all.output)) as? [String: Any])
        let reports = try #require(json["reports"] as? [[String: Any]])
        #expect(all.status == 1 && reports.count == 3)
        #expect(json["summary"] as? [String: Int] == ["errors": 1, "warnings": 0, "notes": 1])
        for format in ["text", "sarif", "junit", "github", "gitlab", "html", "markdown", "concise"] {
            let text = try command.run("check-request", good, bad, other, "--format", format).text
            #expect(text.contains("bad.json") && text.contains("pattern"), "\(format)")
            // What all have in common is said once, and no report is called by the name of its first document.
            if format == "markdown" || format == "junit" { #expect(text.contains("3 documents"), "\(text)") }
        }
        let configuration = try folder.write("c.json", #"{"failOn": "error"}"#)
        let configured = try command.run("check-request", good, bad, other, "--config", configuration).text
        #expect(
            configured.hasPrefix("Configuration: ") && configured.components(separatedBy: "Configuration: ").count == 2)
        let baseline = folder.path + "/baseline.json"
        #expect(try command.run("check-request", bad, other, "--write-baseline", baseline).status == 0)
        #expect(try command.run("check-request", bad, "--baseline", baseline).status == 0)
        #expect(try command.run("check-request", "-", "-").status == 64)
        #expect(try command.run("check-request", bad, other, "--source", bad).status == 64)
    }

    /// What is accepted in one document is not accepted in another, and what cannot be read is accepted in none.
    @Test func aBaselineKnowsItsDocuments() throws {
        let command = Command.optml(in: folder)
        let request =
            "{\"ModelName\": \"a_b\", \"ExecutionRoleArn\": \"\(Self.role)\", \"PrimaryContainer\": {\"Image\": \"\(Self.image)\"}}"
        for name in ["old.json", "new.json"] { try folder.write(name, request) }
        let baseline = ["--baseline", "baseline.json", "--format", "concise"]
        #expect(try command.run("check-request", "old.json", "--write-baseline", "baseline.json").status == 0)
        #expect(try command.run(["check-request", "old.json"] + baseline).status == 0)
        #expect(try command.run(["check-request", "./old.json"] + baseline).status == 0)
        let both = try command.run(["check-request", "old.json", "new.json"] + baseline)
        #expect(both.status == 1 && both.text.hasPrefix("new.json:") && !both.text.contains("old.json"), "\(both.text)")
        let written = try String(contentsOfFile: folder.path + "/baseline.json", encoding: .utf8)
        #expect(written.contains("\"document\": \"old.json\""))
        // Of a document that was not given, nothing is stale.
        let other = try command.run(["check-request", "new.json"] + baseline)
        #expect(other.status == 1 && !other.errorText.contains("no longer there"), "\(other.errorText)")
        #expect(
            try command.run("check-request", "old.json", "new.json", "--write-baseline", "baseline.json").status == 0)
        #expect(try command.run(["check-request", "old.json", "new.json"] + baseline).status == 0)
        for text in ["nothing", "{", "{\"openapi\": \"3.1.0\"}"] {
            try folder.write("text.yaml", text)
            let refused = try command.run("check-request", "text.yaml", "--write-baseline", "text.json")
            #expect(refused.status == 1 && refused.text.contains("request-malformed-document"), "\(text)")
            let again = try command.run("check-request", "text.yaml", "--baseline", "text.json")
            #expect(again.status == 1 && again.text.contains("request-malformed-document"), "\(text)")
        }
    }

    /// The failures of JUnit's form name the document and the line.
    @Test func junitNamesTheDocument() throws {
        for name in ["a.json", "b.json"] {
            try folder.write(name, "{\"Image\": \"\(Self.image)\",\n \"Mode\": \"Many\"}")
        }
        let command = Command.optml(in: folder)
        for documents in [["a.json"], ["a.json", "b.json"]] {
            let text = try command.run(["check-request"] + documents + ["--format", "junit"]).text
            for name in documents { #expect(text.contains("\(name):2:10 Mode: "), "\(text)") }
        }
    }

    /// The volume of a model's own endpoint counts, among several models.
    @Test func comparesTheVolumeOfTheModelsEndpoint() throws {
        try folder.write("model/weights.bin", String(repeating: "x", count: 10))
        let sparse = try FileHandle(forWritingTo: URL(filePath: folder.path + "/model/weights.bin"))
        try sparse.truncate(atOffset: 2 << 30)
        try sparse.close()
        let model = { (name: String) in
            """
              \(name):
                Type: AWS::SageMaker::Model
                Properties:
                  ExecutionRoleArn: \(Self.role)
                  PrimaryContainer: {Image: \(Self.image), ModelDataSource: {S3DataSource: {S3Uri: s3://bucket/\(name)/, S3DataType: S3Prefix, CompressionType: None}}}

            """
        }
        let template = { (size: String) in
            "Resources:\n" + model("A") + model("B")
                + "  C:\n    Type: AWS::SageMaker::EndpointConfig\n    Properties:\n      ProductionVariants: [{ModelName: !GetAtt B.ModelName, VolumeSizeInGB: \(size)}]\n"
        }
        let command = Command.optml(in: folder)
        for (size, container, status) in [("1", "1", 1), ("1", "0", 0), ("2", "1", 0), ("010", "1", 0), ("01", "1", 1)]
        {
            try folder.write("t.yaml", template(size))
            let result = try command.run("check-request", "t.yaml", "--source", "\(container)=model")
            #expect(Int(result.status) == status, "\(size) \(container) \(result.text)")
            if status == 1 { #expect(result.text.contains("exceeds-volume")) }
        }
    }

    @Test func takesAnArtifactForEachContainer() throws {
        let container = { (name: String, more: String) in
            "{\"ContainerHostname\": \"\(name)\", \"Image\": \"\(Self.image)\", \"ModelDataSource\": {\"S3DataSource\": {\(self.place)}}\(more)}"
        }
        let channel = "{\"ChannelName\": \"d\", \"S3DataSource\": {\(place)}}"
        let containers = container("a", "") + ", " + container("b", ", \"AdditionalModelDataSources\": [\(channel)]")
        let document =
            "{\"ModelName\": \"m\", \"Containers\": [\(containers)], \"ExecutionRoleArn\": \"\(Self.role)\"}"
        #expect(try report(document, ["--source", "a=model.tar.gz", "--source", "1=model.tar.gz"]).findings.isEmpty)
        let wrong = ["--source", "0=model.tar.gz", "--source", "b/d=good-model/config.json"]
        let found = try report(document, wrong)
        #expect(found.rules == ["not-a-gzip-tar"])
        let path = found.findings.first?.json["jsonPath"] as? String
        #expect(path == "Containers[1].AdditionalModelDataSources[0].S3DataSource.CompressionType")
        #expect(try run(Data(document.utf8), "--source", "model.tar.gz", "--source", "a=model.tar.gz").status == 64)
        #expect(try run(Data(document.utf8), "--source", "b/x=model.tar.gz").status == 64)
        let tag = try Command.optml(in: Samples.folder).run("etag", "model.tar.gz").text.prefix(32)
        for (etag, rules) in [(String(tag), []), ("x", ["request-etag-not-reproduced"])] as [(String, [String])] {
            let manifest = "{\(place), \"ManifestS3Uri\": \"s3://my-bucket/m.csv\", \"ManifestEtag\": \"\(etag)\"}"
            #expect(try report(manifest, ["--manifest", "model.tar.gz"]).rules == rules)
        }
    }

    /// A whole request at once: every container and channel with its source, and the manifest of the one that names one.
    @Test func comparesAWholeRequest() throws {
        let tag = String(try Command.optml(in: Samples.folder).run("etag", "model.tar.gz").text.prefix(32))
        let container = { (name: String, place: String) in
            "{\"ContainerHostname\": \"\(name)\", \"Image\": \"\(Self.image)\", \"ModelDataSource\": {\"S3DataSource\": {\(place)}}}"
        }
        let manifest = { (etag: String) in
            place + ", \"ManifestS3Uri\": \"s3://my-bucket/m.csv\", \"ManifestEtag\": \"\(etag)\""
        }
        let document = { (first: String, second: String) in
            "{\"ModelName\": \"m\", \"Containers\": [\(container("a", first)), \(container("b", second))], \"ExecutionRoleArn\": \"\(Self.role)\"}"
        }
        let sources = ["--source", "a=model.tar.gz", "--source", "b=model.tar.gz"]
        let one = document(place, manifest(tag))
        let whole = try report(one, sources + ["--manifest", "model.tar.gz"])
        #expect(whole.status == 0 && whole.findings.isEmpty)
        let named = (whole.json["sources"] as? [[String: Any]])?.map { $0["container"] as? String }
        #expect(named == ["a", "b"] && whole.json["source"] == nil)
        #expect(JSONShape.request.problems(whole.json) == [])
        #expect(
            try report(document(place, manifest("0")), sources + ["--manifest", "model.tar.gz"]).rules == [
                "request-etag-not-reproduced"
            ])
        // Of several manifests each says what it is for.
        let two = document(manifest(tag), manifest("0"))
        #expect(try run(Data(two.utf8), "--manifest", "model.tar.gz").status == 64)
        let both = try report(two, ["--manifest", "a=model.tar.gz", "--manifest", "1=model.tar.gz"])
        #expect(both.rules == ["request-etag-not-reproduced"])
        #expect(
            both.findings.first?.json["jsonPath"] as? String
                == "Containers[1].ModelDataSource.S3DataSource.ManifestEtag")
        for wrong in [["a=model.tar.gz", "a=good-model"], ["model.tar.gz", "b=model.tar.gz"]] {
            for option in ["--source", "--manifest"] {
                #expect(try run(Data(two.utf8), option, wrong[0], option, wrong[1]).status == 64, "\(option) \(wrong)")
            }
        }
        try run(Data(one.utf8), "--source", "b/nope=model.tar.gz").expectFailure(64, "'b'", "'nope'")
        // One container under two names, one that names no manifest, one that is said twice, and nothing to compare with.
        try run(Data(one.utf8), "--source", "b=model.tar.gz", "--source", "1=model.tar.gz")
            .expectFailure(64, "'b' and '1'", "Containers[1].ModelDataSource.S3DataSource.S3Uri")
        try run(Data(two.utf8), "--manifest", "b=model.tar.gz", "--manifest", "1=model.tar.gz")
            .expectFailure(64, "--manifest", "'b' and '1'")
        try run(Data(one.utf8), "--manifest", "a=model.tar.gz").expectFailure(64, "'a'", "names no ManifestEtag")
        let none = document(place, place)
        try run(Data(none.utf8), "--manifest", "model.tar.gz").expectFailure(64, "request names no ManifestEtag")
        for option in ["--source", "--manifest"] {
            try run(Data(two.utf8), "--container", "a", option, "b=model.tar.gz").expectFailure(64, "--container")
            try run(Data(two.utf8), option, "b=").expectFailure(64, "\(option) b=", "behind the '='")
        }
        // A container that has no other name is named as the document names it.
        let single =
            "{\"ModelName\": \"m\", \"PrimaryContainer\": \(container("a", place)), \"ExecutionRoleArn\": \"\(Self.role)\"}"
        let rules = try report(single, ["--source", "PrimaryContainer=good-model/config.json"]).rules
        #expect(rules.contains("not-a-gzip-tar"))
    }

    /// The ETag of an archive in ModelDataUrl is compared as that of an object is.
    @Test func comparesModelDataETag() throws {
        let tag = String(try Command.optml(in: Samples.folder).run("etag", "model.tar.gz").text.prefix(32))
        let package = { (etag: String) in
            """
            {"ModelPackageGroupName": "g", "InferenceSpecification": {"Containers": [{"Image": "\(Self.image)",
              "ModelDataUrl": "s3://my-bucket/model.tar.gz", "ModelDataETag": "\(etag)"}],
              "SupportedContentTypes": ["text/csv"], "SupportedResponseMIMETypes": ["text/csv"]}}
            """
        }
        #expect(try report(package(tag), ["--source", "model.tar.gz"]).findings.isEmpty)
        let other = try report(package(String(repeating: "1", count: 32)), ["--source", "model.tar.gz"])
        #expect(other.rules == ["request-etag-not-reproduced"])
        #expect(
            other.findings.first?.json["jsonPath"] as? String == "InferenceSpecification.Containers[0].ModelDataETag")
    }

    @Test func wrongUse() throws {
        let command = Command.optml(in: folder)
        #expect(try command.run("check-request").status == 64)
        #expect(try command.run("check-request", "missing.json").status == 2)
        #expect(try command.run("check-request", ".").status == 2)
        #expect(try command.run("check-request", "-", "--listing", "-").status == 64)
        #expect(try command.run("check-request", "-", "--deployment", "else").status == 64)
    }

    /// Names in a request cannot fake output.
    @Test func escapesWhatItShows() throws {
        let document = #"{"PrimaryContainer": {"Environment": {"a\u001b[2J\u202e\n": "x"}}, "Z\u0007": 1}"#
        let text = try run(Data(document.utf8)).text
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x202E) })
        #expect(text.contains("\\u{202e}"))
    }
}

extension JSONShape {
    /// The report of `check-request`.
    static let request = JSONShape.object(
        [
            "schemaVersion": .integer, "tool": tool,
            "request": .object(
                ["kind": .textOrNull, "location": .text], optional: ["locationBytes": .text, "operation": .text]),
            "summary": .object(["errors": .integer, "warnings": .integer, "notes": .integer]), "findings": findings,
            "truncated": .array(.object(["rule": .text, "total": .integer])),
        ],
        optional: [
            "source": source, "modelDataSource": requested,
            "sources": .array(
                .object(
                    ["source": source, "modelDataSource": requested],
                    optional: ["container": .text, "channel": .text, "channelBytes": .text])),
        ])

    private static let requested = JSONShape.object([
        "s3Uri": .textOrNull, "s3DataType": dataType, "compressionType": compressionType,
    ])
}
