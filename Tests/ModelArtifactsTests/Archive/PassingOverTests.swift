import TestSupport
import Testing

@testable import ModelArtifacts

/// Contents that nobody wants to see are left to those who hash the file, and everything comes out as if they had been read.
@Suite struct PassingOverTests {
    /// What a stream did.
    struct Outcome {
        var contents: [UInt8] = []
        /// The parts of the contents that were passed over, for which there are zeros.
        var passed: [Range<Int>] = []
        var error: ArchiveReadError?
        var compressedBytes: Int64 = 0
        var memberCount = 0
        var trailingData: TrailingData?
        var etag: ETag?

        var passedCount: Int { passed.reduce(0) { $0 + $1.count } }
    }

    static let bytes: [UInt8] = {
        var generator = SampleBytes(seed: 21)
        return generator.bytes(400_000)
    }()

    /// Reads everything and passes over nothing.
    static func read(_ bytes: [UInt8], _ engine: InflateEngine) throws -> Outcome {
        let stream = try GzipStream(FileByteStream(MemoryFile(bytes)), engine: engine)
        var outcome = Outcome()
        read(stream, into: &outcome, bufferSize: 300_000) { _ in 0 }
        return outcome
    }

    /// Passes over whatever it can, of ranges that are different each time.
    static func pass(
        _ file: CachedFile, _ rule: UploadRule, _ engine: InflateEngine, _ generator: inout SampleBytes
    ) throws -> Outcome {
        let hasher = try #require(try ArchiveHasher(rule: rule, file: file))
        let stream = try GzipStream(
            FileByteStream(file) { hasher.advance(to: $0) }, engine: engine, hasher: hasher,
            leastPassed: Int64.random(in: 1...50_000, using: &generator))
        var outcome = Outcome()
        let most: Int64 = [20_000, 300_000, 3_000_000].randomElement(using: &generator) ?? 1
        let bufferSize = [777, 40_000, 200_000, 600_000].randomElement(using: &generator) ?? 1
        read(stream, into: &outcome, bufferSize: bufferSize) { position in
            Int.random(in: 0...3, using: &generator) > 0 ? position + Int64.random(in: 0...most, using: &generator) : 0
        }
        do throws(ArtifactError) { outcome.etag = try hasher.finish().0 } catch {
            outcome.error = outcome.error ?? .input(error)
        }
        return outcome
    }

