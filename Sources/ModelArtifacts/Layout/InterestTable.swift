/// The interests of many checks, each of which is a bit in a word, so that a name is looked at once for all of them.
struct InterestTable: Sendable {
    /// So many checks can have an interest in names.
    static let mostChecks = UInt64.bitWidth

    /// The bits of the checks that want to see a name of that first byte.
    private var first = [UInt64](repeating: 0, count: 256)
    private var last = [UInt64](repeating: 0, count: 256)
    /// The suffixes of names that checks want to see, those of the same last byte next to each other, and where those of a last byte
    /// begin.
    private var suffixes: [NameSuffix] = []
    private var suffixStarts = [Int](repeating: 0, count: 257)
    private var suffixFilter = InterestFilter()
    /// The bits of the checks that want to see some names of that first byte, and the prefixes of such names.
    private var firstOfPrefix = [UInt64](repeating: 0, count: 256)
    private var prefixes: [NamePrefix] = []
    private var prefixFilter = InterestFilter()
    /// The bits of the checks that want to see the numbers of files of that last byte.
    private var lastOfNumbered = [UInt64](repeating: 0, count: 256)
    private var blank: UInt64 = 0
    private var null: UInt64 = 0
    private var nonASCII: UInt64 = 0
    private var capital: UInt64 = 0
    private var backslash: UInt64 = 0
    private var long: UInt64 = 0
    private var top: UInt64 = 0
    private var every: UInt64 = 0
    /// The bits of the checks that want to see nothing but empty files.
    private var empty: UInt64 = 0
    private var all: UInt64 = 0

    /// - Parameter interests: those of the checks in their order, at most ``mostChecks``: a further one could not be told apart,
    ///   and its check would miss names.
    init(_ interests: [NameInterest]) {
        precondition(interests.count <= Self.mostChecks, "more than 64 checks have an interest in names")
        for (index, interest) in interests.enumerated() { add(interest, bit: 1 << UInt64(index)) }
        suffixes.sort { $0.lastByte < $1.lastByte }
        for suffix in suffixes {
            suffixStarts[Int(suffix.lastByte) + 1] += 1
            suffixFilter.insert(suffix)
        }
        for byte in 0..<256 { suffixStarts[byte + 1] += suffixStarts[byte] }
    }

    private mutating func add(_ interest: NameInterest, bit: UInt64) {
        guard !interest.isNone else { return }
        for byte in interest.firstBytes.utf8 { first[Int(byte)] |= bit }
        for byte in interest.lastBytes.utf8 { last[Int(byte)] |= bit }
        suffixes += interest.suffixes.compactMap { NameSuffix($0, bit: bit) }
        for prefix in interest.prefixes.compactMap({ NamePrefix($0, bit: bit) }) {
            firstOfPrefix[Int(prefix.firstByte)] |= bit
            prefixes.append(prefix)
            prefixFilter.insert(prefix)
        }
        if interest.traits.contains(.numbered) {
            for byte in NumberedName.lastBytes.utf8 { lastOfNumbered[Int(byte)] |= bit }
        }
        if interest.traits.contains(.blank) {
            for byte in [9, 10, 11, 12, 13, 32] { first[byte] |= bit }
            blank |= bit
        }
        if interest.traits.contains(.dots) { first[Int(UInt8(ascii: "."))] |= bit }
        if interest.traits.contains(.null) { null |= bit }
        if interest.traits.contains(.nonASCII) { nonASCII |= bit }
        if interest.traits.contains(.capital) { capital |= bit }
        if interest.traits.contains(.backslash) { backslash |= bit }
        if interest.traits.contains(.long) { long |= bit }
        if interest.traits.contains(.top) { top |= bit }
        if interest.isEvery { every |= bit }
        if interest.isForEmptyFiles { empty |= bit }
        all |= bit
    }

    /// The bits of the checks that want to see the name at the end of `path`, whose bytes are of the kinds of `classes`.
    ///
    /// - Parameter isEmpty: whether it is that of a file of no bytes.
    @inline(__always)
    func checks(for path: Span<UInt8>, name: Int, _ classes: ByteClasses, isEmpty: Bool = false) -> UInt64 {
        let excluded = isEmpty ? 0 : empty
        guard name < path.count else { return all & ~excluded }
        let end = Int(path[path.count - 1])
        var checks = first[Int(path[name])] | last[end] | every
        let word = NameSuffix.lastWord(of: path)
        let ending = suffixFilter.candidates(word) & ~(checks | excluded)
        if ending != 0 { checks |= confirmed(ending, path, endingWith: word) }
        let beginning = firstOfPrefix[Int(path[name])] & ~checks
        if beginning != 0 { checks |= confirmed(beginning, path, from: name) }
        let numbered = lastOfNumbered[end] & ~checks
        if numbered != 0, NumberedName(path.extracting(name..<path.count)) != nil { checks |= numbered }
        if !classes.isPlain {
            if classes.hasCapital {
                checks |= capital
                if backslash & ~checks != 0, NameTraits.holdsBackslash(path, from: name) { checks |= backslash }
            }
            if classes.hasNonASCII {
                checks |= nonASCII
                // A wider space than that of ASCII.
                if NameTraits.beginsWithSpace(path.extracting(name..<path.count)) { checks |= blank }
            }
            if classes.hasNull { checks |= null }
        }
        if path.count - name > ModelDirectory.longestName { checks |= long }
        if name == 0 { checks |= top }
        return checks & ~excluded
    }

    /// Those of some checks that want to see a path for its suffix.
    ///
    /// - Parameter word: that of the path's end.
    private func confirmed(_ candidates: UInt64, _ path: Span<UInt8>, endingWith word: UInt64) -> UInt64 {
        let end = Int(word >> 56)
        var checks: UInt64 = 0
        for index in suffixStarts[end]..<suffixStarts[end + 1] where suffixes[index].matches(word, of: path) {
            checks |= suffixes[index].bit
        }
        return checks & candidates
    }

    /// Those of some checks that want to see the name that begins at `name` for its prefix.
    private func confirmed(_ candidates: UInt64, _ path: Span<UInt8>, from name: Int) -> UInt64 {
        let last = path.extracting(name..<path.count)
        let word = NamePrefix.firstWord(of: last)
        let candidates = candidates & prefixFilter.candidates(word.byteSwapped)
        guard candidates != 0 else { return 0 }
        var checks: UInt64 = 0
        for index in prefixes.indices where prefixes[index].matches(word, of: last) { checks |= prefixes[index].bit }
        return checks & candidates
    }
}
