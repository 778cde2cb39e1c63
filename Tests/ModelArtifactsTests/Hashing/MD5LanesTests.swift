import ModelArtifacts
import TestSupport
import Testing

/// Every kernel that the machine has, against the RFC and against the plain computation.
@Suite struct MD5LanesTests {
    @Test(arguments: MD5Kernel.available)
    func vectorsOfTheRFC(kernel: MD5Kernel) throws {
        let digit = "12345678901234567890123456789012345678901234567890123456789012345678901234567890"
        let vectors = [
            ("", "d41d8cd98f00b204e9800998ecf8427e"), ("a", "0cc175b9c0f1b6a831c399e269772661"),
            ("abc", "900150983cd24fb0d6963f7d28e17f72"), ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
            ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
            ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"),
            (digit, "57edf4a22be3c955ac49da2e2107b67a"),
        ]
        for count in 1...3 * vectors.count {
            let chosen = (0..<count).map { vectors[$0 % vectors.count] }
            let digests = try LaneHasher.digests(of: chosen.map { Array($0.0.utf8) }, kernel: kernel)
            #expect(digests.map(\.hexadecimal) == chosen.map(\.1))
        }
    }

    /// All lanes full, with lengths around the ends of blocks, of the padding and of the buffers.
    @Test(arguments: MD5Kernel.available)
    func lengthsWhereSomethingEnds(kernel: MD5Kernel) throws {
        let chunk = MD5Lanes.chunkByteCount
        var lengths = [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 121, 127, 128, 129, 1000]
        for edge in [chunk, 2 * chunk] { lengths += [-65, -64, -9, -8, -1, 0, 1, 55, 56, 64].map { edge + $0 } }
        let messages = lengths.map { length in (0..<length).map { UInt8(($0 * 7 + length) % 251) } }
        try check(messages, kernel)
    }

    @Test(arguments: MD5Kernel.available)
    func randomMessages(kernel: MD5Kernel) throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        for _ in 0..<6 {
            // From one lane to more messages than there are lanes; some long, most short.
            let messages = (0..<Int.random(in: 1...120, using: &random)).map { _ in
                let limit = [1, 64, 130, 3000, 150_000][Int.random(in: 0..<5, using: &random)]
                var word = random.next()
                return (0..<Int.random(in: 0..<limit, using: &random)).map { _ in
                    word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return UInt8(truncatingIfNeeded: word >> 56)
                }
            }
            try check(messages, kernel, "seed \(seed)")
        }
    }

    /// Every number of lanes in use, so that each number of vectors and the path for few lanes has its turn.
    @Test(arguments: MD5Kernel.available)
    func everyNumberOfLanes(kernel: MD5Kernel) throws {
        for count in 1...kernel.laneCount + 1 {
            try check((0..<count).map { index in [UInt8](repeating: UInt8(index), count: 200) }, kernel)
        }
    }

    @Test func kernelByName() throws {
        #expect(try MD5Kernel.named(nil) == MD5Kernel.available.first)
        #expect(try MD5Kernel.named("") == MD5Kernel.available.first)
        for kernel in MD5Kernel.available { #expect(try MD5Kernel.named(kernel.rawValue) == kernel) }
        let missing = MD5Kernel.allCases.filter { !$0.isAvailable }.map(\.rawValue)
        for name in ["AVX2", "sse", "fast\n"] + missing {
            let error = #expect(throws: ArtifactError.self) { try MD5Kernel.named(name) }
            #expect(error?.code == .usage)
            #expect(error?.message.hasSuffix(MD5Kernel.available.map(\.rawValue).joined(separator: ", ")) == true)
        }
    }

    /// The fastest comes first, and what every processor has last.
    @Test func availableKernels() {
        #expect(MD5Kernel.available.last == .scalar)
        #if arch(x86_64)
            #expect(MD5Kernel.available.contains(.sse2))
            #expect(!MD5Kernel.available.contains(.neon))
        #elseif arch(arm64)
            #expect(MD5Kernel.available == [.neon, .scalar])
        #endif
    }

    private func check(_ messages: [[UInt8]], _ kernel: MD5Kernel, _ comment: Comment? = nil) throws {
        let expected = messages.map { message in
            var md5 = MD5()
            md5.update(message.span.bytes)
            return md5.finish()
        }
        #expect(try LaneHasher.digests(of: messages, kernel: kernel) == expected, comment)
    }
}

/// Hashes messages in lanes, as the worker of the engine does with files.
private enum LaneHasher {
    static func digests(of messages: [[UInt8]], kernel: MD5Kernel) throws -> [MD5Digest] {
        var lanes = MD5Lanes(kernel: kernel)
        var digests = [MD5Digest?](repeating: nil, count: messages.count)
        var works: [(message: Int, offset: Int?)] = []
        var next = 0
        repeat {
            while next < messages.count, lanes.count < lanes.capacity {
                lanes.append()
                works.append((next, 0))
                next += 1
            }
            for lane in (0..<lanes.count).reversed() where lanes.isWaiting(lane) {
                let message = messages[works[lane].message]
                guard let offset = works[lane].offset else {
                    digests[works[lane].message] = lanes.digest(lane)
                    lanes.remove(lane)
                    works.swapAt(lane, works.count - 1)
                    works.removeLast()
                    continue
                }
                let count = min(MD5Lanes.chunkByteCount, message.count - offset)
                let end = offset + count == message.count ? Int64(message.count) : nil
                let got = try lanes.fill(lane, count: count, endingAt: end) { buffer throws(ArtifactError) in
                    buffer.copyBytes(from: message[offset..<offset + count])
                    return count
                }
                #expect(got == count)
                works[lane].offset = end == nil ? offset + count : nil
            }
            lanes.advance()
        } while lanes.count > 0 || next < messages.count
        return digests.compactMap(\.self)
    }
}
