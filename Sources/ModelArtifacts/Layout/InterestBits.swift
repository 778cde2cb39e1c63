/// The interests of many checks by what they look at, each check a bit in a word.
struct InterestBits: Sendable {
    /// The bits of the checks that want to see a name of that first byte.
    private(set) var first = [UInt64](repeating: 0, count: 256)
    private(set) var last = [UInt64](repeating: 0, count: 256)
    /// The suffixes of names that checks want to see, those of the same last byte next to each other, and where those of a last byte
    /// begin.
    private(set) var suffixes: [NameSuffix] = []
    private(set) var suffixStarts = [Int](repeating: 0, count: 257)
    private(set) var suffixFilter = InterestFilter()
    /// The bits of the checks that want to see some names of that first byte, and the prefixes of such names.
    private(set) var firstOfPrefix = [UInt64](repeating: 0, count: 256)
    private(set) var prefixes: [NamePrefix] = []
    private(set) var prefixFilter = InterestFilter()
    /// The bits of the checks that want to see the numbers of files of that last byte.
    private(set) var lastOfNumbered = [UInt64](repeating: 0, count: 256)
    private(set) var blank: UInt64 = 0
    private(set) var null: UInt64 = 0
    private(set) var nonASCII: UInt64 = 0
    private(set) var capital: UInt64 = 0
    private(set) var backslash: UInt64 = 0
    private(set) var long: UInt64 = 0
    private(set) var top: UInt64 = 0
    private(set) var every: UInt64 = 0
    /// The bits of the checks that want to see nothing but empty files.
    private(set) var empty: UInt64 = 0
    private(set) var all: UInt64 = 0

    /// - Parameter interests: those of the checks in their order, at most as many as a word has bits.
    init(_ interests: [NameInterest]) {
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
}
