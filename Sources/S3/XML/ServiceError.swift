import ModelArtifacts

/// What a service says of a request that it does not do.
package struct ServiceError: Error, Hashable, Sendable {
    /// The status of the answer.
    package let status: Int
    /// One of the service's own words, such as `AccessDenied`; what the status means where it says none.
    package private(set) var code: String
    /// A sentence; empty where it says none. Not yet safe to show.
    package private(set) var message = ""
    /// The region of the bucket, where that was the trouble.
    package private(set) var region: String?

    /// Takes an answer apart. Whatever it is, the result is an error.
    package init(_ response: HTTPResponse) {
        status = response.status
        code = Self.meaning(of: response.status)
        region = response.header("x-amz-bucket-region")
        if (try? read(response.body)) == nil { (code, message) = ("", "") }
        if code.isEmpty { code = Self.meaning(of: response.status) }
        // Nobody goes there: it may be anybody's. Behind a question mark there may be a signature.
        if message.isEmpty, (300..<400).contains(status), let place = response.header("location") {
            message = "the answer leads to \(place.prefix { $0 != "?" }.prefix(200)), which is not followed"
        }
    }

    private mutating func read(_ body: [UInt8]) throws(XMLError) {
        var reader = XMLReader(body)
        guard try reader.enterRoot() else { return }
        guard reader.isNamed("ErrorResponse") else {
            guard reader.isNamed("Error") else { throw XMLError(message: "no error", offset: 0, isTruncated: false) }
            try readMembers(&reader)
            return try reader.finish()
        }
        // That of STS.
        while try reader.nextChild() {
            if reader.isNamed("Error") { try readMembers(&reader) } else { try reader.skip() }
        }
        try reader.finish()
    }

    private mutating func readMembers(_ reader: inout XMLReader) throws(XMLError) {
        while try reader.nextChild() {
            if reader.isNamed("Code") {
                try reader.readText()
                code = String(decoding: reader.text.prefix(200), as: UTF8.self)
            } else if reader.isNamed("Message") {
                try reader.readText()
                message = String(decoding: reader.text, as: UTF8.self)
            } else if reader.isNamed("Region") {
                try reader.readText()
                region = String(decoding: reader.text, as: UTF8.self)
            } else {
                try reader.skip()
            }
        }
    }

    /// Whether another attempt can do better.
    ///
    /// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
    package var isTransient: Bool {
        [429, 500, 502, 503, 504].contains(status) || Self.transientCodes.contains(code)
    }

    private static let transientCodes: Set<String> = [
        "RequestTimeout", "RequestTimeoutException", "SlowDown", "Throttling", "ThrottlingException",
        "ThrottledException",
        "RequestLimitExceeded", "BandwidthLimitExceeded", "RequestThrottled", "RequestThrottledException",
        "TooManyRequestsException", "PriorRequestNotComplete", "InternalError", "ServiceUnavailable",
        "IDPCommunicationError",
    ]

    /// Whether the credentials have ended, so that new ones can do better.
    package var isExpiry: Bool { ["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"].contains(code) }

    private static func meaning(of status: Int) -> String {
        switch status {
        case 301, 302, 303, 307, 308: "Moved"
        case 304: "Not Modified"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 407: "Proxy Authentication Required"
        case 412: "Precondition Failed"
        case 416: "Range Not Satisfiable"
        case 429: "Too Many Requests"
        case 500: "Internal Server Error"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        default: "status \(status)"
        }
    }
}
