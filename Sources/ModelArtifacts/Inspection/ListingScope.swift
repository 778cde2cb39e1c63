/// Which keys of a listing belong to the model data.
struct ListingScope {
    private let bucket: ByteString?
    /// What keys begin with; of an `S3Object`, the one key there is.
    private let prefix: ByteString
    private let isObject: Bool
    /// Where the path begins in a key.
    private let pathStart: Int

    init(_ subject: Subject) {
        bucket = subject.uri?.bucket
        isObject = subject.combination.dataType == .object
        prefix = (isObject ? subject.uri?.key : subject.uri?.directoryPrefix) ?? ""
        pathStart = isObject ? prefix.count - prefix.lastComponent.count : prefix.count
    }

    /// Where in a key the path begins that it has in the model data; nil if it is none of it.
    @inline(__always)
    func pathStart(of key: Span<UInt8>, in bucket: ByteString?) -> Int? {
        guard ByteScan.commonPrefix(key, prefix.bytes.span) == prefix.count, contains(bucket) else { return nil }
        return isObject && key.count > prefix.count ? nil : pathStart
    }

    /// Whether a row that names a bucket, or none, may be of the right one.
    @inline(__always)
    func contains(_ bucket: ByteString?) -> Bool { bucket == nil || self.bucket == nil || bucket == self.bucket }
}
