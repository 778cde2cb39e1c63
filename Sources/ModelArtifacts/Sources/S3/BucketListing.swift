/// What lies in a bucket under a prefix, as a `BucketService` lists it. Needs no more than `s3:ListBucket`.
///
/// The answers are kept in a temporary file without a name, so memory is bounded whatever the number of objects.
public final class BucketListing: Sendable {
    /// How much of what begins with the key of a URI is wanted.
    public enum Extent: Hashable, Sendable {
        /// All of it.
        case prefix
        /// The one object that the URI names.
        case object
        /// The object that the URI names, or all of it if there is none.
        case whatIsThere
    }

    /// How many objects are asked for at once. The most that `aws` prints of as many, with keys of 1,024 bytes of which each
    /// is escaped by six, is about 70 MB.
    static let batchSize = 10_000
    /// The most bytes that one answer may have.
    static let answerLimit: Int64 = 128 << 20

    /// Where the objects are.
    public let uri: S3URI
    /// What a `ModelDataSource` of the URI is by default: see ``ArtifactSource``.
    public let combination: Combination
    /// The number of objects that were listed.
    public let count: Int
    package let keys: KeyListing
    /// Whether all is listed that begins with the key of the URI.
    private let isWhole: Bool

    init(_ uri: S3URI, _ spool: BucketSpool, isWhole: Bool, holdsKey: Bool, holdsKeysBelow: Bool)
        throws(ArtifactError)
    {
        self.uri = uri
        self.isWhole = isWhole
        count = spool.count
        combination = Self.combination(of: uri.key, isThere: holdsKey, isDirectory: holdsKeysBelow)
        keys = try spool.listing()
    }

    /// What a URI names: a prefix if it ends with a slash, or if there are only keys below it; else one object.
    private static func combination(of key: ByteString, isThere: Bool, isDirectory: Bool) -> Combination {
        if key.isEmpty || key.hasSuffix("/") || (isDirectory && !isThere) { return Combination(.prefix, .none) }
        return Combination(.object, key.hasSuffix(".tar.gz") || key.hasSuffix(".tgz") ? .gzip : .none)
    }

    /// Whether all that another URI names is listed, if it is there.
    func covers(_ uri: S3URI) -> Bool {
        uri.bucket == self.uri.bucket && (uri.key == self.uri.key || (isWhole && uri.key.hasPrefix(self.uri.key)))
    }

    /// Lists what a URI names, by the user's own `aws` command.
    ///
    /// - Parameters:
    ///   - uri: an `s3://` URI.
    ///   - access: how to reach the bucket.
    ///   - extent: how much is wanted. A URI that ends with a slash names a prefix whatever is wanted.
    ///   - progress: told after each batch how many objects there are so far.
    /// - Throws: ``ArtifactError`` with code `readFailed` if `aws` is not there or fails, `malformedInput` for answers that
    ///   are not whole, `usage` for a URI that is none; `CancellationError`, when `aws` has ended.
    public static func fetch(
        _ uri: ByteString, access: BucketAccess = BucketAccess(), extent: Extent = .whatIsThere,
        progress: (@Sendable (_ count: Int) -> Void)? = nil
    ) async throws -> BucketListing {
        guard let uri = S3URI(uri), uri.scheme == .s3 else {
            throw ArtifactError(.usage, "\(uri): not an S3 URI; give s3://bucket/prefix/ or s3://bucket/key")
        }
        return try await fetch(uri, by: AWSCommandService(access), extent: extent, progress: progress)
    }

    /// Lists what a URI names, by a service.
    ///
    /// - Throws: see ``BucketService/list(_:extent:progress:)``.
    package static func fetch(
        _ uri: S3URI, by service: any BucketService, extent: Extent = .whatIsThere,
        progress: (@Sendable (_ count: Int) -> Void)? = nil
    ) async throws -> BucketListing {
        let namesPrefix = uri.key.isEmpty || uri.key.hasSuffix("/")
        return try await service.list(uri, extent: namesPrefix ? .prefix : extent, progress: progress)
    }
}

extension BucketListing: Hashable {
    /// Whether it is the same listing; others may hold the same objects.
    public static func == (left: BucketListing, right: BucketListing) -> Bool { left === right }

    /// Hashes its identity.
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
