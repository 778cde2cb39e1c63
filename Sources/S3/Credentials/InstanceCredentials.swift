import ModelArtifacts

/// Credentials of the role that an instance of EC2 has, by its metadata service: version 2, and the first one where there is no other.
///
/// Where the service is not, nothing answers; so it is asked with little patience, unless the environment says otherwise.
///
/// Sources: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html,
/// https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html
struct InstanceCredentials: CredentialSource {
    private static let rolePath = "/latest/meta-data/iam/security-credentials/"

    private let endpoint: String
    private let patience: HTTPRequest.Patience
    private let attempts: Int
    private let allowsFirstVersion: Bool
    private let transport: any HTTPTransport

    let identity = "the role of the instance"

    /// Nil if the environment says that it is not to be asked.
    ///
    /// - Parameter configuration: what the profile says.
    /// - Throws: ``ArtifactError`` with code `usage` for an endpoint that is none.
    init?(
        _ environment: ProcessEnvironment, _ configuration: SharedConfiguration.Section, transport: any HTTPTransport
    ) throws(ArtifactError) {
        if environment.isTrue("AWS_EC2_METADATA_DISABLED") ?? false { return nil }
        let mode =
            environment["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"] ?? configuration["ec2_metadata_service_endpoint_mode"]
        if let text = environment["AWS_EC2_METADATA_SERVICE_ENDPOINT"] ?? configuration["ec2_metadata_service_endpoint"]
        {
            endpoint = try ServiceAddress(text, from: "AWS_EC2_METADATA_SERVICE_ENDPOINT").text
        } else {
            endpoint = mode?.lowercased() == "ipv6" ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
        }
        let timeout = environment["AWS_METADATA_SERVICE_TIMEOUT"] ?? configuration["metadata_service_timeout"]
        let seconds = timeout.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } ?? 1
        var patience = HTTPRequest.Patience()
        let milliseconds = Int(min(max(seconds, 0.1), 60) * 1000)
        (patience.connectMilliseconds, patience.milliseconds) = (milliseconds, milliseconds)
        self.patience = patience
        let wanted = environment["AWS_METADATA_SERVICE_NUM_ATTEMPTS"] ?? configuration["metadata_service_num_attempts"]
        attempts = min(max(wanted.flatMap { Int($0) } ?? 1, 1), 10)
        allowsFirstVersion =
            !(environment.isTrue("AWS_EC2_METADATA_V1_DISABLED")
            ?? (configuration["ec2_metadata_v1_disabled"]?.lowercased() == "true"))
        self.transport = transport
    }

    func credentials() async throws -> Credentials {
        let headers = try await tokenHeaders()
        let name = "the metadata service of the instance"
        let list = try await get(Self.rolePath, headers)
        let role =
            String(decoding: list.body, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard list.isSuccess, !role.isEmpty, role.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw ArtifactError(.readFailed, "\(name) knows no role; attach one to the instance")
        }
        let response = try await get(Self.rolePath + URLEncoding.query(ByteString(role)), headers)
        guard response.isSuccess else {
            throw ArtifactError(
                .readFailed, "\(name) answers with status \(response.status) about the role of the instance")
        }
        return try CredentialDocument(response.body, name: name).credentials(token: "Token", name: name)
    }

    /// Where the instance is; nil if it does not say.
    func region() async throws -> String? {
        let response = try await get("/latest/meta-data/placement/region", tokenHeaders())
        let region = String(decoding: response.body, as: UTF8.self)
        return response.isSuccess && Partition.isRegion(region) ? region : nil
    }

    /// What the second version wants to be shown; nothing for the first.
    private func tokenHeaders() async throws -> [(name: String, value: String)] {
        let response = try await send(.metadataToken(endpoint: endpoint, patience: patience))
        let token = String(decoding: response.body, as: UTF8.self)
        if response.isSuccess, !token.isEmpty, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            return [("X-aws-ec2-metadata-token", token)]
        }
        guard allowsFirstVersion, [403, 404, 405].contains(response.status) else {
            throw ArtifactError(
                .readFailed,
                "the metadata service of the instance answers with status \(response.status), and gives no token")
        }
        return []
    }

    private func get(_ path: String, _ headers: [(name: String, value: String)]) async throws -> HTTPResponse {
        try await send(.metadata(endpoint + path, headers: headers, patience: patience))
    }

    private func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        for _ in 1..<attempts {
            if let response = try? await transport.send(request), response.status < 500 { return response }
            try Task.checkCancellation()
        }
        do {
            return try await transport.send(request)
        } catch let error as TransportError {
            throw ArtifactError(
                .readFailed,
                "the metadata service of an instance does not answer: \(DisplayText.escaped(error.message))")
        }
    }
}
