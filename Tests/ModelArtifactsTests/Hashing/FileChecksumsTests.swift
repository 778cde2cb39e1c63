import Foundation
import ModelArtifacts
import TestSupport
import Testing

@Suite struct FileChecksumsTests {
    /// The check values of the catalogue of parametrised CRCs, of "123456789".
    @Test(arguments: [
        (ChecksumAlgorithm.crc64nvme, "AE8B14860A799888"), (.crc32c, "E3069283"), (.crc32, "CBF43926"),
    ])
    func checkValues(_ algorithm: ChecksumAlgorithm, _ value: String) {
        #expect(hexadecimal(of: Array("123456789".utf8), algorithm) == value.lowercased())
    }

    /// Those of RFC 3720, appendix B.4, whose bytes are the other way round.
    @Test func vectorsOfCRC32C() {
        let vectors: [([UInt8], String)] = [
            ([UInt8](repeating: 0, count: 32), "8a9136aa"), ([UInt8](repeating: 0xFF, count: 32), "62a8ab43"),
            (Array(0..<32), "46dd794e"), (Array((0..<32).reversed()), "113fdb5c"),
        ]
        for (bytes, value) in vectors { #expect(hexadecimal(of: bytes, .crc32c) == value) }
    }

    /// Those of the NVM Command Set Specification, of 4,096 bytes.
    @Test func vectorsOfCRC64NVME() {
        let vectors: [([UInt8], String)] = [
            ([UInt8](repeating: 0, count: 4096), "6482d367eb22b64e"),
            ([UInt8](repeating: 0xFF, count: 4096), "c0ddba7302eca3ac"),
            ((0..<4096).map { UInt8(truncatingIfNeeded: $0) }, "3e729f5f6750449c"),
            ((0..<4096).map { UInt8(truncatingIfNeeded: 255 - $0) }, "9a2df64b8e9e517e"),
        ]
        for (bytes, value) in vectors { #expect(hexadecimal(of: bytes, .crc64nvme) == value) }
    }

    /// The examples of FIPS 180-4, and the empty message.
    @Test func vectorsOfSHA256() {
        let vectors: [(String, String)] = [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrst"
                    + "nopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ]
        for (text, digest) in vectors { #expect(hexadecimal(of: Array(text.utf8), .sha256) == digest) }
    }

    /// The same of SHA-1.
    @Test func vectorsOfSHA1() {
        let vectors: [(String, String)] = [
            ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
            ),
            (String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
        ]
        for (text, digest) in vectors { #expect(hexadecimal(of: Array(text.utf8), .sha1) == digest) }
    }

    /// The tables against the definition, bit by bit; any pieces, at any address.
    @Test func piecesOfAnySize() {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        for _ in 0..<100 {
            let bytes = random.bytes(Int.random(in: 0...600, using: &random))
            for algorithm in ChecksumAlgorithm.allCases {
                var pieced = RunningChecksum(algorithm)
                var rest = bytes[...]
                while !rest.isEmpty {
                    let piece = rest.prefix(Int.random(in: 0...80, using: &random))
                    piece.withUnsafeBytes { pieced.update($0) }
                    rest = rest.dropFirst(piece.count)
                }
                let value = pieced.finish()
                #expect(value == checksum(of: bytes, algorithm), "seed \(seed), \(algorithm), \(bytes.count) bytes")
                if let reference = Self.reference(bytes, algorithm) {
                    #expect(value == reference, "seed \(seed), \(algorithm), \(bytes.count) bytes")
                }
            }
        }
    }

    /// Composite checksums against their definition: the checksum of the parts' checksums, and how many they are.
    @Test func composites() throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        let all = Set(ChecksumAlgorithm.allCases)
        for size in [0, 1, 99, 100, 101, 200, 1000] + (0..<20).map({ _ in Int.random(in: 0...700_000, using: &random) })
        {
            let bytes = random.bytes(size)
            let partSize = size < 2000 ? 100 : Int.random(in: 1000...300_000, using: &random)
            let made = try FileChecksums.compute(MemoryFile(bytes), all, partSize: Int64(partSize))
            let parts =
                size == 0 ? [[]] : stride(from: 0, to: size, by: partSize).map { Array(bytes[$0...].prefix(partSize)) }
            for algorithm in ChecksumAlgorithm.allCases {
                let composite = checksum(of: parts.flatMap { checksum(of: $0, algorithm) }, algorithm)
                let expected =
                    algorithm == .crc64nvme
                    ? base64(checksum(of: bytes, algorithm)) : base64(composite) + "-\(parts.count)"
                #expect(made[algorithm] == expected, "seed \(seed), \(algorithm), \(size) bytes, parts of \(partSize)")
            }
        }
    }

    @Test func inTheWordsOfS3() throws {
        let file = MemoryFile(Array("123456789".utf8))
        let made = try FileChecksums.compute(file, Set(ChecksumAlgorithm.allCases), partSize: nil)
        #expect(
            made == [
                .crc64nvme: "rosUhgp5mIg=", .crc32: "y/Q5Jg==", .crc32c: "4waSgw==",
                .sha1: "98O8HYCOBHMq32eZZczDTKeuNEE=", .sha256: "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=",
            ])
        #expect(try FileChecksums.compute(file, [.crc32c], partSize: nil) == [.crc32c: "4waSgw=="])
        #expect(try FileChecksums.compute(file, [], partSize: nil).isEmpty)
    }

    /// Files larger than what is read at once.
    @Test func readsOnToTheEnd() throws {
        let file = FakeFile(size: 3_000_001, isPatterned: true)
        let bytes = (0..<3_000_001).map { UInt8($0 % 251) }
        let made = try FileChecksums.compute(file, Set(ChecksumAlgorithm.allCases), partSize: nil)
        for algorithm in ChecksumAlgorithm.allCases {
            #expect(made[algorithm] == base64(checksum(of: bytes, algorithm)))
        }
    }

    @Test func saysWhatGoesWrong() {
        let faults: [(FakeFile.Fault, ArtifactError.Code)] = [
            (.failsAt(1000), .readFailed), (.endsAt(500_000), .changedWhileRead), (.changes, .changedWhileRead),
        ]
        for (fault, code) in faults {
            let error = #expect(throws: ArtifactError.self) {
                try FileChecksums.compute(FakeFile(size: 1_000_000, fault: fault), [.crc32], partSize: 5000)
            }
            #expect(error?.code == code)
        }
        let error = #expect(throws: ArtifactError.self) {
            try FileChecksums.compute(FakeFile(size: 10), [.crc32], partSize: 0)
        }
        #expect(error?.code == .usage)
    }

    private func checksum(of bytes: [UInt8], _ algorithm: ChecksumAlgorithm) -> [UInt8] {
        var checksum = RunningChecksum(algorithm)
        bytes.withUnsafeBytes { checksum.update($0) }
        return checksum.finish()
    }

    private func hexadecimal(of bytes: [UInt8], _ algorithm: ChecksumAlgorithm) -> String {
        checksum(of: bytes, algorithm).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// A CRC by its definition; nil for what is none.
    private static func reference(_ bytes: [UInt8], _ algorithm: ChecksumAlgorithm) -> [UInt8]? {
        let (width, polynomial): (Int, UInt64)
        switch algorithm {
        case .crc64nvme: (width, polynomial) = (64, 0x9A6C_9329_AC4B_C9B5)
        case .crc32c: (width, polynomial) = (32, 0x82F6_3B78)
        case .crc32: (width, polynomial) = (32, 0xEDB8_8320)
        case .sha1, .sha256: return nil
        }
        let inversion = UInt64.max >> UInt64(64 - width)
        var remainder = inversion
        for byte in bytes {
            remainder ^= UInt64(byte)
            for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 1 ? polynomial : 0) }
        }
        let value = remainder ^ inversion
        return stride(from: width - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> UInt64($0)) }
    }
}
