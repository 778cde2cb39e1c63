/// As much of a keyed hash of a name and its directory as tells it from billions of others, with what is known of the name, in one
/// word.
///
/// Hashes are divided into groups by their first bits, which a hash in a group need not repeat.
struct NameHash {
    /// What has the name, and where it was met.
    struct Place {
        fileprivate let code: UInt64

        /// - Parameter slice: that of the listing which it is in, if it is counted only; nil if its path is kept.
        @inline(__always)
        static func file(slice: Int?) -> Place { Place(code: slices(slice)) }

        /// - Parameters:
        ///   - isFolded: whether the name has capitals or bytes beyond ASCII, so that it is not the only one of its hash.
        ///   - slice: that of the listing which it is in, if all in it is counted only; nil if the path of something in it is kept.
        @inline(__always)
        static func directory(isFolded: Bool, slice: Int?) -> Place {
            Place(code: slices(slice) | (isFolded ? NameHash.folded : 0) | NameHash.directory)
        }

        @inline(__always)
        private static func slices(_ slice: Int?) -> UInt64 {
            slice.map { (UInt64(truncatingIfNeeded: $0) &+ 2) &<< 2 } ?? NameHash.kept
        }
    }

    /// The number of groups.
    static let groupCount = 1 << Int(groupBits)
    /// The most slices that can be told apart.
    static let mostSlices = 1 << Int(placeBits - 2) - 2

    private static let groupBits: UInt64 = 10
    private static let placeBits: UInt64 = 15
    private static let placeMask: UInt64 = 1 << placeBits - 1
    private static let directory: UInt64 = 1
    private static let folded: UInt64 = 2
    /// In place of a slice, so that nothing is 0.
    private static let kept: UInt64 = 1 << 2

    /// The hash without its first bits, and behind it the place, which is not 0.
    let word: UInt64

    @inline(__always)
    init(_ hash: UInt64, _ place: Place) {
        word = (hash &<< Self.groupBits) & ~Self.placeMask | place.code
    }

    /// - Parameter word: that of another one.
    @inline(__always)
    init(word: UInt64) { self.word = word }

    /// The group that a hash belongs to.
    @inline(__always)
    static func group(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> (64 &- groupBits)) }

    /// A hash as far as it is known of one in a group.
    @inline(__always)
    static func known(of hash: UInt64) -> UInt64 { hash & ~((1 &<< (placeBits &- groupBits)) &- 1) }

    /// The hash, as far as it is known.
    func known(in group: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: group) << (64 - Self.groupBits) | Self.known(of: word >> Self.groupBits)
    }

    @inline(__always)
    var isDirectory: Bool { word & Self.directory != 0 }

    /// Whether it is a directory whose name has capitals or bytes beyond ASCII.
    @inline(__always)
    var isFolded: Bool { word & Self.folded != 0 }

    /// Whether the path is kept.
    @inline(__always)
    var isKept: Bool { word & Self.placeMask < 2 * Self.kept }

    /// Where what is counted only was met.
    var slice: Int? { isKept ? nil : Int(truncatingIfNeeded: (word & Self.placeMask) >> 2) - 2 }

    /// Whether it is of the same hash as another one of the same group.
    @inline(__always)
    func isLike(_ other: NameHash) -> Bool { (word ^ other.word) &>> Self.placeBits == 0 }
}
