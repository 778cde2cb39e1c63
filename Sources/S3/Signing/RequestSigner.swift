import ModelArtifacts

/// Signs requests, by version 4 of the signatures of AWS, with the path as it stands in the URL and nothing normalised, as S3 wants it.
///
/// libcurl has a signer too, which was wrong in many of the versions that are in use.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
package struct RequestSigner: Sendable {
    /// The SHA-256 of no bytes: none of our signed requests has a body.
    static let emptyDigest = MessageCode.hexadecimal(MessageCode.digest(of: []))
    /// What proxies may change, and is not signed.
    private static let unsigned: Set<String> = ["user-agent"]

    private let credentials: Credentials
    private let region: String
    private let service: String
    private let keys: SigningKeys

    /// - Parameter keys: those of earlier requests.
    package init(
        _ credentials: Credentials, region: String, service: String = "s3", keys: SigningKeys = SigningKeys()
    ) {
        self.credentials = credentials
        self.keys = keys
        self.region = region
        self.service = service
    }

    /// All headers of a request, the signature among them.
    ///
    /// - Parameters:
    ///   - method: its name.
    ///   - host: with the port, if it is not that of the scheme.
    ///   - path: encoded, from the slash on.
    ///   - query: encoded and in order, as it stands in the URL.
    ///   - headers: those that it has otherwise.
    package func headers(
        _ method: String, host: String, path: String, query: String, headers: [(name: String, value: String)],
        at time: ServiceTime
    ) -> [(name: String, value: String)] {
        let stamp = time.basic
        var headers = headers + [("x-amz-date", stamp), ("x-amz-content-sha256", Self.emptyDigest)]
        if let token = credentials.sessionToken { headers.append(("x-amz-security-token", token)) }
        let signed = (headers + [("host", host)]).map { ($0.name.lowercased(), Self.collapsed($0.value)) }
            .filter { !Self.unsigned.contains($0.0) }.sorted { $0.0 < $1.0 }
        let names = signed.map(\.0).joined(separator: ";")
        let lines =
            [method, path, query] + signed.map { "\($0.0):\($0.1)" } + ["", names, Self.emptyDigest]
        let canonical = lines.joined(separator: "\n")
        let day = String(stamp.prefix(8))
        let scope = "\(day)/\(region)/\(service)/aws4_request"
        let text = [
            "AWS4-HMAC-SHA256", stamp, scope, MessageCode.hexadecimal(MessageCode.digest(of: Array(canonical.utf8))),
        ]
        .joined(separator: "\n")
        let key = keys.key(credentials, day: day, region: region, service: service)
        let signature = MessageCode.hexadecimal(MessageCode.code(of: Array(text.utf8), key: key))
        headers.append(
            (
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope), SignedHeaders=\(names), Signature=\(signature)"
            ))
        return headers
    }

    /// A value without blanks at its ends, and of several in a row one.
    private static func collapsed(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else { return value }
        return value.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    }
}
