import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// What a second thread decompresses ahead comes out as if the first had done it.
@Suite struct SpeculationTests {
    /// Whether this build decompresses ahead at all: zlib alone does not.
    static let isThere = InflateEngine.fastest != .zlib

    typealias Outcome = (contents: [UInt8], stream: GzipStream, error: ArchiveReadError?)

    static func read(
        _ bytes: [UInt8], _ speculation: Speculation?, bufferSize: Int = 50_000, _ engine: InflateEngine = .fastest,
        readsStored: Bool = true
    ) throws -> Outcome {
        let stream = try GzipStream(
            FileByteStream(MemoryFile(bytes)), engine: engine, readsStored: readsStored, speculation: speculation)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bufferSize, alignment: 1)
        defer { buffer.deallocate() }
        var contents: [UInt8] = []
        do throws(ArchiveReadError) {
            while true {
                let pieces = try stream.readPieces(into: buffer)
                if pieces.isEmpty { return (contents, stream, nil) }
                for piece in pieces { contents += UnsafeRawBufferPointer(rebasing: buffer[piece]) }
            }
        } catch {
            return (contents, stream, error)
        }
    }

    /// What makes little data go all ways, different each time.
    static func small(_ generator: inout SampleBytes, isPatient: Bool = true) -> Speculation {
        var speculation = Speculation()
        speculation.distance = Int64.random(in: 100...8000, using: &generator)
        speculation.searchLimit = Int.random(in: 1000...20_000, using: &generator)
        speculation.blockLimit = [1000, 40_000, 300_000].randomElement(using: &generator) ?? 0
        speculation.pieceLimit = [1000, 20_000, 100_000, 1_000_000].randomElement(using: &generator) ?? 0
        speculation.readSize = [512, 5000, 100_000].randomElement(using: &generator) ?? 0
        speculation.alignment = 1
        speculation.isPatient = isPatient
        return speculation
    }

    /// Bytes with and without repetitions, some of them far apart, as weights and texts have them.
    static func contents(_ generator: inout SampleBytes, count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let size = Int.random(in: 1...4000, using: &generator)
            switch Int.random(in: 0...4, using: &generator) {
            case 0: bytes += generator.bytes(size)
            // Few values, as in the exponents of weights.
            case 1, 2: bytes += generator.bytes(size).map { $0 & 0x0F | 0x30 }
            case 3: bytes += [UInt8](repeating: 7, count: size)
            default:
                let distance = Int.random(in: 1...33_000, using: &generator)
                bytes += bytes.suffix(distance).prefix(size)
            }
        }
        return bytes
    }

    static func packed(_ contents: [UInt8], _ generator: inout SampleBytes) -> [UInt8] {
        if Int.random(in: 0...3, using: &generator) == 0 {
            // Stored and compressed blocks, with empty ones in between.
            var writer = DeflateWriter()
            var rest = contents[...]
            repeat {
                let piece = rest.prefix(Int.random(in: 1...40_000, using: &generator))
                rest = rest.dropFirst(piece.count)
                if Int.random(in: 0...4, using: &generator) == 0 {
                    writer.store(Array(piece), blockSize: 30_000, isLast: rest.isEmpty)
                } else {
                    writer.compress(Array(piece), level: Int.random(in: 0...9, using: &generator), isLast: rest.isEmpty)
                }
            } while !rest.isEmpty
            return writer.gzipMember
        }
        return gzip(
            contents, level: Int.random(in: 0...9, using: &generator),
            strategy: GzipStrategy.allCases.randomElement(using: &generator) ?? .usual,
            memory: Int.random(in: 1...9, using: &generator))
    }

    /// Streams of all levels, strategies and lengths of blocks, and several members one behind the other.
    @Test(arguments: [true, false]) func everythingComesOut(_ isPatient: Bool) throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        var speculated: Int64 = 0
        for round in 0..<30 {
            var (bytes, plain): ([UInt8], [UInt8]) = ([], [])
            let members = [1, 1, 1, 5].randomElement(using: &generator) ?? 1
            for _ in 0..<members {
                let size = Int.random(in: 0...300_000, using: &generator) / members
                let contents = Self.contents(&generator, count: size)
                bytes += Self.packed(contents, &generator)
                plain += contents
            }
            let bufferSize = [777, 20_000, 300_000].randomElement(using: &generator) ?? 1
            let (contents, stream, error) = try Self.read(
                bytes + [0, 7], Self.small(&generator, isPatient: isPatient), bufferSize: bufferSize)
            #expect(error == nil, "round \(round)")
            #expect(contents == plain, "round \(round)")
            #expect(stream.memberCount == members)
            #expect(stream.trailingData == TrailingData(offset: Int64(bytes.count) + 1, count: 1))
            speculated += stream.speculatedBytes
        }
        if isPatient, Self.isThere { #expect(speculated > 0) }
        print("SpeculationTests.everythingComesOut: \(speculated) bytes were taken over")
    }

    /// Whatever is wrong is told in the same words, at the same byte, behind the same contents.
    @Test(arguments: [true, false]) func damageIsFoundAsWithout(_ isPatient: Bool) throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        let packed = (0..<12).map { round in
            let contents = Self.contents(&generator, count: 150_000)
            return round % 2 == 0
                ? gzip(contents, strategy: .huffmanOnly, memory: 1 + round / 2) : Self.packed(contents, &generator)
        }
        var speculated: Int64 = 0
        for round in 0..<60 {
            var bytes = packed[round % packed.count]
            for _ in 0..<Int.random(in: 1...2, using: &generator) {
                let index = Int.random(in: bytes.indices, using: &generator)
                bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
            }
            if round % 3 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
            let bufferSize = [777, 20_000, 300_000].randomElement(using: &generator) ?? 1
            let expected = try Self.read(bytes, nil, bufferSize: bufferSize)
            let actual = try Self.read(
                bytes, Self.small(&generator, isPatient: isPatient), bufferSize: bufferSize)
            #expect(actual.error == expected.error, "round \(round)")
            #expect(actual.contents == expected.contents, "round \(round)")
            #expect(actual.stream.compressedBytes == expected.stream.compressedBytes, "round \(round)")
            speculated += actual.stream.speculatedBytes
        }
        if isPatient, Self.isThere { #expect(speculated > 0) }
        print("SpeculationTests.damageIsFoundAsWithout: \(speculated) bytes were taken over")
    }

    /// Beginnings of blocks that are none: whole streams, stored as the contents of another one.
    @Test(arguments: [true, false]) func whatLooksLikeABlockIsNotTakenForOne(_ readsStored: Bool) throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        for _ in 0..<10 {
            let inner = gzip(Self.contents(&generator, count: 400_000), strategy: .huffmanOnly, memory: 3)
            var writer = DeflateWriter()
            var rest = inner[...]
            while !rest.isEmpty {
                let piece = Array(rest.prefix(Int.random(in: 1...60_000, using: &generator)))
                rest = rest.dropFirst(piece.count)
                writer.compress(Self.contents(&generator, count: 3000), level: 6)
                writer.store(piece, blockSize: 20_000)
            }
            writer.compress(Self.contents(&generator, count: 100_000), level: 6, isLast: true)
            let outcome = try Self.read(
                writer.gzipMember, Self.small(&generator), readsStored: readsStored)
            #expect(outcome.error == nil)
            #expect(outcome.contents == writer.plain)
        }
    }

    /// What refers to before its beginning is damage, however it was decompressed.
    @Test func nothingIsBeforeTheBeginning() throws {
        var generator = SampleBytes(seed: 11)
        var writer = DeflateWriter()
        writer.compress(generator.bytes(30_000), level: 6)
        let skipped = writer.packed.count
        for _ in 0..<40 { writer.compress(Self.contents(&generator, count: 4000), level: 9) }
        writer.compress([], level: 9, isLast: true)
        let member = writer.gzipMember
        // Without its first block, the rest refers to what is not there.
        let bytes = Array(member.prefix(10)) + member.dropFirst(10 + skipped)
        for _ in 0..<20 {
            let expected = try Self.read(bytes, nil)
            let actual = try Self.read(bytes, Self.small(&generator))
            #expect(expected.error != nil)
            #expect(actual.error == expected.error)
            #expect(actual.contents == expected.contents)
        }
    }

    /// A reader that is dropped leaves no thread behind, whatever that is doing.
    @Test func readersMayBeDropped() throws {
        var generator = SampleBytes(seed: 12)
        let bytes = gzip(Self.contents(&generator, count: 300_000), strategy: .huffmanOnly, memory: 4)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 10_000, alignment: 1)
        defer { buffer.deallocate() }
        for count in 0..<30 {
            let stream = try GzipStream(
                FileByteStream(MemoryFile(bytes)), speculation: Self.small(&generator, isPatient: false))
            for _ in 0..<count { _ = try stream.read(into: buffer) }
        }
    }

    /// What other projects test their readers with.
    @Test func corporaComeOutAsWithout() throws {
        var generator = SampleBytes(seed: 14)
        for file in try ArchiveCorpus.names.flatMap(ArchiveCorpus.files) where file.name.hasSuffix("gz") {
            let bytes = try RegularFile(opening: ByteString(file.url.path)).prefix(16 << 20)
            let expected = try Self.read(bytes, nil)
            // Comparing much takes long without optimization.
            for _ in 0..<(expected.contents.count < 1 << 20 ? 3 : 0) {
                let actual = try Self.read(bytes, Self.small(&generator))
                #expect(actual.error == expected.error, "\(file.name)")
                #expect(actual.contents == expected.contents, "\(file.name)")
                #expect(actual.stream.trailingData == expected.stream.trailingData, "\(file.name)")
            }
        }
    }

    /// As for files on a disk.
    @Test func largeFilesComeOut() throws {
        var generator = SampleBytes(seed: 13)
        let part = generator.bytes(1 << 20).enumerated().map { $0.offset % 4 == 3 ? $0.element & 7 | 0x38 : $0.element }
        let plain = Array((0..<12).map { _ in part }.joined())
        let bytes = gzip(plain, strategy: .huffmanOnly)
        var speculation = Speculation()
        speculation.isPatient = true
        let (contents, stream, error) = try Self.read(bytes, speculation, bufferSize: 512 << 10)
        #expect(error == nil)
        #expect(contents == plain)
        if Self.isThere { #expect(stream.speculatedBytes > 2 << 20) }
    }
}
