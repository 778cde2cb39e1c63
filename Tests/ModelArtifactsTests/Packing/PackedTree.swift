import Foundation
import ModelArtifacts
import SystemPackage
import TestSupport

/// A directory that is packed to files.
struct PackedTree {
    let folder: TemporaryDirectory
    var options = PackingOptions()

    init() throws { folder = try TemporaryDirectory() }

    var root: ByteString { ByteString(folder.path + "/model") }

    @discardableResult
    func write(_ name: String, _ contents: [UInt8]) throws -> String {
        try folder.write("model/" + name, Data(contents))
    }

    func plan() throws -> PackingPlan { try ArchivePacker(options: options).plan(root) }

    /// Packs, and returns the archive with its bytes.
    func pack(_ plan: PackingPlan? = nil) throws -> (archive: PackedArchive, bytes: [UInt8]) {
        let file = folder.path + "/" + UUID().uuidString
        let descriptor = try FileDescriptor.open(file, .readWrite, options: [.create], permissions: .ownerReadWrite)
        defer { try? descriptor.close() }
        let archive = try ArchivePacker(options: options).write(
            try plan ?? self.plan(), to: descriptor, named: "archive")
        return (archive, Array(try Data(contentsOf: URL(filePath: file))))
    }

    /// Packs into a file that can only be written to, as a pipe.
    func packToSink() throws -> (archive: PackedArchive, bytes: [UInt8]) {
        let file = folder.path + "/" + UUID().uuidString
        let descriptor = try FileDescriptor.open(file, .writeOnly, options: [.create], permissions: .ownerReadWrite)
        defer { try? descriptor.close() }
        let archive = try ArchivePacker(options: options).write(plan(), to: descriptor, named: "archive")
        return (archive, Array(try Data(contentsOf: URL(filePath: file))))
    }

    private static let vocabulary = (0..<100_000).flatMap { "token\($0 * 7919 % 99_991)\n".utf8 }
    private static let noise: [UInt8] = {
        var generator = SplitMix64(seed: 99)
        return generator.bytes(3_000_000)
    }()
    private static let skewed = noise.prefix(2_500_000).map { $0 & 0x35 }

    /// A tree of a few megabytes with all kinds of contents.
    static func sample() throws -> PackedTree {
        let tree = try PackedTree()
        try tree.write("config.json", Array("{\"model_type\": \"sample\"}\n".utf8))
        try tree.write("empty", [])
        try tree.write("code/inference.py", Array(String(repeating: "def model_fn(path): ...\n", count: 9).utf8))
        try tree.write("vocab.txt", vocabulary)
        try tree.write("model.bin", noise)
        try tree.write("skewed.bin", skewed)
        try tree.write("a/deep/er/tree/x", [1])
        try tree.write("ünï/日本.bin", [2, 2])
        try tree.write("blocks/\(String(repeating: "n", count: 120))", [UInt8](repeating: 3, count: 512))
        try FileManager.default.createDirectory(
            atPath: tree.folder.path + "/model/a/empty", withIntermediateDirectories: true)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: tree.folder.path + "/model/code/inference.py")
        return tree
    }
}
