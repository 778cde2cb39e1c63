import ModelArtifacts
import TestSupport
import Testing

/// What decompressors may do differently, and what they must not.
@Suite struct InflateEngineTests {
    /// A stream that gives at most a few bytes at a time.
    final class Dribble: ByteStream {
        private let bytes: [UInt8]
        private let step: Int
        private var position = 0

        init(_ bytes: [UInt8], step: Int) {
            self.bytes = bytes
            self.step = step
        }

        func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArtifactError) -> Int {
            let piece = bytes[position...].prefix(min(step, buffer.count))
            buffer.copyBytes(from: piece)
            position += piece.count
            return piece.count
        }
    }

    static func read(
        _ source: any ByteStream<ArtifactError>, _ engine: InflateEngine
    ) throws -> (contents: [UInt8], stream: GzipStream, error: ArchiveReadError?) {
        let stream = try GzipStream(source, engine: engine)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 777, alignment: 1)
        defer { buffer.deallocate() }
        var contents: [UInt8] = []
        do throws(ArchiveReadError) {
            while true {
                let count = try stream.read(into: buffer)
                if count == 0 { return (contents, stream, nil) }
                contents += buffer[..<count]
            }
        } catch {
            return (contents, stream, error)
        }
    }

    /// What was read ahead and belongs to the next member may have come with an earlier piece of the input.
    @Test(arguments: [1, 2, 3, 5, 7, 8, 9, 13, 64], InflateEngine.allCases)
    func membersEndAnywhereInTheInput(_ step: Int, _ engine: InflateEngine) throws {
        var generator = SampleBytes(seed: UInt64(step))
        var packed: [UInt8] = []
        var plain: [UInt8] = []
        for index in 0..<60 {
            let contents = generator.bytes(Int.random(in: 0..<3000, using: &generator))
            packed += gzip(contents, level: index % 10)
            plain += contents
        }
        let (contents, stream, error) = try Self.read(Dribble(packed + [0, 0, 9, 9], step: step), engine)
        #expect(error == nil)
        #expect(contents == plain)
        #expect(stream.memberCount == 60)
        #expect(stream.trailingData == TrailingData(offset: Int64(packed.count) + 2, count: 2))
    }

    /// Members whose ends lie around the end of a block of input.
    @Test(arguments: -10...20, InflateEngine.allCases)
    func membersEndAtTheBorderOfABlock(_ distance: Int, _ engine: InflateEngine) throws {
        let size = (256 << 10) + distance - 23
        let first = [UInt8](repeating: 7, count: size)
        // Blocks of at most 65,535 bytes are stored with five bytes of header each.
        let stored = gzip(Array(first.prefix(size - 20)), level: 0)
        let second = gzip(Array("second".utf8))
        let (contents, stream, error) = try inflate(stored + second + second, engine)
        #expect(error == nil)
        #expect(contents.count == size - 20 + 12)
        #expect(stream.memberCount == 3)
        #expect(stream.compressedBytes == Int64(stored.count + 2 * second.count))
    }

    /// Damage is found in different places, for example in a code that no data uses, but what comes out before is the same
    /// and what zlib accepts is accepted.
    @Test(arguments: InflateEngine.allCases) func damageIsFoundAsByZlib(_ engine: InflateEngine) throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        let plain = (0..<3).map { _ in generator.bytes(40_000) }
        let packed = (0..<10).map { gzip(plain[$0 % 3], level: $0) }
        var largestDistance: Int64 = 0
        for round in 0..<500 {
            var bytes = packed[round % 10]
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let index = Int.random(in: 10..<bytes.count, using: &generator)
                bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
            }
            let step = [1 << 20, 1000, 100][round % 3]
            let expected = try Self.read(Dribble(bytes, step: step), .zlib)
            let actual = try Self.read(Dribble(bytes, step: step), engine)
            #expect((expected.error == nil) == (actual.error == nil), "\(String(describing: actual.error))")
            #expect(actual.contents.starts(with: expected.contents.prefix(actual.contents.count)))
            if case .gzip(let one) = expected.error, case .gzip(let other) = actual.error {
                #expect(other.uncompressedOffset == Int64(actual.contents.count))
                #expect(other.compressedOffset <= Int64(bytes.count))
                guard case .invalidData = one.reason, case .invalidData = other.reason else { continue }
                largestDistance = max(largestDistance, abs(one.compressedOffset - other.compressedOffset))
            }
        }
        print("InflateEngineTests.damageIsFoundAsByZlib: \(engine): offsets differ by \(largestDistance) at most")
    }

    /// All that comes before the damage comes out, however small the buffer.
    @Test(arguments: InflateEngine.allCases) func contentsBeforeDamageComeOut(_ engine: InflateEngine) throws {
        var generator = SampleBytes(seed: 5)
        let plain = generator.bytes(200_000)
        let stored = gzip(plain, level: 0)
        // The length of the third block, which is followed by its complement.
        var bytes = stored
        let third = 10 + 2 * (65_535 + 5)
        bytes[third + 1] ^= 1
        for blockSize in [1, 1000, 100_000, 1 << 20] {
            let (contents, _, error) = try inflate(bytes, engine, blockSize: blockSize)
            #expect(contents.elementsEqual(plain.prefix(2 * 65_535)))
            guard case .gzip(let fault) = error, case .invalidData = fault.reason else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(fault.compressedOffset == Int64(third + 5))
            #expect(fault.uncompressedOffset == 2 * 65_535)
        }
    }
}
