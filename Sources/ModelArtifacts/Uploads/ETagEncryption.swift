/// Why the ETags of a bucket are no MD5s of the contents although they may look like it.
///
/// Source: `Object.ETag` of the S3 service model in botocore.
public enum ETagEncryption: String, CaseIterable, Hashable, Sendable {
    /// SSE-KMS encrypts the objects.
    case kms = "aws:kms"
    /// DSSE-KMS encrypts the objects, in two layers.
    case dualLayerKMS = "aws:kms:dsse"
    /// SSE-C encrypts the objects with keys of the customer.
    case customerKey = "sse-c"
    /// It is a directory bucket (S3 Express One Zone), which has no MD5s.
    case directoryBucket = "directory-bucket"

    /// For messages: where ETags are no MD5s.
    var place: String {
        switch self {
        case .kms: "under SSE-KMS"
        case .dualLayerKMS: "under DSSE-KMS"
        case .customerKey: "under SSE-C"
        case .directoryBucket: "in a directory bucket"
        }
    }

    /// What the name of a bucket tells; nil for one in which an ETag can be an MD5.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-naming-rules.html, and for access points of
    /// directory buckets https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-directory-buckets-naming.html
    init?(bucket: ByteString) {
        guard bucket.hasSuffix("--x-s3") || bucket.hasSuffix("--xa-s3") else { return nil }
        self = .directoryBucket
    }

    /// The encryption that S3 tells of an object; nil for one under which an ETag can be an MD5.
    init?(serverSide name: String) {
        switch name {
        case "aws:kms": self = .kms
        case "aws:kms:dsse": self = .dualLayerKMS
        case "SSE-C", "sse-c": self = .customerKey
        default: return nil
        }
    }
}
