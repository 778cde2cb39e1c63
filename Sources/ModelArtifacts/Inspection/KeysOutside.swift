/// What is told of the keys of a listing besides their layout: of those that do not lie below the prefix, and of those whose
/// objects cannot be read.
struct KeysOutside {
    /// The most siblings of a prefix that are named.
    private static let siblingLimit = 10

    private(set) var count = 0
    /// How many of them are of other buckets.
    private(set) var otherBucketCount = 0
    /// How many of them begin as the prefix does, which has no slash at its end.
    private(set) var siblingCount = 0
    /// Some of these.
    private(set) var siblings: [ByteString] = []

    /// The objects below the prefix that have to be restored before they can be read.
    private(set) var archived: [ArchiveClass: ArchivedObjects] = [:]

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
        otherBucketCount += later.otherBucketCount
        siblingCount += later.siblingCount
        siblings += later.siblings.prefix(Self.siblingLimit - siblings.count)
        for (archiveClass, objects) in later.archived {
            archived[archiveClass, default: ArchivedObjects()].append(objects)
        }
    }

    /// Takes in an object that is in an archive.
    mutating func note(_ key: Span<UInt8>, in archiveClass: ArchiveClass) {
        archived[archiveClass, default: ArchivedObjects()].add(ByteString(key))
    }

    mutating func note(_ key: Span<UInt8>, isInBucket: Bool) {
        guard isCounted else { return }
        count += 1
        guard isInBucket else { return otherBucketCount += 1 }
        guard !stem.isEmpty, ByteScan.commonPrefix(key, stem.bytes.span) == stem.count else { return }
        siblingCount += 1
        if siblings.count < Self.siblingLimit { siblings.append(ByteString(key)) }
    }
}
