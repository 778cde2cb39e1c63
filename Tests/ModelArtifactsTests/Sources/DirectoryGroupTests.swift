import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ModelArtifacts

/// Trees of many directories of few files, which are opened in groups before the walker comes to them.
@Suite struct DirectoryGroupTests {
    /// Every file is there once, in order and with its hash, whatever the tree and the number of threads.
    @Test(arguments: [1, 2, 5])
    func anyTree(jobs: Int) throws {
        for seed in 0..<6 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let folder = try TemporaryDirectory()
            var expected: [ByteString: String] = [:]
            for _ in 0..<600 {
                // Many beside each other, some of which are in each other, and empty ones.
                let depth = Int.random(in: 0...4, using: &random)
                let path = (0..<depth).map { level in
                    "d\(Int.random(in: 0..<(level == Int(seed) % 3 ? 200 : 3), using: &random))"
                }.joined(separator: "/")
                if Int.random(in: 0..<12, using: &random) == 0 {
                    try FileManager.default.createDirectory(
                        atPath: folder.path + "/" + path + "/empty", withIntermediateDirectories: true)
                    continue
                }
                let name = (path.isEmpty ? "" : path + "/") + "f\(Int.random(in: 0..<3, using: &random))"
                try folder.write(name, "content of \(name)")
                expected[ByteString(name)] = "content of \(name)"
            }
            let log = HashLog()
            var walker = DirectoryWalker(root: ByteString(folder.path), jobs: jobs, kernel: .scalar)
            try walker.walk(log)
            #expect(log.files.map(\.path) == expected.keys.sorted(), "seed \(seed)")
            for file in log.files {
                var md5 = MD5()
                md5.update(Array((expected[file.path] ?? "").utf8).span.bytes)
                #expect(file.digest == md5.finish(), "seed \(seed): \(file.path)")
            }
            #expect(Self.openFiles(below: folder.path).isEmpty, "seed \(seed)")
        }
    }

    /// A directory that is left out is not entered, and one that is a link is followed.
    @Test func whatIsBetween() throws {
        let folder = try TemporaryDirectory()
        for index in 100..<200 {
            try folder.write("\(index)/file", "x")
            try folder.write("\(index)/__pycache__/file", "x")
        }
        try folder.write("__pycache__/file", "x")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/150-link", withDestinationPath: "150")
        let log = DirectoryLog()
        var walker = DirectoryWalker(root: ByteString(folder.path), filter: PathFilter(excludesJunk: true), jobs: 3)
        try walker.walk(log)
        let kept = (100..<200).map { ByteString("\($0)/file") }
        #expect(log.files == (kept + ["150-link/file"]).sorted())
        #expect(Self.openFiles(below: folder.path).isEmpty)
    }

    /// Wherever a walk is given up, nothing stays open.
    @Test(arguments: [1, 3])
    func visitorThatThrows(jobs: Int) throws {
        let folder = try TemporaryDirectory()
        for index in 0..<120 {
            try folder.write("\(index)/a/file", "x")
            try FileManager.default.createDirectory(
                atPath: folder.path + "/\(index)/empty", withIntermediateDirectories: true)
        }
        for count in [0, 1, 2, 3, 50, 99, 200] {
            let visitor = ThrowingVisitor(after: count)
            var walker = DirectoryWalker(root: ByteString(folder.path), jobs: jobs, kernel: .scalar)
            #expect(throws: ArtifactError.self) { try walker.walk(visitor) }
            #expect(Self.openFiles(below: folder.path).isEmpty, "after \(count)")
        }
    }

    /// The files below a directory that this process has open; none where the system does not tell.
    private static func openFiles(below path: String) -> [String] {
        let own = "/proc/self/fd/"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: own)) ?? []
        return names.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: own + $0) }
            .filter { $0.hasPrefix(path) }
    }
}

private final class HashLog: DirectoryVisitor {
    var files: [(path: ByteString, digest: MD5Digest?)] = []

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: WalkedFile, in directory: FileDescriptor) {
        files.append((ByteString(path), file.digest))
    }

    func visit(_ entry: DirectoryEntry) {}
}

private final class ThrowingVisitor: DirectoryVisitor {
    private var left: Int

    init(after count: Int) { left = count }

    func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: WalkedFile, in directory: FileDescriptor
    ) throws(ArtifactError) { try count() }

    func visit(_ entry: DirectoryEntry) throws(ArtifactError) { try count() }

    private func count() throws(ArtifactError) {
        left -= 1
        if left < 0 { throw ArtifactError(.readFailed, "enough") }
    }
}
