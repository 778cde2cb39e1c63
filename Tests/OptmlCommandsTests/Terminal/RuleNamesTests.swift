import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import OptmlCommands

/// Rules as the command line names them.
@Suite struct RuleNamesTests {
    private let command = Command.optml(in: Samples.folder)

    @Test func globsStandForRules() throws {
        let all = AllRules.rules.map(\.id)
        #expect(try RuleNames.ids(matching: "*") == all)
        #expect(try RuleNames.ids(matching: "request-*") == all.filter { $0.hasPrefix("request-") })
        #expect(try RuleNames.ids(matching: "*-clash") == ["case-clash", "name-clash", "unicode-clash"])
        #expect(try RuleNames.ids(matching: "name-clas?") == ["name-clash"])
        #expect(try RuleNames.ids(matching: "name-clash") == ["name-clash"])
        for name in ["zz*", "", "name", "*clash*x"] {
            #expect(throws: (any Error).self) { try RuleNames.ids(matching: name) }
        }
    }

    @Test func optionsTakeGlobs() throws {
        let all = try command.report("check", "bad-model")
        #expect(all.rules.contains("platform-metadata") && all.rules.contains("broken-symlink"))
        let ignored = try command.report("check", "bad-model", "--ignore", "*-symlink,platform-*")
        #expect(ignored.rules == all.rules.filter { !$0.hasSuffix("-symlink") && !$0.hasPrefix("platform-") })
        let selected = try command.report("check", "bad-model", "--select", "*-symlink")
        #expect(selected.rules == all.rules.filter { $0.hasSuffix("-symlink") })
        let softened = try command.report("check", "bad-model", "--severity", "*=note")
        #expect(softened.status == 0 && Set(softened.findings.map(\.severity)) == ["note"])
        // What stands behind wins.
        let mixed = try command.report("check", "bad-model", "--severity", "*=note,broken-symlink=error")
        #expect(mixed.errors == ["broken-symlink"])
    }

    @Test func severalAreExplained() throws {
        let both = try command.run("rules", "name-clash", "case-clash")
        let alone = try ["name-clash", "case-clash"].map { try command.run("rules", $0).text }
        #expect(both.status == 0 && both.text == alone.joined(separator: "\n\n"))
        let listed = try command.run("rules", "*-clash")
        #expect(listed.text.split(separator: "\n").count == 3)
        let json =
            try JSONSerialization.jsonObject(
                with: command.run("rules", "name-clash", "*-clash", "--format", "json").output) as? [String: Any]
        let ids = (json?["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String }
        #expect(ids == ["name-clash", "case-clash", "unicode-clash"])
        #expect(try command.run("rules", "name-clash", "--framework", "triton").status == 64)
    }
}
