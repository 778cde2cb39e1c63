import ModelArtifacts

@testable import S3

/// Answers what the test wants, and keeps what was asked.
final class FakeTransport: HTTPTransport {
    private let requests = Lock<[HTTPRequest]>([])
    private let answer: @Sendable (HTTPRequest, _ number: Int) throws -> HTTPResponse

    /// - Parameter answer: what the request of a number is answered, the first being 1.
    init(_ answer: @escaping @Sendable (HTTPRequest, _ number: Int) throws -> HTTPResponse) { self.answer = answer }

    /// What was asked.
    var log: [HTTPRequest] { requests.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        // So that what is asked at once goes on in turn.
        await Task.yield()
        let number = requests.withLock { requests in
            requests.append(request)
            return requests.count
        }
        return try answer(request, number)
    }
}

extension HTTPResponse {
    /// An error in the words of S3.
    static func error(_ status: Int, _ code: String, _ message: String = "No.", _ extra: String = "") -> HTTPResponse {
        HTTPResponse(
            status: status,
            body: Array("<Error><Code>\(code)</Code><Message>\(message)</Message>\(extra)</Error>".utf8))
    }

    /// A page without objects.
    static let emptyPage = HTTPResponse(
        status: 200, body: Array("<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>".utf8))
}

extension HTTPRequest {
    /// The value of a header.
    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }
}
