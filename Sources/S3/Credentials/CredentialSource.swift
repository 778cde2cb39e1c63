/// Where credentials come from, asked again when they end.
package protocol CredentialSource: Sendable {
    /// Who asks with them, as far as it is known and no secret, such as `the role arn:aws:iam::123456789012:role/reader`.
    var identity: String { get }

    /// Credentials that hold from now on.
    ///
    /// - Throws: `ArtifactError` with what was asked, what it answered and what to do; `CancellationError`.
    func credentials() async throws -> Credentials
}
