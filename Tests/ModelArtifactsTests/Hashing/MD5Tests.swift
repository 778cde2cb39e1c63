import Foundation
import ModelArtifacts
import TestSupport
import Testing

@Suite struct MD5Tests {
    /// The test suite of RFC 1321, appendix A.5.
    @Test(arguments: [
        ("", "d41d8cd98f00b204e9800998ecf8427e"), ("a", "0cc175b9c0f1b6a831c399e269772661"),
        ("abc", "900150983cd24fb0d6963f7d28e17f72"), ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
        ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
        (
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
            "d174ab98d277d9f5a5611c2c9f419d9f"
        ),
        (
            "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
            "57edf4a22be3c955ac49da2e2107b67a"
        ),
    ])
    func vectorsOfTheRFC(_ text: String, _ digest: String) {
        #expect(md5(Array(text.utf8)).hexadecimal == digest)
    }

    /// Lengths around the places where padding needs another block; from Python's hashlib.
    @Test(arguments: [
        (0, "d41d8cd98f00b204e9800998ecf8427e"), (1, "55a54008ad1ba589aa210d2629c1df41"),
        (55, "c4f7a596fd044675728399e605766107"), (56, "870790e1df8b8ea4beb3e002d45cf18d"),
        (57, "fc30a959910237fcfae1c52bb2e674b5"), (63, "87d902f847f4e841f5ff6061bd6d6e33"),
        (64, "d53d88b9c478672e5fb200324158f02e"), (65, "f86b3cccf8ef12ea82a505632db0e9b4"),
        (119, "5a74003039c1d72a88148184ab24559a"), (120, "f9b7a40763fc0331e10dacd92aa5c3ce"),
        (121, "0f3c63a8e926894e6c47636d71c58235"), (127, "0ab050c8e2b460f20997f92fcba5a874"),
        (128, "921f0558bc42b9779a5f0b62c383f1cb"), (129, "7cdeee8a019e07346948acf5cdf67226"),
        (1000, "05057e6e220d85a40445833ab84fa26b"),
    ])
    func lengthsAroundBlocks(_ count: Int, _ digest: String) {
        #expect(md5(pattern(count)).hexadecimal == digest)
    }

    @Test func piecesOfAnySize() {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let bytes = pattern(Int.random(in: 0...2000, using: &random))
            var pieced = MD5()
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 0...150, using: &random))
                piece.withUnsafeBytes { pieced.update($0) }
                rest = rest.dropFirst(piece.count)
            }
            #expect(pieced.finish() == md5(bytes), "seed \(seed), \(bytes.count) bytes")
        }
    }

    @Test func unalignedBytes() {
        let bytes = pattern(1000)
        for offset in 0..<9 {
            #expect(
                bytes[offset...].withUnsafeBytes { buffer in
                    var md5 = MD5()
                    md5.update(buffer)
                    return md5.finish()
                } == md5(Array(bytes[offset...])))
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/md5sum")))
    func agreesWithMD5Sum() throws {
        let bytes = pattern(3_000_001)
        let file = FileManager.default.temporaryDirectory.appending(path: "optml-md5-\(UUID())")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/md5sum")
        process.arguments = [file.path()]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try #require(try output.fileHandleForReading.readToEnd()), as: UTF8.self)
        process.waitUntilExit()
        #expect(text.prefix(32) == md5(bytes).hexadecimal)
    }

    @Test func digestText() throws {
        let text = "0123456789abcdeffedcba9876543210"
        let digest = try #require(MD5Digest(hexadecimal: text.utf8))
        #expect(digest.hexadecimal == text)
        #expect(digest.high == 0x0123_4567_89ab_cdef)
        #expect(MD5Digest(hexadecimal: text.uppercased().utf8) == digest)
        for bad in ["", String(text.dropLast()), text + "0", "g" + text.dropFirst(), "é" + text.dropFirst(2)] {
            #expect(MD5Digest(hexadecimal: bad.utf8) == nil)
        }
    }

    private func md5(_ bytes: [UInt8]) -> MD5Digest {
        var md5 = MD5()
        md5.update(bytes.span.bytes)
        return md5.finish()
    }

    private func pattern(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(($0 * 7 + count) % 251) }
    }
}
