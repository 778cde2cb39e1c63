/// As much of a keyed hash of a name and its directory as tells it from billions of others, with the slice of a listing that
/// the name was met in, in one word.
///
/// Hashes are divided into groups by their first bits, which a hash in a group need not repeat.
struct NameHash {
    /// The number of groups.
    static let groupCount = 1 << Int(groupBits)
    /// The most slices that can be told apart.
    static let mostSlices = 1 << Int(sliceBits) - 2

    private static let groupBits: UInt64 = 10
    private static let sliceBits: UInt64 = 20
    /// Stands for a name that is kept somewhere, so that no slice has to be looked at for it. Nothing is 0.
    private static let kept: UInt64 = 1

    /// The hash without its first bits, and behind it the slice.
    let word: UInt64

    /// - Parameter slice: less than ``mostSlices``; nil for a name that is kept.
    @inline(__always)
    init(_ hash: UInt64, slice: Int?) {
        let place = slice.map { UInt64(truncatingIfNeeded: $0) &+ Self.kept &+ 1 } ?? Self.kept
        word = (hash &<< Self.groupBits) & ~((1 &<< Self.sliceBits) &- 1) | place
    }

    /// - Parameter word: that of another one.
    @inline(__always)
    init(word: UInt64) { self.word = word }

    /// The group that a hash belongs to.
    @inline(__always)
    static func group(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> (64 &- groupBits)) }

    /// A hash as far as it is known of one in a group.
    @inline(__always)
    static func known(of hash: UInt64) -> UInt64 { hash & ~((1 &<< (sliceBits &- groupBits)) &- 1) }

    /// The hash, as far as it is known.
    func known(in group: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: group) << (64 - Self.groupBits) | Self.known(of: word >> Self.groupBits)
    }

    /// Where the name was met; nil if it is kept.
    var slice: Int? {
        let place = word & ((1 << Self.sliceBits) - 1)
        return place == Self.kept ? nil : Int(truncatingIfNeeded: place - Self.kept - 1)
    }

    /// Whether it is of the same hash as another one of the same group.
    @inline(__always)
    func isLike(_ other: NameHash) -> Bool { (word ^ other.word) &>> Self.sliceBits == 0 }
}
