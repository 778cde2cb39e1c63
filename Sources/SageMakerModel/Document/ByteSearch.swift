import ModelArtifacts

/// Finds a word in a text.
enum ByteSearch {
    /// Where a word begins first; nil if it is not there, or is empty.
    static func first(_ word: ByteString, in text: ArraySlice<UInt8>) -> Int? {
        guard let head = word.bytes.first else { return nil }
        var rest = text
        while let start = rest.firstIndex(of: head) {
            if rest[start...].starts(with: word.bytes) { return start }
            rest = rest[(start + 1)...]
        }
        return nil
    }
}
