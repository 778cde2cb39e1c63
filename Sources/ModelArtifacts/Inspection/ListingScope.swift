/// Which keys of a listing belong to the model data, and what is told of the others.
struct ListingScope {
    /// The most siblings of a prefix that are named.
    private static let siblingLimit = 10

    /// Keys that do not lie below the prefix.
    private(set) var outsidePrefix = 0
    /// Some of them that begin as the prefix does.
    private(set) var siblings: [ByteString] = []

    private let bucket: ByteString?
    private let stem: ByteString
    /// What keys begin with; of an `S3Object`, the one key there is.
    private let prefix: ByteString
    private let isObject: Bool
    /// Where the path begins in a key.
    private let pathStart: Int

    init(_ subject: Subject) {
        bucket = subject.uri?.bucket
        stem = subject.uri?.key ?? ""
        isObject = subject.combination.dataType == .object
        prefix = isObject ? stem : subject.uri?.directoryPrefix ?? ""
        pathStart = isObject ? prefix.count - prefix.lastComponent.count : prefix.count
    }

    /// Where in the key of an object its path begins; nil if it is none of the model data.
    @inline(__always)
    mutating func pathStart(of key: Span<UInt8>, in bucket: ByteString?) -> Int? {
        let isInBucket = bucket == nil || self.bucket == nil || bucket == self.bucket
        guard isInBucket, ByteScan.commonPrefix(key, prefix.bytes.span) == prefix.count else {
            if !isObject { note(key, isInBucket: isInBucket) }
            return nil
        }
        return isObject && key.count > prefix.count ? nil : pathStart
    }

    private mutating func note(_ key: Span<UInt8>, isInBucket: Bool) {
        outsidePrefix += 1
        if isInBucket, !stem.isEmpty, siblings.count < Self.siblingLimit,
            ByteScan.commonPrefix(key, stem.bytes.span) == stem.count
        {
            siblings.append(ByteString(key))
        }
    }
}
