import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Archives that are damaged, are something else, or were made to harm.
@Suite struct BadArchiveTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func report(_ bytes: [UInt8], _ name: String = "model.tar.gz", _ arguments: String...) throws -> Report {
        try folder.write(name, Data(bytes))
        return try Command.optml(in: folder).report(["check", name] + arguments)
    }

    /// An archive that does not compress, so that its bytes are spread over its members.
    private static let sample: [UInt8] = {
        var tar = TarBuilder()
        var state: UInt32 = 1
        for index in 0..<20 {
            let contents = (0..<700).map { _ in
                state = state &* 1_664_525 &+ 1_013_904_223
                return UInt8(truncatingIfNeeded: state >> 24)
            }
            tar.add(ByteString("weights-\(index)"), contents: contents)
        }
        return gzip(tar.finished)
    }()

    @Test func truncatedAtEveryThousandthByte() throws {
        #expect(Self.sample.count > 10_000)
        for length in stride(from: 1000, to: Self.sample.count, by: 1000) + [Self.sample.count - 1] {
            let report = try report(Array(Self.sample.prefix(length)))
            #expect(report.errors == ["archive-corrupt"] && report.status == 1, "\(length)")
            let finding = try #require(report.findings("archive-corrupt").first)
            #expect(finding.json["byteOffset"] as? Int == length)
            #expect(finding.message.contains("cut off") && finding.message.contains("byte \(length)"))
        }
    }

    /// A wrong byte in the header, in the middle, in the CRC-32 and in the length.
    @Test(arguments: [3, 9, 5000, -8, -5, -4, -1]) func flipped(_ place: Int) throws {
        var bytes = Self.sample
        bytes[place < 0 ? bytes.count + place : place] ^= 0x40
        let report = try report(bytes)
        guard place != 9 else {
            // The operating system in the header means nothing.
            #expect(report.rules == [] && report.status == 0)
            return
        }
        #expect(report.errors == ["archive-corrupt"] && report.status == 1)
        let result = try Command.optml(in: folder).run(
            "manifest", "model.tar.gz", "--s3-uri", "s3://my-bucket/model.tar.gz", "-o", "m.csv")
        result.expectFailure(1, "archive-corrupt", "nothing was written")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/m.csv"))
    }

    @Test func flippedInTheMagicNumber() throws {
        var bytes = Self.sample
        bytes[1] ^= 0x40
        #expect(try report(bytes).errors == ["not-a-gzip-tar"])
    }

    static let others: [(words: String, bytes: [UInt8])] = [
        ("a plain tar archive", Samples.model.finished),
        ("a zip archive", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 60)),
        ("zstd", [0x28, 0xB5, 0x2F, 0xFD] + [UInt8](repeating: 0, count: 60)),
        ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0] + [UInt8](repeating: 0, count: 60)),
        ("bzip2", Array("BZh91AY&SY".utf8) + [UInt8](repeating: 0, count: 60)),
        ("HTML", Array("<!DOCTYPE html>\n<html><body>403 Forbidden</body></html>\n".utf8)),
        (
            "Git LFS pointer",
            Array(
                "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "4d", count: 32))\nsize 12\n"
                    .utf8)
        ),
        ("gzip of gzip", gzip(gzip(Samples.model.finished))),
        ("gzip of text", gzip(Array("hello, world\n".utf8))),
        ("text", Array("hello, world\n".utf8)),
    ]

    /// Something else under the name of an archive is named, by default and where an archive is asked for.
    @Test(arguments: others.indices) func isSomethingElse(_ index: Int) throws {
        let (words, bytes) = Self.others[index]
        for arguments in [[], ["--s3-data-type", "S3Object", "--compression-type", "Gzip"]] {
            try folder.write("model.tar.gz", Data(bytes))
            let report = try Command.optml(in: folder).report(["check", "model.tar.gz"] + arguments)
            let finding = try #require(report.findings("not-a-gzip-tar").first)
            #expect(finding.message.contains(words), "\(finding.message)")
            #expect((finding.json["help"] as? String)?.isEmpty == false)
            #expect(report.errors.contains("not-a-gzip-tar") && report.status == 1)
        }
    }

    /// A GiB of zeros in a MiB: a warning, and no memory for it.
    @Test func bomb() throws {
        let path = folder.path + "/model.tar.gz"
        try Self.writeBomb(to: path, size: 1 << 30)
        var command = Command.optml(in: folder)
        command.measuresMemory = true
        let result = try command.run("check", "model.tar.gz", "--format", "json")
        let report = try Report(result)
        #expect(report.rules == ["compression-bomb"] && report.status == 0)
        #expect(report.summary["bytes"] == 1 << 30)
        #expect(result.peakMemory < 100 << 20, "\(result.peakMemory)")
        let limited = try Command.optml(in: folder).report("check", "model.tar.gz", "--max-size", "1MiB")
        #expect(limited.errors == ["compression-bomb"] && limited.status == 1)
    }

    /// Writes an archive with one member of zeros, piece by piece.
    private static func writeBomb(to path: String, size: Int) throws {
        var tar = TarBuilder()
        tar.add("zeros", size: size)
        // Gzip members one behind the other are one stream; all pieces of zeros are the same.
        let piece = gzip([UInt8](repeating: 0, count: 16 << 20), level: 9)
        var bytes = gzip(tar.bytes)
        for _ in 0..<(size / (16 << 20)) { bytes += piece }
        bytes += gzip([UInt8](repeating: 0, count: 1024))
        try Data(bytes).write(to: URL(filePath: path))
    }

    /// A member's path of 400 kB with 200,000 components.
    @Test func pathOfManyComponents() throws {
        var tar = TarBuilder()
        tar.addPax(["path": Array(String(repeating: "a/", count: 200_000).utf8) + [0x62]])
        tar.add("short", contents: [1])
        tar.add("weights", contents: [1])
        try folder.write("model.tar.gz", Data(gzip(tar.finished)))
        var command = Command.optml(in: folder)
        command.processorLimit = 20
        command.measuresMemory = true
        for arguments in [["check"], ["layout"], ["layout", "--every-combination"]] {
            let result = try command.run(arguments + ["model.tar.gz", "--format", "json"])
            #expect(result.status <= 1 && !result.output.isEmpty)
            #expect(result.peakMemory < 200 << 20)
        }
        let report = try command.report("check", "model.tar.gz")
        #expect(report.status == 1 && !report.errors.isEmpty)
        let text = try command.run("check", "model.tar.gz")
        #expect(text.status == 1)
    }

    /// Names that no header field could hold: a NUL, a line feed, no UTF-8.
    @Test func namesOfAnyBytes() throws {
        var tar = TarBuilder()
        for name in [[0x61, 0, 0x62], [0x61, 0x0A, 0x62], [0x61, 0xFF, 0x62]] as [[UInt8]] {
            tar.addPax(["path": name])
            tar.add("short", contents: [1])
        }
        tar.add("weights", contents: [1])
        let report = try report(gzip(tar.finished))
        #expect(report.errors.contains("null-byte"))
        #expect(report.summary["files"] == 4)
        #expect(JSONShape.report().problems(report.json) == [])
        let text = try Command.optml(in: folder).run("layout", "model.tar.gz")
        #expect(
            text.text.contains("── a\\nb\n") && text.text.contains("── a\\xffb\n") && text.text.contains("── a\\x00b\n")
        )
    }

    @Test func archiveOfNothing() throws {
        for bytes in [TarBuilder().finished, [UInt8](repeating: 0, count: 10_240)] {
            let report = try report(gzip(bytes))
            #expect(report.errors.count == 1 && report.status == 1, "\(report.errors)")
        }
        var tar = TarBuilder()
        tar.add("./", type: "5")
        #expect(try report(gzip(tar.finished)).errors == ["no-objects"])
    }
}
