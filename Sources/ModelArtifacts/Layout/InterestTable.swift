/// Which of many checks, each a bit in a word, want to see a name, so that a name is looked at once for all of them.
///
/// An object, since it is large, and asked for each name: a structure would be copied each time.
final class InterestTable: Sendable {
    /// So many checks can have an interest in names.
    static let mostChecks = UInt64.bitWidth

    private let bits: InterestBits

    /// - Parameter interests: those of the checks in their order, at most ``mostChecks``: a further one could not be told apart,
    ///   and its check would miss names.
    init(_ interests: [NameInterest]) {
        precondition(interests.count <= Self.mostChecks, "more than 64 checks have an interest in names")
        bits = InterestBits(interests)
    }

    /// The bits of the checks that want to see the name at the end of `path`, whose bytes are of the kinds of `classes`.
    ///
    /// - Parameter isEmpty: whether it is that of a file of no bytes.
    @inline(__always)
    func checks(for path: Span<UInt8>, name: Int, _ classes: ByteClasses, isEmpty: Bool = false) -> UInt64 {
        let excluded = isEmpty ? 0 : bits.empty
        guard name < path.count else { return bits.all & ~excluded }
        let end = Int(path[path.count - 1])
        var checks = bits.first[Int(path[name])] | bits.last[end] | bits.every
        let word = NameSuffix.lastWord(of: path)
        let ending = bits.suffixFilter.candidates(word) & ~(checks | excluded)
        if ending != 0 { checks |= confirmed(ending, path, endingWith: word) }
        let beginning = bits.firstOfPrefix[Int(path[name])] & ~checks
        if beginning != 0 { checks |= confirmed(beginning, path, from: name) }
        let numbered = bits.lastOfNumbered[end] & ~checks
        if numbered != 0, NumberedName(path.extracting(name..<path.count)) != nil { checks |= numbered }
        if !classes.isPlain {
            if classes.hasCapital {
                checks |= bits.capital
                if bits.backslash & ~checks != 0, NameTraits.holdsBackslash(path, from: name) {
                    checks |= bits.backslash
                }
            }
            if classes.hasNonASCII {
                checks |= bits.nonASCII
                // A wider space than that of ASCII.
                if NameTraits.beginsWithSpace(path.extracting(name..<path.count)) { checks |= bits.blank }
            }
            if classes.hasNull { checks |= bits.null }
        }
        if path.count - name > ModelDirectory.longestName { checks |= bits.long }
        if name == 0 { checks |= bits.top }
        return checks & ~excluded
    }

    /// Those of some checks that want to see a path for its suffix.
    ///
    /// - Parameter word: that of the path's end.
    private func confirmed(_ candidates: UInt64, _ path: Span<UInt8>, endingWith word: UInt64) -> UInt64 {
        let end = Int(word >> 56)
        var checks: UInt64 = 0
        for index in bits.suffixStarts[end]..<bits.suffixStarts[end + 1]
        where bits.suffixes[index].matches(word, of: path) {
            checks |= bits.suffixes[index].bit
        }
        return checks & candidates
    }

    /// Those of some checks that want to see the name that begins at `name` for its prefix.
    private func confirmed(_ candidates: UInt64, _ path: Span<UInt8>, from name: Int) -> UInt64 {
        let last = path.extracting(name..<path.count)
        let word = NamePrefix.firstWord(of: last)
        let candidates = candidates & bits.prefixFilter.candidates(word.byteSwapped)
        guard candidates != 0 else { return 0 }
        var checks: UInt64 = 0
        for prefix in bits.prefixes where prefix.matches(word, of: last) { checks |= prefix.bit }
        return checks & candidates
    }
}
