import ModelArtifacts

/// Credentials of the role that a container has: tasks of ECS, pods with EKS Pod Identity, jobs of SageMaker and CodeBuild.
///
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
struct ContainerCredentials: CredentialSource {
    /// The address of ECS' own endpoint.
    private static let host = "169.254.170.2"
    /// Who may be asked without TLS: the machine itself, ECS and EKS.
    private static let trustedHosts: Set<String> = ["localhost", host, "169.254.170.23", "[fd00:ec2::23]", "[::1]"]

    private let url: String
    private let authorization: String?
    private let tokenFile: String?
    private let transport: any HTTPTransport
    private let retry: RetryPolicy

    let identity = "the role of the container"

    /// Nil if the environment names no endpoint.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed` for an endpoint that may not be asked.
    init?(_ environment: ProcessEnvironment, transport: any HTTPTransport, retry: RetryPolicy) throws(ArtifactError) {
        if let path = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] {
            guard path.hasPrefix("/"), path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
                throw ArtifactError(.readFailed, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is not a path")
            }
            url = "http://\(Self.host)\(path)"
        } else if let text = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] {
            try Self.check(text)
            url = text
        } else {
            return nil
        }
        authorization = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"]
        tokenFile = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"]
        self.transport = transport
        self.retry = retry
    }

    private static func check(_ text: String) throws(ArtifactError) {
        let address = try ServiceAddress(
            String(text.prefix { $0 != "?" }), from: "AWS_CONTAINER_CREDENTIALS_FULL_URI")
        let host = address.host
        let name = host.first == "[" ? String(host.prefix { $0 != "]" }) + "]" : String(host.prefix { $0 != ":" })
        guard address.scheme == "https" || trustedHosts.contains(name) || isLoopback(name),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else {
            throw ArtifactError(
                .readFailed,
                "AWS_CONTAINER_CREDENTIALS_FULL_URI: '\(DisplayText.escaped(address.host))' may not be asked for credentials without https; ECS, EKS and the machine itself may"
            )
        }
    }

    /// Whether a host is `127.N.N.N`; a name that only begins like that is none.
    private static func isLoopback(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    func credentials() async throws -> Credentials {
        let name = "the endpoint of the container's credentials"
        var headers: [(name: String, value: String)] = [("Accept", "application/json")]
        let token = try token()
        if let token { headers.append(("Authorization", token)) }
        var patience = HTTPRequest.Patience()
        (patience.connectMilliseconds, patience.milliseconds) = (2000, 5000)
        let response = try await CredentialRequest(transport: transport, retry: retry, name: name).send(
            .metadata(url, headers: headers, patience: patience))
        guard response.isSuccess else {
            throw ArtifactError(
                .readFailed,
                "\(name) answers with status \(response.status); check the role of the task or pod, and AWS_CONTAINER_AUTHORIZATION_TOKEN"
            )
        }
        return try CredentialDocument(response.body, name: name).credentials(
            token: "Token", name: name, hiding: token)
    }

    private func token() throws(ArtifactError) -> String? {
        var token = authorization
        if let tokenFile {
            guard let content = try FileText.read(tokenFile, limit: 64 << 10) else {
                throw ArtifactError(
                    .readFailed,
                    "\(DisplayText.escaped(tokenFile)): there is no such file, which AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names"
                )
            }
            token = String(decoding: content, as: UTF8.self)
            while token?.last?.isNewline ?? false { token?.removeLast() }
        }
        guard token?.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) ?? true else {
            throw ArtifactError(.readFailed, "AWS_CONTAINER_AUTHORIZATION_TOKEN holds what no header can")
        }
        return token
    }
}
