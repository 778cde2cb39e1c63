import Foundation
import TestSupport
import Testing

/// Baselines: what is known is not reported again.
@Suite struct BaselineFileTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        for name in ["m/.DS_Store", "m/a/.DS_Store", "m/b.pyc"] { try folder.write(name, "x") }
    }

    private func content(_ name: String) throws -> String {
        try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
    }

    @Test func onlyWhatIsNewIsReported() throws {
        let command = Command.optml(in: folder)
        let written = try command.run("check", "m", "--write-baseline", "b.json", "--fail-on", "note")
        #expect(written.status == 0 && written.errorText == "optml: note: b.json: 3 findings accepted\n")
        let known = try command.report("check", "m", "--baseline", "b.json", "--fail-on", "note")
        #expect(known.status == 0 && known.findings.isEmpty && known.summary["known"] == 3)
        try folder.write("m/c.pyc", "x")
        try FileManager.default.removeItem(atPath: folder.path + "/m/.DS_Store")
        let result = try command.run("check", "m", "--baseline", "b.json", "--fail-on", "warning", "--format", "github")
        #expect(result.status == 1)
        #expect(result.text.split(separator: "\n").count == 1 && result.text.contains("file=m/c.pyc,"))
        #expect(result.errorText.contains("1 finding of the baseline no longer there"))
        #expect(result.errorText.contains("platform-metadata at '/opt/ml/model/.DS_Store'"))
        let quiet = try command.run("check", "m", "--baseline", "b.json", "--quiet")
        #expect(quiet.errorText == "" && quiet.text.hasSuffix("; 2 in the baseline\n"))
    }

    /// What is accepted in one source of several is not accepted in another.
    @Test func ofSeveralSourcesEachIsNamed() throws {
        let command = Command.optml(in: folder)
        for name in ["n/.DS_Store", "n/a", "o/.DS_Store", "o/a"] { try folder.write(name, "x") }
        let options = ["--fail-on", "note", "--baseline", "b.json"]
        #expect(try command.run("check", "m", "./n/", "--write-baseline", "b.json").status == 0)
        let written = try content("b.json")
        #expect(written.contains("\"document\": \"m\"") && written.contains("\"document\": \"n\""))
        #expect(try command.run(["check", "n", "m"] + options).status == 0)
        let other = try command.run(["check", "m", "o"] + options + ["--format", "concise"])
        #expect(other.status == 1 && other.text.hasPrefix("o/.DS_Store") && !other.text.contains("m/"), "\(other.text)")
        #expect(!other.errorText.contains("no longer there"), "\(other.errorText)")
        // One of them alone is known too, and another alone is not.
        for (name, status) in [("m", 0), ("n", 0), ("o", 1)] as [(String, Int32)] {
            let alone = try command.run(["check", name] + options)
            #expect(alone.status == status && alone.errorText.isEmpty, "\(alone.errorText)")
        }
        // Of one source alone none is named: it is known wherever it lies, but not among several.
        #expect(try command.run("check", "n", "--write-baseline", "b.json").status == 0)
        #expect(try !content("b.json").contains("document"))
        #expect(try command.run(["check", "o"] + options).status == 0)
        #expect(try command.run(["check", "n", "o"] + options).status == 1)
    }

    /// What is said of a finished report is accepted as all else.
    @Test func whatTheDeploymentDoesNotTakeIsAcceptedToo() throws {
        let command = Command.optml(in: folder)
        let check = ["check", "m", "--deployment", "serverless", "--fail-on", "note"]
        let plain = try command.run(check)
        #expect(plain.status == 1 && plain.text.contains("create-model-deployment-without-source"))
        #expect(try command.run(check + ["--write-baseline", "b.json"]).status == 0)
        let known = try command.run(check + ["--baseline", "b.json"])
        #expect(known.status == 0 && known.errorText.isEmpty, "\(known.text) \(known.errorText)")
    }

    /// The bytes depend on nothing but the findings.
    @Test func isDeterministicAndReadable() throws {
        let command = Command.optml(in: folder)
        for (arguments, name) in [
            (["m"], "1.json"), (["./m/", "--s3-uri", "s3://my-bucket/p/"], "2.json"),
            (["\(folder.path)/m", "--severity", "platform-metadata=error", "--format", "json"], "3.json"),
        ] { #expect(try command.run(["check"] + arguments + ["--write-baseline", name]).status == 0) }
        let text = try content("1.json")
        #expect(try content("2.json") == text && content("3.json") == text)
        #expect(text.hasPrefix("{\n  \"schemaVersion\": 1,\n  \"findings\": [\n"))
        #expect(text.contains("\"path\": \"/opt/ml/model/a/.DS_Store\""))
        #expect(try command.run("check", "m", "--write-baseline", "1.json").status == 0)
        #expect(try content("1.json") == text)
        try folder.write("empty/file", "x")
        #expect(try command.run("check", "empty", "--write-baseline", "0.json").status == 0)
        #expect(try content("0.json") == "{\n  \"schemaVersion\": 1,\n  \"findings\": []\n}\n")
        #expect(try command.run("check", "m", "--baseline", "0.json").errorText == "")
    }

    /// Exact where not everything is listed, and whatever the order of the listing.
    @Test func manyFindings() throws {
        let command = Command.optml(in: folder)
        let keys = (0..<2500).map { "m/f\($0)/" }
        let source = ["check", "--listing", "keys", "--s3-uri", "s3://my-bucket/m/", "--ignore", "no-objects"]
        try folder.write("keys", keys.joined(separator: "\n") + "\n")
        #expect(try command.run(source + ["--write-baseline", "b.json"]).status == 0)
        try folder.write("keys", (keys.reversed() + ["m/new/"]).joined(separator: "\n") + "\n")
        let report = try command.report(source + ["--baseline", "b.json"])
        #expect(report.findings.map(\.key) == ["m/new/"] && report.status == 1)
        #expect(report.summary["errors"] == 1 && report.summary["known"] == 2500)
        #expect((report.json["truncated"] as? [Any])?.isEmpty == true)
    }

    @Test func isReadFromTheConfiguration() throws {
        let command = Command.optml(in: folder)
        try folder.write("conf/c.json", #"{"baseline": "b.json"}"#)
        let missing = try command.run("check", "m", "--config", "conf/c.json")
        missing.expectFailure(2, "conf/b.json", "no such file")
        let arguments = ["check", "m", "--config", "conf/c.json"]
        #expect(try command.run(arguments + ["--write-baseline", "conf/b.json"]).status == 0)
        #expect(try command.report(arguments).summary["known"] == 3)
        try folder.write("other.json", "{\"schemaVersion\": 1, \"findings\": []}")
        #expect(try command.report(arguments + ["--baseline", "other.json"]).summary["warnings"] == 3)
        #expect(try command.run("check", "m", "--baseline", "b", "--write-baseline", "c").status == 64)
    }

    private static let print = "0123456789abcdef0123456789abcdef"
    private static let mistakes: [(text: String, place: String, words: String)] = [
        ("", "1:1", "empty"), ("[]", "1:1", "expected an object"), ("{}", "1:1", "needs a 'schemaVersion'"),
        (#"{"schemaVersion": 1}"#, "1:1", "needs a 'findings'"),
        (#"{"schemaVersion": 2, "findings": []}"#, "1:19", "schemaVersion 1"),
        (#"{"schemaVersion": 1, "findings": {}}"#, "1:34", "expected an array"),
        (#"{"schemaVersion": 1, "findings": [], "x": 1}"#, "1:38", "unknown key 'x'"),
        (#"{"schemaVersion": 1, "findings": [{"rule": "x"}]}"#, "1:35", "needs a 'fingerprint'"),
        (#"{"schemaVersion": 1, "findings": [{"fingerprint": "\#(print)"}]}"#, "1:35", "needs a 'rule'"),
        (#"{"schemaVersion": 1, "findings": [{"rule": "x", "fingerprint": "12"}]}"#, "1:64", "32 hexadecimal"),
        (
            #"{"schemaVersion": 1, "findings": [{"rule": "x", "fingerprint": "\#(print)", "count": 0}]}"#, "1:109",
            "from 1 on"
        ),
        (
            "{\"schemaVersion\": 1, \"findings\": [\n{\"rule\": \"x\", \"fingerprint\": \"\(print)\"},\n"
                + "{\"rule\": \"x\", \"fingerprint\": \"\(print)\"}]}",
            "3:1", "twice"
        ),
    ]

    @Test(arguments: mistakes.indices) func mistakesHaveAPlace(_ index: Int) throws {
        let (text, place, words) = Self.mistakes[index]
        try folder.write("b.json", text)
        try Command.optml(in: folder).run("check", "m", "--baseline", "b.json")
            .expectFailure(2, "b.json:\(place): ", words)
    }

    /// Names of any bytes, and what the names say is only for people.
    @Test func hostileNames() throws {
        let folder = try HostileArtifact.make()
        let command = Command.optml(in: folder)
        for source in HostileArtifact.sources {
            let report = try command.report(["check"] + source)
            let result = try command.run(["check"] + source + ["--write-baseline", "b.json"])
            #expect(result.status == 0, "\(result.errorText)")
            let known = try command.report(["check"] + source + ["--baseline", "b.json"])
            #expect(known.findings.isEmpty && known.summary["known"] == report.findings.count && known.status == 0)
        }
        try folder.write("none/file", "x")
        let stale = try command.run("check", "none", "--baseline", "b.json")
        #expect(HostileArtifact.isInert(stale.errorText) && stale.errorText.split(separator: "\n").count == 1)
    }
}
