import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// The shape of the JSON report, which programs read.
@Suite struct JSONReportTests {
    /// Runs that between them write every kind of report, and the shape of each.
    static let reports: [(arguments: String, shape: JSONShape)] = [
        ("check good-model", .report()),
        ("check bad-model --s3-uri s3://my-bucket/model", .report()),
        ("check model.tar.gz", .report()),
        ("check wrapped.tar.gz --etags", .report()),
        ("check good-model/config.json", .report()),
        ("check --listing clash.keys --s3-uri s3://my-bucket/models/", .report()),
        ("check --listing list-objects-v2.json", .report()),
        ("check good-model --with-layout --etags", .report(withLayout: true)),
        ("layout bad-model", .report(withLayout: true)),
        ("layout wrapped.tar.gz", .report(withLayout: true)),
        ("layout model.tar.gz --framework vllm", .report(withLayout: true)),
        ("layout --listing list-objects-v2.json --s3-uri s3://my-bucket/models/llm/", .report(withLayout: true)),
        ("layout --listing clash.keys --every-combination --s3-uri s3://my-bucket/models/", .combinations),
        ("layout bad-model --every-combination", .combinations),
    ]

    @Test(arguments: reports.indices) func hasItsShape(_ index: Int) throws {
        let (arguments, shape) = Self.reports[index]
        let report = try Command.optml(in: Samples.folder)
            .report(arguments.split(separator: " ").map(String.init))
        #expect(shape.problems(report.json) == [], "optml \(arguments)")
        #expect(report.json["schemaVersion"] as? Int == 1)
    }

    @Test func namesTheSource() throws {
        let command = Command.optml(in: Samples.folder)
        let kinds = [
            ["good-model"]: "directory", ["model.tar.gz"]: "archive", ["good-model/config.json"]: "file",
            ["--listing", "clash.keys"]: "listing",
        ]
        for (arguments, kind) in kinds {
            let report = try command.report(["check"] + arguments)
            var source = ["kind": kind, "location": arguments.last ?? ""]
            // Of keys, nobody knows the contents.
            if kind == "listing" { source["contents"] = "none" }
            #expect(report.json["source"] as? [String: String] == source)
            #expect(report.modelDataSource["s3Uri"] is NSNull)
            #expect((report.json["channels"] as? [Any])?.isEmpty == true)
        }
        let report = try command.report("check", "good-model", "--s3-uri", "s3://my-bucket/m/")
        #expect(
            report.modelDataSource as? [String: String]
                == ["s3Uri": "s3://my-bucket/m/", "s3DataType": "S3Prefix", "compressionType": "None"])
    }

    @Test func countsWhatAnArchiveUnpacksTo() throws {
        let report = try Command.optml(in: Samples.folder).report("check", "model.tar.gz")
        let bytes = 41 + 12 + 23 + Samples.safetensors.count
        #expect(
            report.summary == [
                "objects": 1, "files": 4, "directories": 1, "bytes": bytes, "errors": 0, "warnings": 0, "notes": 0,
            ])
    }

    @Test func sortsFindings() throws {
        for arguments in [["bad-model"], ["wrapped.tar.gz"], ["--listing", "clash.keys"]] {
            let report = try Command.optml(in: Samples.folder).report(["check"] + arguments)
            let order = ["error": 0, "warning": 1, "note": 2]
            let keys = report.findings.map { finding in
                [
                    "\(order[finding.severity] ?? 9)", finding.rule, finding.path ?? "", finding.key ?? "",
                    finding.message,
                ].map { Array($0.utf8) }
            }
            #expect(keys.count > 2)
            let sorted = keys.sorted { left, right in
                for (a, b) in zip(left, right) where a != b { return a.lexicographicallyPrecedes(b) }
                return false
            }
            #expect(keys == sorted)
            for severity in order.keys {
                #expect(report.summary[severity + "s"] == report.findings.filter { $0.severity == severity }.count)
            }
        }
    }

    @Test func ordersTheLayout() throws {
        let folder = try TemporaryDirectory()
        for name in ["a/b", "a-", "a.b", "a0", "B/c/d", "Z"] { try folder.write("m/" + name, "x") }
        let report = try Command.optml(in: folder).report("layout", "m", "--s3-uri", "s3://my-bucket/p/")
        #expect(report.paths == ["B/", "B/c/", "B/c/d", "Z", "a-", "a.b", "a/", "a/b", "a0"])
        #expect(report.layout[2]["key"] as? String == "p/B/c/d")
        #expect(report.layout[2]["size"] as? Int == 1)
        #expect(report.layout[0]["size"] == nil && report.layout[0]["key"] == nil)
        #expect(report.layout[0]["path"] as? String == "/opt/ml/model/B")
    }

    /// Of 1,500 findings of one rule the first 1,000 are listed, whatever the order of input, and all are counted.
    @Test func truncatesButCounts() throws {
        let folder = try TemporaryDirectory()
        let keys = (0..<1500).map { String(format: "m/f%04d/", $0) } + ["m/weights"]
        var outputs: Set<Data> = []
        var generator = SplitMix64(seed: TestSeed.make())
        for keys in [keys, keys.reversed(), keys.shuffled(using: &generator)] {
            var command = Command.optml(in: folder)
            command.input = Data((keys.joined(separator: "\n") + "\n").utf8)
            outputs.insert(
                try command.run("check", "--listing", "-", "--s3-uri", "s3://my-bucket/m/", "--format", "json").output)
            let report = try command.report("check", "--listing", "-", "--s3-uri", "s3://my-bucket/m/")
            #expect(report.status == 1)
            #expect(report.findings("folder-marker").map(\.key) == keys.sorted().prefix(1000).map { $0 })
            #expect(
                report.summary["errors"] == 1500 && report.summary["objects"] == 1501 && report.summary["files"] == 1)
            let truncated = report.json["truncated"] as? [[String: Any]]
            #expect(truncated?.count == 1 && truncated?[0]["rule"] as? String == "folder-marker")
            #expect(truncated?[0]["total"] as? Int == 1500)
            let text = try command.run("check", "--listing", "-", "--s3-uri", "s3://my-bucket/m/").text
            #expect(text.contains("1480 more") && text.contains("1500 errors"))
        }
        #expect(outputs.count == 1)
    }

    @Test func givesTheBytesOfNamesThatAreNotUTF8() throws {
        let folder = try TemporaryDirectory()
        var command = Command.optml(in: folder)
        command.input = Data(Array("m/caf".utf8) + [0xE9] + Array("/\nm/ok\n".utf8))
        let report = try command.report("check", "--listing", "-", "--s3-uri", "s3://my-bucket/m/", "--with-layout")
        let marker = try #require(report.findings("folder-marker").first)
        #expect(marker.key == "m/caf\u{FFFD}/")
        let exact = Data(Array("m/caf".utf8) + [0xE9, 0x2F])
        #expect(marker.json["keyBytes"] as? String == exact.base64EncodedString())
        #expect(report.rules.contains("key-not-utf8"))
        #expect(JSONShape.report(withLayout: true).problems(report.json) == [])
        for finding in report.findings where finding.path?.contains("\u{FFFD}") ?? false {
            #expect(finding.json["pathBytes"] is String)
        }
    }
}
