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
}
