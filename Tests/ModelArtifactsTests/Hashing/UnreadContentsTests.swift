import TestSupport
import Testing

@testable import ModelArtifacts

/// Archives whose ETag is asked for, and whose contents are therefore not all read, are reported as if they were.
@Suite struct UnreadContentsTests {
    /// Inspects a file, and says why it could not if that failed.
    static func report(
        on file: any RandomAccessFile, _ options: InspectionOptions
    ) -> Result<InspectionReport, ArtifactError> {
        let subject = ArtifactInspector.subject(.archive, at: file.path, default: Combination(.object, .gzip), options)
        let run = InspectionRun(subject: subject, options: options)
        do throws(ArtifactError) {
            try ArchiveInspection(file: file, run: run).read()
            return .success(run.finish())
        } catch {
            return .failure(error)
        }
    }

    static func options(_ generator: inout SampleBytes) throws -> InspectionOptions {
        var options = InspectionOptions()
        options.hashesArchive = true
        options.recordsObjects = true
        options.recordsLayout = true
        options.uploadRule = try UploadRule(partSize: Int64.random(in: 50_000...400_000, using: &generator))
        return options
    }

    /// Two dozen mebibytes of large and small members, some of which rules look into.
    static func tar(_ generator: inout SampleBytes) -> [UInt8] {
        var tar = TarBuilder()
        let some = PassingOverTests.bytes
        for number in 0..<6 {
            for file in 0..<Int.random(in: 0...3, using: &generator) {
                tar.add(
                    ByteString("\(number)/pointer\(file).bin"),
                    contents: Array(
                        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a0000\nsize 1234567890\n".utf8))
                tar.add(ByteString("\(number)/\(file).safetensors"), contents: Array(some.prefix(3000 * file)))
            }
            tar.addPax(["path": Array("\(number)/weights.bin".utf8)])
            let size = Int.random(in: 3_000_000...6_000_000, using: &generator)
            var contents: [UInt8] = []
            contents.reserveCapacity(size + some.count)
            while contents.count < size {
                contents += some[Int.random(in: 0..<some.count / 2, using: &generator)...]
            }
            tar.add("weights", contents: contents)
        }
        return tar.finished
    }

    /// Stores most of it, and now and then compresses what refers to that.
    static func pack(_ tar: [UInt8], _ generator: inout SampleBytes) -> [UInt8] {
        var members = [DeflateWriter()]
        var rest = tar[...]
        while !rest.isEmpty {
            let isStored = Int.random(in: 0...3, using: &generator) > 0
            let piece = Array(rest.prefix(Int.random(in: 0...(isStored ? 5_000_000 : 20_000), using: &generator)))
            rest = rest.dropFirst(piece.count)
            let endsMember = rest.count < 2_000_000 && Int.random(in: 0...2, using: &generator) == 0
            let isLast = rest.isEmpty || endsMember
            if isStored {
                let blockSize = [16_384, 40_000, 65_535, 65_535].randomElement(using: &generator) ?? 1
                members[members.count - 1].store(piece, blockSize: blockSize, isLast: isLast)
            } else {
                members[members.count - 1].compress(piece, level: 6, isLast: isLast)
            }
            if endsMember, !rest.isEmpty { members.append(DeflateWriter()) }
        }
        return members.flatMap(\.gzipMember)
    }

    @Test func reportsAreTheSame() throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        let tar = Self.tar(&generator)
        let good = Self.pack(tar, &generator)
        var passed = 0
        for round in 0..<12 {
            var bytes = good
            switch round % 4 {
            case 0: break
            case 1: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
            case 2: bytes += [0, 7]
            default: bytes[Int.random(in: bytes.indices, using: &generator)] ^= 0x40
            }
            var options = try Self.options(&generator)
            if round % 6 == 5 { options.maximumSize = Int64.random(in: 0..<Int64(tar.count), using: &generator) }
            let file = CachedFile(bytes, uncachedEvery: round % 3 == 2 ? 40 : 0)
            let actual = Self.report(on: file, options)
            // This one does not tell what is in memory, so that everything is read.
            let expected = Self.report(on: OpaqueFile(file), options)
            let report = try actual.get()
            #expect(try report.findings == expected.get().findings, "round \(round)")
            #expect(try report.summary == expected.get().summary, "round \(round)")
            #expect(try report.objects == expected.get().objects, "round \(round)")
            #expect(try report.layout == expected.get().layout, "round \(round)")
            #expect(
                try report.objects?.first?.etag == ArchiveHasherTests.expected(bytes, options.uploadRule),
                "round \(round)")
            passed += file.cachedCount
        }
        // zlib's decompressor, once it is needed, goes on to the end.
        if InflateEngine.fastest != .zlib { #expect(passed > 20) }
        print("UnreadContentsTests.reportsAreTheSame: \(passed) headers were read from memory")
    }

    @Test func nothingIsPassedOverWithoutAnETag() throws {
        var generator = SampleBytes(seed: 31)
        let file = CachedFile(Self.pack(Self.tar(&generator), &generator))
        var options = try Self.options(&generator)
        options.hashesArchive = false
        let report = try Self.report(on: file, options).get()
        #expect(report.isComplete)
        #expect(file.cachedCount == 0)
    }

    /// A file of which the system does not tell what is in memory.
    private final class OpaqueFile: RandomAccessFile {
        private let file: CachedFile
        var path: ByteString { file.path }
        var size: Int64 { file.size }

        init(_ file: CachedFile) {
            self.file = file
        }

        func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
            try file.read(into: buffer, at: offset)
        }

        func verifyUnchanged() throws(ArtifactError) {}
    }
}
