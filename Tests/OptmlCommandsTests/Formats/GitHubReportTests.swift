import Foundation
import TestSupport
import Testing

@testable import OptmlCommands

@Suite struct GitHubReportTests {
    /// A workflow command as the runner reads it: https://github.com/actions/runner, `src/Runner.Common/ActionCommand.cs`.
    struct WorkflowCommand {
        let name: String
        var properties: [String: String] = [:]
        let message: String

        init?(_ line: Substring) {
            guard line.hasPrefix("::"), let end = line.dropFirst(2).range(of: "::") else { return nil }
            let head = line.dropFirst(2)[..<end.lowerBound]
            let parts = head.split(separator: " ", maxSplits: 1)
            name = String(parts[0])
            for property in parts.count > 1 ? parts[1].split(separator: ",") : [] {
                let pair = property.split(separator: "=", maxSplits: 1)
                guard pair.count == 2 else { continue }
                properties[String(pair[0])] = Self.decoded(String(pair[1]), ["%3A": ":", "%2C": ","])
            }
            message = Self.decoded(String(line[end.upperBound...]), [:])
        }

        private static func decoded(_ text: String, _ more: [String: String]) -> String {
            var text = text
            for (code, value) in more.merging(["%0D": "\r", "%0A": "\n"], uniquingKeysWith: { $1 }) {
                text = text.replacingOccurrences(of: code, with: value)
            }
            return text.replacingOccurrences(of: "%25", with: "%")
        }
    }

    @Test func isALineAFinding() throws {
        let command = Command.optml(in: Samples.folder)
        let report = try command.report("check", "bad-model", "--severity", "secret-file=note")
        let text = try command.run("check", "bad-model", "--severity", "secret-file=note", "--format", "github").text
        let commands = text.split(separator: "\n").map { WorkflowCommand($0) }
        #expect(commands.count == report.findings.count)
        for (command, finding) in zip(commands, report.findings) {
            #expect(command?.name == (finding.severity == "note" ? "notice" : finding.severity))
            #expect(command?.properties["title"] == "optml \(finding.rule)")
            #expect(command?.properties["line"] == "1")
            #expect(command?.message.hasPrefix(finding.message + "\nhelp: ") == true)
            let path = finding.path?.replacingOccurrences(of: "/opt/ml/model", with: "bad-model")
            #expect(command?.properties["file"] == path)
        }
    }

    @Test func hostileNamesStayInert() throws {
        let folder = try HostileArtifact.make()
        for source in HostileArtifact.sources {
            let command = Command.optml(in: folder)
            let report = try command.report(["check"] + source)
            let text = try command.run(["check"] + source + ["--format", "github"]).text
            #expect(HostileArtifact.isInert(text))
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            #expect(lines.count == report.findings.count)
            for (line, finding) in zip(lines, report.findings) {
                let command = try #require(WorkflowCommand(line))
                #expect(["error", "warning", "notice"].contains(command.name))
                #expect(Set(command.properties.keys) == ["file", "line", "title"])
                #expect(command.properties["title"] == "optml \(finding.rule)" && command.properties["line"] == "1")
                #expect(command.message.hasPrefix(finding.message))
            }
        }
    }

    @Test func saysWhatIsNotListed() throws {
        let folder = try TemporaryDirectory()
        try folder.write("keys", (0..<1500).map { "m/f\($0)/" }.joined(separator: "\n") + "\n")
        let text = try Command.optml(in: folder).run(
            "check", "--listing", "keys", "--s3-uri", "s3://my-bucket/m/", "--format", "github"
        ).text
        #expect(text.hasSuffix("::folder-marker: 1500 findings, of which the first 1000 are listed\n"))
    }
}
