import ModelArtifacts

/// The JSON in which containers, instances and the AWS CLI hand over credentials.
///
/// Sources: https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html,
/// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html,
/// https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
struct CredentialDocument {
    private(set) var members: [String: String] = [:]

    /// - Parameter name: who gave it, for messages.
    /// - Throws: ``ArtifactError`` with code `malformedInput` for anything else than one object; nothing of it is shown.
    init(_ bytes: [UInt8], name: String) throws(ArtifactError) {
        do throws(ArtifactError) {
            var reader = JSONReader(InputBuffer(bytes, name: ByteString(name)))
            guard try reader.nextDocument() else { throw reader.error("nothing") }
            try reader.beginObject()
            while try reader.nextMember() {
                let member = String(decoding: reader.text.bytes, as: UTF8.self)
                if try reader.kind() == .string {
                    try reader.readString()
                    members[member] = String(decoding: reader.text.bytes, as: UTF8.self)
                } else {
                    try reader.skipValue()
                }
            }
            try reader.requireEnd()
        } catch {
            // The message of the reader could show a part of a secret.
            throw ArtifactError(.malformedInput, "\(name): the answer is not the JSON of credentials; run again")
        }
    }

    /// The credentials in it.
    ///
    /// - Parameters:
    ///   - token: the name of the member with the session token.
    ///   - secret: what was sent to whoever answers, and is not to be shown if it comes back.
    /// - Throws: ``ArtifactError`` with code `malformedInput` if there are none.
    func credentials(token: String, name: String, hiding secret: String? = nil) throws(ArtifactError) -> Credentials {
        guard let access = members["AccessKeyId"], !access.isEmpty, let secret = members["SecretAccessKey"],
            !secret.isEmpty
        else {
            let said = members["message"] ?? members["Message"] ?? members["code"] ?? members["Code"]
            let words = said.map { said in
                let shown = HiddenSecrets.hide([secret], in: said).prefix(300)
                return ": it says '\(DisplayText.escaped(String(shown)))'"
            }
            throw ArtifactError(.malformedInput, "\(name): there are no credentials in the answer\(words ?? "")")
        }
        var expiration: ServiceTime?
        if let text = members["Expiration"], !text.isEmpty {
            guard let time = ServiceTime(text) else {
                throw ArtifactError(.malformedInput, "\(name): the answer does not say when the credentials end")
            }
            expiration = time
        }
        return Credentials(
            accessKeyID: access, secretAccessKey: secret, sessionToken: members[token], expiration: expiration)
    }
}
