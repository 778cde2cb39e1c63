import ModelArtifacts

/// Writes text so that SARIF's readers take it for text.
///
/// A message can hold placeholders, `{0}`, and links, `[text](target)` (sections 3.11.5 and 3.11.6 of the specification);
/// a file may well be named like one.
enum SARIFText {
    /// The text of a message that holds foreign names.
    static func message(_ text: String) -> String {
        let text = escapingBraces(text)
        guard text.contains("](") else { return text }
        var escaped = ""
        for character in text.unicodeScalars {
            if character == "[" || character == "]" { escaped += "\\" }
            escaped.unicodeScalars.append(character)
        }
        return escaped
    }

    /// The text with braces doubled, which stand for themselves then.
    static func escapingBraces(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            if character == "{" || character == "}" { escaped.unicodeScalars.append(character) }
            escaped.unicodeScalars.append(character)
        }
        return escaped
    }
}
