/// The names in each directory on the way down that may be taken for one another, found again by what they fold to.
///
/// An entry costs its name and a few tens of bytes. The table is looked up by a hash with a key of the process, so names
/// cannot be chosen to collide, and what it finds is compared in full.
struct SiblingNames {
    private struct Level {
        var names: [UInt8] = []
        var places: [Int: Range<Int>] = [:]
    }

    private var levels = [Level()]

    /// A directory begins or ends.
    mutating func enter() { levels.append(Level()) }
    mutating func leave() { if levels.count > 1 { levels.removeLast() } }

    /// Whether the current directory has no names yet.
    var isEmpty: Bool { levels[levels.count - 1].places.isEmpty }

    /// The first name in the current directory that folds to the same; nil if there was none, and then `name` is it.
    ///
    /// Strings are equal where they are canonically equivalent, whatever their bytes.
    mutating func first(like name: ByteString, isKept: Bool = true, fold: (String) -> String) -> ByteString? {
        guard let text = name.string else { return nil }
        let folded = fold(text)
        let hash = folded.hashValue
        let level = levels.count - 1
        if let place = levels[level].places[hash] {
            let known = ByteString(Array(levels[level].names[place]))
            return known.string.map(fold) == folded ? known : nil
        }
        guard isKept else { return nil }
        let start = levels[level].names.count
        levels[level].names.append(contentsOf: name.bytes)
        levels[level].places[hash] = start..<levels[level].names.count
        return nil
    }
}
