/// A column of a manifest.
public enum ManifestColumn: String, Hashable, Sendable, CaseIterable {
    /// The object's whole S3 URI, the key raw and not percent-encoded.
    case s3URI = "s3_uri"
    /// The bucket.
    case bucket
    /// The key.
    case key
    /// The key relative to the prefix; for a single object its file name.
    case path
    /// The ETag without quotes.
    case etag
    /// The size in bytes.
    case size
    /// The part size in bytes, empty for a single PUT, `unknown` where only a listing told the ETag.
    case partSize = "part_size"
    /// The SHA-256 of the contents. It is read, not written.
    case sha256
    /// The CRC-64/NVME of the contents. It is read, not written.
    case crc64nvme

    /// The columns that can be written.
    public static let writable: [ManifestColumn] = [.s3URI, .bucket, .key, .path, .etag, .size, .partSize]

    /// The columns of a manifest unless others are asked for.
    public static let standard: [ManifestColumn] = [.s3URI, .path, .etag, .size, .partSize]
}
