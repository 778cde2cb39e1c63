/// A checksum that S3 can keep of an object beside its ETag, and tells in answer to `HeadObject` with `ChecksumMode`.
///
/// Unlike the ETag it does not depend on encryption. S3 adds CRC-64/NVME by itself to what is uploaded without any.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Checksum.html
package enum ChecksumAlgorithm: String, CaseIterable, Hashable, Sendable {
    /// CRC-64/NVME, always of the whole object.
    case crc64nvme = "CRC64NVME"
    /// CRC-32 as in gzip.
    case crc32 = "CRC32"
    /// CRC-32C (Castagnoli).
    case crc32c = "CRC32C"
    /// SHA-1.
    case sha1 = "SHA1"
    /// SHA-256.
    case sha256 = "SHA256"

    /// How many bytes a checksum has.
    package var length: Int {
        switch self {
        case .crc64nvme: 8
        case .crc32, .crc32c: 4
        case .sha1: 20
        case .sha256: 32
        }
    }
}
