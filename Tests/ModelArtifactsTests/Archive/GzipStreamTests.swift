import ModelArtifacts
import TestSupport
import Testing

/// Every test runs with each decompressor that the build has.
@Suite struct GzipStreamTests {
    let text = Array("hello, hello, hello".utf8)

    /// A header with the given flags and fields.
    func header(flags: UInt8, _ fields: [UInt8]) -> [UInt8] { [0x1F, 0x8B, 8, flags, 1, 2, 3, 4, 0, 3] + fields }

    @Test(arguments: InflateEngine.allCases) func readsAllHeaderFields(_ engine: InflateEngine) throws {
        var full = header(flags: 0b11110, [3, 0, 9, 8, 7] + Array("name\u{0}".utf8) + Array("comment\u{0}".utf8))
        let checksum = crc(full)
        full += [UInt8(truncatingIfNeeded: checksum), UInt8(truncatingIfNeeded: checksum >> 8)]
        let (contents, stream, error) = try inflate(gzip(text, header: full), engine)
        #expect(error == nil)
        #expect(contents == text)
        #expect(stream.memberCount == 1)
        #expect(stream.trailingData == nil)

        var wrong = full
        wrong[wrong.count - 1] ^= 1
        #expect(try gzipReason(gzip(text, header: wrong), engine) == .headerChecksum)
    }

    @Test(arguments: [UInt8(0), 1, 2, 3, 4, 8, 16], InflateEngine.allCases)
    func readsEveryFlagAlone(_ flags: UInt8, _ engine: InflateEngine) throws {
        var fields: [UInt8] = []
        if flags & 4 != 0 { fields += [0, 0] }
        if flags & 8 != 0 { fields += [0] }
        if flags & 16 != 0 { fields += [0] }
        var full = header(flags: flags, fields)
        if flags & 2 != 0 { full += littleEndian(crc(full)).prefix(2) }
        #expect(try inflate(gzip(text, header: full), engine).contents == text)
    }

    @Test(arguments: InflateEngine.allCases) func refusesBadHeaders(_ engine: InflateEngine) throws {
        #expect(try gzipReason([], engine) == .notGzip)
        #expect(try gzipReason([0x50], engine) == .notGzip)
        #expect(try gzipReason(Array("hello".utf8), engine) == .notGzip)
        #expect(try gzipReason([0x1F], engine) == .truncated)
        #expect(try gzipReason(gzip(text, header: header(flags: 0x20, [])), engine) == .badHeader)
        #expect(try gzipReason(gzip(text, header: header(flags: 0x80, [])), engine) == .badHeader)
        #expect(try gzipReason(gzip(text, header: [0x1F, 0x8B, 7, 0, 0, 0, 0, 0, 0, 3]), engine) == .badHeader)
    }

    @Test(arguments: InflateEngine.allCases) func joinsMembers(_ engine: InflateEngine) throws {
        let (contents, stream, error) = try inflate(gzip(text) + gzip([]) + gzip(text, level: 0), engine)
        #expect(error == nil)
        #expect(contents == text + text)
        #expect(stream.memberCount == 3)
        #expect(stream.uncompressedBytes == 38)
    }

    @Test(arguments: InflateEngine.allCases) func readsManyEmptyMembers(_ engine: InflateEngine) throws {
        let one = gzip([])
        let bytes = Array(repeatElement(one, count: 100_000).joined())
        let (contents, stream, error) = try inflate(bytes, engine)
        #expect(error == nil)
        #expect(contents.isEmpty)
        #expect(stream.memberCount == 100_000)
        #expect(stream.compressedBytes == Int64(bytes.count))
    }

    @Test(arguments: InflateEngine.allCases) func checksTheTrailer(_ engine: InflateEngine) throws {
        let good = gzip(text)
        var bytes = good
        bytes[good.count - 8] ^= 1
        #expect(try gzipReason(bytes, engine) == .checksumMismatch(expected: crc(text) ^ 1, actual: crc(text)))
        bytes = good
        bytes[good.count - 4] ^= 1
        #expect(try gzipReason(bytes, engine) == .lengthMismatch(expected: 18, actual: 19))
        // The contents have come out before.
        #expect(try inflate(bytes, engine).contents == text)
        // The second member's damage is told with its number and place.
        guard case .gzip(let fault) = try inflate(good + bytes, engine).error else {
            Issue.record("no fault")
            return
        }
        #expect(fault.member == 2)
        #expect(fault.compressedOffset == Int64(2 * good.count - 8))
        #expect(fault.uncompressedOffset == 38)
    }

    @Test(arguments: InflateEngine.allCases) func seesTrailingData(_ engine: InflateEngine) throws {
        let good = gzip(text)
        let end = Int64(good.count)
        #expect(try inflate(good + [0, 0, 0], engine).stream.trailingData == nil)
        let garbage = try inflate(good + [0, 0, 0x41, 0], engine)
        #expect(garbage.error == nil)
        #expect(garbage.stream.trailingData == TrailingData(offset: end + 2, count: 2))
        let junk = try inflate(good + Array("junk".utf8), engine)
        #expect(junk.stream.trailingData == TrailingData(offset: end, count: 4))
        #expect(try inflate(good + [0x1F, 0], engine).stream.trailingData == TrailingData(offset: end, count: 2))
        // After zeros there is no member any more, as for GNU gzip.
        let later = try inflate(good + [0] + good, engine)
        #expect(later.contents == text)
        #expect(later.stream.trailingData == TrailingData(offset: end + 1, count: end))
        #expect(later.stream.compressedBytes == 2 * end + 1)
    }

