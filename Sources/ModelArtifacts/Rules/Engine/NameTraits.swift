/// What one look at the bytes of a name tells, so that each check need not look itself.
package struct NameTraits: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Nothing, or white space only.
    package static let blank = NameTraits(rawValue: 1)
    /// `.` or `..`.
    package static let dots = NameTraits(rawValue: 2)
    /// A NUL byte.
    package static let null = NameTraits(rawValue: 4)
    /// Bytes beyond ASCII.
    package static let nonASCII = NameTraits(rawValue: 8)
    /// A capital letter of ASCII.
    package static let capital = NameTraits(rawValue: 16)
    /// More than ``longestName`` bytes.
    package static let long = NameTraits(rawValue: 32)

    /// The most bytes that a name may have.
    ///
    /// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html
    package static let longestName = 255

    /// Looks at the bytes of `path` from `name` on.
    package init(name: Int, of path: Span<UInt8>) {
        var traits: NameTraits = []
        var isBlank = true
        for index in name..<path.count {
            let byte = path[index]
            if byte >= 0x80 { traits.insert(.nonASCII) }
            if byte == 0 { traits.insert(.null) }
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { traits.insert(.capital) }
            if byte != UInt8(ascii: " "), !(0x09...0x0D).contains(byte) { isBlank = false }
        }
        let count = path.count - name
        if count > Self.longestName { traits.insert(.long) }
        if (1...2).contains(count), (name..<path.count).allSatisfy({ path[$0] == UInt8(ascii: ".") }) {
            traits.insert(.dots)
        }
        if isBlank || (traits.contains(.nonASCII) && Self.isUnicodeBlank(name: name, of: path)) {
            traits.insert(.blank)
        }
        self = traits
    }

    private static func isUnicodeBlank(name: Int, of path: Span<UInt8>) -> Bool {
        let bytes = ByteString(path.extracting(name..<path.count))
        return bytes.string?.unicodeScalars.allSatisfy(\.properties.isWhitespace) ?? false
    }
}
