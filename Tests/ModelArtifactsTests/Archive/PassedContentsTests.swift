import TestSupport
import Testing

@testable import ModelArtifacts

/// Archives whose contents are passed over and left to those who hash the file, against archives that are read.
@Suite struct PassedContentsTests {
    private struct Outcome: Equatable {
        var members: [ArchiveMember] = []
        var beginnings: [[UInt8]] = []
        var summary: GzipTarReader.Summary?
        var error: ArchiveReadError?
    }

    static let bytes: [UInt8] = {
        var generator = SampleBytes(seed: 21)
        return generator.bytes(400_000)
    }()

    @Test func intactArchivesAreReadAsWithout() throws {
        let seed = UInt64.random(in: 1...(.max))
        print("PassedContentsTests.intactArchivesAreReadAsWithout: seed \(seed)")
        var generator = SampleBytes(seed: seed)
        var passed: Int64 = 0
        for round in 0..<60 {
            let archive = Self.archive(&generator)
            let (expected, actual, count) = try compare(archive, &generator)
            #expect(expected.error == nil && expected.summary != nil, "round \(round)")
            #expect(actual == expected, "round \(round)")
            passed += count
        }
        #expect(passed > 50_000)
    }

    @Test func damageIsFoundAsWithout() throws {
        let seed = UInt64.random(in: 1...(.max))
        print("PassedContentsTests.damageIsFoundAsWithout: seed \(seed)")
        var generator = SampleBytes(seed: seed)
        var passed: Int64 = 0
        var damaged = 0
        for round in 0..<120 {
            var archive = Self.archive(&generator)
            switch round % 4 {
            case 0: archive.removeLast(Int.random(in: 0..<archive.count, using: &generator))
            // The checksum or the length of the last member.
            case 1: archive[archive.count - Int.random(in: 1...8, using: &generator)] ^= 4
            case 2: archive += [0, 0, 9]
            default:
                let index = Int.random(in: archive.indices, using: &generator)
                archive[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
            }
            let (expected, actual, count) = try compare(archive, &generator)
            #expect(actual == expected, "round \(round)")
            passed += count
            if expected.error != nil { damaged += 1 }
        }
        #expect(passed > 50_000)
        #expect(damaged > 40)
    }

    /// So many parts that the reader's thread hashes some of them while it waits for the others.
    @Test func largeArchivesAreReadAsWithout() throws {
        var tar = TarBuilder()
        for number in 0..<6 { tar.add(ByteString("m\(number)"), contents: Array((0..<10).flatMap { _ in Self.bytes })) }
        var writer = DeflateWriter()
        writer.store(tar.finished, blockSize: 65_535, isLast: true)
        let archive = writer.gzipMember
        for (isCached, least) in [(true, 20 << 20), (false, 0)] {
            let file = MemoryFile(archive, isCached: { _ in isCached })
            let expected = try read(file, nil)
            let rule = try UploadRule(partSize: 100_000)
            let hasher = try #require(try ArchiveHasher(rule: rule, file: file))
            let actual = try read(file, hasher, leastPassed: 1 << 20, blockSize: 70_000)
            #expect(actual.0 == expected.0)
            #expect(actual.0.error == nil)
            #expect(least == 0 ? actual.1 == 0 : actual.1 > least)
            #expect(try hasher.finish().0 == ArchiveHasherTests.expected(archive, rule))
        }
    }

    /// The limit of what is unpacked ends reading. How many members come before depends on blocks.
    @Test func theSizeLimitCounts() throws {
        let seed = UInt64.random(in: 1...(.max))
        print("PassedContentsTests.theSizeLimitCounts: seed \(seed)")
        var generator = SampleBytes(seed: seed)
        for round in 0..<30 {
            let archive = Self.archive(&generator)
            let limit = Int64.random(in: 0...1_000_000, using: &generator)
            let (expected, actual, _) = try compare(archive, &generator, sizeLimit: limit)
            #expect(actual.error == expected.error && actual.summary == expected.summary, "round \(round)")
            let count = min(actual.members.count, expected.members.count)
            #expect(actual.members.prefix(count) == expected.members.prefix(count), "round \(round)")
        }
    }

    /// A file that fails or ends while the contents that were passed over are hashed.
    @Test func failuresOfTheFileAreTold() throws {
        var writer = DeflateWriter()
        var tar = TarBuilder()
        tar.add("m", contents: Self.bytes)
        writer.store(tar.finished, blockSize: 40_000, isLast: true)
        let archive = writer.gzipMember
        let file = FailingFile(archive, failsFrom: 100_000)
        let hasher = try #require(try ArchiveHasher(rule: try UploadRule(partSize: 50_000), file: file))
        let (outcome, passed) = try read(file, hasher, leastPassed: 1, blockSize: 1000)
        #expect(passed > 0)
        #expect(outcome.error == .input(file.failure))
        #expect(throws: file.failure) { try hasher.finish() }
    }

    /// A tar archive in stored and compressed blocks, in one gzip member or several.
    private static func archive(_ generator: inout SampleBytes) -> [UInt8] {
        var tar = TarBuilder(format: Bool.random(using: &generator) ? .gnu : .ustar)
        for number in 0..<Int.random(in: 1...8, using: &generator) {
            let size = Int.random(in: 0...400_000, using: &generator) >> Int.random(in: 0...6, using: &generator)
            if number % 3 == 2 { tar.addPax(["comment": Array("none".utf8)]) }
            tar.add(ByteString("m\(number)"), contents: Array(bytes.suffix(size)))
        }
        var packed: [UInt8] = []
        var rest = tar.finished[...]
        let members = Int.random(in: 0...3, using: &generator) == 0 ? 3 : 1
        for member in (0..<members).reversed() {
            var writer = DeflateWriter()
            var piece = member == 0 ? rest : rest.prefix(Int.random(in: 0...rest.count, using: &generator))
            rest = rest.dropFirst(piece.count)
            repeat {
                let isStored = Int.random(in: 0...3, using: &generator) > 0
                let next = Array(piece.prefix(Int.random(in: 1...(isStored ? 600_000 : 60_000), using: &generator)))
                piece = piece.dropFirst(next.count)
                if isStored {
                    let blockSize = [3000, 16_384, 30_000, 65_535].randomElement(using: &generator) ?? 1
                    writer.store(next, blockSize: blockSize, isLast: piece.isEmpty)
                } else {
                    // What was stored before, to refer to.
                    writer.compress(next, level: 9, isLast: piece.isEmpty)
                }
            } while !piece.isEmpty
            packed += writer.gzipMember
        }
        return packed
    }

    /// Reads an archive without and with passing over contents, and checks its ETag.
    ///
    /// - Returns: what came of it, and how many bytes were passed over.
    private func compare(
        _ archive: [UInt8], _ generator: inout SampleBytes, sizeLimit: Int64 = .max
    ) throws -> (Outcome, Outcome, Int64) {
        let expected = try read(MemoryFile(archive), nil, sizeLimit: sizeLimit)
        let isUncached = Int.random(in: 0...4, using: &generator) == 0
        let uncachedFrom = isUncached ? Int64.random(in: 0...Int64(archive.count), using: &generator) : .max
        let file = MemoryFile(archive, isCached: { $0 < uncachedFrom })
        let rule = try UploadRule(partSize: Int64.random(in: 1000...200_000, using: &generator))
        let hasher = try #require(try ArchiveHasher(rule: rule, file: file))
        let leastPassed: Int64 = [1, 1000, 50_000].randomElement(using: &generator) ?? 1
        let blockSize = [1000, 20_000, 66_000, 140_000].randomElement(using: &generator) ?? 1
        let actual = try read(file, hasher, leastPassed: leastPassed, blockSize: blockSize, sizeLimit: sizeLimit)
        #expect(try hasher.finish().0 == ArchiveHasherTests.expected(archive, rule))
        return (expected.0, actual.0, actual.1)
    }

    private func read(
        _ file: any RandomAccessFile, _ hasher: ArchiveHasher?, leastPassed: Int64 = 1, blockSize: Int? = nil,
        sizeLimit: Int64 = .max
    ) throws -> (Outcome, Int64) {
        let reader = try GzipTarReader(
            file, sizeLimit: sizeLimit, hasher: hasher, leastPassed: leastPassed, blockSize: blockSize
        ) {
            hasher?.advance(to: $0)
        }
        var outcome = Outcome()
        do throws(ArchiveReadError) {
            while let member = try reader.tar.next() {
                outcome.members.append(member)
                if outcome.members.count % 2 == 0 { outcome.beginnings.append(try reader.tar.readPrefix(5000)) }
            }
            outcome.summary = try reader.finish()
        } catch {
            outcome.error = error
        }
        reader.stop()
        return (outcome, reader.passedBytes)
    }

    /// A file that fails from some offset on, unless it is asked for what is in memory, or for a little.
    private final class FailingFile: RandomAccessFile {
        let path: ByteString = "failing"
        let failure = ArtifactError(.readFailed, "failing: cannot read")
        private let memory: MemoryFile
        private let limit: Int64
        var size: Int64 { memory.size }

        init(_ bytes: [UInt8], failsFrom limit: Int64) {
            memory = MemoryFile(bytes)
            self.limit = limit
        }

        func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
            // Those who hash read whole parts.
            if offset >= limit, offset % 50_000 == 0, buffer.count == 50_000 { throw failure }
            return try unsafe memory.read(into: buffer, at: offset)
        }

        func readCached(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int? {
            unsafe memory.readCached(into: buffer, at: offset)
        }

        func verifyUnchanged() throws(ArtifactError) {}
    }
}
