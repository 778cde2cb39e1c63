import CDeflate
import CKernels
import ModelArtifacts
import TestSupport
import Testing

/// The encoder of our own, and what makes a library's stream one that goes on.
@Suite struct DeflateBlockTests {
    /// A gzip member of pieces that do not end a stream.
    static func member(_ pieces: [UInt8], of contents: [UInt8]) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + pieces + [3, 0] + littleEndian(crc(contents))
            + littleEndian(UInt32(contents.count))
    }

    static func huffman(_ contents: [UInt8], limit: Int = 1 << 21) -> [UInt8] {
        var output = [UInt8](repeating: 0xAA, count: limit)
        let count = optml_huffman_compress(contents, contents.count, &output, limit)
        return Array(output.prefix(count))
    }

    static func expectReads(_ contents: [UInt8], _ pieces: [UInt8]) throws {
        for engine in InflateEngine.allCases {
            let (read, _, error) = try inflate(member(pieces, of: contents), engine)
            #expect(
                error == nil && read == contents, "\(contents.count) bytes by \(engine): \(String(describing: error))")
        }
    }

    /// Contents of many kinds: one value, two, all, skewed so much that codes get as long as can be.
    static func samples(_ generator: inout SplitMix64) -> [[UInt8]] {
        var samples: [[UInt8]] = [[0], [255], [1, 1], [1, 2], Array(0...255), [UInt8](repeating: 7, count: 100_000)]
        // How often values occur grows as Fibonacci's numbers do: no code would be longer without a limit.
        var (last, current) = (1, 1)
        var fibonacci: [UInt8] = []
        for value in 0..<22 {
            fibonacci += [UInt8](repeating: UInt8(value), count: last)
            (last, current) = (current, last + current)
        }
        samples.append(fibonacci.shuffled(using: &generator))
        for _ in 0..<25 {
            let count = Int.random(in: 1...6_000, using: &generator)
            let values = Int.random(in: 1...256, using: &generator)
            let skew = Int.random(in: 0...6, using: &generator)
            samples.append(
                (0..<count).map { _ in
                    var value = Int.random(in: 0..<values, using: &generator)
                    for _ in 0..<skew { value = Int.random(in: 0...value, using: &generator) }
                    return UInt8(value)
                })
        }
        return samples
    }

    @Test func literalsAreReadByOthers() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for contents in Self.samples(&generator) { try Self.expectReads(contents, Self.huffman(contents)) }
        let largest = generator.bytes(1 << 20).map { $0 & 0x7F }
        try Self.expectReads(largest, Self.huffman(largest))
    }

    /// Nothing is written but where it is smaller, and nothing beyond the end.
    @Test func limit() {
        let contents = [UInt8]("a man, a plan, a canal".utf8)
        let size = Self.huffman(contents).count
        #expect(Self.huffman(contents, limit: size) == [])
        #expect(Self.huffman(contents, limit: size + 1).count == size)
        for count in [1, 100, 70_000] {
            let contents = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 1000) }
            let size = Self.huffman(contents).count
            var output = [UInt8](repeating: 0xAA, count: size + 64)
            #expect(optml_huffman_compress(contents, count, &output, size + 1) == size)
            #expect(output[size...].allSatisfy { $0 == 0xAA })
        }
    }

    /// The codes are the best of at most 14 bits: zlib's, which are as good as its heuristics, never make it smaller.
    @Test func isNoLargerThanOfOthers() throws {
        var generator = SplitMix64(seed: 5)
        for contents in Self.samples(&generator) where contents.count > 2_000 {
            let ours = Self.huffman(contents).count
            let theirs = gzip(contents, strategy: .huffmanOnly, header: []).count - 8
            #expect(ours <= theirs + 8, "\(contents.count) bytes: \(ours), zlib \(theirs)")
        }
    }

    /// The same bytes everywhere; whoever changes them raises the version of the format.
    @Test func bytesStay() {
        #expect(
            Self.huffman(Array("mississippi".utf8)) == [
                4, 193, 177, 9, 0, 0, 0, 131, 176, 123, 29, 10, 130, 255, 67, 147, 81, 20, 202, 1, 0, 0, 255, 255,
            ])
        var generator = SplitMix64(seed: 1)
        var digest = MD5()
        for contents in Self.samples(&generator) { digest.update(Self.huffman(contents).span.bytes) }
        #expect(digest.finish().hexadecimal == "4f874720189c55e76351084c953f2bfd")
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    func librarysStreamsGoOn(_ level: Int32) throws {
        let compressor = libdeflate_alloc_compressor(level)
        defer { libdeflate_free_compressor(compressor) }
        var generator = SplitMix64(seed: UInt64(level))
        let text = Array("the quick brown fox jumps over the lazy dog; ".utf8)
        var samples = Self.samples(&generator)
        samples += [
            [], [UInt8](repeating: 0, count: 400_000), (0..<6_000).flatMap { text + Array("\($0)".utf8) },
            generator.bytes(100_000),
            (0..<9_000).flatMap { index in index % 3 == 0 ? text : [UInt8.random(in: 0...255, using: &generator)] },
        ]
        for contents in samples {
            var output = [UInt8](repeating: 0, count: contents.count + 1000)
            let size = libdeflate_deflate_compress(compressor, contents, contents.count, &output, output.count - 5)
            let continued = optml_deflate_continue(&output, size, contents.count)
            #expect(continued > 0 && continued <= size + 5)
            let piece = Array(output.prefix(continued))
            // Twice, so that it is seen that more can follow.
            try Self.expectReads(contents + contents, piece + piece)
        }
    }

    /// What is no such stream is refused, whatever it is.
    @Test func damagedStreamsAreRefused() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let contents = Array((0..<3_000).flatMap { "line \($0 * $0)\n".utf8 })
        let compressor = libdeflate_alloc_compressor(6)
        defer { libdeflate_free_compressor(compressor) }
        var output = [UInt8](repeating: 0, count: contents.count)
        let size = libdeflate_deflate_compress(compressor, contents, contents.count, &output, output.count)
        let stream = Array(output.prefix(size))
        func continued(_ bytes: [UInt8], _ unpacked: Int) -> Int {
            var bytes = bytes + [0, 0, 0, 0, 0]
            return optml_deflate_continue(&bytes, bytes.count - 5, unpacked)
        }
        #expect(continued(stream, contents.count) > 0)
        #expect(continued(stream, contents.count - 1) == 0)
        #expect(continued(stream, contents.count + 1) == 0)
        #expect(continued(stream + [0], contents.count) == 0)
        for length in stride(from: 0, to: size, by: 97) {
            #expect(continued(Array(stream.prefix(length)), contents.count) == 0)
        }
        for _ in 0..<1_000 {
            var damaged = stream
            damaged[Int.random(in: 0..<size, using: &generator)] ^= 1 << UInt8.random(in: 0...7, using: &generator)
            _ = continued(damaged, contents.count)
        }
        for _ in 0..<5_000 {
            let noise = generator.bytes(Int.random(in: 0...80, using: &generator))
            _ = continued(noise, Int.random(in: 0...1000, using: &generator))
        }
    }

    @Test func entropy() {
        var counts = [UInt32](repeating: 0, count: 256)
        #expect(optml_entropy(counts) == 0)
        counts[3] = 1000
        #expect(optml_entropy(counts) == 0)
        counts = [UInt32](repeating: 4, count: 256)
        #expect(optml_entropy(counts) == 8 * 1024)
        // One in four: 0.25 · 2 + 0.75 · 0.41504 bits.
        counts = [UInt32](repeating: 0, count: 256)
        (counts[0], counts[1]) = (25_000, 75_000)
        #expect((80_700...81_600).contains(optml_entropy(counts)))
    }

    @Test func repeats() {
        #expect(optml_count_repeats([1, 2, 3], 3) == 0)
        #expect(optml_count_repeats([1, 2, 3, 4, 1, 2, 3, 4], 8) == 1)
        #expect(optml_count_repeats([UInt8](repeating: 0, count: 1000), 1000) == 996)
        var generator = SplitMix64(seed: 3)
        let noise = generator.bytes(16_384)
        #expect(optml_count_repeats(noise, noise.count) < 10)
    }
}
