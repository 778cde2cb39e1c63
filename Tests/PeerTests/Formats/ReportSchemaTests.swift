import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// The reports are valid for the schemas of those who read them.
@Suite struct ReportSchemaTests {
    private static let schemas = Checkout.testdata.appending(path: "schemas").path
    private static let samples = Checkout.testdata.appending(path: "samples").path
    private let folder: TemporaryDirectory

    /// Runs between them with every kind of source and finding.
    private let runs: [[String]]

    init() throws {
        folder = try TemporaryDirectory()
        for name in HostileNames.bytes {
            RawFile.make(ByteString(Array("\(folder.path)/m/".utf8) + name + Array(".pyc".utf8)))
        }
        let hostile = try folder.write("keys.json", HostileNames.listing)
        let many = try folder.write("many", (0..<1500).map { "m/f\($0)/" }.joined(separator: "\n") + "\n")
        let uri = ["--s3-uri", "s3://my-bucket/m/"]
        let checks: [[String]] =
            try [
                ["\(Self.samples)/bad-model"], ["\(Self.samples)/good-model"], ["\(Self.samples)/wrapped.tar.gz"],
                ["\(Self.samples)/model.tar.gz", "--s3-data-type", "S3Prefix"],
                ["\(Self.samples)/bad-model", "--s3-uri", "http://No_Such", "--fail-on", "note"],
                ["\(Self.samples)/bad-model", "--ignore", "git-lfs-pointer", "--severity", "secret-file=error"],
                ["--listing", "\(Self.samples)/clash.keys"] + uri, ["--listing", hostile, "--fail-on", "note"] + uri,
                ["--listing", many] + uri, ["\(folder.path)/m", "--fail-on", "warning"],
            ] + Self.archives()
        let comparisons = [
            ["\(Self.samples)/released.csv", "\(Self.samples)/good-model"],
            ["\(Self.samples)/good-model.csv", "\(Self.samples)/good-model"],
            [
                "\(Self.samples)/released.csv", "\(Self.samples)/good-model", "--allow-unexpected",
                "--allow-unverifiable",
            ],
            ["\(folder.path)/m", "\(Self.samples)/bad-model"], ["\(Self.samples)/bad-model", "\(folder.path)/m"],
            ["\(folder.path)/m", "--listing", hostile] + uri, ["\(Self.samples)/bad-model", "--listing", many] + uri,
            ["--request", "\(Self.samples)/pinned.json", "\(Self.samples)/model.tar.gz"],
        ]
        runs = checks.map { ["check"] + $0 } + comparisons.map { ["verify"] + $0 }
    }

    /// Archives that others made, some of them to be dangerous.
    private static func archives() throws -> [[String]] {
        try ArchiveCorpus.files("tool-made").prefix(12).map { [$0.url.path, "--fail-on", "warning"] }
    }

    private func write(_ format: String) throws -> [String] {
        try runs.enumerated().map { index, arguments in
            let file = "\(folder.path)/\(index).\(format)"
            let result = try Command.optml.run(arguments + ["--report", "\(format)=\(file)"])
            guard result.status < 2 else { throw PeerFailed(name: "optml \(arguments)", result: result) }
            return file
        }
    }

    @Test(.enabled(if: Peer.python.isWanted, "jsonschema is not installed; Tests/run installs it")) func sarif() throws
    {
        let schema = Self.schemas + "/sarif-schema-2.1.0.json"
        let files = try write("sarif")
        let bad = try folder.write(
            "bad.sarif", #"{"version": "2.1.0", "runs": [{"tool": {"driver": {}}, "results": [{"level": "bad"}]}]}"#)
        let output = try PythonScript.validateSARIF.run([schema] + files + [bad])
        var complaints = try JSONDecoder().decode([[String]].self, from: output)
        #expect(complaints.removeLast().count >= 3)
        #expect(complaints.count == files.count)
        for (arguments, complaints) in zip(runs, complaints) { #expect(complaints == [], "\(arguments)") }
        print("ReportSchemaTests: \(files.count) SARIF files")
    }

    @Test(
        .enabled(if: Peer.xmllint.isWanted, "xmllint is not installed; Tests/run installs it"),
        arguments: ["JUnit.xsd", "junit-10.xsd"])
    func junit(_ schema: String) throws {
        let files = try write("junit")
        let arguments = ["--noout", "--nonet", "--schema", "\(Self.schemas)/\(schema)"]
        let result = try Peer.xmllint.command().run(arguments + files)
        #expect(result.status == 0, "\(result.errorText.prefix(3000))")
        let bad = try folder.write("bad.xml", "<testsuites><testsuite tests='1'><testcase/></testsuite></testsuites>")
        #expect(try Peer.xmllint.command().run(arguments + [bad]).status != 0)
    }

    /// What a reader of XML takes out is what was put in.
    @Test(.enabled(if: Peer.python.isWanted, "there is no Python")) func junitTextsSurvive() throws {
        let file = try #require(try write("junit").dropLast(runs.count - 10).last)
        let output = try PythonScript.readJUnit.run(input: Data(contentsOf: URL(filePath: file)))
        let failures = try JSONDecoder().decode([String: String].self, from: output)
        let text = try #require(failures["development-leftover"])
        for name in HostileNames.bytes {
            // XML cannot hold the two last characters of a plane.
            let shown = DisplayText.escaped(name + Array(".pyc".utf8))
                .replacing("\u{FFFE}", with: "\u{FFFD}").replacing("\u{FFFF}", with: "\u{FFFD}")
            #expect(text.contains("'\(shown)' is"), "\(shown)")
        }
    }
}
