import ModelArtifacts

/// Values and wishes in the words of messages.
enum ValueText {
    /// The most characters of a value that a message shows.
    private static let longestShown = 100

    /// A value, safe to show and not too long; of one that may be a secret, only its kind and its length.
    static func shown(_ value: RequestValue) -> String {
        switch value.node.content {
        case .null: "null"
        case .boolean where value.isSecret: "a truth value"
        case .boolean(let value): value ? "true" : "false"
        case .number(let digits) where value.isSecret: "a number of \(Plural.count(digits.count, "character"))"
        case .number(let digits): "the number \(shortened(digits))"
        case .string(let text): shown(text, of: value)
        case .date where value.isSecret: "a date"
        case .date(let text): "the date \(shortened(text))"
        case .array: "an array"
        case .object: "an object"
        case .unknown(let text): text.known.isEmpty ? "a value that is not known yet" : shown(text.shown, of: value)
        }
    }

    /// A text of a value.
    private static func shown(_ text: ByteString, of value: RequestValue) -> String {
        if text.isEmpty { return "an empty string" }
        guard value.isSecret else { return "'\(shortened(text))'" }
        return "a string of \(Plural.count(TextConstraint().length(of: text), "character"))"
    }

    /// A text, safe to show and not too long.
    static func shortened(_ text: ByteString) -> String {
        guard text.count > longestShown else { return text.description }
        let characters = String(decoding: text.bytes, as: UTF8.self).unicodeScalars
        guard characters.count > longestShown else { return text.description }
        return DisplayText.escaped(String(String.UnicodeScalarView(characters.prefix(longestShown - 20)))) + "…"
    }

    /// Words as a list: `None or Gzip`.
    static func alternatives(_ words: [ByteString]) -> String {
        let shown = words.map(\.description)
        guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
        return shown.dropLast().joined(separator: ", ") + " or " + last
    }
}
