import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ModelArtifacts

/// Small files that are hashed many at a time, against the plain computation.
@Suite struct SmallFileReaderTests {
    private static let greatestSize = 64 << 10
    private static let firstByteCount = 16 << 10

    /// The name as system calls want it.
    private func terminated(_ name: String) -> [CChar] { name.utf8.map { CChar(bitPattern: $0) } + [0] }

    private func withDirectory(_ path: String, _ body: (FileDescriptor) throws -> Void) throws {
        let directory = try FileDescriptor.open(FilePath(path), .readOnly)
        try directory.closeAfter { try body(directory) }
    }

    /// Lengths around the ends of blocks, of the padding and of the first read, the largest size, and any; more than fit at
    /// once. Files changed long ago, and lately, with many opened at a time, and each by itself.
    @Test(arguments: MD5Kernel.available)
    func digestsOfManySizes(kernel: MD5Kernel) throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        let folder = try TemporaryDirectory()
        var sizes = [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 121, Self.greatestSize - 1, Self.greatestSize]
        sizes += [-1, 0, 1].map { Self.firstByteCount + $0 }
        for limit in [200, 7000, Self.greatestSize] {
            sizes += (0..<45).map { _ in Int.random(in: 0...limit, using: &random) }
        }
        sizes.shuffle(using: &random)
        var names: [CChar] = []
        var starts: [Int] = []
        var expected: [MD5Digest] = []
        for (index, size) in sizes.enumerated() {
            let content = Data((0..<size).map { _ in UInt8.random(in: 0...255, using: &random) })
            try folder.write("\(index)", content)
            starts.append(names.count)
            names += terminated("\(index)")
            var md5 = MD5()
            content.withUnsafeBytes { md5.update($0) }
            expected.append(md5.finish())
        }
        try withDirectory(folder.path) { directory in
            for now in [0, Int64.max] {
                for usesRing in [true, false] {
                    let hasher = SmallFileReader(kernel: kernel, now: now, usesRing: usesRing)
                    for _ in 0..<2 {
                        let files = hasher.read(names, at: starts, in: directory)
                        #expect(files.map { $0.map { Int($0.target.size) } } == sizes, "seed \(seed)")
                        #expect(files.map { $0?.digest } == expected, "seed \(seed)")
                    }
                    #expect(hasher.read(names, at: [], in: directory).isEmpty)
                }
            }
        }
    }

    /// What is no small regular file is left to others, and nothing stays open.
    @Test(arguments: [true, false])
    func refuses(usesRing: Bool) throws {
        let folder = try TemporaryDirectory()
        try folder.write("large", Data(count: Self.greatestSize + 1))
        try folder.write("file", "abc")
        try FileManager.default.createDirectory(atPath: folder.path + "/directory", withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "file")
        #expect(mkfifo(folder.path + "/fifo", 0o600) == 0)
        let hasher = SmallFileReader(kernel: .scalar, usesRing: usesRing)
        try withDirectory(folder.path) { directory in
            var names: [CChar] = []
            var starts: [Int] = []
            for name in ["large", "file", "directory", "link", "fifo", "missing", "file"] {
                starts.append(names.count)
                names += terminated(name)
            }
            let files = hasher.read(names, at: starts, in: directory)
            let digest = "900150983cd24fb0d6963f7d28e17f72"
            #expect(files.map { $0?.digest?.hexadecimal } == [nil, digest, nil, nil, nil, nil, digest])
        }
    }

    /// Files are closed again: more are hashed than a process may have open.
    @Test(arguments: [true, false])
    func leavesNothingOpen(usesRing: Bool) throws {
        let folder = try TemporaryDirectory()
        try folder.write("file", "abc")
        let hasher = SmallFileReader(kernel: .scalar, usesRing: usesRing)
        let count = min(sysconf(CInt(_SC_OPEN_MAX)), 20_000) + 1
        try withDirectory(folder.path) { directory in
            let files = hasher.read(terminated("file"), at: Array(repeating: 0, count: count), in: directory)
            #expect(files.allSatisfy { $0 != nil })
        }
    }
}
