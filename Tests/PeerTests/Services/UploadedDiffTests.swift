import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// What the AWS CLI has uploaded and lists, against the directory and against an archive of it that GNU tar made.
@Suite(.enabled(if: MotoServer.isWanted && Peer.gnuTar.isWanted, .init(rawValue: MotoServer.hint)))
struct UploadedDiffTests {
    @Test func findsWhatChangedSinceTheUpload() throws {
        var content = SplitMix64(seed: TestSeed.make())
        let folder = try TemporaryDirectory()
        let weights = content.data(20_000_000)
        try folder.write("m/weights", weights)
        try folder.write("m/config.json", "{}")
        try folder.write("m/code/a", content.data(9_000))
        let aws = try AWS()
        try aws.run("s3", "mb", "s3://uploaded-diff")
        try aws.run("s3", "sync", "--only-show-errors", folder.path + "/m", "s3://uploaded-diff/m/")
        let listing = try aws.run("s3api", "list-objects-v2", "--bucket", "uploaded-diff", "--prefix", "m/")
        try folder.write("listing.json", listing)

        func diff(_ source: String) throws -> (status: Int32, lines: [String]) {
            var command = Command.optml
            command.directory = folder.path
            let result = try command.run(
                "diff", "listing.json", source, "--s3-uri-a", "s3://uploaded-diff/m/", "--exit-code", "--quiet")
            return (result.status, result.text.split(separator: "\n").map(String.init))
        }
        func pack() throws {
            var tar = try Peer.gnuTar.command()
            tar.directory = folder.path
            let result = try tar.run("-czf", "m.tar.gz", "-C", "m", ".")
            guard result.status == 0 else { throw PeerFailed(name: "tar", result: result) }
        }
        try pack()
        for source in ["m", "m.tar.gz"] {
            let (status, lines) = try diff(source)
            #expect(status == 0 && lines.first?.hasPrefix("no differences, 3 the same;") == true, "\(lines)")
        }
        // One byte of twenty million.
        var flipped = weights
        flipped[flipped.startIndex + Int.random(in: 0..<flipped.count, using: &content)] ^= 0x10
        try folder.write("m/weights", flipped)
        try FileManager.default.moveItem(atPath: folder.path + "/m/code/a", toPath: folder.path + "/m/a")
        try pack()
        for source in ["m", "m.tar.gz"] {
            let (status, lines) = try diff(source)
            #expect(status == 1)
            #expect(lines.first == "> /opt/ml/model/a (8.8 KiB), was /opt/ml/model/code/a", "\(lines)")
            #expect(lines.dropFirst().first == "~ /opt/ml/model/weights (another ETag, 19.1 MiB)", "\(lines)")
        }
    }
}
