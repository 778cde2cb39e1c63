import ModelArtifacts

/// Values and wishes in the words of messages.
enum ValueText {
    /// The most characters of a value that a message shows.
    private static let longestShown = 100

    /// A value, safe to show and not too long.
    static func shown(_ node: JSONNode) -> String {
        switch node.content {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let digits): "the number \(shortened(digits))"
        case .string(let text): "'\(shortened(text))'"
        case .array: "an array"
        case .object: "an object"
        case .unknown: "a value that is not known yet"
        }
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
