package import ModelArtifacts

/// A pattern of the service model. A whole string has to match it.
///
/// The patterns are matched by code of their own, in one pass over the bytes: a general engine may take exponential time
/// on strings that someone chose for it.
package struct TextPattern: Sendable {
    /// The regular expression as the service model states it.
    package let expression: String
    /// What it means, in words.
    package let meaning: String
    /// Whether a text matches, which is UTF-8.
    package let matches: @Sendable (ByteString) -> Bool
    /// The expression as it is followed where parts of a text are not known; nil if it cannot be read, which a test excludes.
    private let regular: RegularExpression?
    /// The text that was probably meant; nil where that cannot be told.
    package let suggestion: @Sendable (ByteString) -> ByteString?

    package init(
        _ expression: String, _ meaning: String,
        suggestion: @escaping @Sendable (ByteString) -> ByteString? = { _ in nil },
        matches: @escaping @Sendable (ByteString) -> Bool
    ) {
        self.expression = expression
        self.meaning = meaning
        self.matches = matches
        regular = RegularExpression(expression)
        self.suggestion = suggestion
    }

    /// A pattern of which nothing but its expression is known.
    init(_ expression: String, matchedBy regular: RegularExpression?) {
        self.expression = expression
        meaning = "a text of the form"
        matches = { regular?.matches($0) ?? true }
        suggestion = { _ in nil }
        self.regular = regular
    }

    /// Whether a text may match when all of it is known.
    func mayMatch(_ text: KnownText) -> Bool {
        text.text.map(matches) ?? regular?.mayMatch(text) ?? true
    }

    /// The pattern in words.
    package var description: String { "\(meaning) (\(expression))" }

    /// Whether every byte of a text is of a class.
    static func all(_ text: some Collection<UInt8>, _ isOfClass: (UInt8) -> Bool) -> Bool { text.allSatisfy(isOfClass) }

    /// Whether a text, which is UTF-8, holds a character that ends a line, which a dot does not match.
    static func holdsLineEnd(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        String(decoding: text, as: UTF8.self).unicodeScalars.contains { scalar in
            [0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value)
        }
    }
}
