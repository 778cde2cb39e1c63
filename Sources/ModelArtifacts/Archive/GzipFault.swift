/// Damage of gzip data, as RFC 1952 defines them.
package struct GzipFault: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Reason: Hashable, Sendable {
        /// The data does not begin with the two magic bytes.
        case notGzip
        /// The header asks for a method or for flags that do not exist.
        case badHeader
        /// The header does not match its own checksum (`FHCRC`).
        case headerChecksum
        /// The compressed data is not valid; the text is the decompressor's and safe to show.
        case invalidData(String)
        /// The CRC-32 of the contents is not the one in the trailer, which is `expected`.
        case checksumMismatch(expected: UInt32, actual: UInt32)
        /// The length of the contents, modulo 2^32, is not the one in the trailer, which is `expected`.
        case lengthMismatch(expected: UInt32, actual: UInt32)
        /// The data ends too early.
        case truncated
    }

    /// What is wrong.
    package var reason: Reason
    /// How far the compressed data had been read, in bytes from the front of the file.
    package var compressedOffset: Int64
    /// How many bytes had been decompressed, all members together.
    package var uncompressedOffset: Int64
    /// The number of the gzip member, from 1 on.
    package var member: Int

    /// Describes damage.
    package init(reason: Reason, compressedOffset: Int64, uncompressedOffset: Int64, member: Int) {
        self.reason = reason
        self.compressedOffset = compressedOffset
        self.uncompressedOffset = uncompressedOffset
        self.member = member
    }
}

extension GzipFault: CustomStringConvertible {
    /// What is wrong and where; safe to show.
    package var description: String {
        let place = member > 1 ? " (gzip member \(member))" : ""
        return "\(reason) at byte \(compressedOffset)\(place)"
    }
}

extension GzipFault.Reason: CustomStringConvertible {
    /// What is wrong; safe to show.
    package var description: String {
        switch self {
        case .notGzip: "not gzip data"
        case .badHeader: "unsupported gzip header"
        case .headerChecksum: "gzip header does not match its checksum"
        case .invalidData(let message): "invalid compressed data: \(message)"
        case .checksumMismatch(let expected, let actual):
            "contents do not match their CRC-32 (\(Self.hexadecimal(actual)) instead of \(Self.hexadecimal(expected)))"
        case .lengthMismatch(let expected, let actual):
            "contents do not match their length (\(actual) bytes instead of \(expected), modulo 2^32)"
        case .truncated: "gzip data is cut off"
        }
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
