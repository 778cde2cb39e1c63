/// The place of model data in S3: a bucket and a key or key prefix, as written in a `ModelDataSource`.
///
/// The API's pattern is `(https|s3)://([^/]+)/?(.*)` with at most 1,024 characters (shape `S3ModelUri`). An `https` URI is
/// understood in both styles of S3 endpoints: `https://BUCKET.s3.REGION.amazonaws.com/KEY` and
/// `https://s3.REGION.amazonaws.com/BUCKET/KEY`.
public struct S3URI: Hashable, Sendable {
    /// The part in front of `://`.
    public enum Scheme: String, Hashable, Sendable {
        /// `s3://bucket/key`
        case s3
        /// `https://…`, which the API's pattern admits.
        case https
    }

    /// The most characters that the API takes, scheme and bucket among them.
    public static let maximumLength = 1024

    /// The URI as it was written.
    public let text: ByteString
    /// The part in front of `://`.
    public let scheme: Scheme
    /// The name of the bucket; it may be one that no bucket can have.
    public let bucket: ByteString
    /// The key or key prefix, without the slash that separates it from the bucket. May be empty.
    public let key: ByteString

    /// Takes a URI apart; nil if it does not match the API's pattern.
    public init?(_ text: ByteString) {
        let bytes = text.bytes
        let schemes: [(ByteString, Scheme)] = [("s3://", .s3), ("https://", .https)]
        guard let (start, scheme) = schemes.first(where: { text.hasPrefix($0.0) }) else { return nil }
        let rest = bytes[start.count...]
        let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        let host = ByteString(Array(rest[..<slash]))
        guard !host.isEmpty else { return nil }
        let path = ByteString(Array(rest[slash...].dropFirst()))
        self.text = text
        self.scheme = scheme
        guard scheme == .https else {
            (bucket, key) = (host, path)
            return
        }
        var decoded = path.bytes
        let isEncoded = PercentEncoding.decode(&decoded, plusIsSpace: false)
        (bucket, key) = Self.location(host: host, path: isEncoded ? ByteString(decoded) : path)
    }

    /// Makes an `s3://` URI of a bucket and a key.
    public init(bucket: ByteString, key: ByteString) {
        text = "s3://" + bucket + "/" + key
        scheme = .s3
        self.bucket = bucket
        self.key = key
    }

    /// The number of characters (Unicode scalars), which is what the API limits.
    public var length: Int {
        text.isASCII ? text.count : text.string?.unicodeScalars.count ?? text.count
    }

    /// The key as the prefix that objects below it have: with a slash at its end, unless it is empty.
    package var directoryPrefix: ByteString {
        key.isEmpty || key.hasSuffix("/") ? key : key + "/"
    }

    /// Whether a host is one of AWS's services, in the partitions whose addresses are documented.
    ///
    /// Source: https://docs.aws.amazon.com/general/latest/gr/s3.html
    package static func isHostOfAWS(_ host: ByteString) -> Bool {
        [".amazonaws.com", ".amazonaws.com.cn"].contains(where: host.hasSuffix)
    }

    /// Whether a host is one at which S3 serves objects, and not the websites of buckets.
    package static func isHostOfS3(_ host: ByteString) -> Bool {
        isHostOfAWS(host)
            && host.bytes.split(separator: UInt8(ascii: ".")).contains {
                isEndpointLabel($0) && !$0.starts(with: "s3-website".utf8)
            }
    }

    /// Whether a label of a host says that it is of S3.
    private static func isEndpointLabel(_ label: ArraySlice<UInt8>) -> Bool {
        label.elementsEqual("s3".utf8) || label.starts(with: "s3-".utf8)
    }

    private static func location(host: ByteString, path: ByteString) -> (bucket: ByteString, key: ByteString) {
        let labels = host.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard isHostOfAWS(host), let label = labels.lastIndex(where: isEndpointLabel)
        else { return (host, path) }
        guard label == 0 else {
            return (ByteString(Array(labels[..<label].joined(separator: [UInt8(ascii: ".")]))), path)
        }
        let slash = path.bytes.firstIndex(of: UInt8(ascii: "/")) ?? path.bytes.endIndex
        return (ByteString(Array(path.bytes[..<slash])), ByteString(Array(path.bytes[slash...].dropFirst())))
    }
}

extension S3URI: CustomStringConvertible {
    /// The URI made safe to show.
    public var description: String { text.description }
}
