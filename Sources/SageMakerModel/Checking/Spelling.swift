import ModelArtifacts

/// Tells what was probably meant by a word that is none of those that are known.
enum Spelling {
    /// A longer word is no typing error of anything.
    private static let longestWord = 64

    /// The one known word that is most like `word`; nil if none is, or several are.
    static func nearest(to word: ByteString, among known: [ByteString]) -> ByteString? {
        let folded = word.folded
        if let same = known.first(where: { $0.folded == folded }) { return same }
        guard !folded.isEmpty, folded.count <= longestWord else { return nil }
        let distances = known.map { ($0, distance(folded.bytes, $0.folded.bytes)) }
        guard let least = distances.map(\.1).min(), least <= max(1, folded.count / 4) else { return nil }
        let nearest = distances.filter { $0.1 == least }
        return nearest.count == 1 ? nearest[0].0 : nil
    }

    /// How many characters have to be inserted, left out, replaced or swapped with their neighbour to make one word of the
    /// other (the optimal string alignment distance).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, a) in left.enumerated() {
            var current = [row + 1]
            for (column, b) in right.enumerated() {
                var least = min(last[column + 1], current[column]) + 1
                least = min(least, last[column] + (a == b ? 0 : 1))
                if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current.append(least)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
