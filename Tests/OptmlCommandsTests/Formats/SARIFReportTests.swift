import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import OptmlCommands

@Suite struct SARIFReportTests {
    /// A SARIF file, taken apart by somebody else's reader.
    struct File {
        let run: [String: Any]

        init(_ data: Data) throws {
            let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(file["version"] as? String == "2.1.0")
            let runs = try #require(file["runs"] as? [[String: Any]])
            #expect(runs.count == 1)
            run = runs[0]
        }

        var rules: [[String: Any]] {
            ((run["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"] as? [[String: Any]] ?? []
        }
        var results: [[String: Any]] { run["results"] as? [[String: Any]] ?? [] }
        var notifications: [[String: Any]] {
            (run["invocations"] as? [[String: Any]])?.first?["toolExecutionNotifications"] as? [[String: Any]] ?? []
        }

        static func uri(_ location: [String: Any]) -> String {
            let place = location["physicalLocation"] as? [String: Any]
            return (place?["artifactLocation"] as? [String: Any])?["uri"] as? String ?? ""
        }

        static func message(_ result: [String: Any]) -> String {
            (result["message"] as? [String: Any])?["text"] as? String ?? ""
        }

        static func fingerprint(_ result: [String: Any]) -> String {
            (result["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"] ?? ""
        }
    }

    static func file(_ arguments: [String], in folder: String) throws -> File {
        try File(Command.optml(in: folder).run(["check"] + arguments + ["--format", "sarif"]).output)
    }

    /// Those that need no framework.
    private static let rulesOfAll = RuleCatalog.rules.map(\.id).filter { !AllRules.ofFrameworks.contains($0) }

    @Test func agreesWithTheJSONReport() throws {
        for arguments in [
            ["bad-model"], ["wrapped.tar.gz", "--severity", "wrapped-in-directory=note"], ["--listing", "clash.keys"],
            ["good-model"],
        ] {
            let report = try Command.optml(in: Samples.folder).report(["check"] + arguments)
            let file = try Self.file(arguments, in: Samples.folder)
            #expect(file.results.map { $0["ruleId"] as? String } == report.findings.map(\.rule))
            #expect(file.results.map { $0["level"] as? String } == report.findings.map(\.severity))
            #expect(file.rules.map { $0["id"] as? String } == Self.rulesOfAll)
            #expect(file.notifications.isEmpty)
            for result in file.results {
                let index = try #require(result["ruleIndex"] as? Int)
                #expect(file.rules[index]["id"] as? String == result["ruleId"] as? String)
                let locations = try #require(result["locations"] as? [[String: Any]])
                #expect(locations.count == 1 && !File.uri(locations[0]).isEmpty)
            }
            let fingerprints = file.results.map(File.fingerprint)
            #expect(Set(fingerprints).count == fingerprints.count)
        }
    }

    @Test func namesFilesExactly() throws {
        let folder = try HostileArtifact.make()
        let file = try Self.file(["m", "--severity", "platform-metadata=error"], in: folder.path)
        var expected: Set<[UInt8]> = []
        for name in HostileNames.bytes {
            expected.insert(Array("m/".utf8) + name + Array(".pyc".utf8))
            expected.insert(Array("m/".utf8) + name + Array(".d/.DS_Store".utf8))
        }
        var found: Set<[UInt8]> = []
        for result in file.results {
            let locations = try #require(result["locations"] as? [[String: Any]])
            let uri = File.uri(locations[0])
            #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !uri.hasPrefix("/"))
            var bytes = Array(uri.utf8)
            #expect(PercentEncoding.decode(&bytes, plusIsSpace: false))
            found.insert(bytes)
        }
        #expect(expected.subtracting(found) == [])
    }

    @Test func hostileNamesStayInert() throws {
        let folder = try HostileArtifact.make()
        for source in HostileArtifact.sources {
            let result = try Command.optml(in: folder).run(["check"] + source + ["--format", "sarif"])
            #expect(HostileArtifact.isInert(result.text))
            let file = try File(result.output)
            #expect(file.results.count > 40)
            for message in file.results.map(File.message) {
                #expect(
                    !message.contains("[click](") && !message.replacing("{{", with: "").contains("{0}"), "\(message)")
                #expect(!message.contains("\nerror forged"))
            }
            #expect(!file.results.contains { $0["ruleId"] as? String == "forged" })
        }
    }

    @Test func saysWhatIsNotListed() throws {
        let folder = try TemporaryDirectory()
        try folder.write("keys", (0..<1500).map { "m/f\($0)/" }.joined(separator: "\n") + "\n")
        let file = try Self.file(["--listing", "keys", "--s3-uri", "s3://my-bucket/m/"], in: folder.path)
        #expect(file.results.count == 1001)
        #expect(file.notifications.count == 1)
        let notification = try #require(file.notifications.first)
        #expect(File.message(notification).contains("1500 findings"))
        #expect((notification["associatedRule"] as? [String: Any])?["id"] as? String == "folder-marker")
    }

    /// Neither the folder, nor the prefix, nor the message changes what a finding is.
    @Test func fingerprintsAreStable() throws {
        let folder = try TemporaryDirectory()
        for name in ["a/m", "b/c/m"] { try folder.write(name + "/code/__pycache__/x.pyc", "x") }
        try folder.write("b/c/m/code/__pycache__/y.pyc", "more")
        let arguments = [["a/m"], ["b/c/m"], ["a/m", "--s3-uri", "s3://my-bucket/p/"]]
        let files = try arguments.map { try Self.file($0, in: folder.path) }
        let messages = Set(files.map { File.message($0.results[0]) })
        #expect(messages.count == 2)
        #expect(Set(files.map { File.fingerprint($0.results[0]) }).count == 1)
    }

    @Test func doublesBracesAndEscapesLinks() {
        #expect(SARIFText.message("a {0} b") == "a {{0}} b")
        #expect(SARIFText.message("[a](b)") == "\\[a\\](b)")
        #expect(SARIFText.message("a[0] (b)") == "a[0] (b)")
    }
}
