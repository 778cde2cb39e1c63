/// What services that run jobs would take for commands to them in the log of a job.
///
/// As GitHub's runner does (https://github.com/actions/runner, `src/Runner.Common/ActionCommand.cs`): `::command::` behind
/// blanks, and `##[command]` anywhere in a line. Azure Pipelines has `##vso[command]`, TeamCity `##teamcity[command]`.
package enum LogCommands {
    /// The lines of a text that would be taken for commands.
    package static func lines(in text: String) -> [Substring] {
        text.split { "\n\r\u{85}\u{2028}\u{2029}".contains($0) || $0 == "\r\n" }.filter { line in
            let trimmed = line.drop { $0.isWhitespace }
            return trimmed.hasPrefix("::") || line.contains(/##[A-Za-z]*\[/)
        }
    }
}
