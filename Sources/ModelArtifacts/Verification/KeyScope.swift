/// Which keys belong to what is compared, and which paths they have in it.
struct KeyScope: Equatable {
    private let bucket: ByteString?
    /// What the keys of objects begin with.
    let prefix: ByteString
    /// The key of a single object: that of a URI that does not end with a slash. Its path is its last component.
    private let object: ByteString?

    /// The keys that a URI names: those below it, and itself if it does not end with a slash; all keys without one.
    init(_ uri: S3URI?) {
        bucket = uri?.bucket
        prefix = uri?.directoryPrefix ?? ""
        object = uri.flatMap { $0.key.isEmpty || $0.key.hasSuffix("/") ? nil : $0.key }
    }

    /// The keys below a prefix.
    init(bucket: ByteString?, prefix: ByteString) {
        self.bucket = bucket
        self.prefix = prefix
        object = nil
    }

    /// Where in a key the path begins; nil if the key does not belong to what is compared.
    func pathStart(of key: Span<UInt8>, in bucket: ByteString?) -> Int? {
        guard isIn(bucket: bucket) else { return nil }
        if ByteScan.commonPrefix(key, prefix.bytes.span) == prefix.count { return prefix.count }
        if let object, key.count == object.count, ByteScan.commonPrefix(key, object.bytes.span) == object.count {
            return object.count - object.lastComponent.count
        }
        return nil
    }

    /// Whether what names a bucket, or none, may be in the right one.
    func isIn(bucket: ByteString?) -> Bool { bucket == nil || self.bucket == nil || bucket == self.bucket }

    /// The key of a path.
    func key(ofPath path: ByteString) -> ByteString {
        if let object, object.lastComponent == path { return object }
        return prefix + path
    }
}
