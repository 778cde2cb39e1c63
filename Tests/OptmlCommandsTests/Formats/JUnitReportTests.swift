import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import OptmlCommands

@Suite struct JUnitReportTests {
    private static func text(_ arguments: String...) throws -> String {
        try Command.optml(in: Samples.folder).run(["check"] + arguments + ["--format", "junit"]).text
    }

    /// Those that apply where no framework is told.
    private static let rules = RuleCatalog.rules.filter { !AllRules.ofFrameworks.contains($0.id) }

    private static func count(_ part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }

    @Test func hasACaseForEveryRule() throws {
        let text = try Self.text("bad-model")
        let rules = Self.rules
        for rule in rules { #expect(text.contains("<testcase name=\"\(rule.id)\"")) }
        #expect(text.contains("tests=\"\(rules.count)\" failures=\"2\" errors=\"0\" skipped=\"0\""))
        #expect(Self.count("<failure ", in: text) == 2)
        #expect(text.contains("timestamp=\"1970-01-01T00:00:00\"") && text.contains("hostname=\"localhost\""))
        // What fails no case stands in the output of the suite.
        let output = try #require(text.components(separatedBy: "<system-out>").last)
        #expect(output.contains("warning platform-metadata: /opt/ml/model/.DS_Store"))
    }

    @Test func failsWhatMakesTheCommandFail() throws {
        for (failOn, failures) in [("error", 2), ("warning", 7), ("note", 7), ("never", 0)] {
            let text = try Self.text("bad-model", "--fail-on", failOn)
            #expect(Self.count("<failure ", in: text) == failures, "\(failOn)")
            #expect(text.contains("failures=\"\(failures)\""))
        }
    }

    @Test func skipsWhatIsNotWanted() throws {
        let text = try Self.text("bad-model", "--ignore", "git-lfs-pointer,platform-metadata")
        #expect(text.contains("failures=\"1\" errors=\"0\" skipped=\"2\""))
        #expect(Self.count("<skipped message=\"ignored by --ignore\"", in: text) == 2)
        let selected = try Self.text("bad-model", "--select", "git-lfs-pointer")
        #expect(selected.contains("skipped=\"\(Self.rules.count - 1)\""))
        #expect(selected.contains("<skipped message=\"not selected by --select\""))
    }

    @Test func countsWhatIsNotListed() throws {
        let folder = try TemporaryDirectory()
        try folder.write("keys", (0..<1500).map { "m/f\($0)/" }.joined(separator: "\n") + "\n")
        let text = try Command.optml(in: folder).run(
            "check", "--listing", "keys", "--s3-uri", "s3://my-bucket/m/", "--format", "junit"
        ).text
        #expect(text.contains("(1500 times)") && text.contains("… and 500 more"))
        #expect(text.contains("folder-marker: 1500 findings, of which the first 1000 are listed"))
    }

    @Test func hostileNamesStayInert() throws {
        let folder = try HostileArtifact.make()
        for source in HostileArtifact.sources {
            let text = try Command.optml(in: folder).run(
                ["check"] + source + ["--format", "junit", "--fail-on", "warning"]
            ).text
            #expect(HostileArtifact.isInert(text))
            #expect(!text.contains("]]>") && !text.contains("<!--") && !text.contains("<failure message=\"x\""))
            #expect(!text.contains("\u{FFFE}") && !text.contains("\u{FFFF}"))
            #expect(Self.count("</testsuites>", in: text) == 1)
        }
    }

    @Test func escapesMarkup() {
        #expect(XMLWriter.escaped("<a>&\"'", inAttribute: false) == "&lt;a&gt;&amp;&quot;'")
        #expect(XMLWriter.escaped("a\nb\tc\rd", inAttribute: true) == "a&#10;b&#9;c&#13;d")
        #expect(XMLWriter.escaped("a\nb\tc\rd", inAttribute: false) == "a\nb\tc&#13;d")
        #expect(
            XMLWriter.escaped("\u{0}\u{1F}\u{FFFE}\u{FFFF}", inAttribute: true) == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")
    }
}
