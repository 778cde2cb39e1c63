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
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of what they are.
    package var description: String { "credentials" }
    /// The same.
    package var debugDescription: String { description }
    /// Nothing.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
