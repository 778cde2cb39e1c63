/// Which checks may want to see a name for how it ends, or how it begins.
///
/// Nearly every name of a listing is compared with dozens of texts and ends with none of them. Hashes of its last two, four and eight
/// bytes tell that in as many looks, however many texts there are.
struct InterestFilter: Sendable {
    /// How many bits of a hash are used: the texts of all rules leave nineteen of twenty places empty.
    private static let indexBits: UInt64 = 9
    /// Source: Donald E. Knuth, The Art of Computer Programming, volume 3, section 6.4: 2^64 divided by the golden ratio.
    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Of texts of two or three bytes, then of four to seven, then of more.
    private var bits = [UInt64](repeating: 0, count: 3 << Int(indexBits))

    mutating func insert(_ suffix: NameSuffix) { insert(suffix.word, count: suffix.count, bit: suffix.bit) }

    mutating func insert(_ prefix: NamePrefix) { insert(prefix.word.byteSwapped, count: prefix.count, bit: prefix.bit) }

    private mutating func insert(_ word: UInt64, count: Int, bit: UInt64) {
        switch count {
        // What is one byte long may be at the end of any two.
        case ...1: for index in 0..<1 << Int(Self.indexBits) { bits[index] |= bit }
        case 2...3: bits[Self.indexOfTwo(word)] |= bit
        case 4...7: bits[Self.indexOfFour(word)] |= bit
        default: bits[Self.indexOfEight(word)] |= bit
        }
    }

    /// The bits of the checks that may want to see a name; others do not.
    ///
    /// - Parameter word: the eight bytes at that end of it, the outermost one in the highest place, zeros for those that are missing.
    @inline(__always)
    func candidates(_ word: UInt64) -> UInt64 {
        bits[Self.indexOfTwo(word)] | bits[Self.indexOfFour(word)] | bits[Self.indexOfEight(word)]
    }

    @inline(__always)
    private static func indexOfTwo(_ word: UInt64) -> Int { index(of: word &>> 48, in: 0) }

    @inline(__always)
    private static func indexOfFour(_ word: UInt64) -> Int { index(of: word &>> 32, in: 1) }

    @inline(__always)
    private static func indexOfEight(_ word: UInt64) -> Int { index(of: word, in: 2) }

    @inline(__always)
    private static func index(of bytes: UInt64, in section: UInt64) -> Int {
        Int(truncatingIfNeeded: (bytes &* multiplier) &>> (64 &- indexBits) | section &<< indexBits)
    }
}
