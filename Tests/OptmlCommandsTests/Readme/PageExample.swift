import Foundation
import TestSupport
import Testing

/// A command in the README or in a page of the guide, with the output that is shown for it.
struct PageExample: CustomTestStringConvertible {
    /// What stands behind `$ `.
    let command: String
    /// The lines below it.
    let output: String

    var testDescription: String { command }

    /// The examples of all blocks marked `console`, in order.
    static func all(in text: String) -> [PageExample] {
        var examples: [PageExample] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                examples.append(PageExample(command: String(line.dropFirst(2)), output: ""))
            } else if isInside, let last = examples.popLast() {
                examples.append(PageExample(command: last.command, output: last.output + line + "\n"))
            }
        }
        return examples
    }

    /// What the command really prints, run by a shell in the top folder with `optml` on its path.
    func run() throws -> String {
        var shell = Command("/bin/sh")
        shell.environment = ["PATH": Command.builtProducts + ":/usr/bin:/bin"]
        shell.directory = Checkout.root.path
        return try shell.run("-c", "exec 2>&1; " + command).text
    }

    /// The text with the output of each example as it really is.
    static func rerecorded(_ text: String) throws -> String {
        try replacingOutputs(in: text) { try $0.run() }
    }

    /// The text with the commands of the examples and nothing below them.
    static func withoutOutputs(_ text: String) -> String {
        replacingOutputs(in: text) { _ in "" }
    }

    private static func replacingOutputs<Failure: Error>(
        in text: String, by output: (PageExample) throws(Failure) -> String
    ) throws(Failure) -> String {
        var lines: [String] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") { isInside = line == "```console" }
            if isInside, !line.hasPrefix("```"), !line.hasPrefix("$ ") { continue }
            lines.append(line)
            if isInside, line.hasPrefix("$ ") {
                let shown = try output(PageExample(command: String(line.dropFirst(2)), output: ""))
                lines += shown.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            }
        }
        return lines.joined(separator: "\n")
    }
}
