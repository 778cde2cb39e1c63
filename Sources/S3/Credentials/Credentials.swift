/// What proves to AWS who asks. It stays in memory, and is never shown.
package struct Credentials: Sendable {
    package let accessKeyID: String
    let secretAccessKey: String
    let sessionToken: String?
    /// When they end; nil for those that do not.
    package let expiration: ServiceTime?

    package init(
        accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil, expiration: ServiceTime? = nil
    ) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken.flatMap { $0.isEmpty ? nil : $0 }
        self.expiration = expiration
    }

    /// What must not be shown.
    var texts: [String?] { [accessKeyID, secretAccessKey, sessionToken] }

    /// Whether they are these, as far as a service sees of them.
    func isSame(_ other: Credentials) -> Bool {
        accessKeyID == other.accessKeyID && sessionToken == other.sessionToken
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of what they are.
    package var description: String { "credentials" }
    /// The same.
    package var debugDescription: String { description }
    /// Nothing.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
