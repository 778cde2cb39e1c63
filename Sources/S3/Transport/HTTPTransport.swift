/// Who brings requests to servers, and answers back.
package protocol HTTPTransport: Sendable {
    /// Sends a request and waits for all of the answer, whatever its status. Redirections are not followed.
    ///
    /// - Throws: ``TransportError``; `CancellationError`, when the request has ended.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse
}
