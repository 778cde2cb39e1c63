/// What lies in a bucket under a prefix, as the user's own `aws` command lists it. Needs no more than `s3:ListBucket`.
///
/// The answers are kept in a temporary file without a name, so memory is bounded whatever the number of objects. They are
/// asked for in batches, since `aws` prints nothing before it has all that it was asked for. What is wrong with an answer is
/// an error, and only an answer that says that nothing follows ends the listing.
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

    private init(_ uri: S3URI, _ spool: BucketSpool, isWhole: Bool, holdsKey: Bool, holdsKeysBelow: Bool)
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

    /// Lists what a URI names.
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
        let namesPrefix = uri.key.isEmpty || uri.key.hasSuffix("/")
        let extent = namesPrefix ? .prefix : extent
        let request = try BucketRequest(uri: uri, access: access)
        var spool = try BucketSpool(uri)
        var tokens: Set<ByteString> = []
        var (holdsKey, holdsKeysBelow) = (false, false)
        var token: ByteString?
        repeat {
            // The one object comes first, because S3 lists in the order of keys.
            let wanted = extent == .object ? 1 : batchSize
            let page = try await spool.append(request.list(atMost: wanted, after: token))
            if !page.isExplicit {
                guard token == nil else { throw request.error("aws printed nothing where objects had to follow") }
                try await confirmNothing(request)
            }
            holdsKey = holdsKey || page.holdsKey
            holdsKeysBelow = holdsKeysBelow || page.holdsKeysBelow
            progress?(spool.count)
            token = page.nextToken
            if token != nil, extent == .object || (extent == .whatIsThere && holdsKey) {
                try spool.end()
                break
            }
            if let token {
                guard !AWSCommand.isAddress(token) else { throw request.error("aws continues from where it cannot") }
                guard page.count > 0, tokens.insert(token).inserted else {
                    throw request.error("the listing does not end: aws goes back to where it was before")
                }
            }
        } while token != nil
        return try BucketListing(uri, spool, isWhole: token == nil, holdsKey: holdsKey, holdsKeysBelow: holdsKeysBelow)
    }

    /// Asks again, in a way that every version of `aws` has to print something.
    private static func confirmNothing(_ request: BucketRequest) async throws {
        var spool = try BucketSpool(request.uri)
        let page = try await spool.append(request.look())
        guard page.isExplicit, page.count == 0 else {
            throw request.error("aws printed nothing, which is no answer; check that 'aws --version' works")
        }
    }
}

extension BucketListing: Hashable {
    /// Whether it is the same listing; others may hold the same objects.
    public static func == (left: BucketListing, right: BucketListing) -> Bool { left === right }

    /// Hashes its identity.
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
