import CKernels
import CZlib

/// The CRC-32 of gzip (RFC 1952, section 8), by the fastest way that this machine has.
enum CRC32 {
    /// The checksum of `bytes` behind others that have the checksum `checksum`.
    static func checksum(of bytes: UnsafeRawBufferPointer, after checksum: UInt32) -> UInt32 {
        var folded: (UInt64, UInt64) = (0, 0)
        // A checksum is the remainder inverted.
        let count = unsafe optml_crc32_fold(~checksum, bytes.baseAddress, bytes.count, &folded)
        guard count > 0 else { return unsafe libraryChecksum(of: bytes, after: checksum) }
        let first = unsafe withUnsafeBytes(of: folded) { unsafe libraryChecksum(of: $0, after: .max) }
        return unsafe libraryChecksum(of: UnsafeRawBufferPointer(rebasing: bytes[count...]), after: first)
    }

    private static func libraryChecksum(of bytes: UnsafeRawBufferPointer, after checksum: UInt32) -> UInt32 {
        // Without an address, zlib would begin anew.
        guard let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return checksum }
        if let library = ISALLibrary.shared { return unsafe library.checksum(checksum, start, UInt64(bytes.count)) }
        return UInt32(truncatingIfNeeded: unsafe crc32_z(UInt(checksum), start, bytes.count))
    }

    /// The checksum of bytes that have the checksum `first` and `count` more behind them that have the checksum `second`.
    static func checksum(of first: UInt32, followedBy second: UInt32, of count: Int64) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_combine(UInt(first), UInt(second), Int(count)))
    }
}
