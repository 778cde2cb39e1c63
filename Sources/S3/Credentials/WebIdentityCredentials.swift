import ModelArtifacts

/// A role that a token in a file lets one take on, as pods of Kubernetes and the runners of CI services have it.
///
/// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
struct WebIdentityCredentials: CredentialSource {
    /// The most bytes of a token, by the service model of STS.
    private static let tokenLimit: Int64 = 20_000

    let tokenFile: String
    let role: String
    let session: String?
    /// Where STS is.
    let endpoint: String
    let transport: any HTTPTransport
    let retry: RetryPolicy

    var identity: String { "the role \(DisplayText.escaped(role))" }

    func credentials() async throws -> Credentials {
        // It is read each time: whoever renews it writes another into the file.
        guard let content = try FileText.read(tokenFile, limit: Self.tokenLimit) else {
            throw ArtifactError(
                .readFailed,
                "\(DisplayText.escaped(tokenFile)): there is no such file, which AWS_WEB_IDENTITY_TOKEN_FILE or the profile names"
            )
        }
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        var token = content[...].drop(while: isBlank)
        while let last = token.last, isBlank(last) { token.removeLast() }
        guard !token.isEmpty else {
            throw ArtifactError(
                .readFailed,
                "\(DisplayText.escaped(tokenFile)): is empty, where the token of a web identity is needed; look for what writes it"
            )
        }
        let text = String(decoding: token, as: UTF8.self)
        let request = HTTPRequest.assumeRoleWithWebIdentity(
            endpoint: endpoint, role: role, session: session ?? "optml-\(ServiceTime.now.seconds)",
            token: text)
        let response = try await CredentialRequest(transport: transport, retry: retry, name: endpoint).send(request)
        guard response.isSuccess else {
            let words = S3Failure.words(of: ServiceError(response), hiding: [text])
            throw ArtifactError(
                .readFailed,
                """
                \(endpoint): STS does not let one be the role \(DisplayText.escaped(role)): \(words); check the \
                trust policy of the role, and the token in \(DisplayText.escaped(tokenFile))
                """)
        }
        do {
            return try Self.credentials(in: response.body)
        } catch {
            throw ArtifactError(.malformedInput, "\(endpoint): the answer of STS is not to be understood; run again")
        }
    }

    private static func credentials(in body: [UInt8]) throws(XMLError) -> Credentials {
        var reader = XMLReader(body)
        var members: [String: String] = [:]
        try reader.enter("AssumeRoleWithWebIdentityResponse")
        while try reader.nextChild() {
            guard reader.isNamed("AssumeRoleWithWebIdentityResult") else {
                try reader.skip()
                continue
            }
            while try reader.nextChild() {
                guard reader.isNamed("Credentials") else {
                    try reader.skip()
                    continue
                }
                while try reader.nextChild() {
                    let name: String? =
                        if reader.isNamed("AccessKeyId") { "access" } else if reader.isNamed("SecretAccessKey") {
                            "secret"
                        } else if reader.isNamed("SessionToken") { "session" } else if reader.isNamed("Expiration") {
                            "end"
                        } else {
                            nil
                        }
                    guard let name else {
                        try reader.skip()
                        continue
                    }
                    try reader.readText()
                    members[name] = String(decoding: reader.text, as: UTF8.self)
                }
            }
        }
        try reader.finish()
        guard let access = members["access"], let secret = members["secret"], let session = members["session"],
            let end = members["end"].flatMap({ ServiceTime($0) })
        else { throw XMLError(message: "there are no credentials in it", offset: 0, isTruncated: false) }
        return Credentials(accessKeyID: access, secretAccessKey: secret, sessionToken: session, expiration: end)
    }
}
