/// The interests of many checks, each of which is a bit in a word, so that a name is looked at once for all of them.
struct InterestTable {
    /// The bits of the checks that want to see a name of that first byte.
    private var first = [UInt64](repeating: 0, count: 256)
    private var last = [UInt64](repeating: 0, count: 256)
    private var null: UInt64 = 0
    private var nonASCII: UInt64 = 0
    private var capital: UInt64 = 0
    private var long: UInt64 = 0
    private var all: UInt64 = 0

    /// - Parameter interests: those of the checks in their order, 64 at most.
    init(_ interests: [NameInterest]) {
        for (index, interest) in interests.enumerated() {
            let bit: UInt64 = 1 << UInt64(index)
            for byte in interest.firstBytes.utf8 { first[Int(byte)] |= bit }
            for byte in interest.lastBytes.utf8 { last[Int(byte)] |= bit }
            // Blank names begin with white space, or with a byte beyond ASCII of a wider space.
            if interest.traits.contains(.blank) {
                for byte in [9, 10, 11, 12, 13, 32] { first[byte] |= bit }
                nonASCII |= bit
            }
            if interest.traits.contains(.dots) { first[Int(UInt8(ascii: "."))] |= bit }
            if interest.traits.contains(.null) { null |= bit }
            if interest.traits.contains(.nonASCII) { nonASCII |= bit }
            if interest.traits.contains(.capital) { capital |= bit }
            if interest.traits.contains(.long) { long |= bit }
            all |= bit
        }
    }

    /// The bits of the checks that want to see the name at the end of `path`.
    @inline(__always)
    func checks(for path: Span<UInt8>, name: Int, _ classes: ByteClasses) -> UInt64 {
        guard name < path.count else { return all }
        var checks = first[Int(path[name])] | last[Int(path[path.count - 1])]
        if !classes.isPlain {
            if classes.hasCapital { checks |= capital }
            if classes.hasNonASCII { checks |= nonASCII }
            if classes.hasNull { checks |= null }
        }
        if path.count - name > ModelDirectory.longestName { checks |= long }
        return checks
    }
}
