import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// What is said of wrong usage: one line in the form of all errors, and how the command is used.
struct UsageMessage {
    /// What is wrong; not yet safe to show.
    let text: String
    /// How the command is used.
    let usage: String

    /// Takes what the argument parser says of an error; nil if there is nothing to say.
    init?(_ error: any Error) {
        let message = OptmlCommand.message(for: error)
        guard !message.isEmpty else { return nil }
        self.init(message, fullText: OptmlCommand.fullMessage(for: error))
    }

    /// - Parameters:
    ///   - message: what is wrong, as the argument parser says it.
    ///   - fullText: the same with a heading, and with the usage behind it.
    init(_ message: String, fullText: String) {
        text = Self.value(of: message) ?? Self.sentence(message)
        let usage = fullText.firstRange(of: "\nUsage: ").map { fullText[fullText.index(after: $0.lowerBound)...] } ?? ""
        self.usage = String(usage)
    }

    /// Writes it to standard error.
    func show() {
        Notice.error.show(ByteArguments.safe(text))
        if !usage.isEmpty { StandardStream.error.line(ByteArguments.safe(usage)) }
    }

    /// A message in the form of the others: one line, no capital in front, no full stop behind.
    private static func sentence(_ message: String) -> String {
        var text = message.replacing("\n", with: " ")
        if let hint = text.lastRange(of: ". Did you mean "), text.hasSuffix("?") {
            text = text[..<hint.lowerBound] + " (did you mean " + text[hint.upperBound...] + ")"
        }
        if text.hasSuffix(".") { text.removeLast() }
        let word = text.prefix { !$0.isWhitespace }
        // Names such as S3Object and --s3-uri stay.
        guard word.dropFirst().allSatisfy({ $0.isLowercase || $0 == "'" }) else { return text }
        return word.prefix(1).lowercased() + text.dropFirst()
    }

    /// What is said of a value that an option does not take, with the values that it does take; nil for other messages.
    private static func value(of message: String) -> String? {
        let (start, middle) = ("The value '", "' is invalid for '")
        guard message.hasPrefix(start) else { return nil }
        let text = String(message.dropFirst(start.count))
        guard let end = text.lastRange(of: middle) else { return nil }
        let value = text[..<end.lowerBound]
        let rest = text[end.upperBound...]
        let option = rest.prefix { $0 != "'" }
        let words = self.words(in: rest.dropFirst(option.count + 1))
        let taken = words.isEmpty ? form(of: option) : "; it takes " + words.joined(separator: ", ")
        let meant = Spelling.suggestion(for: ByteArguments.decode(String(value)), among: words)
        return "'\(value)' is no value of \(option)\(meant)\(taken)"
    }

    /// What is to be given where there is no list of values.
    private static func form(of option: Substring) -> String {
        if option.hasSuffix("<size>") {
            return "; give a whole number and a unit, as in 16MiB (\(SizeArgument.units)), and less than 8388608TiB"
        }
        return option.hasSuffix("<n>") ? "; give a whole number, at most \(Int.max)" : ""
    }

    /// The values that the argument parser lists: a line each, or between quotes.
    private static func words(in list: Substring) -> [String] {
        let lines = list.split(separator: "\n")
        guard lines.count == 1 else { return lines.dropFirst().map { String($0.drop { $0 == " " || $0 == "-" }) } }
        return list.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