    private static func read(
        _ stream: GzipStream, into outcome: inout Outcome, bufferSize: Int, passingUpTo end: (Int64) -> Int64
    ) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bufferSize, alignment: 1)
        defer { buffer.deallocate() }
        do throws(ArchiveReadError) {
            while true {
                let count = outcome.contents.count
                let passed = Int(stream.passOver(upTo: end(Int64(count))))
                outcome.contents += repeatElement(0, count: passed)
                if passed > 0 {
                    outcome.passed.append(count..<count + passed)
                    continue
                }
                let pieces = try stream.readPieces(into: buffer)
                if pieces.isEmpty { break }
                for piece in pieces { outcome.contents += UnsafeRawBufferPointer(rebasing: buffer[piece]) }
            }
        } catch {
            outcome.error = error
        }
        outcome.compressedBytes = stream.compressedBytes
        outcome.memberCount = stream.memberCount
        outcome.trailingData = stream.trailingData
    }

    /// Stored blocks of all sizes, with compressed ones in between that refer to what was stored.
    static func member(_ generator: inout SampleBytes) -> DeflateWriter {
        var writer = DeflateWriter()
        let pieces = Int.random(in: 1...8, using: &generator)
        for piece in 1...pieces {
            let isLast = piece == pieces
            // zlib's decompressor, once it is needed, goes on to the end.
            if piece > 2, Int.random(in: 0...2, using: &generator) == 0 {
                let repeated = Array(writer.plain.suffix(Int.random(in: 0...33_000, using: &generator)))
                let size = Int.random(in: 0...3000, using: &generator)
                writer.compress(
                    repeated + bytes.prefix(size), level: Int.random(in: 0...9, using: &generator), isLast: isLast)
            } else {
                let most = bytes.count >> Int.random(in: 0...1, using: &generator)
                let size = Int.random(in: 0...most, using: &generator)
                let start = Int.random(in: 0...(bytes.count - size), using: &generator)
                let blockSize = [1, 100, 16_384, 40_000, 65_535, 65_535].randomElement(using: &generator) ?? 1
                writer.store(
                    Array(bytes[start..<start + (blockSize == 1 ? min(size, 50) : size)]), blockSize: blockSize,
                    padding: UInt8.random(in: .min ... .max, using: &generator), isLast: isLast)
            }
            // What some programs put between the blocks that several threads have made.
            if !isLast, Bool.random(using: &generator) { writer.store([], blockSize: 1) }
        }
        return writer
    }

    static func rule(_ generator: inout SampleBytes) throws -> UploadRule {
        try UploadRule(partSize: Int64.random(in: 1000...300_000, using: &generator))
    }

    static func compare(_ actual: Outcome, _ expected: Outcome, _ name: String) {
        #expect(actual.error == expected.error, "\(name)")
        #expect(actual.compressedBytes == expected.compressedBytes, "\(name)")
        #expect(actual.memberCount == expected.memberCount, "\(name)")
        #expect(actual.trailingData == expected.trailingData, "\(name)")
        #expect(actual.contents.count == expected.contents.count, "\(name)")
        guard actual.contents.count == expected.contents.count else { return }
        var contents = expected.contents
        for range in actual.passed { contents.replaceSubrange(range, with: repeatElement(0, count: range.count)) }
        #expect(actual.contents == contents, "\(name)")
    }

    @Test(arguments: InflateEngine.allCases) func everythingElseComesOut(_ engine: InflateEngine) throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        var passed = 0
        for round in 0..<40 {
            var packed: [UInt8] = []
            for _ in 0..<Int.random(in: 1...2, using: &generator) { packed += Self.member(&generator).gzipMember }
            if Bool.random(using: &generator) { packed += [0, 7] }
            let rule = try Self.rule(&generator)
            let file = CachedFile(packed, uncachedEvery: [0, 0, 0, 5].randomElement(using: &generator) ?? 0)
            let actual = try Self.pass(file, rule, engine, &generator)
            Self.compare(actual, try Self.read(packed, engine), "round \(round)")
            #expect(actual.error == nil, "round \(round)")
            #expect(try actual.etag == ArchiveHasherTests.expected(packed, rule), "round \(round)")
            passed += actual.passedCount
        }
        #expect(passed > 30_000)
        print("PassingOverTests.everythingElseComesOut: \(passed) bytes were passed over")
    }

    /// Whatever is wrong is told in the same words, at the same byte, behind as many contents.
    @Test(arguments: InflateEngine.allCases) func damageIsFoundAsByReading(_ engine: InflateEngine) throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        let packed = (0..<20).map { _ in
            (0..<Int.random(in: 1...2, using: &generator)).flatMap { _ in Self.member(&generator).gzipMember }
        }
        var (passed, damaged) = (0, 0)
        for round in 0..<100 {
            var bytes = packed[round % packed.count]
            switch Int.random(in: 0...3, using: &generator) {
            case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
            // The trailer.
            case 1: bytes[bytes.count - Int.random(in: 1...8, using: &generator)] ^= 0x10
            default:
                for _ in 0..<Int.random(in: 1...2, using: &generator) {
                    let index = Int.random(in: bytes.indices, using: &generator)
                    bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
                }
            }
            let rule = try Self.rule(&generator)
            let actual = try Self.pass(CachedFile(bytes), rule, engine, &generator)
            Self.compare(actual, try Self.read(bytes, engine), "round \(round)")
            #expect(try actual.etag == ArchiveHasherTests.expected(bytes, rule), "round \(round)")
            passed += actual.passedCount
            damaged += actual.passedCount > 0 && actual.error != nil ? 1 : 0
        }
        #expect(passed > 30_000 && damaged > 0)
        print("PassingOverTests.damageIsFoundAsByReading: \(passed) bytes, \(damaged) damaged files")
    }

    /// A stream of stored blocks that is cut off or altered at any byte around the headers.
    @Test(arguments: InflateEngine.allCases) func everyByteOfTheHeadersCounts(_ engine: InflateEngine) throws {
        var generator = SampleBytes(seed: 4)
        for damaged in DamagedStoredBlocks.all(last: 20_000, blockSize: 20_000, &generator) {
            let actual = try Self.pass(CachedFile(damaged.bytes), UploadRule(partSize: 7000), engine, &generator)
            Self.compare(actual, try Self.read(damaged.bytes, engine), damaged.description)
        }
    }

    /// What cannot be read is an error, wherever it is.
    @Test func filesThatCannotBeRead() throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        for _ in 0..<40 {
            let packed = Self.member(&generator).gzipMember
            let file = CachedFile(packed, failsAt: Int.random(in: packed.indices, using: &generator))
            let outcome = try Self.pass(file, Self.rule(&generator), .fastest, &generator)
            guard case .input(let error)? = outcome.error else {
                Issue.record("\(String(describing: outcome.error))")
                continue
            }
            #expect(error.code == .readFailed)
        }
    }
}
