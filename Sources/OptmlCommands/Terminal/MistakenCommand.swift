import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// Tells what somebody meant who gave a command that there is not. The argument parser would only say that it is unexpected.
enum MistakenCommand {
    /// Checks the first word of a command line, and the word behind `help`.
    ///
    /// - Throws: `ValidationError` for what is no command.
    static func check(_ arguments: [String]) throws {
        guard let first = arguments.first, !first.hasPrefix("-") else { return }
        guard first == "help" else { return try checkName(first) }
        guard arguments.count > 1, !arguments[1].hasPrefix("-") else { return }
        try checkName(arguments[1])
    }

    private static func checkName(_ argument: String) throws {
        let names = OptmlCommand.commandNames + ["help"]
        guard !names.contains(argument) else { return }
        let word = ByteArguments.decode(argument)
        throw ValidationError(
            "there is no command '\(word)'\(suggestion(for: word, among: names)); 'optml --help' lists them")
    }

    private static func suggestion(for word: ByteString, among names: [String]) -> String {
        if word.isInS3 || RealPath.of(word) != nil {
            return " (did you mean 'optml check \(ShellWord.quoted(word))'?)"
        }
        if let text = word.string, AllRules.rule(text) != nil { return " (did you mean 'optml rules \(text)'?)" }
        return Spelling.suggestion(for: word, among: names)
    }
}
