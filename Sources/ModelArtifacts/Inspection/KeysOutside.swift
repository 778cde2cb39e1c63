/// What is told of the keys of a listing that do not lie below the prefix.
struct KeysOutside {
    /// The most siblings of a prefix that are named.
    private static let siblingLimit = 10

    private(set) var count = 0
    /// Some of them that begin as the prefix does.
    private(set) var siblings: [ByteString] = []

    /// The prefix as it was given, with or without a slash at its end.
    private let stem: ByteString
    /// Of an `S3Object` the others are nobody's business.
    private let isCounted: Bool

    init(_ subject: Subject) {
        stem = subject.uri?.key ?? ""
        isCounted = subject.combination.dataType == .prefix
    }

    /// Adds those of keys that come later.
    mutating func append(_ later: KeysOutside) {
        count += later.count
        siblings += later.siblings.prefix(Self.siblingLimit - siblings.count)
    }

    mutating func note(_ key: Span<UInt8>, isInBucket: Bool) {
        guard isCounted else { return }
        count += 1
        if isInBucket, !stem.isEmpty, siblings.count < Self.siblingLimit,
            ByteScan.commonPrefix(key, stem.bytes.span) == stem.count
        {
            siblings.append(ByteString(key))
        }
    }
}