    @Test(arguments: InflateEngine.allCases) func seesTrailingDataBehindManyZeros(_ engine: InflateEngine) throws {
        let good = gzip(text)
        let padded = good + [UInt8](repeating: 0, count: 1 << 20) + [7]
        let (_, stream, _) = try inflate(padded, engine)
        #expect(stream.trailingData == TrailingData(offset: Int64(padded.count - 1), count: 1))
    }

    @Test(arguments: InflateEngine.allCases) func noticesTruncationAtEveryByte(_ engine: InflateEngine) throws {
        let good = gzip(text)
        for length in 1..<good.count {
            #expect(try gzipReason(Array(good[..<length]), engine) == .truncated, "\(length) bytes")
        }
        // Behind the first member, only its end is a place where a file may stop.
        for length in 1..<good.count {
            #expect(try gzipReason(good + Array(good[..<length]), engine) == .truncated, "\(length) bytes")
        }
    }

    @Test(arguments: InflateEngine.allCases) func noticesTruncationOfMuchData(_ engine: InflateEngine) throws {
        var generator = SampleBytes(seed: 11)
        let contents = generator.bytes(300_000)
        let good = gzip(contents)
        #expect(try inflate(good, engine).contents == contents)
        for length in stride(from: 1, to: good.count, by: 5000) {
            let (some, _, error) = try inflate(Array(good[..<length]), engine)
            guard case .gzip(let fault) = error else {
                Issue.record("no fault at \(length)")
                continue
            }
            #expect(fault.reason == .truncated)
            #expect(fault.compressedOffset == Int64(length))
            #expect(fault.uncompressedOffset == Int64(some.count))
            #expect(some.elementsEqual(contents.prefix(some.count)))
        }
    }

    @Test(arguments: InflateEngine.allCases) func noticesEveryFlippedByte(_ engine: InflateEngine) throws {
        let good = gzip(text)
        for index in good.indices where ![4, 5, 6, 7, 8, 9].contains(index) {
            var bytes = good
            bytes[index] ^= 0x55
            #expect(try inflate(bytes, engine).error != nil, "byte \(index)")
        }
    }

    @Test(arguments: [1, 2, 3, 100, 4096, 300_000], InflateEngine.allCases)
    func outputOfAnySizeIsTheSame(_ blockSize: Int, _ engine: InflateEngine) throws {
        var generator = SampleBytes(seed: 3)
        let contents = generator.bytes(20_000) + [UInt8](repeating: 5, count: 20_000)
        let bytes = gzip(contents) + gzip(contents)
        #expect(try inflate(bytes, engine, blockSize: blockSize).contents == contents + contents)
    }

    @Test func errorsAreReadable() {
        let fault = GzipFault(
            reason: .checksumMismatch(expected: 0x1234, actual: 0xDEAD_BEEF), compressedOffset: 7,
            uncompressedOffset: 9,
            member: 2)
        #expect(
            fault.description
                == "contents do not match their CRC-32 (0xdeadbeef instead of 0x00001234) at byte 7 (gzip member 2)")
    }

    @Test(arguments: InflateEngine.allCases) func readingErrorsAreNotDamage(_ engine: InflateEngine) throws {
        final class Failing: ByteStream {
            func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArtifactError) -> Int {
                throw ArtifactError(.readFailed, "no disk")
            }
        }
        let stream = try GzipStream(Failing(), engine: engine)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 8, alignment: 1)
        defer { buffer.deallocate() }
        for _ in 0..<2 {
            #expect(throws: ArchiveReadError.input(ArtifactError(.readFailed, "no disk"))) {
                try stream.read(into: buffer)
            }
        }
    }

    @Test(arguments: InflateEngine.allCases) func progressGoesToTheEnd(_ engine: InflateEngine) throws {
        let bytes = gzip(text) + [UInt8](repeating: 0, count: 700_000) + [1, 2, 3]
        var offsets: [Int64] = []
        let stream = try GzipStream(FileByteStream(MemoryFile(bytes)) { offsets.append($0) }, engine: engine)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 100, alignment: 1)
        defer { buffer.deallocate() }
        while try stream.read(into: buffer) > 0 {}
        #expect(offsets == offsets.sorted())
        #expect(offsets.last == Int64(bytes.count))
    }

    @Test func aFileThatHasBecomeShorterIsAnError() throws {
        final class Shrinking: RandomAccessFile {
            let path: ByteString = "shrinking"
            let size: Int64 = 100
            func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
                offset < 40 ? min(buffer.count, 40) : 0
            }
            func verifyUnchanged() throws(ArtifactError) {
                throw ArtifactError(.changedWhileRead, "shrinking: changed")
            }
        }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 100, alignment: 1)
        defer { buffer.deallocate() }
        let stream = FileByteStream(Shrinking())
        #expect(try stream.read(into: buffer) == 40)
        let error = #expect(throws: ArtifactError.self) { try stream.read(into: buffer) }
        #expect(error?.code == .changedWhileRead)
    }
}
