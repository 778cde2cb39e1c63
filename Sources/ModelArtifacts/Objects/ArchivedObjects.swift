/// The objects of one archive class, of which the first are kept.
package struct ArchivedObjects: Sendable {
    /// So many are named.
    private static let named = 20

    /// The keys that came first.
    package private(set) var first: [ByteString] = []
    package private(set) var count = 0

    package init(_ keys: [ByteString] = []) {
        for key in keys { add(key) }
    }

    package mutating func add(_ key: ByteString) {
        count += 1
        if first.count < Self.named { first.append(key) }
    }

    /// Adds those of keys that come later.
    package mutating func append(_ later: ArchivedObjects) {
        count += later.count
        first += later.first.prefix(Self.named - first.count)
    }
}
