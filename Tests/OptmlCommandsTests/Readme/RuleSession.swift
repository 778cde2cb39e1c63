import Foundation
import TestSupport

/// A rule at work: commands that make what it finds, show the finding, mend it, and show that nothing is found.
///
/// They are in `testdata/rules/RULE.sh`, one a line, and run by one shell in an empty folder.
struct RuleSession {
    let rule: String
    let commands: [String]

    init(_ rule: String) throws {
        self.rule = rule
        let file = Checkout.testdata.appending(path: "rules/\(rule).sh")
        commands = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// What each command prints, for somebody who may not do everything, as root may.
    func outputs() throws -> [String] {
        let folder = try TemporaryDirectory()
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path)
        var shell = Command("/bin/sh").unprivileged
        shell.environment = ["PATH": Command.builtProducts + ":/usr/bin:/bin"]
        shell.directory = folder.path
        // The ASCII record separator stands before the output of each.
        let script = commands.map { "printf '\\036'\n\($0)\n" }.joined()
        let text = try shell.run("-c", "exec 2>&1\n" + script).text
        return text.split(separator: "\u{1E}", omittingEmptySubsequences: false).dropFirst().map(String.init)
    }

    /// The block of the page: each command with what it printed.
    func block(_ outputs: [String]) -> String {
        let lines = zip(commands, outputs).map { "$ \($0)\n\($1)" }
        return "```console\n\(lines.joined())```"
    }
}
