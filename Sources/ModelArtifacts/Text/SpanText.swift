/// Comparisons that copy and allocate nothing, unlike those of a `ByteString` made from a literal.
extension Span where Element == UInt8 {
    /// Whether the bytes end with those of `suffix`.
    func ends(with suffix: String) -> Bool {
        var index = count - suffix.utf8.count
        guard index >= 0 else { return false }
        for byte in suffix.utf8 {
            guard self[index] == byte else { return false }
            index += 1
        }
        return true
    }

    /// Whether a path is `ending`, or ends with it as its last components.
    func ends(withComponents ending: String) -> Bool {
        guard ends(with: ending) else { return false }
        return count == ending.utf8.count || self[count - ending.utf8.count - 1] == UInt8(ascii: "/")
    }

    /// Whether the bytes begin with those of `prefix`.
    func starts(with prefix: String) -> Bool {
        guard count >= prefix.utf8.count else { return false }
        var index = 0
        for byte in prefix.utf8 {
            guard self[index] == byte else { return false }
            index += 1
        }
        return true
    }

    /// Whether the bytes are those of `text`.
    func equals(_ text: String) -> Bool { count == text.utf8.count && starts(with: text) }

    /// Whether the bytes are those of `other`.
    func equals(_ other: Span<UInt8>) -> Bool {
        count == other.count && ByteScan.commonPrefix(self, other) == count
    }

    /// Whether the bytes of `text`, which has some, are among them.
    func contains(_ text: String) -> Bool { firstIndex(of: text) != nil }

    /// Where the bytes of `text`, which has some, are first among them.
    func firstIndex(of text: String) -> Int? {
        guard let first = text.utf8.first else { return nil }
        let last = count - text.utf8.count
        var index = 0
        while index <= last, let found = ByteScan.first(first, in: self, from: index), found <= last {
            if extracting(found...).starts(with: text) { return found }
            index = found + 1
        }
        return nil
    }
}
