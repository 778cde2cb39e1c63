import Foundation
import ModelArtifacts
import Synchronization
import SystemPackage
import TestSupport
import Testing

/// Archives that the packer writes, as API.
@Suite struct ArchivePackerTests {
    static let levels: [PackingLevel] = [.auto, .fast, .store, .library(1), .library(6), .library(9)]

    @Test(arguments: levels) func unpacksToWhatWasPacked(_ level: PackingLevel) throws {
        var tree = try PackedTree.sample()
        tree.options.level = level
        let (archive, bytes) = try tree.pack()
        #expect(archive.size == Int64(bytes.count))
        #expect(Array(bytes.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF])
        let (tar, stream, error) = try inflate(bytes)
        #expect(error == nil && stream.memberCount == 1)
        #expect(archive.unpackedSize == Int64(tar.count))
        #expect(try archive.unpackedSize == tree.plan().unpackedSize)
        let (members, trailing, tarError) = list(tar)
        #expect(trailing == nil && tarError == nil)
        #expect(
            members.map(\.name) == [
                "a/deep/er/tree/x", "a/empty/", "blocks/" + ByteString(String(repeating: "n", count: 120)),
                "code/inference.py",
                "config.json", "empty", "model.bin", "skewed.bin", "vocab.txt", "ünï/日本.bin",
            ])
        #expect(members.map(\.mode) == [0o644, 0o755, 0o644, 0o755] + [UInt16](repeating: 0o644, count: 6))
        #expect(members.allSatisfy { $0.warning == nil })
        let reader = TarReader(FileByteStream(MemoryFile(tar)))
        while let member = try reader.next() {
            guard member.kind == .file else { continue }
            let expected = try Data(ofFile: tree.folder.path + "/model/" + (member.name.string ?? ""))
            #expect(try reader.prefix(Int(member.size), of: member) == Array(expected))
        }
    }

    @Test(arguments: levels) func sameBytesWithAnyNumberOfJobs(_ level: PackingLevel) throws {
        var tree = try PackedTree.sample()
        tree.options.level = level
        tree.options.jobs = 1
        let (archive, bytes) = try tree.pack()
        for jobs in [2, 3, 8, 1024] {
            tree.options.jobs = jobs
            let again = try tree.pack()
            #expect(again.bytes == bytes && again.archive == archive)
        }
        let streamed = try tree.packToSink()
        #expect(streamed.bytes == bytes && streamed.archive == archive)
    }

    /// Every build on every machine writes these bytes. Whoever changes them raises ``ArchivePacker/formatVersion``.
    @Test func goldenETags() throws {
        var tree = try PackedTree.sample()
        tree.options.level = .store
        var etags = [try tree.pack().archive.etag?.text]
        tree.options.level = .fast
        etags.append(try tree.pack().archive.etag?.text)
        tree.options.modificationTime = 1_700_000_000
        etags.append(try tree.pack().archive.etag?.text)
        #expect(
            etags == [
                "732989e88fe85415aec3cf2dcaf8af48", "28849b726df1e57be3a37bd6f966eca0",
                "6c8184e4b83a2ae0f39a576a950fc281",
            ])
        #expect(ArchivePacker.formatVersion == 3)
    }

    /// The ETag is that of the file, whatever the rule.
    @Test func etags() async throws {
        var tree = try PackedTree.sample()
        tree.options.level = .store
        let file = try tree.folder.write("archive", Data(tree.pack().bytes))
        var rules = Uploader.allCases.map { UploadRule($0) }
        for partSize: Int64 in [65_536, 100_000, 1 << 20, 5 << 20] {
            rules.append(try UploadRule(partSize: partSize))
            rules.append(try UploadRule(partSize: partSize, multipartThreshold: 8 << 20))
        }
        for rule in rules {
            for jobs in [1, 2] {
                tree.options.jobs = jobs
                tree.options.inspection.uploadRule = rule
                let archive = try tree.pack().archive
                #expect(archive.etag == (try await ETag.of(file: ByteString(file), rule: rule)))
                #expect(archive.partSize == (try rule.plan(forSize: archive.size).partSize))
                #expect(try tree.packToSink().archive.etag == archive.etag)
            }
        }
    }

    /// An archive beyond what the uploader can take has no ETag.
    @Test func tooLargeForTheUploader() throws {
        var tree = try PackedTree.sample()
        tree.options.level = .store
        tree.options.inspection.uploadRule = try UploadRule(partSize: 100)
        #expect(try tree.pack().archive.etag == nil)
        #expect(try tree.packToSink().archive.etag == nil)
    }

    @Test func emptyDirectory() throws {
        let tree = try PackedTree()
        try FileManager.default.createDirectory(atPath: tree.folder.path + "/model", withIntermediateDirectories: true)
        #expect(try tree.plan().report.findings.map(\.rule) == ["no-objects"])
        let (archive, bytes) = try tree.pack()
        #expect(try inflate(bytes).contents == [UInt8](repeating: 0, count: 1024))
        #expect(archive.contentSize == 0 && archive.unpackedSize == 1024)
    }

    /// Sizes at which the archive ends with a piece, or just beside it.
    @Test(arguments: [-1024, -513, -512, -511, -1, 0, 1, 512]) func pieceBoundaries(_ difference: Int) throws {
        var tree = try PackedTree()
        let size = TarChunker.chunkSize / 512 * 512 - 512 - 1024 + difference
        try tree.write("w", [UInt8](repeating: 5, count: size))
        for level in Self.levels {
            tree.options.level = level
            let (_, bytes) = try tree.pack()
            let (tar, _, error) = try inflate(bytes)
            #expect(error == nil && tar.count == 512 + (size + 511) / 512 * 512 + 1024)
            #expect(list(tar).members.map(\.size) == [Int64(size)])
        }
    }

    @Test func manySmallFiles() throws {
        var tree = try PackedTree()
        for index in 0..<800 { try tree.write("d\(index % 7)/f\(index)", Array("\(index)".utf8)) }
        let (_, bytes) = try tree.pack()
        let members = list(try inflate(bytes).contents).members
        #expect(members.count == 800)
        #expect(members.map(\.name) == members.map(\.name).sorted())
        tree.options.jobs = 3
        #expect(try tree.pack().bytes == bytes)
    }

    @Test func modificationTimes() throws {
        var tree = try PackedTree()
        try tree.write("a", [1])
        for time in [0, 1, PackingOptions.latestModificationTime] {
            tree.options.modificationTime = time
            let tar = try inflate(tree.pack().bytes).contents
            #expect(Int64(String(decoding: tar[136..<147], as: UTF8.self), radix: 8) == time)
        }
        for time in [-1, PackingOptions.latestModificationTime + 1] {
            tree.options.modificationTime = time
            #expect(throws: ArtifactError.self) { try tree.pack() }
        }
    }

    @Test func progressCountsEveryByte() throws {
        let tree = try PackedTree.sample()
        let plan = try tree.plan()
        let (counter, files) = (Counter(), Counter())
        let file = tree.folder.path + "/out"
        let descriptor = try FileDescriptor.open(file, .readWrite, options: [.create], permissions: .ownerReadWrite)
        defer { try? descriptor.close() }
        let archive = try ArchivePacker(options: tree.options).write(
            plan, to: descriptor, named: "out", progress: { counter.add($0) }, filesDone: { files.add(Int64($0)) })
        #expect(files.value == plan.report.summary.files)
        #expect(counter.value == archive.contentSize && archive.contentSize == plan.contentSize)
        #expect(plan.contentSize == plan.report.summary.bytes)
    }
}

/// A sum that any thread can add to.
private final class Counter: Sendable {
    private let sum = Mutex<Int64>(0)
    var value: Int64 { sum.withLock { $0 } }
    func add(_ count: Int64) { sum.withLock { $0 += count } }
}
