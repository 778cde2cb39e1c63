import ModelArtifacts

/// Finds the word that somebody may have meant.
enum Suggestion {
    /// ` (did you mean 'ignore'?)`, or nothing if no word is like it.
    static func text(for word: ByteString, among words: [String]) -> String {
        nearest(to: word, among: words).map { " (did you mean '\($0)'?)" } ?? ""
    }

    /// The word that `word` is the beginning of, or that the fewest changes make of it: at most one in three letters, and at
    /// least one. Of several the first.
    static func nearest(to word: ByteString, among words: [String]) -> String? {
        // What is much longer than every word is like none of them, and long to compare.
        guard let longest = words.map(\.utf8.count).max(), word.count <= 2 * longest else { return nil }
        let lowercase = lowercased(word.bytes)
        if word.count > 2, let longer = words.first(where: { lowercased(Array($0.utf8)).starts(with: lowercase) }) {
            return longer
        }
        let distances = words.map { (word: $0, distance: distance(lowercase, lowercased(Array($0.utf8)))) }
        guard let best = distances.min(by: { $0.distance < $1.distance }),
            best.distance <= max(1, best.word.utf8.count / 3)
        else { return nil }
        return best.word
    }

    private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }

    /// How many bytes have to be put in, taken out or replaced (Levenshtein).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (byte == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, min(row[column], diagonal) + 1)
            }
        }
        return row[right.count]
    }
}
