/// The interests of many checks, each of which is a bit in a word, so that a name is looked at once for all of them.
struct InterestTable: Sendable {
    /// So many checks can have an interest in names.
    static let mostChecks = UInt64.bitWidth

    /// The bits of the checks that want to see a name of that first byte.
    private var first = [UInt64](repeating: 0, count: 256)
    private var last = [UInt64](repeating: 0, count: 256)
    /// The bits of the checks that want to see some names of that last byte, and their suffixes.
    private var lastOfSuffix = [UInt64](repeating: 0, count: 256)
    private var suffixes: [[String]] = []
    private var blank: UInt64 = 0
    private var null: UInt64 = 0
    private var nonASCII: UInt64 = 0
    private var capital: UInt64 = 0
    private var long: UInt64 = 0
    private var top: UInt64 = 0
    private var every: UInt64 = 0
    private var all: UInt64 = 0

    /// - Parameter interests: those of the checks in their order, at most ``mostChecks``: a further one could not be told apart,
    ///   and its check would miss names.
    init(_ interests: [NameInterest]) {
        precondition(interests.count <= Self.mostChecks, "more than 64 checks have an interest in names")
        suffixes = interests.map(\.suffixes)
        for (index, interest) in interests.enumerated() { add(interest, bit: 1 << UInt64(index)) }
    }

    private mutating func add(_ interest: NameInterest, bit: UInt64) {
        guard !interest.isNone else { return }
        for byte in interest.firstBytes.utf8 { first[Int(byte)] |= bit }
        for byte in interest.lastBytes.utf8 { last[Int(byte)] |= bit }
        for byte in interest.suffixes.compactMap(\.utf8.last) { lastOfSuffix[Int(byte)] |= bit }
        if interest.traits.contains(.blank) {
            for byte in [9, 10, 11, 12, 13, 32] { first[byte] |= bit }
            blank |= bit
        }
        if interest.traits.contains(.dots) { first[Int(UInt8(ascii: "."))] |= bit }
        if interest.traits.contains(.null) { null |= bit }
        if interest.traits.contains(.nonASCII) { nonASCII |= bit }
        if interest.traits.contains(.capital) { capital |= bit }
        if interest.traits.contains(.long) { long |= bit }
        if interest.traits.contains(.top) { top |= bit }
        if interest.isEvery { every |= bit }
        all |= bit
    }

    /// The bits of the checks that want to see the name at the end of `path`, whose bytes are of the kinds of `classes`.
    @inline(__always)
    func checks(for path: Span<UInt8>, name: Int, _ classes: ByteClasses) -> UInt64 {
        guard name < path.count else { return all }
        let end = Int(path[path.count - 1])
        var checks = first[Int(path[name])] | last[end] | every
        if lastOfSuffix[end] & ~checks != 0 { checks |= confirmed(lastOfSuffix[end], path) }
        if !classes.isPlain {
            if classes.hasCapital { checks |= capital }
            if classes.hasNonASCII {
                checks |= nonASCII
                // A wider space than that of ASCII.
                if NameTraits.beginsWithSpace(path.extracting(name..<path.count)) { checks |= blank }
            }
            if classes.hasNull { checks |= null }
        }
        if path.count - name > ModelDirectory.longestName { checks |= long }
        if name == 0 { checks |= top }
        return checks
    }

    /// Those of some checks that want to see the name for its suffix.
    private func confirmed(_ candidates: UInt64, _ path: Span<UInt8>) -> UInt64 {
        var (checks, rest) = (UInt64(0), candidates)
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            rest &= rest - 1
            if suffixes[index].contains(where: { path.ends(with: $0) }) { checks |= 1 << UInt64(index) }
        }
        return checks
    }
}
