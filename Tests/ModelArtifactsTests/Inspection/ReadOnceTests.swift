import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ModelArtifacts

/// Files with a content rule are opened once, and no byte of them is read twice, ETags or not.
@Suite struct ReadOnceTests {
    /// A file that is looked into stays open for its ETag: the ETag is known even if the path is gone.
    @Test func largeFilesStayOpen() async throws {
        let folder = try TemporaryDirectory()
        let large = TinyModel.safetensors(
            header: #"{"a":{"dtype":"U8","shape":[200000],"data_offsets":[0,200000]}}"#,
            data: (0..<200_000).map { UInt8(truncatingIfNeeded: $0 * 31) })
        try folder.write("model/model.safetensors", Data(large))
        try folder.write("model/small.safetensors", Data(TinyModel.safetensors()))
        var options = InspectionOptions()
        options.recordsObjects = true
        options.hashesFiles = true
        let source = ArtifactSource.path(ByteString(folder.path + "/model"))
        var report = try ArtifactInspector(options: options).inspect(source)
        #expect(report.findings.isEmpty)
        #expect(report.keptFiles.keys.sorted() == [0])
        // Nobody opens it again: there is nothing of that name any more.
        try FileManager.default.moveItem(atPath: folder.path + "/model", toPath: folder.path + "/moved")
        try await ObjectHasher(rule: options.uploadRule).hash(&report, of: source)
        var md5 = MD5()
        md5.update(large.span.bytes)
        #expect(report.objects?.first?.etag?.text.contains(md5.finish().hexadecimal) == true)
        #expect(report.keptFiles.isEmpty)
    }

    /// What stays open is bounded, in files and in bytes.
    @Test func keepsNoMoreThanThereIsRoomFor() {
        let room = WalkRoom(files: 2, bytes: 10)
        #expect([8, 3, 2, 0].map { room.takeFile(bytes: $0) } == [true, false, true, false])
        let other = WalkRoom(files: 0, bytes: 10)
        #expect([8, 3, 2].map { other.take(bytes: $0) } == [true, false, true])
        other.giveBack(bytes: 8)
        #expect([9, 8, 1].map { other.take(bytes: $0) } == [false, true, false])
    }

    /// What a rule wants of the start of a file comes with the file.
    @Test func seenBytesComeAlong() throws {
        let contents = FileContents(format: nil, prefix: Array(0..<100), fault: nil, facts: .none)
        let needs = ContentNeeds(prefix: 80)
        let seen = SeenContents(contents, needs)
        #expect(seen.bytes == 80)
        #expect(seen.contents(for: needs, format: nil)?.prefix == Array(0..<80))
        #expect(seen.contents(for: ContentNeeds(prefix: 81), format: nil) == nil)
        let plain = FileContents(format: .safetensors, prefix: Array(0..<100), fault: nil, facts: .none)
        #expect(SeenContents(plain, ContentNeeds(judgement: true)).bytes == 0)
        #expect(SeenContents(plain, needs).bytes == 80)
    }

    /// What is known is not read again: a file whose known bytes were overwritten is seen as it was.
    @Test func knownBytesAreNotReadAgain() throws {
        let folder = try TemporaryDirectory()
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let contents = generator.bytes(10_000)
        try folder.write("file", Data(contents.map { ~$0 }))
        for _ in 0..<50 {
            // Everything but the known bytes is inverted in the file.
            var known: [KeptFile.Range] = []
            var expected = contents.map { ~$0 }
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let start = Int.random(in: 0..<contents.count, using: &generator)
                let end = Int.random(in: start...min(contents.count, start + 4_000), using: &generator)
                known.append(KeptFile.Range(offset: Int64(start), bytes: Array(contents[start..<end])))
                expected.replaceSubrange(start..<end, with: contents[start..<end])
            }
            let descriptor = try FileDescriptor.open(FilePath(folder.path + "/file"), .readOnly)
            let file = KeptFile(
                descriptor, path: "file",
                identity: try RegularFile(opening: ByteString(folder.path + "/file")).identity,
                known: known)
            for _ in 0..<10 {
                let start = Int.random(in: 0...contents.count, using: &generator)
                let count = Int.random(in: 0...12_000, using: &generator)
                var bytes = [UInt8](repeating: 0, count: count)
                let read = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: Int64(start)) }
                #expect(Array(bytes.prefix(read)) == Array(expected[start...].prefix(count)))
            }
            try file.verifyUnchanged()
        }
    }
}
