/// Which keys of a listing belong to the model data.
struct ListingScope {
    private let bucket: ByteString?
    /// What keys begin with; of an `S3Object`, the one key there is.
    private let prefix: ByteString
    /// The first eight bytes of it at most, the first one lowest, and the bits that these take up.
    private let start: (word: UInt64, mask: UInt64)
    /// Whether it is one key.
    let isObject: Bool
    /// Where the path begins in a key.
    private let pathStart: Int

    init(_ subject: Subject) {
        bucket = subject.uri?.bucket
        isObject = subject.combination.dataType == .object
        let prefix = (isObject ? subject.uri?.key : subject.uri?.directoryPrefix) ?? ""
        self.prefix = prefix
        let count = min(8, prefix.count)
        let word = unsafe ByteScan.word(of: prefix.bytes.span.bytes, from: 0, count: count)
        start = (word, .max >> (64 - 8 * UInt64(count)))
        pathStart = isObject ? prefix.count - prefix.lastComponent.count : prefix.count
    }

    /// Where in a key the path begins that it has in the model data; nil if it is none of it.
    @inline(__always)
    func pathStart(of key: Span<UInt8>, in bucket: ByteString?) -> Int? {
        guard beginsWithPrefix(key), contains(bucket) else { return nil }
        return isObject && key.count > prefix.count ? nil : pathStart
    }

    @inline(__always)
    private func beginsWithPrefix(_ key: Span<UInt8>) -> Bool {
        if key.count >= 8 {
            if unsafe ByteScan.word(of: key.bytes, from: 0, count: 8) & start.mask != start.word { return false }
            if prefix.count <= 8 { return true }
        }
        return ByteScan.commonPrefix(key, prefix.bytes.span) == prefix.count
    }

    /// Whether a row that names a bucket, or none, may be of the right one.
    @inline(__always)
    func contains(_ bucket: ByteString?) -> Bool { bucket == nil || self.bucket == nil || bucket == self.bucket }
}
