/// Which keys belong to what is looked at, and which paths they have in it.
package struct KeyScope: Equatable {
    /// The bucket; nil for any.
    let bucket: ByteString?
    /// What the keys of objects below a prefix begin with; nil if only one key is meant.
    private let directory: KeyStart?
    /// The one key that has its last component as its path; nil if there is none.
    private let object: KeyStart?

    /// The keys that a model data source names: those below a prefix, or the one of an object; all keys without a URI.
    init(_ uri: S3URI?, _ dataType: S3DataType) {
        bucket = uri?.bucket
        switch dataType {
        case .prefix: (directory, object) = (KeyStart(uri?.directoryPrefix ?? ""), nil)
        case .object: (directory, object) = (nil, KeyStart(uri?.key ?? ""))
        }
    }

    /// The keys that a URI names, whatever it is meant for: those below it, and itself if it does not end with a slash; all keys
    /// without one.
    package init(_ uri: S3URI?) {
        bucket = uri?.bucket
        directory = KeyStart(uri?.directoryPrefix ?? "")
        object = uri.flatMap { $0.key.isEmpty || $0.key.hasSuffix("/") ? nil : KeyStart($0.key) }
    }

    /// The keys below a prefix.
    init(bucket: ByteString?, prefix: ByteString) {
        self.bucket = bucket
        directory = KeyStart(prefix)
        object = nil
    }

    /// Whether only one key is meant.
    var isObject: Bool { directory == nil }

    /// What the keys of objects begin with.
    var prefix: ByteString { directory?.bytes ?? "" }

    /// Where in a key the path begins; nil if the key does not belong to what is looked at.
    @inline(__always)
    func pathStart(of key: Span<UInt8>, in bucket: ByteString?) -> Int? {
        if let directory, directory.begins(key) { return contains(bucket) ? directory.count : nil }
        guard let object, key.count == object.count, object.begins(key), contains(bucket) else { return nil }
        return object.count - object.bytes.lastComponent.count
    }

    /// Whether a row that names a bucket, or none, may be of the right one.
    @inline(__always)
    func contains(_ bucket: ByteString?) -> Bool { bucket == nil || self.bucket == nil || bucket == self.bucket }

    /// The key of a path.
    package func key(ofPath path: ByteString) -> ByteString {
        if let object, object.bytes.lastComponent == path { return object.bytes }
        return prefix + path
    }
}
