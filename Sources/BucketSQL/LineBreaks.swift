/// Tells texts that could be taken for more than one line.
package enum LineBreaks {
    /// Whether a text holds a control character, or one that editors or engines take for the end of a line: U+2028 or U+2029.
    package static func mayBe(in text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }
}
