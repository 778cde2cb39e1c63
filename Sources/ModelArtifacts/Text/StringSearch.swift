/// Searches that compare bytes. Those of the standard library take whole characters and, since their module is linked as a whole, make
/// the executable that is handed out a twelfth larger.
extension StringProtocol {
    /// Whether `text`, which is not empty, is in it.
    package func contains(_ text: String) -> Bool { Array(utf8).span.contains(text) }
}

extension String {
    /// Where `text`, which is not empty, is first.
    package func firstRange(of text: String) -> Range<Index>? {
        guard let offset = Array(utf8).span.firstIndex(of: text) else { return nil }
        let start = utf8.index(startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: text.utf8.count)
    }

    /// Where `text`, which is not empty, is last.
    package func lastRange(of text: String) -> Range<Index>? {
        let bytes = Array(utf8)
        var last: Int?
        while let offset = bytes.span.extracting((last.map { $0 + 1 } ?? 0)...).firstIndex(of: text) {
            last = (last.map { $0 + 1 } ?? 0) + offset
        }
        guard let last else { return nil }
        let start = utf8.index(startIndex, offsetBy: last)
        return start..<utf8.index(start, offsetBy: text.utf8.count)
    }

    /// The string with `other` in place of each `text`, which is not empty.
    package func replacing(_ text: String, with other: String) -> String {
        var result = ""
        var rest = self
        while let range = rest.firstRange(of: text) {
            result += rest[..<range.lowerBound] + other
            rest = String(rest[range.upperBound...])
        }
        return result + rest
    }
}
