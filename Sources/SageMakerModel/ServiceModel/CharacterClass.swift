/// Which characters a place in a pattern takes.
struct CharacterClass: Sendable {
    /// A group of characters.
    enum Group: Sendable {
        case range(ClosedRange<Unicode.Scalar>)
        /// `\d`, as Unicode has it.
        case digit
        /// `\w`
        case word
        /// `\s`
        case space
        /// `\S`
        case notSpace
        /// `\p{L}` and others: the categories whose short names begin with a letter.
        case category(Unicode.Scalar)
        /// What ends no line.
        case notLineEnd
    }

    var groups: [Group]
    var isNegated = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        groups.contains { Self.contains(scalar, in: $0) } != isNegated
    }

    private static func contains(_ scalar: Unicode.Scalar, in group: Group) -> Bool {
        let properties = scalar.properties
        switch group {
        case .range(let range): return range.contains(scalar)
        case .digit: return properties.generalCategory == .decimalNumber
        case .word:
            return scalar == "_" || ["L", "N", "M"].contains(letter(of: properties.generalCategory))
        case .space: return properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
        case .notSpace: return !contains(scalar, in: .space)
        case .category(let name): return letter(of: properties.generalCategory) == name
        case .notLineEnd: return ![0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value)
        }
    }

    /// The first letter of the short name of a category: L, M, N, P, S, Z or C.
    private static func letter(of category: Unicode.GeneralCategory) -> Unicode.Scalar {
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: "L"
        case .nonspacingMark, .spacingMark, .enclosingMark: "M"
        case .decimalNumber, .letterNumber, .otherNumber: "N"
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            "P"
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: "S"
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: "Z"
        default: "C"
        }
    }
}
