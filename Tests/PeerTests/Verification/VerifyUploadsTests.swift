import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// What several uploaders put into moto is the same as what is here, until a byte of it is not.
@Suite(
    .enabled(if: MotoServer.isWanted && Peer.rclone.isWanted && Peer.s5cmd.isWanted, .init(rawValue: MotoServer.hint)))
struct VerifyUploadsTests {
    private static let sizes = [0, 1, 100, 5 << 20, (8 << 20) + 1, 20_000_000]

    private struct Report: Decodable {
        struct Object: Decodable {
            let path: String
            let status: String
        }
        let objects: [Object]

        /// The paths that are not the same, with what they are.
        var different: [String: String] {
            Dictionary(uniqueKeysWithValues: objects.filter { $0.status != "same" }.map { ($0.path, $0.status) })
        }
    }

    @Test(arguments: BucketTests.Upload.allCases)
    func findsEveryDifference(_ upload: BucketTests.Upload) throws {
        let seed = TestSeed.make()
        var content = SplitMix64(seed: seed)
        let folder = try TemporaryDirectory()
        for size in Self.sizes { try folder.write("m/\(size).bin", content.data(size)) }
        try folder.write("m/twin.bin", content.data(100))
        let bucket = "verified-\(upload)".lowercased()
        try AWS().run("s3", "mb", "s3://\(bucket)")
        try upload.run(folder.path + "/m", bucket: bucket)

        // Who uploaded them need not be said, unless the parts are of a size that nobody would guess.
        let uri = "s3://\(bucket)/m/"
        let hint = upload == .boto3UnevenParts ? upload.options : []
        if !hint.isEmpty {
            let unasked = try verify([folder.path + "/m", uri, "--no-head"])
            #expect(unasked == (1, ["20000000.bin": "changed"]))
        }
        // S3 is asked about what the listing does not tell.
        #expect(try verify([folder.path + "/m", uri]) == (0, [:]))
        #expect(try verify([folder.path + "/m", uri] + hint) == (0, [:]))
        #expect(try verify([folder.path + "/m", uri, "--exact-parts"]) == (0, [:]))
        // Most leave a CRC-32 with what they upload; where moto has none, that is no proof.
        let checked = try verify([folder.path + "/m", uri, "--checksums"])
        #expect(checked == (0, [:]) || Set(checked.1.values) == ["unverifiable"], "\(checked)")
        let manifest = folder.path + "/manifest.csv"
        let made = try BucketOptml().run(["manifest", uri, "-o", manifest])
        #expect(made.status == 0, "\(made.errorText)")
        #expect(try verify([manifest, folder.path + "/m"] + hint) == (0, [:]))
        #expect(try verify([manifest, uri]) == (0, [:]))

        var expected: [String: String] = [:]
        func path(_ name: String) -> URL { URL(filePath: folder.path + "/m/" + name) }
        for size in [1, 5 << 20, 20_000_000] {
            var bytes = try Data(contentsOf: path("\(size).bin"))
            bytes[Int.random(in: bytes.indices, using: &content)] ^= UInt8.random(in: 1...255, using: &content)
            try bytes.write(to: path("\(size).bin"))
            expected["\(size).bin"] = "changed"
        }
        let large = try Data(contentsOf: path("8388609.bin"))
        try large.dropLast(Int.random(in: 1...large.count, using: &content)).write(to: path("8388609.bin"))
        expected["8388609.bin"] = "changed"
        // Two of the same size take each other's places.
        let (one, other) = (try Data(contentsOf: path("100.bin")), try Data(contentsOf: path("twin.bin")))
        try one.write(to: path("twin.bin"))
        try other.write(to: path("100.bin"))
        (expected["100.bin"], expected["twin.bin"]) = ("changed", "changed")
        try FileManager.default.removeItem(at: path("0.bin"))
        try folder.write("m/new.bin", "new")
        (expected["0.bin"], expected["new.bin"]) = ("missing", "unexpected")
        #expect(try verify([manifest, folder.path + "/m"] + hint) == (1, expected), "seed \(seed)")
        (expected["0.bin"], expected["new.bin"]) = ("unexpected", "missing")
        #expect(try verify([folder.path + "/m", uri] + hint) == (1, expected), "seed \(seed)")
    }

    /// The exit status and the objects that are not the same.
    private func verify(_ arguments: [String]) throws -> (Int32, [String: String]) {
        let result = try BucketOptml().run(["verify"] + arguments + ["--format", "json"])
        guard let report = try? JSONDecoder().decode(Report.self, from: result.output) else {
            throw PeerFailed(name: "optml verify \(arguments.joined(separator: " "))", result: result)
        }
        return (result.status, report.different)
    }
}
