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
    /// The SHA-256 of the contents in lower-case hexadecimal digits, empty where only a listing is known.
    case sha256
    /// The CRC-64/NVME of the contents in base64, as S3 shows it, empty where only a listing is known.
    case crc64nvme

    /// The columns that can be written: all of them.
    public static let writable = allCases

    /// The columns of a manifest unless others are asked for.
    public static let standard: [ManifestColumn] = [.s3URI, .path, .etag, .size, .partSize]

    /// The column that a header row names, in whatever case: S3 spells `Key`, `Size` and `ETag`. Nil if there is none.
    init?(header: ByteString) {
        let word = ByteString(
            header.bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 })
        guard let column = word.string.flatMap(Self.init(rawValue:)) else { return nil }
        self = column
    }

    /// Whether the column tells where an object is in S3.
    package var needsURI: Bool {
        switch self {
        case .s3URI, .bucket, .key: true
        case .path, .etag, .size, .partSize, .sha256, .crc64nvme: false
        }
    }

    /// The checksum of contents that the column holds; nil for one that holds none.
    package var checksum: ChecksumAlgorithm? {
        switch self {
        case .sha256: .sha256
        case .crc64nvme: .crc64nvme
        case .s3URI, .bucket, .key, .path, .etag, .size, .partSize: nil
        }
    }
}
