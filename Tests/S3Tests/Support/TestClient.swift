import ModelArtifacts

@testable import S3

/// A client whose transport is the test's, and which does not wait.
struct TestClient {
    let transport: FakeTransport
    let client: S3Client
    /// How long it would have waited each time, in seconds.
    let waits = Lock<[Double]>([])

    init(
        _ variables: [String: String] = [:], access: BucketAccess = BucketAccess(), attempts: Int = 5,
        source: (any CredentialSource)? = nil,
        answer: @escaping @Sendable (HTTPRequest, _ number: Int) throws -> HTTPResponse
    ) throws {
        transport = FakeTransport(answer)
        var settings = try AccessSettings(access, ProcessEnvironment(variables), profile: [:], services: [:])
        let waits = waits
        settings.retry = RetryPolicy(attempts: attempts) { seconds in waits.withLock { $0.append(seconds) } }
        let source =
            source
            ?? FixedCredentials(Credentials(accessKeyID: "AKID", secretAccessKey: "secret"), identity: "the tester")
        client = S3Client(
            transport: transport, settings: settings, credentials: access.isUnsigned ? nil : CredentialStore(source))
    }

    var service: S3Service { S3Service(client) }

    static let prefix = S3URI(bucket: "my-bucket", key: "m/")
    static let root = S3URI(bucket: "my-bucket", key: "p/")
    static let object = S3URI(bucket: "my-bucket", key: "m/a")

    /// Lists a prefix.
    func list() async throws -> Int { try await service.list(Self.prefix, extent: .prefix, progress: nil).count }
}
