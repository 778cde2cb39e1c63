import Foundation
import ModelArtifacts
import TestSupport
import Testing

@Suite struct DirectoryWalkerTests {
    private func walk(_ folder: TemporaryDirectory, _ name: String = "", linkedEntryLimit: Int = 1000) throws
        -> DirectoryLog
    {
        let log = DirectoryLog()
        var walker = DirectoryWalker(
            root: ByteString(folder.path + name), linkedEntryLimit: linkedEntryLimit)
        try walker.walk(log)
        return log
    }

    /// The order is that of the full keys, whatever the order on disk.
    @Test func goesInByteOrder() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let folder = try TemporaryDirectory()
            var expected: Set<ByteString> = []
            for _ in 0..<30 {
                let components = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    ["a", "b", "a-", "a.", "a0", "A", "é", "e\u{301}", "a b"].randomElement(using: &generator) ?? ""
                }
                let path = components.joined(separator: "/")
                // A name cannot be a file and a directory.
                if (try? folder.write(path, "x")) != nil { expected.insert(ByteString(path)) }
            }
            let log = try walk(folder)
            #expect(log.files == expected.sorted(), "seed \(seed)")
            #expect(log.sizes == expected.map { _ in 1 }, "seed \(seed)")
        }
    }

    /// Two links to each directory in a chain of thirty would be a billion entries.
    @Test func chainOfDiamonds() throws {
        let folder = try TemporaryDirectory()
        for level in 0..<30 {
            let directory = folder.path + "/\(level)"
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            for name in ["left", "right"] {
                try FileManager.default.createSymbolicLink(
                    atPath: directory + "/" + name, withDestinationPath: "../\(level + 1)")
            }
        }
        try folder.write("30/x", "x")
        let log = try walk(folder, linkedEntryLimit: 500)
        let capped = log.entries.filter { if case .tooManyEntries(limit: 500) = $0.kind { true } else { false } }
        #expect(capped.count == 1)
        #expect(log.files.contains("30/x") && log.entries.count < 2000)
    }

    @Test func emptyDirectories() throws {
        let folder = try TemporaryDirectory()
        try FileManager.default.createDirectory(atPath: folder.path + "/a/b", withIntermediateDirectories: true)
        let log = try walk(folder)
        #expect(log.files == [] && log.entries.map(\.path) == ["a/b"])
    }

    @Test func linksToDirectoriesSortAsDirectories() throws {
        let folder = try TemporaryDirectory()
        try folder.write("a-x", "x")
        try folder.write("a0", "x")
        try folder.write("real/f", "x")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a", withDestinationPath: "real")
        #expect(try walk(folder).files == ["a-x", "a/f", "a0", "real/f"])
    }

    @Test func rootThatIsNoDirectory() throws {
        let folder = try TemporaryDirectory()
        try folder.write("file", "x")
        let missing = #expect(throws: ArtifactError.self) { try walk(folder, "/nothing") }
        #expect(missing?.code == .notFound)
        let file = #expect(throws: ArtifactError.self) { try walk(folder, "/file") }
        #expect(file?.code == .readFailed)
    }
}
