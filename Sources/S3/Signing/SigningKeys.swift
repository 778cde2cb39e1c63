import ModelArtifacts

/// The keys that signatures are made with, each derived once: one holds for a day, a region and a service.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html, "Derive a signing key"
package final class SigningKeys: Sendable {
    /// How many are kept; there are as many as buckets are in regions.
    private static let mostKept = 16

    private struct Scope: Hashable {
        let accessKeyID: String
        let secretAccessKey: String
        let day: String
        let region: String
        let service: String
    }

    private let keys = Lock<[Scope: [UInt8]]>([:])

    package init() {}

    /// - Parameter day: as `20260102`.
    func key(_ credentials: Credentials, day: String, region: String, service: String) -> [UInt8] {
        let scope = Scope(
            accessKeyID: credentials.accessKeyID, secretAccessKey: credentials.secretAccessKey, day: day,
            region: region, service: service)
        return keys.withLock { keys in
            if let key = keys[scope] { return key }
            let key = [day, region, service, "aws4_request"]
                .reduce(Array("AWS4\(credentials.secretAccessKey)".utf8)) {
                    MessageCode.code(of: Array($1.utf8), key: $0)
                }
            if keys.count >= Self.mostKept { keys.removeAll() }
            keys[scope] = key
            return key
        }
    }
}
