import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import OptmlCommands

/// What many findings say is said once, and no name twice.
@Suite struct GroupedFindingsTests {
    private let folder: TemporaryDirectory
    private let names = ["", "a/", "b/", "b/c/", "d/", "e/"].map { $0 + ".DS_Store" }

    init() throws {
        folder = try TemporaryDirectory()
        for name in names { try folder.write("m/\(name)", "x") }
        try folder.write("m/config.json", "{}\n")
    }

    @Test(arguments: ["text", "markdown", "html"]) func sixOfAKind(_ format: String) throws {
        let result = try Command.optml(in: folder).run("check", "m", "--format", format).text
        let findings = result.firstRange(of: "Where the bytes are</h2>").map { result[..<$0.lowerBound] } ?? result[...]
        #expect(findings.ranges(of: "is platform metadata and not part of a model").count == 1)
        for name in names { #expect(findings.ranges(of: "/opt/ml/model/\(name)").count == 1, "\(name)") }
    }

    @Test func programsSeeThemAll() throws {
        let report = try Command.optml(in: folder).report("check", "m")
        #expect(
            report.findings("platform-metadata").map(\.message).sorted()
                == names.sorted().map {
                    "'\($0)' is platform metadata and not part of a model"
                })
        let text = try Command.optml(in: folder).run("check", "m", "--format", "concise").text
        let lines = text.split(separator: "\n").filter { $0.contains("platform-metadata") }
        #expect(lines.count == 6 && lines.allSatisfy { $0.ranges(of: ".DS_Store").count == 1 })
        #expect(lines[0] == "m/.DS_Store: warning platform-metadata: is platform metadata and not part of a model")
    }

    @Test func wordsWithoutTheName() {
        let rule = Rule(
            "x", .note, "", explanation: "", remedy: "", example: Rule.Example(bad: "", good: ""), source: "")
        let words = { (message: String, location: Location) in
            FindingPhrase.words(of: Finding(rule, message, at: location))
        }
        let path = Location(path: "/opt/ml/model/a b/c")
        #expect(words("'a b/c' is odd", path) == "is odd")
        #expect(words("'c' is odd", path) == "'c' is odd")
        #expect(words("'a b/c', which is odd", path) == "'a b/c', which is odd")
        #expect(words("'k/x' is odd", Location(key: "k/x", path: "/opt/ml/model/x")) == "is odd")
        #expect(words("'a\\nb' is odd", Location(path: "/opt/ml/model/a\nb")) == "is odd")
        #expect(words("is odd", Location()) == "is odd")
        #expect(words("'a b/c' and 'A' are odd", path) == "'a b/c' and 'A' are odd")
    }

    /// Others of the same rule stay apart.
    @Test func unlikeFindings() throws {
        try folder.write("m/x/__pycache__/1", "x")
        try folder.write("m/y/__pycache__/1", "x")
        try folder.write("m/z/__pycache__/1", "x")
        try folder.write("m/z/__pycache__/2", "x")
        let text = try Command.optml(in: folder).run("check", "m", "--select", "development-leftover").text
        #expect(
            text.contains(
                """
                  /opt/ml/model/x/__pycache__
                  /opt/ml/model/y/__pycache__
                    is left over from development, with 1 file below it
                  /opt/ml/model/z/__pycache__
                    is left over from development, with 2 files below it
                """))
    }
}
