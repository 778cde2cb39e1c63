import TestSupport
import Testing

@testable import ModelArtifacts

/// The CRC-32 of gzip, by whatever way is the fastest, is zlib's.
@Suite struct CRC32Tests {
    @Test func isTheOneOfZlib() {
        var generator = SplitMix64(seed: 5)
        let bytes = generator.bytes(1500)
        for count in 0..<bytes.count {
            let start = count % 33
            let piece = Array(bytes[min(start, count)..<count])
            let (first, second) = (Array(piece.prefix(count / 3)), Array(piece.dropFirst(count / 3)))
            let firstChecksum = first.withUnsafeBytes { CRC32.checksum(of: $0, after: 0) }
            #expect(firstChecksum == crc(first))
            #expect(second.withUnsafeBytes { CRC32.checksum(of: $0, after: firstChecksum) } == crc(piece))
            #expect(
                CRC32.checksum(of: firstChecksum, followedBy: crc(second), of: Int64(second.count)) == crc(piece))
        }
    }
}
