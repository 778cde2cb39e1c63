/// The names in each directory on the way down that may be taken for one another, found again by what they fold to.
///
/// An entry costs its name and a few tens of bytes. The tables are looked up by hashes with keys of the process, so names
/// cannot be chosen to collide, and what they find is compared in full.
struct SiblingNames {
    private struct Level {
        var names: [UInt8] = []
        /// Where the names are that fold to ASCII, by a hash of that.
        var plain: [UInt64: Range<Int>] = [:]
        /// Where the others are.
        var others: [Int: Range<Int>] = [:]
        /// The lengths of what the names of `plain` fold to.
        var plainLengths: UInt64 = 0
    }

    private var levels = [Level()]
    private let ignoresCase: Bool

    /// - Parameter ignoresCase: whether names that differ by case are taken for one another, or only those that are
    ///   canonically equivalent.
    init(ignoresCase: Bool) { self.ignoresCase = ignoresCase }

    /// A directory begins or ends.
    mutating func enter() { levels.append(Level()) }
    mutating func leave() { if levels.count > 1 { levels.removeLast() } }

    /// The lengths, modulo 64, of the ASCII names that some name in the current directory may fold to, as a set of bits.
    var plainLengths: UInt64 { levels[levels.count - 1].plainLengths }

    /// The first name in the current directory that folds to the same; nil if there was none, and then `name` is it.
    ///
    /// - Parameters:
    ///   - isASCII: whether the name is ASCII, so that folding makes small letters of capitals and nothing else.
    ///   - isKept: whether the name is to be found by names that come later.
    mutating func first(
        like name: Span<UInt8>, isASCII: Bool, isKept: Bool = true
    ) -> ByteString? {
        let level = levels.count - 1
        if ignoresCase, isASCII {
            let hash = KeyedHash.hash(folding: name)
            if let place = levels[level].plain[hash] { return self.name(at: place, like: ByteString(name)) }
            if isKept { levels[level].plain[hash] = keep(name, foldedCount: name.count) }
            return nil
        }
        guard let folded = ByteString(name).string.map(fold) else { return nil }
        if ignoresCase, let plain = Self.ascii(folded) {
            let hash = KeyedHash.hash(folding: plain.span)
            if let place = levels[level].plain[hash] { return self.name(at: place, like: ByteString(name)) }
            if isKept { levels[level].plain[hash] = keep(name, foldedCount: plain.count) }
        } else {
            let hash = folded.hashValue
            if let place = levels[level].others[hash] { return self.name(at: place, like: ByteString(name)) }
            if isKept { levels[level].others[hash] = keep(name) }
        }
        return nil
    }

    /// The hash of the name of small ASCII letters, or none, that a name may be taken for; nil if there is no such name.
    ///
    /// - Parameter seed: where hashes of names in its directory begin.
    static func hash(ofPlainNameLike name: Span<UInt8>, from seed: UInt64) -> UInt64? {
        if name.isEmpty { return nil }
        guard ByteScan.classes(of: name, from: 0).hasNonASCII else { return KeyedHash.hash(folding: name, from: seed) }
        guard let folded = ByteString(name).string?.lowercased(), let plain = ascii(folded) else { return nil }
        return KeyedHash.hash(of: plain.span, from: seed)
    }

    /// Strings are equal where they are canonically equivalent, whatever their bytes.
    private func fold(_ text: String) -> String { ignoresCase ? text.lowercased() : text }

    private mutating func keep(_ name: Span<UInt8>, foldedCount: Int? = nil) -> Range<Int> {
        let level = levels.count - 1
        let start = levels[level].names.count
        unsafe name.withUnsafeBufferPointer { unsafe levels[level].names.append(contentsOf: $0) }
        if let foldedCount { levels[level].plainLengths |= 1 &<< UInt64(foldedCount) }
        return start..<levels[level].names.count
    }

    /// The name that was kept, if it really folds to the same.
    private func name(at place: Range<Int>, like name: ByteString) -> ByteString? {
        let known = ByteString(Array(levels[levels.count - 1].names[place]))
        guard let text = known.string, let other = name.string, fold(text) == fold(other) else { return nil }
        return known
    }

    /// The ASCII characters that a text in small letters is canonically equivalent to; nil if it is not.
    private static func ascii(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            // With U+212A, which is no small letter, all characters whose canonical decomposition is ASCII
            // (UnicodeData.txt).
            switch scalar {
            case "\u{37E}": bytes.append(UInt8(ascii: ";"))
            case "\u{1FEF}": bytes.append(UInt8(ascii: "`"))
            default:
                guard scalar.isASCII else { return nil }
                bytes.append(UInt8(scalar.value))
            }
        }
        return bytes
    }
}
