import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ModelArtifacts

/// Small files that are hashed many at a time, against the plain computation.
@Suite struct SmallFileHasherTests {
    private static let greatestSize = 64 << 10

    /// The name as system calls want it.
    private func terminated(_ name: String) -> [CChar] { name.utf8.map { CChar(bitPattern: $0) } + [0] }

    private func withDirectory(_ path: String, _ body: (FileDescriptor) throws -> Void) throws {
        let directory = try FileDescriptor.open(FilePath(path), .readOnly)
        try directory.closeAfter { try body(directory) }
    }

    /// Lengths around the ends of blocks and of the padding, the largest size, and any; often more than fit at once.
    @Test(arguments: MD5Kernel.available)
    func digestsOfManySizes(kernel: MD5Kernel) throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed of digestsOfManySizes: \(seed)")
        var random = SeededGenerator(state: seed)
        let folder = try TemporaryDirectory()
        var sizes = [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 121, Self.greatestSize - 1, Self.greatestSize]
        for limit in [200, 7000, Self.greatestSize] {
            sizes += (0..<45).map { _ in Int.random(in: 0...limit, using: &random) }
        }
        sizes.shuffle(using: &random)
        var contents: [Data] = []
        for (index, size) in sizes.enumerated() {
            contents.append(Data((0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }))
            try folder.write("\(index)", contents[index])
        }
        let hasher = SmallFileHasher(kernel: kernel)
        var digests: [MD5Digest] = []
        try withDirectory(folder.path) { directory in
            for index in sizes.indices {
                if hasher.isFull { digests += hasher.digests() }
                let status = hasher.read(terminated("x\(index)"), at: 1, in: directory)
                #expect(status.map { Int($0.st_size) } == sizes[index], "seed \(seed)")
            }
        }
        digests += hasher.digests()
        let expected = contents.map { content in
            var md5 = MD5()
            content.withUnsafeBytes { md5.update($0) }
            return md5.finish()
        }
        #expect(digests == expected, "seed \(seed)")
        #expect(hasher.digests() == [])
    }

    /// What is no small regular file is left to others, and takes no place among those that are.
    @Test func refuses() throws {
        let folder = try TemporaryDirectory()
        try folder.write("large", Data(count: Self.greatestSize + 1))
        try folder.write("file", "abc")
        try FileManager.default.createDirectory(atPath: folder.path + "/directory", withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "file")
        #expect(mkfifo(folder.path + "/fifo", 0o600) == 0)
        let hasher = SmallFileHasher(kernel: .scalar)
        try withDirectory(folder.path) { directory in
            for name in ["large", "directory", "link", "fifo", "missing"] {
                #expect(hasher.read(terminated(name), at: 0, in: directory) == nil)
            }
            #expect(hasher.read(terminated("file"), at: 0, in: directory) != nil)
        }
        #expect(hasher.digests().map(\.hexadecimal) == ["900150983cd24fb0d6963f7d28e17f72"])
    }
}
