import ModelArtifacts
import TestSupport
import Testing

@testable import S3

/// A service may send back what it was sent, and no message shows it.
@Suite struct EchoedSecretsTests {
    private static let credentials = Credentials(
        accessKeyID: "AKIDSHOWN0", secretAccessKey: "SECRETSHOWN", sessionToken: "TOKENSHOWN")

    private static func echo(_ request: HTTPRequest) -> String {
        request.headers.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    }

    @Test func ofErrorsOfS3() async throws {
        let source = FixedCredentials(Self.credentials, identity: "the tester")
        let answers: [@Sendable (HTTPRequest) -> HTTPResponse] = [
            { .error(403, "AccessDenied", "You sent \(Self.echo($0)).") },
            { .error(400, "TOKENSHOWN", Self.echo($0)) },
            // Where what is shown of it would end in the middle of the token.
            { _ in .error(400, "Bad", String(repeating: "x", count: 595) + "TOKENSHOWN") },
            { HTTPResponse(status: 302, headers: ["location": "https://evil.example/TOKENSHOWN?x=\(Self.echo($0))"]) },
            { HTTPResponse(status: 206, headers: ["content-range": Self.echo($0)], body: [1, 2, 3]) },
        ]
        for answer in answers {
            let client = try TestClient(attempts: 1, source: source) { request, _ in answer(request) }
            let error = try await #require(throws: ArtifactError.self) {
                _ = try await client.service.read(TestClient.object, 0..<3, ifMatch: nil)
            }
            #expect(!error.message.contains("SHOWN"), "\(error.message)")
            #expect(error.message.contains("…"), "\(error.message)")
        }
    }

    @Test func ofWhoGivesOutCredentials() async throws {
        let transport = FakeTransport { request, _ in
            let said = request.headers.map(\.value).joined()
            return request.method == "POST"
                ? .error(400, "InvalidIdentityToken", "No provider for TOKENSHOWN")
                : HTTPResponse(status: 200, body: Array(#"{"code": "x", "message": "\#(said)"}"#.utf8))
        }
        let retry = RetryPolicy(attempts: 1)
        let container = try #require(
            try ContainerCredentials(
                ProcessEnvironment([
                    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "TOKENSHOWN",
                ]), transport: transport, retry: retry))
        let folder = try TemporaryDirectory()
        func web(_ token: String) throws -> WebIdentityCredentials {
            WebIdentityCredentials(
                tokenFile: try folder.write("token", token), role: "arn:aws:iam::123456789012:role/r", session: nil,
                endpoint: "https://sts.amazonaws.com", transport: transport, retry: retry)
        }
        let sources: [any CredentialSource] = [container, try web("TOKENSHOWN\n")]
        for source in sources {
            let error = try await #require(throws: ArtifactError.self) { _ = try await source.credentials() }
            #expect(!error.message.contains("SHOWN") && error.message.contains("…"), "\(error.message)")
        }
        // Nothing is sent for a token that is none.
        let count = transport.log.count
        let error = try await #require(throws: ArtifactError.self) { _ = try await web(" \n").credentials() }
        #expect(error.message.contains("is empty") && transport.log.count == count, "\(error.message)")
    }

    @Test func whatCannotBeSentIsSaidToBe() throws {
        let request = HTTPRequest(.get, "http://127.0.0.1:9/", headers: [("X", "a\r\nY: b")], answerLimit: 1)
        let error = try #require(throws: TransportError.self) { _ = try CurlRequest(request) }
        #expect(error.reason == .unsendable && !error.isTransient)
    }
}
