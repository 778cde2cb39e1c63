/// Credentials that somebody has written down: in the environment or in a file.
struct FixedCredentials: CredentialSource {
    let identity: String
    private let fixed: Credentials

    init(_ credentials: Credentials, identity: String) {
        fixed = credentials
        self.identity = identity
    }

    func credentials() async throws -> Credentials { fixed }
}
