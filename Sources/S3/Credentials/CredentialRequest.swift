import ModelArtifacts

/// Asks who gives out credentials, several times if it has to be.
struct CredentialRequest {
    let transport: any HTTPTransport
    let retry: RetryPolicy
    /// Who is asked, for messages.
    let name: String

    /// Sends a request until there is an answer that is not for want of time or room.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed` if none comes; `CancellationError`.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        var attempt = 1
        while true {
            do {
                let response = try await transport.send(request)
                let isTransient = !response.isSuccess && ServiceError(response).isTransient
                guard isTransient, attempt < retry.attempts else { return response }
            } catch let error as TransportError {
                guard error.isTransient, attempt < retry.attempts else {
                    throw ArtifactError(.readFailed, "\(name): does not answer: \(DisplayText.escaped(error.message))")
                }
            }
            try await retry.wait(after: attempt)
            attempt += 1
        }
    }
}
