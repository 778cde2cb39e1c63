import ModelArtifacts

/// The lengths that rules compare with, in bytes.
enum BucketLimits {
    static let longestKey = S3Limits.keyLength
    static let longestName = ModelDirectory.longestName
}
