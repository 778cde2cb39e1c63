import ModelArtifacts
import S3

/// Who is asked about buckets: one for each way to reach them, so that a command opens its connections and finds its credentials once.
enum BucketServices {
    /// What this program calls itself where it asks.
    static let userAgent = "optml/\(Version.current)"

    private static let known = Lock<[BucketAccess: ChosenBucketService]>([:])

    /// - Parameter isExplained: whether to say on standard error which way is gone, and why.
    static func service(_ access: BucketAccess, isExplained: Bool) -> any BucketService {
        known.withLock { known in
            if let service = known[access] { return service }
            let service = ChosenBucketService(access, userAgent: userAgent) { explanation in
                if isExplained { StandardStream.error.line("optml: debug: S3: \(explanation)") }
            }
            known[access] = service
            return service
        }
    }
}
