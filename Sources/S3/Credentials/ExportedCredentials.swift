import ModelArtifacts

/// Credentials by every way that the AWS CLI knows (single sign-on, assumed roles, programs), handed over by
/// `aws configure export-credentials`, which its second version has.
struct ExportedCredentials: CredentialSource {
    let identity: String
    private let command: AWSCommand

    /// - Parameters:
    ///   - profile: the profile, where one was asked for.
    ///   - identity: what it is called.
    init(profile: ByteString?, identity: String) {
        command = AWSCommand(
            arguments: ["configure", "export-credentials", "--format", "process"]
                + (profile.map { AWSCommand.option("--profile", $0) } ?? []),
            uri: "aws configure export-credentials", permission: "to log in", outputLimit: 256 << 10)
        self.identity = identity
    }

    func credentials() async throws -> Credentials {
        var output: [UInt8] = []
        try await command.run { bytes throws(ArtifactError) in output += bytes }
        let name = "aws configure export-credentials"
        return try CredentialDocument(output, name: name).credentials(token: "SessionToken", name: name)
    }
}
