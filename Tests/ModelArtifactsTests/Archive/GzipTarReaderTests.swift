import ModelArtifacts
import TestSupport
import Testing

@Suite struct GzipTarReaderTests {
    func sample(_ size: Int = 5000) -> [UInt8] {
        var generator = SampleBytes(seed: 1)
        var tar = TarBuilder()
        tar.add("model/", type: "5")
        tar.add("model/weights.bin", contents: generator.bytes(size))
        tar.add("model/config.json", contents: Array("{}".utf8))
        return tar.finished
    }

    @Test(arguments: InflateEngine.allCases) func sumsUp(_ engine: InflateEngine) throws {
        let tar = sample()
        let bytes = gzip(tar + [3]) + [4, 5]
        let reader = try GzipTarReader(MemoryFile(bytes), engine: engine)
        var names: [ByteString] = []
        while let member = try reader.tar.next() { names.append(member.name) }
        let summary = try reader.finish()
        #expect(names == ["model/", "model/weights.bin", "model/config.json"])
        #expect(summary.memberCount == 3)
        #expect(summary.gzipMemberCount == 1)
        #expect(summary.compressedBytes == Int64(bytes.count))
        #expect(summary.uncompressedBytes == Int64(tar.count + 1))
        #expect(summary.dataAfterTar == TrailingData(offset: Int64(tar.count), count: 1))
        #expect(summary.dataAfterGzip == TrailingData(offset: Int64(bytes.count - 2), count: 2))
    }

    @Test func trailerIsCheckedBehindTheArchive() throws {
        var bytes = gzip(sample())
        bytes[bytes.count - 7] ^= 1
        let reader = try GzipTarReader(MemoryFile(bytes))
        for _ in 0..<3 { #expect(try reader.tar.next() != nil) }
        let error = #expect(throws: ArchiveReadError.self) { try reader.finish() }
        guard case .gzip(let fault) = error, case .checksumMismatch = fault.reason else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    /// Reads to the end and returns the error, if any.
    func outcome(_ bytes: [UInt8]) throws -> (names: [ByteString], error: ArchiveReadError?) {
        let reader = try GzipTarReader(MemoryFile(bytes))
        var names: [ByteString] = []
        do throws(ArchiveReadError) {
            while let member = try reader.tar.next() { names.append(member.name) }
            _ = try reader.finish()
        } catch {
            return (names, error)
        }
        return (names, nil)
    }

    /// A reader that is dropped in the middle leaves no thread behind, however far that is ahead.
    @Test func readersMayBeDropped() throws {
        let bytes = gzip(sample(8 << 20), level: 1)
        for count in 0..<3 {
            let reader = try GzipTarReader(MemoryFile(bytes))
            for _ in 0..<count { #expect(try reader.tar.next() != nil) }
        }
        let reader = try GzipTarReader(MemoryFile(bytes))
        #expect(try reader.tar.next() != nil)
        reader.stop()
    }

    @Test func truncationIsAGzipFault() throws {
        let good = gzip(sample())
        for length in stride(from: 0, to: good.count, by: 7) {
            guard case .gzip(let fault) = try outcome(Array(good[..<length])).error else {
                Issue.record("no fault at \(length)")
                continue
            }
            #expect(fault.reason == (length == 0 ? .notGzip : .truncated))
        }
    }

    @Test func truncatedInsideIsATarFault() throws {
        let tar = sample(700_000)
        let good = try outcome(gzip(tar, level: 1))
        #expect(good.error == nil)
        for length in [100, 600, 1000, 1024 + 300_000, 1024 + 600_000] {
            let (names, error) = try outcome(gzip(Array(tar[..<length]), level: 1))
            #expect(error?.tarFault != nil, "\(length): \(String(describing: error))")
            #expect(names.count == (length < 512 ? 0 : length < 1024 ? 1 : 2))
        }
        // At the border of a member, nothing tells that one is missing.
        #expect(try outcome(gzip(Array(tar[..<512]))).error == nil)
        #expect(try outcome(gzip([])).error == nil)
    }

    @Test func anyMutationEnds() throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        var tar = TarBuilder(format: .gnu)
        tar.add("LABEL", type: "V")
        tar.addGNULong("a long name")
        tar.add("a", contents: generator.bytes(700))
        tar.addPax([
            "path": Array("übung".utf8), "GNU.sparse.map": Array("0,5,100,5".utf8),
            "GNU.sparse.size": Array("1000".utf8),
        ])
        tar.add("b", contents: generator.bytes(10))
        tar.addPax(["GNU.sparse.major": [0x31], "GNU.sparse.minor": [0x30], "GNU.sparse.realsize": Array("99".utf8)])
        tar.add("c", contents: Array("1\n5\n3\n".utf8) + [UInt8](repeating: 0, count: 506) + [1, 2, 3])
        tar.add("d", type: "2", link: "a")
        let plain = tar.finished
        let packed = gzip(plain)
        for round in 0..<TestScale.count(3000) {
            var bytes = round % 3 == 0 ? packed : plain
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: bytes.indices, using: &generator)
                bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
                // A header with a right checksum gets further.
                if round % 3 == 2 { Self.repair(&bytes, header: index / 512) }
            }
            if round % 5 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
            if round % 3 != 0 { bytes = gzip(bytes, level: 1) }
            let reader = try GzipTarReader(MemoryFile(bytes))
            do throws(ArchiveReadError) {
                while let member = try reader.tar.next() {
                    _ = try reader.tar.prefix(10, of: member)
                    if member.size < 1 << 20 { try reader.tar.readContents { (_, _) throws(ArchiveReadError) in } }
                }
                _ = try reader.finish()
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }

    static func repair(_ bytes: inout [UInt8], header: Int) {
        let start = header * 512
        for index in 0..<8 { bytes[start + 148 + index] = 0x20 }
        let digits = Array(String(bytes[start..<(start + 512)].reduce(0) { $0 + Int($1) }, radix: 8).utf8)
        for (index, digit) in digits.enumerated() { bytes[start + 148 + index] = digit }
    }
}
