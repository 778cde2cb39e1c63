/// What one look at the bytes of a name tells, so that each check need not look itself.
package struct NameTraits: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Nothing, or white space only.
    package static let blank = NameTraits(rawValue: 1)
    /// `.` or `..`.
    package static let dots = NameTraits(rawValue: 2)
    /// A NUL byte.
    package static let null = NameTraits(rawValue: 4)
    /// Bytes beyond ASCII.
    package static let nonASCII = NameTraits(rawValue: 8)
    /// A capital letter of ASCII, or one of the two characters behind `Z`.
    package static let capital = NameTraits(rawValue: 16)
    /// More than ``ModelDirectory/longestName`` bytes.
    package static let long = NameTraits(rawValue: 32)
    /// No directory above it but that of the model.
    package static let top = NameTraits(rawValue: 64)
    /// A backslash.
    package static let backslash = NameTraits(rawValue: 128)
    /// The number of one of several files: ``NumberedName``. Not told by ``init(name:of:_:)``, since few want to know.
    package static let numbered = NameTraits(rawValue: 256)

    /// Looks at the name that begins at `name`, whose bytes are of the kinds of `classes`.
    package init(name: Int, of path: Span<UInt8>, _ classes: ByteClasses) {
        var traits: NameTraits = []
        if classes.hasNonASCII { traits.insert(.nonASCII) }
        if classes.hasNull { traits.insert(.null) }
        if classes.hasCapital {
            traits.insert(.capital)
            if Self.holdsBackslash(path, from: name) { traits.insert(.backslash) }
        }
        let count = path.count - name
        if count > ModelDirectory.longestName { traits.insert(.long) }
        if name == 0 { traits.insert(.top) }
        if (1...2).contains(count), (name..<path.count).allSatisfy({ path[$0] == UInt8(ascii: ".") }) {
            traits.insert(.dots)
        }
        let isBlank = (name..<path.count).allSatisfy { Self.isASCIIBlank(path[$0]) }
        if isBlank || (classes.hasNonASCII && Self.isUnicodeBlank(name: name, of: path)) { traits.insert(.blank) }
        self = traits
    }

    /// Whether a name has a backslash in it. Only such may have one whose classes have capitals.
    static func holdsBackslash(_ path: Span<UInt8>, from name: Int) -> Bool {
        ByteScan.first(UInt8(ascii: "\\"), in: path, from: name) != nil
    }

    private static func isASCIIBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }

    /// - Parameter name: where a name begins that holds bytes beyond ASCII.
    private static func isUnicodeBlank(name: Int, of path: Span<UInt8>) -> Bool {
        let bytes = path.extracting(name..<path.count)
        return (isASCIIBlank(bytes[0]) || beginsWithSpace(bytes))
            && ByteString(bytes).string?.unicodeScalars.allSatisfy(\.properties.isWhitespace) ?? false
    }

    /// Whether the first character of a name is white space beyond ASCII, as far as two bytes tell.
    ///
    /// Source: Unicode, PropList.txt, White_Space: U+0085, U+00A0, U+1680, U+2000 to U+205F, U+3000.
    @inline(__always)
    static func beginsWithSpace(_ name: Span<UInt8>) -> Bool {
        guard name.count > 1, name[0] >= 0xC2 else { return false }
        switch name[0] {
        case 0xC2: return name[1] == 0x85 || name[1] == 0xA0
        case 0xE1: return name[1] == 0x9A
        case 0xE2: return name[1] == 0x80 || name[1] == 0x81
        case 0xE3: return name[1] == 0x80
        default: return false
        }
    }
}
