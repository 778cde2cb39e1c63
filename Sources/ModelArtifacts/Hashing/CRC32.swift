import CDeflate
import CKernels
import CZlib

/// The CRC-32 of gzip (RFC 1952, section 8), by the fastest way that this machine has. All checksums of contents come from here,
/// but for those that ISA-L computes while it decompresses.
///
/// There are two ways. `optml_crc32_fold` takes 32 bytes at once where the processor can: 25 GB/s from the cache, where the
/// libraries that distributions have (libdeflate 1.14, ISA-L 2.30) come to 13, and the checksum is most of what reading stored
/// blocks costs. libdeflate, which packing needs anyway, does the rest, 16 bytes at once: short pieces, the ends of long ones,
/// and other processors. zlib (3 GB/s) only puts two checksums together, which libdeflate cannot.
enum CRC32 {
    /// For fewer bytes it does not pay to fold them.
    private static let leastFolded = 512

    /// The checksum of `bytes` behind others that have the checksum `checksum`.
    static func checksum(of bytes: UnsafeRawBufferPointer, after checksum: UInt32) -> UInt32 {
        // Without an address, libdeflate would begin anew.
        guard let start = bytes.baseAddress else { return checksum }
        var folded: (UInt64, UInt64) = (0, 0)
        // A checksum is the remainder inverted.
        let count =
            bytes.count < leastFolded ? 0 : unsafe optml_crc32_fold(~checksum, start, bytes.count, &folded)
        guard count > 0 else { return unsafe libdeflate_crc32(checksum, start, bytes.count) }
        let first = unsafe withUnsafeBytes(of: folded) { unsafe libdeflate_crc32(.max, $0.baseAddress, $0.count) }
        return unsafe libdeflate_crc32(first, start + count, bytes.count - count)
    }

    /// The checksum of bytes that have the checksum `first` and `count` more behind them that have the checksum `second`.
    static func checksum(of first: UInt32, followedBy second: UInt32, of count: Int64) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_combine(UInt(first), UInt(second), Int(count)))
    }
}
