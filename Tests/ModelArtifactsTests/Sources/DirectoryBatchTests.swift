import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// Directories of so many entries that several threads inspect them.
@Suite struct DirectoryBatchTests {
    /// The report is the same whatever the number of threads, with and without hashing, and every small file is hashed.
    @Test(arguments: [1, 2, 5])
    func anyNumberOfThreads(jobs: Int) throws {
        let folder = try TemporaryDirectory()
        var expected: [ByteString] = []
        for directory in ["a", "a/b", "a-", "c"] {
            for index in 0..<EntryBatch.size * 2 + 7 {
                try folder.write("\(directory)/\(index)", "\(directory) \(index)")
                expected.append(ByteString("\(directory)/\(index)"))
            }
        }
        try folder.write("a/large", Data(count: 70_000))
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/b/link", withDestinationPath: "1")
        expected += ["a/large", "a/b/link"]
        for hashes in [false, true] {
            var options = InspectionOptions()
            options.recordsObjects = true
            options.hashesFiles = hashes
            options.jobs = jobs
            let report = try ArtifactInspector(options: options).inspect(.path(ByteString(folder.path)))
            let objects = try #require(report.objects)
            #expect(objects.map(\.path) == expected.sorted())
            for object in objects {
                // Links are left to whoever hashes what is large.
                guard hashes, object.path != "a/large", object.path != "a/b/link" else {
                    #expect(object.etag == nil)
                    continue
                }
                let text = try #require(object.path.string).split(separator: "/")
                let content = text.dropLast().joined(separator: "/") + " " + (text.last ?? "")
                var md5 = MD5()
                md5.update(Array(content.utf8).span.bytes)
                #expect(object.etag == ETag(md5: md5.finish()) && object.upload == .singlePut)
            }
        }
    }

    /// Names that share their beginnings, and of which some begin with others, come in the order of keys.
    @Test func orderOfNames() throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        for shared in ["", "model-"] {
            let folder = try TemporaryDirectory()
            var keys: Set<ByteString> = []
            var names: Set<String> = []
            for _ in 0..<400 {
                let length = Int.random(in: 1...12, using: &random)
                let rest = (0..<length).map { _ in ["a", "b", "-", "0", "~", "é"].randomElement(using: &random) ?? "a" }
                let name = shared + rest.joined()
                guard names.insert(name).inserted else { continue }
                let key = Bool.random(using: &random) ? name + "/file" : name
                try folder.write(key, "x")
                keys.insert(ByteString(key))
            }
            let log = DirectoryLog()
            var walker = DirectoryWalker(root: ByteString(folder.path))
            try walker.walk(log)
            #expect(log.files == keys.sorted(), "seed \(seed)")
        }
    }

    /// A walk that is given up does not leave threads behind that use its directory.
    @Test func givesUp() throws {
        let folder = try TemporaryDirectory()
        for index in 0..<EntryBatch.size * 3 { try folder.write("d/\(index)", "x") }
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/e", withDestinationPath: "d")
        let log = DirectoryLog()
        var walker = DirectoryWalker(
            root: ByteString(folder.path), linkedEntryLimit: 5, jobs: 4, kernel: .scalar)
        try walker.walk(log)
        #expect(log.files.count == EntryBatch.size * 3 + 5)
        #expect(log.entries.contains { if case .tooManyEntries(limit: 5) = $0.kind { true } else { false } })
    }

    /// Files that are left out are not read.
    @Test func hashesOnlyWhatIsWanted() throws {
        let folder = try TemporaryDirectory()
        for index in 0..<10 { try folder.write("d/\(index).txt", "x") }
        try folder.write("d/kept", "abc")
        var options = InspectionOptions()
        options.recordsObjects = true
        options.hashesFiles = true
        options.filter = PathFilter(patterns: [.exclude(Glob("d/*.txt"))])
        let report = try ArtifactInspector(options: options).inspect(.path(ByteString(folder.path)))
        #expect(report.objects?.map(\.path) == ["d/kept"])
        #expect(report.objects?.first?.etag?.text == "900150983cd24fb0d6963f7d28e17f72")
    }
}
