/// A checksum of bytes that come one piece after another.
package enum RunningChecksum: Sendable {
    case crc32(UInt32)
    case crc32c(CRC)
    case crc64nvme(CRC)
    case sha1(SHA1)
    case sha256(SHA256)

    /// Begins with no bytes.
    package init(_ algorithm: ChecksumAlgorithm) {
        switch algorithm {
        case .crc32: self = .crc32(0)
        case .crc32c: self = .crc32c(.crc32C)
        case .crc64nvme: self = .crc64nvme(.crc64NVME)
        case .sha1: self = .sha1(SHA1())
        case .sha256: self = .sha256(SHA256())
        }
    }

    /// Takes in the next bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        switch self {
        case .crc32(let crc):
            self = .crc32(unsafe CRC32.checksum(of: bytes, after: crc))
        case .crc32c(var crc):
            unsafe crc.update(bytes)
            self = .crc32c(crc)
        case .crc64nvme(var crc):
            unsafe crc.update(bytes)
            self = .crc64nvme(crc)
        case .sha1(var sha1):
            unsafe sha1.update(bytes)
            self = .sha1(sha1)
        case .sha256(var sha256):
            unsafe sha256.update(bytes)
            self = .sha256(sha256)
        }
    }

    /// The bytes of the checksum, of a number the highest first.
    package consuming func finish() -> [UInt8] {
        switch self {
        case .crc32(let crc): Self.bytes(of: crc)
        case .crc32c(let crc): Self.bytes(of: UInt32(truncatingIfNeeded: crc.value))
        case .crc64nvme(let crc): Self.bytes(of: crc.value)
        case .sha1(let sha1): sha1.finish()
        case .sha256(let sha256): sha256.finish()
        }
    }

    private static func bytes(of value: some FixedWidthInteger) -> [UInt8] {
        stride(from: value.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
