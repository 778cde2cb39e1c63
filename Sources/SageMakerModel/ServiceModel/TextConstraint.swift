package import ModelArtifacts

/// What the service model demands of a string.
package struct TextConstraint: Sendable {
    /// In what a length is counted.
    package enum Unit: String, Sendable {
        /// Unicode code points.
        case characters = "character"
        /// Bytes of UTF-8, where the API page names them.
        case bytes = "byte"
    }

    /// How long the string may be.
    package var length: ClosedRange<Int>?
    package var unit: Unit
    /// What the whole string has to match.
    package var pattern: TextPattern?
    /// The only values that it may have; empty for any.
    package var values: [ByteString]

    package init(_ length: ClosedRange<Int>? = nil, in unit: Unit = .characters, _ pattern: TextPattern? = nil) {
        self.length = length
        self.unit = unit
        self.pattern = pattern
        values = []
    }

    package init(values: [ByteString]) {
        unit = .characters
        self.values = values
    }

    /// The length of a text in the unit of the constraint.
    package func length(of text: ByteString) -> Int {
        switch unit {
        // Every code point has one byte that is no continuation; the text is UTF-8.
        case .characters: text.bytes.count { $0 & 0xC0 != 0x80 }
        case .bytes: text.count
        }
    }

    /// Whether a text, which is UTF-8, is as demanded.
    package func allows(_ text: ByteString) -> Bool {
        (values.isEmpty || values.contains(text)) && length?.contains(length(of: text)) ?? true
            && pattern?.matches(text) ?? true
    }

    /// What is allowed, in words.
    package var description: String {
        var parts: [String] = []
        if !values.isEmpty { parts.append("one of " + values.map(\.description).joined(separator: ", ")) }
        if let length {
            // The form may need what the length does not.
            let least = length.lowerBound == 0 && pattern?.matches("") == false ? 1 : length.lowerBound
            parts.append("\(least) to \(Plural.count(length.upperBound, unit.rawValue))")
        }
        if let pattern { parts.append(pattern.description) }
        return parts.joined(separator: ", ")
    }
}
