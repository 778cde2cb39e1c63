import Foundation
import TestSupport
import Testing

/// The completions of bash, zsh and fish: the shells take the scripts, and TAB completes rules and forms.
@Suite(.serialized) struct CompletionTests {
    static let shells = ["bash", "zsh", "fish"].filter { Peer(name: $0).isWanted }

    /// What is typed, and what the last word is after TAB.
    static let words = [
        ("optml layo", "layout"), ("optml check --no-prog", "--no-progress"),
        ("optml check --select name-c", "name-clash"), ("optml check --ignore name-c", "name-clash"),
        ("optml layout a --ignore name-clash,prefix-m", "name-clash,prefix-marker"),
        ("optml rules hadoop", "hadoop-marker"), ("optml check --format mark", "markdown"),
        ("optml create-model --format terr", "terraform"), ("optml etag --uploader rcl", "rclone"),
        ("optml layout --framework tensor", "tensorflow-serving"),
    ]

    @Test(arguments: shells) func scriptIsWellFormed(_ shell: String) throws {
        let manual = try Manual()
        defer { withExtendedLifetime(manual) {} }
        let result = try Peer(name: shell).command().run("-n", manual.completions(shell))
        #expect(result.status == 0 && result.errorText == "", "\(result.errorText)")
    }

    @Test(arguments: shells) func tabCompletes(_ shell: String) throws {
        var environment = Command.optml.environment
        environment["PATH"] = Command.builtProducts + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        environment["LC_ALL"] = "C.UTF-8"
        let manual = try Manual()
        defer { withExtendedLifetime(manual) {} }
        environment["HOME"] = manual.folder.path
        let output = try PythonScript.complete.run(
            [shell, manual.completions(shell)] + Self.words.map(\.0), environment: environment)
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == Self.words.count)
        for (line, (typed, word)) in zip(lines, Self.words) {
            let words = try JSONDecoder().decode([String].self, from: Data(line.utf8))
            #expect(words.last == word && words.first == "optml", "\(typed): \(words)")
        }
    }

    /// What the shells ask the program for: words that are not of a type of their own.
    @Test func everyRuleIsOffered() throws {
        let rules = try Command.optml.run("rules").text.split(separator: "\n")
        for option in ["--select", "--ignore"] {
            let offered = try Command.optml.run(
                "---completion", "check", "--", option, "3", "0", "optml", "check", option, "")
            #expect(offered.status == 0, "\(offered.errorText)")
            #expect(offered.text.split(separator: "\n").count == rules.count)
        }
    }
}
