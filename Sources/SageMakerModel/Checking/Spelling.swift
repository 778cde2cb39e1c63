package import ModelArtifacts

/// Tells what was probably meant by a word that is none of those that are known.
package enum Spelling {
    /// A longer word is no typing error of anything.
    private static let longestWord = 64

    /// ` (did you mean 'ignore'?)`, or nothing if no word is like it: the one that it is the beginning of, or the nearest. Since
    /// nothing hangs on it, a word may be further off than elsewhere.
    package static func suggestion(for word: ByteString, among known: [String]) -> String {
        let known = known.map { ByteString($0) }
        let longer = word.count > 2 ? known.filter { $0.folded.hasPrefix(word.folded) } : []
        let meant = longer.count == 1 ? longer[0] : nearest(to: word, among: known, oneChangeIn: 3)
        return meant.map { " (did you mean '\($0)'?)" } ?? ""
    }

    /// The one known word that is most like `word`; nil if none is, or several are.
    ///
    /// - Parameter letters: of so many letters of the known word one may be otherwise, at least one of all.
    package static func nearest(
        to word: ByteString, among known: [ByteString], oneChangeIn letters: Int = 4
    ) -> ByteString? {
        let folded = word.folded
        if let same = known.first(where: { $0.folded == folded }) { return same }
        guard !folded.isEmpty, folded.count <= longestWord else { return nil }
        let distances = known.map { (word: $0, distance: distance(folded.bytes, $0.folded.bytes)) }
        guard let least = distances.map(\.distance).min() else { return nil }
        let nearest = distances.filter { $0.distance == least }
        guard nearest.count == 1, least <= max(1, nearest[0].word.folded.count / letters) else { return nil }
        return nearest[0].word
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
