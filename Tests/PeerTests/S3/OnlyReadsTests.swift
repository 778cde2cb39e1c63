import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Whatever command is given: S3 is asked by three actions that read, and by nothing else.
@Suite(.enabled(if: Peer.python.isWanted, "Python is not installed; Tests/run installs it"))
struct OnlyReadsTests {
    /// The action of a request; nil for one that none of the three has.
    private static func action(_ asked: S3Standin.Asked) -> String? {
        let names = Set((asked.query ?? "").split(separator: "&").map { $0.split(separator: "=")[0] })
        let listing: Set<Substring> = [
            "list-type", "prefix", "delimiter", "max-keys", "encoding-type", "start-after", "continuation-token",
        ]
        let path = asked.path ?? ""
        let isOfObject = path.hasPrefix("/my-bucket/")
        switch asked.method {
        case "GET" where path == "/my-bucket" && names.contains("list-type") && names.isSubset(of: listing):
            return "ListObjectsV2"
        case "HEAD" where isOfObject && names.isSubset(of: ["partNumber"]): return "HeadObject"
        case "GET" where isOfObject && names.isEmpty && asked.headers?["range"] != nil: return "GetObject"
        default: return nil
        }
    }

    @Test func allCommands() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("m/config.json", "{}")
        try folder.write("m/model.bin", "weights")
        var tar = TarBuilder()
        tar.add("config.json", contents: Array("{}".utf8))
        try folder.write("m.tar.gz", Data(gzip(tar.finished, level: 1)))
        let kind = #""encryption": "aws:kms", "checksums": {"SHA256": "auto"}"#
        let standin = try S3Standin(
            """
            {"buckets": {"my-bucket": {"objects": [
                {"key": "p/config.json", "file": "\(folder.path)/m/config.json", \(kind)},
                {"key": "p/model.bin", "file": "\(folder.path)/m/model.bin", "parts": [4, 3], \(kind)},
                {"key": "m.tar.gz", "file": "\(folder.path)/m.tar.gz"}]}}}
            """)
        let optml = standin.optml(["OPTML_S3": "native"])
        let (source, archive) = ("s3://my-bucket/p/", "s3://my-bucket/m.tar.gz")
        try folder.write("manifest.csv", try optml.run("manifest", source).text)
        try folder.write("request.json", try optml.run("model-data-source", archive).text)
        for arguments in [
            ["check", source], ["check", archive], ["check", source, "--names-only"],
            ["layout", source], ["layout", source, "--every-combination"], ["layout", archive],
            ["manifest", source], ["model-data-source", source],
            ["create-model", source, "--model-name", "m", "--role-arn", "arn:aws:iam::123456789012:role/r"],
            ["check", folder.path + "/m", "--existing", source],
            ["verify", folder.path + "/m", source, "--checksums"],
            ["verify", folder.path + "/m", source, "--exact-parts"],
            ["verify", folder.path + "/m", source], ["verify", folder.path + "/manifest.csv", source],
            ["verify", "--request", folder.path + "/request.json", archive],
            ["check-request", folder.path + "/request.json", "--source", archive],
            ["diff", folder.path + "/m", source], ["diff", source, archive],
        ] {
            let result = try optml.run(arguments)
            #expect(result.status <= 1, "\(arguments): \(result.errorText)")
        }
        let log = try await standin.log()
        for asked in log { #expect(Self.action(asked) != nil, "\(asked)") }
        #expect(Set(log.compactMap(Self.action)) == ["ListObjectsV2", "HeadObject", "GetObject"])
    }
}
