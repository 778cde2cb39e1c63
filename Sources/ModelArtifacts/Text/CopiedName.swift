/// A name that browsers, drives in the cloud and file managers give a file where one of its name is already: `model (1).safetensors`,
/// `model - Copy.safetensors`, `model copy 2.safetensors`, `Copy of model.safetensors`.
package struct CopiedName {
    /// How such names end before the ending of the file, for ``NameInterest``: what is told here is looked at more closely.
    package static func interestingSuffixes(_ endings: [String]) -> [String] {
        endings.flatMap { [")" + $0, "opy" + $0, "opy 2" + $0] }
    }

    /// How such names begin.
    package static let prefix = "Copy of "

    /// What the file is called that it was copied from.
    package let original: ByteString

    /// - Parameter name: the last component of a path.
    package init?(_ name: ByteString) {
        let bytes = name.bytes
        if name.hasPrefix(ByteString(Self.prefix)), name.count > Self.prefix.utf8.count {
            original = ByteString(Array(bytes.dropFirst(Self.prefix.utf8.count)))
            return
        }
        let dot = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
        let stem = bytes[..<dot]
        guard let kept = Self.withoutMark(stem), !kept.isEmpty else { return nil }
        original = ByteString(Array(kept + bytes[dot...]))
    }

    /// A name before its ending without what makes it that of a copy; nil if it is none.
    private static func withoutMark(_ stem: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        if stem.last == UInt8(ascii: ")") {
            let number = stem.dropLast().reversed().prefix(while: isDigit).count
            let rest = stem.dropLast(number + 1)
            guard (1...3).contains(number), let kept = dropping(" (", from: rest) else { return nil }
            // What Windows calls a second copy.
            return dropping(" - Copy", from: kept) ?? kept
        }
        let number = stem.reversed().prefix(while: isDigit).count
        if (1...3).contains(number), let kept = dropping(" copy ", from: stem.dropLast(number)) { return kept }
        return dropping(" - Copy", from: stem) ?? dropping(" copy", from: stem)
    }

    private static func dropping(_ ending: String, from bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) ? bytes.dropLast(ending.utf8.count) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
