package import ModelArtifacts

/// What is asked of S3: one of three things, none of which changes anything there.
package struct S3Request: Sendable {
    /// The action of the API.
    package enum Action: String, CaseIterable, Sendable {
        case listObjectsV2 = "ListObjectsV2"
        case headObject = "HeadObject"
        case getObject = "GetObject"

        /// How it is asked for.
        package var method: HTTPRequest.ReadingMethod { self == .headObject ? .head : .get }

        /// What one has to be allowed.
        package var permission: String { self == .listObjectsV2 ? "s3:ListBucket" : "s3:GetObject" }
    }

    /// The most bytes of a page: a thousand keys of 1,024 bytes, each encoded in three, and what stands around them.
    private static let pageLimit = 8 << 20
    /// The most bytes of an error.
    static let errorLimit = 1 << 20

    package let action: Action
    /// What it is about, for messages and for the bucket.
    package let uri: S3URI
    /// The key in the path; empty for a listing.
    let key: ByteString
    /// Names and values, not encoded.
    let query: [(name: ByteString, value: ByteString)]
    let headers: [(name: String, value: String)]
    /// The most bytes of an answer.
    let answerLimit: Int

    /// A page of what lies in a bucket.
    ///
    /// - Parameters:
    ///   - uri: names the bucket and the prefix, and what messages are about.
    ///   - prefix: what all keys begin with; that of the URI if it is not given.
    ///   - count: the most keys; as many as S3 gives if it is not given.
    ///   - token: that of the page before.
    ///   - key: behind which key to begin.
    ///   - delimiter: what ends the groups that only their beginning is told of.
    package static func list(
        _ uri: S3URI, prefix: ByteString? = nil, atMost count: Int? = nil, token: ByteString? = nil,
        after key: ByteString? = nil, delimiter: ByteString? = nil
    ) -> S3Request {
        // In the order of their names, which signatures want.
        let query: [(name: ByteString, value: ByteString?)] = [
            ("continuation-token", token), ("delimiter", delimiter), ("encoding-type", "url"), ("list-type", "2"),
            ("max-keys", count.map { ByteString("\($0)") }), ("prefix", prefix ?? uri.key),
            ("start-after", token == nil ? key : nil),
        ]
        return S3Request(
            action: .listObjectsV2, uri: uri, key: "",
            query: query.compactMap { name, value in value.map { (name: name, value: $0) } },
            headers: [], answerLimit: pageLimit)
    }

    /// What S3 keeps of an object beside its contents.
    package static func head(_ uri: S3URI, checksums: Bool = false, partNumber: Int? = nil) -> S3Request {
        S3Request(
            action: .headObject, uri: uri, key: uri.key,
            query: partNumber.map { [(name: ByteString("partNumber"), value: ByteString("\($0)"))] } ?? [],
            headers: checksums ? [("x-amz-checksum-mode", "ENABLED")] : [], answerLimit: errorLimit)
    }

    /// A range of the contents of an object, which is not empty.
    package static func get(_ uri: S3URI, _ range: Range<Int64>, ifMatch etag: ETag? = nil) -> S3Request {
        var headers: [(name: String, value: String)] = [("Range", "bytes=\(range.lowerBound)-\(range.upperBound - 1)")]
        // A weak one matches nothing that way.
        if let etag, !etag.isWeak { headers.append(("If-Match", "\"\(etag.text)\"")) }
        return S3Request(
            action: .getObject, uri: uri, key: uri.key, query: [], headers: headers,
            answerLimit: max(range.count, errorLimit))
    }

    /// The query as it stands in the URL and in signatures.
    var encodedQuery: String {
        query.map { "\(URLEncoding.query($0.name))=\(URLEncoding.query($0.value))" }.joined(separator: "&")
    }
}
