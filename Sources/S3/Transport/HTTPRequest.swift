import ModelArtifacts

/// A request of HTTP.
///
/// S3 can only be read with it: there is no way to make one that sends a body, or has another method than GET and HEAD, but for
/// the two that get credentials, whose hosts are those of STS and of the machine's own metadata.
package struct HTTPRequest: Sendable {
    /// What reads, and nothing else.
    package enum ReadingMethod: String, Sendable {
        case get = "GET"
        case head = "HEAD"
    }

    /// How long to wait.
    package struct Patience: Hashable, Sendable {
        /// For a connection.
        package var connectMilliseconds = 10_000
        /// For all of it; nil for as long as something comes.
        package var milliseconds: Int?
        /// Without that anything worth mentioning comes, 1,000 bytes a second; nil for as long as it takes.
        package var idleSeconds: Int? = 60

        package init() {}
    }

    /// The name of the method.
    package let method: String
    /// Whole and encoded.
    package let url: String
    /// Names and values. May hold secrets.
    package private(set) var headers: [(name: String, value: String)]
    package let body: [UInt8]
    /// The most bytes of an answer.
    package let answerLimit: Int
    package var patience = Patience()
    /// Whether it may go by a proxy; never to the metadata of the machine.
    package private(set) var allowsProxy = true

    private init(
        _ method: String, _ url: String, _ headers: [(name: String, value: String)], body: [UInt8] = [],
        answerLimit: Int
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.answerLimit = answerLimit
    }

    /// A request that reads.
    ///
    /// - Parameter answerLimit: the most bytes that the body of the answer may have.
    package init(
        _ method: ReadingMethod, _ url: String, headers: [(name: String, value: String)], answerLimit: Int
    ) {
        self.init(method.rawValue, url, headers, answerLimit: answerLimit)
    }

    /// `AssumeRoleWithWebIdentity`, the one action of STS that is ever asked for, and the one request with a body.
    ///
    /// - Parameters:
    ///   - endpoint: where STS is.
    ///   - role: the ARN of the role.
    ///   - session: a name for the session.
    ///   - token: what proves who asks.
    static func assumeRoleWithWebIdentity(
        endpoint: String, role: String, session: String, token: String
    ) -> HTTPRequest {
        let members: [(ByteString, String)] = [
            ("Action", "AssumeRoleWithWebIdentity"), ("Version", "2011-06-15"), ("RoleArn", role),
            ("RoleSessionName", session), ("WebIdentityToken", token),
        ]
        let form = members.map { name, value in
            URLEncoding.query(name) + "=" + URLEncoding.query(ByteString(value))
        }
        return HTTPRequest(
            "POST", endpoint + "/", [("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
            body: Array(form.joined(separator: "&").utf8), answerLimit: 1 << 20)
    }

    /// For the token that the instance metadata service wants to be shown (IMDSv2).
    ///
    /// - Parameter endpoint: where the service is.
    static func metadataToken(endpoint: String, patience: Patience) -> HTTPRequest {
        var request = HTTPRequest(
            "PUT", endpoint + "/latest/api/token", [("X-aws-ec2-metadata-token-ttl-seconds", "21600")],
            answerLimit: 64 << 10)
        request.patience = patience
        request.allowsProxy = false
        return request
    }

    /// For what the metadata of a machine or container says.
    static func metadata(
        _ url: String, headers: [(name: String, value: String)], patience: Patience
    ) -> HTTPRequest {
        var request = HTTPRequest(.get, url, headers: headers, answerLimit: 64 << 10)
        request.patience = patience
        request.allowsProxy = false
        return request
    }
}

extension HTTPRequest: CustomReflectable, CustomStringConvertible {
    /// The method and where it goes, without what the headers and the body may tell.
    package var description: String { "\(method) \(url)" }

    /// Nothing, since there are secrets in it.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
