import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// What `gzip -t` refuses is an error finding with exit status 1; what it accepts is none.
@Suite(.enabled(if: Peer.gzip.isWanted && Peer.gnuTar.isWanted, "GNU tar or gzip is not installed"))
struct DamagedArchiveTests {
    /// An archive of about 30 kB that GNU tar and gzip have made.
    func sample(_ folder: TemporaryDirectory) throws -> Data {
        var content = SplitMix64(seed: 7)
        try folder.write("model/config.json", "{}")
        for name in ["a.bin", "b.bin", "c.bin"] { try folder.write("model/" + name, content.data(10_000)) }
        let archive = folder.path + "/sample.tar.gz"
        try Packer.gnuTar.pack(folder.path + "/model", ".", format: "gnu", to: archive)
        return try Data(contentsOf: URL(filePath: archive))
    }

    /// Compares the judgement of both.
    func compare(_ archive: Data, in folder: TemporaryDirectory, _ what: String) throws {
        let path = try folder.write("damaged.tar.gz", archive)
        let gzip = try Peer.gzip.command().run("-t", path)
        let (status, report) = try Optml.report(
            ["layout", path, "--s3-data-type", "S3Object", "--compression-type", "Gzip"])
        // Damage of the very first header leaves nothing that looks like a tar archive.
        let expected: Set<String> =
            archive.starts(with: [0x1F, 0x8B]) ? ["archive-corrupt", "not-a-gzip-tar"] : ["not-a-gzip-tar"]
        #expect(status == (gzip.status == 1 ? 1 : 0), "\(what): \(gzip.errorText)")
        #expect(
            !expected.isDisjoint(with: report.rules) == (gzip.status == 1),
            "\(what): \(gzip.errorText) \(report.rules)")
    }

    @Test func truncated() throws {
        let folder = try TemporaryDirectory()
        let sample = try sample(folder)
        #expect((29_000...35_000).contains(sample.count))
        let lengths =
            Array(stride(from: 0, through: sample.count, by: 1000)) + [1, 2, 3, 9, 10, 11]
            + (1...9).map { sample.count - $0 } + [sample.count]
        for length in lengths { try compare(sample.prefix(length), in: folder, "the first \(length) bytes") }
        print("DamagedArchiveTests: \(lengths.count) lengths")
    }

    @Test func flippedBits() throws {
        let folder = try TemporaryDirectory()
        let sample = try sample(folder)
        var generator = SplitMix64(seed: TestSeed.make())
        let header = (0..<80).map { $0 }
        let trailer = (0..<64).map { sample.count * 8 - 1 - $0 }
        let body = (0..<100).map { _ in Int.random(in: 80..<(sample.count - 8) * 8, using: &generator) }
        for bit in header + body + trailer {
            var damaged = sample
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            try compare(damaged, in: folder, "bit \(bit % 8) of byte \(bit / 8)")
        }
        print("DamagedArchiveTests: \(header.count + body.count + trailer.count) flipped bits")
    }
}
