/// A name as the bytes it consists of: a key, a path, a member name.
///
/// S3 keys, file names and tar members are compared, sorted and hashed byte by byte. `String` would merge a slash with a
/// combining mark that follows it and would take two spellings of the same accented letter for equal, so it appears only
/// where text is shown.
public struct ByteString: Hashable, Comparable, Sendable {
    /// The bytes, in order. They need not be valid UTF-8.
    public var bytes: [UInt8]

    /// Wraps the given bytes.
    public init(_ bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// Takes the UTF-8 bytes of a string.
    public init(_ string: String) {
        self.bytes = Array(string.utf8)
    }

    /// Copies the bytes of a span, which is valid only while it is borrowed.
    package init(_ span: Span<UInt8>) {
        self.bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
    }

    /// The number of bytes.
    public var count: Int { bytes.count }

    /// Whether there are no bytes.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The text, or nil if the bytes are not UTF-8.
    public var string: String? { String(validating: bytes, as: UTF8.self) }

    /// Whether all bytes are ASCII.
    var isASCII: Bool { !ByteScan.classes(of: bytes.span, from: 0).hasNonASCII }

    /// Whether the bytes are UTF-8.
    var isUTF8: Bool { isASCII || string != nil }

    /// The order of the bytes as unsigned numbers, which is the order of an S3 listing.
    public static func < (left: ByteString, right: ByteString) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// Joins two byte strings.
    public static func + (left: ByteString, right: ByteString) -> ByteString {
        ByteString(left.bytes + right.bytes)
    }

    /// Whether the bytes begin with those of `prefix`.
    public func hasPrefix(_ prefix: ByteString) -> Bool { bytes.starts(with: prefix.bytes) }

    /// Whether the bytes end with those of `suffix`.
    public func hasSuffix(_ suffix: ByteString) -> Bool { bytes.suffix(suffix.count) == suffix.bytes[...] }

    /// The bytes after the last slash; all of them if there is none.
    public var lastComponent: ByteString {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return self }
        return ByteString(Array(bytes[(slash + 1)...]))
    }

    /// The bytes before the last slash; nothing if there is none.
    package var parent: ByteString {
        bytes.lastIndex(of: UInt8(ascii: "/")).map { ByteString(Array(bytes[..<$0])) } ?? ByteString()
    }
}

extension ByteString: ExpressibleByStringLiteral {
    /// Takes the UTF-8 bytes of a literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension ByteString: CustomStringConvertible {
    /// The most bytes of a name that are shown: as many as a key can have.
    private static let longestShown = 1024

    /// The name made safe to show; see ``DisplayText``. One that is too long for a key is cut short.
    public var description: String {
        guard bytes.count > Self.longestShown else { return DisplayText.escaped(bytes) }
        return DisplayText.escaped(bytes.prefix(Self.longestShown / 4)) + "… (\(bytes.count) bytes)"
    }
}
