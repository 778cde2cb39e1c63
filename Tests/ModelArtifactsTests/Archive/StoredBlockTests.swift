import ModelArtifacts
import TestSupport
import Testing

/// Stored blocks, which are read without the decompressor, come out as from it.
@Suite struct StoredBlockTests {
    typealias Outcome = (contents: [UInt8], stream: GzipStream, error: ArchiveReadError?)

    /// Sizes of pieces of input and of the buffer for output: some for little data and some for much.
    static let steps = [[1, 2, 7, 64], [1000, 65_540, 300_000]]
    static let bufferSizes = [[1, 5, 100], [777, 40_000, 65_535, 600_000]]
    static let bytes: [UInt8] = {
        var generator = SampleBytes(seed: 9)
        return generator.bytes(200_000)
    }()

    /// - Parameter leavesGaps: whether headers of stored blocks may stay between their contents.
    static func read(
        _ bytes: [UInt8], step: Int, bufferSize: Int, _ engine: InflateEngine, readsStored: Bool = true,
        leavesGaps: Bool = false
    ) throws -> Outcome {
        let source = InflateEngineTests.Dribble(bytes, step: step)
        let stream = try GzipStream(source, engine: engine, readsStored: readsStored)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bufferSize, alignment: 1)
        defer { buffer.deallocate() }
        var contents: [UInt8] = []
        do throws(ArchiveReadError) {
            while true {
                if leavesGaps {
                    let pieces = try stream.readPieces(into: buffer)
                    if pieces.isEmpty { return (contents, stream, nil) }
                    for piece in pieces { contents += UnsafeRawBufferPointer(rebasing: buffer[piece]) }
                } else {
                    let count = try stream.read(into: buffer)
                    if count == 0 { return (contents, stream, nil) }
                    contents += buffer[..<count]
                }
            }
        } catch {
            return (contents, stream, error)
        }
    }

    /// Stored and compressed blocks of many sizes, with references that go back across them.
    static func mixture(_ generator: inout SampleBytes, largest: Int) -> DeflateWriter {
        var writer = DeflateWriter()
        let pieces = Int.random(in: 1...8, using: &generator)
        for piece in 1...pieces {
            let size = Int.random(in: 0...largest, using: &generator) >> Int.random(in: 0...8, using: &generator)
            let start = Int.random(in: 0...(Self.bytes.count - size), using: &generator)
            var bytes = Array(Self.bytes[start..<start + size])
            // What was there before, so that there is something to refer to.
            if Bool.random(using: &generator) {
                bytes += writer.plain.suffix(Int.random(in: 0...33_000, using: &generator))
            }
            if Bool.random(using: &generator) {
                let blockSize = [1, 100, 16_384, 40_000, 65_535].randomElement(using: &generator) ?? 1
                writer.store(
                    Array(bytes.prefix(blockSize == 1 ? 50 : bytes.count)), blockSize: blockSize,
                    padding: UInt8.random(in: .min ... .max, using: &generator), isLast: piece == pieces)
            } else {
                writer.compress(bytes, level: Int.random(in: 0...9, using: &generator), isLast: piece == pieces)
            }
        }
        return writer
    }

    @Test(arguments: InflateEngine.allCases) func mixturesComeOut(_ engine: InflateEngine) throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        for round in 0..<100 {
            var (packed, plain): ([UInt8], [UInt8]) = ([], [])
            let isLarge = round % 2
            let members = Int.random(in: 1...3, using: &generator)
            for _ in 0..<members {
                let writer = Self.mixture(&generator, largest: isLarge == 1 ? 150_000 : 3000)
                packed += writer.gzipMember
                plain += writer.plain
            }
            let size = Int64(packed.count)
            let step = Self.steps[isLarge].randomElement(using: &generator) ?? 1
            let bufferSize = Self.bufferSizes[isLarge].randomElement(using: &generator) ?? 1
            let (contents, stream, error) = try Self.read(
                packed + [0, 7], step: step, bufferSize: bufferSize, engine, leavesGaps: round % 4 > 1)
            #expect(error == nil, "round \(round)")
            #expect(contents == plain, "round \(round)")
            #expect(stream.memberCount == members)
            #expect(stream.uncompressedBytes == Int64(plain.count))
            #expect(stream.trailingData == TrailingData(offset: size + 1, count: 1))
        }
    }

    /// Whatever is wrong is told in the same words, at the same byte.
    @Test(arguments: InflateEngine.allCases) func damageIsFoundAsByTheDecompressor(_ engine: InflateEngine) throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        let packed = (0..<20).map { _ in
            Self.mixture(&generator, largest: 60_000).gzipMember + Self.mixture(&generator, largest: 3000).gzipMember
        }
        for round in 0..<400 {
            var bytes = packed[round % packed.count]
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                let index = Int.random(in: bytes.indices, using: &generator)
                bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
            }
            if round % 3 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
            let step = Self.steps[1].randomElement(using: &generator) ?? 1
            let bufferSize = Self.bufferSizes[1].randomElement(using: &generator) ?? 1
            let expected = try Self.read(bytes, step: step, bufferSize: bufferSize, engine, readsStored: false)
            let actual = try Self.read(
                bytes, step: step, bufferSize: bufferSize, engine, leavesGaps: Bool.random(using: &generator))
            #expect(actual.error == expected.error, "round \(round)")
            #expect(actual.contents == expected.contents, "round \(round)")
            #expect(actual.stream.compressedBytes == expected.stream.compressedBytes, "round \(round)")
        }
    }

    /// Long runs of stored blocks, with something else in between that refers to what they end with, and members one behind the
    /// other, whatever the size of blocks.
    @Test(arguments: InflateEngine.allCases) func runsComeOut(_ engine: InflateEngine) throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        let many = Array((0..<3).map { _ in Self.bytes }.joined())
        for blockSize in [20_000, 65_535] {
            var (packed, plain): ([UInt8], [UInt8]) = ([], [])
            for _ in 0..<2 {
                var writer = DeflateWriter()
                for _ in 0..<2 {
                    writer.store(
                        Array(many.prefix(Int.random(in: 0...500_000, using: &generator))), blockSize: blockSize)
                    writer.compress(Array(writer.plain.suffix(30_000)), level: 9)
                }
                writer.store(many, blockSize: blockSize, isLast: true)
                packed += writer.gzipMember
                plain += writer.plain
            }
            let (contents, stream, error) = try Self.read(
                packed + [7], step: blockSize > 40_000 ? 1 << 20 : 100_000, bufferSize: 512 << 10, engine,
                leavesGaps: true)
            #expect(error == nil)
            #expect(contents == plain)
            #expect(stream.trailingData == TrailingData(offset: Int64(packed.count), count: 1))
        }
    }

    /// A stream of stored blocks that is cut off or altered at any byte around the headers.
    @Test(arguments: InflateEngine.allCases) func everyByteOfTheHeadersCounts(_ engine: InflateEngine) throws {
        var generator = SampleBytes(seed: 3)
        for damaged in DamagedStoredBlocks.all(last: 40, blockSize: 30, &generator) {
            let expected = try Self.read(damaged.bytes, step: 20_000, bufferSize: 777, engine, readsStored: false)
            let actual = try Self.read(damaged.bytes, step: 20_000, bufferSize: 777, engine)
            #expect(
                actual.error == expected.error && actual.contents == expected.contents, "\(damaged.description)")
            // In the first byte of a block, five bits mean nothing.
            if damaged.isCut { #expect(actual.error != nil) }
        }
    }
}
