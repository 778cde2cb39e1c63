import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// What the commands do with S3, by the client of our own and a server that answers as S3 does.
@Suite(.enabled(if: Peer.python.isWanted, "Python is not installed; Tests/run installs it"))
struct ProofOverHTTPTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        var content = SplitMix64(seed: TestSeed.make())
        for name in ["plain", "kms", "parts", "composite", "opaque", "changed"] {
            try folder.write("m/" + name, content.data(700_000))
        }
        try folder.write("other", content.data(700_000))
    }

    /// The bucket, in which each object holds the file of its name, or another one.
    private func standin(_ objects: [(name: String, file: String, rest: String)], more: String = "") throws -> S3Standin
    {
        let rows = objects.map { name, file, rest in
            #"{"key": "m/\#(name)", "file": "\#(folder.path)/\#(file)"\#(rest.isEmpty ? "" : ", " + rest)}"#
        }
        return try S3Standin(
            #"{"credentials": {"AK": "SK"}, "buckets": {"my-bucket": {"objects": [\#(rows.joined(separator: ","))]\#(more)}}}"#
        )
    }

    private static let kms = #""encryption": "aws:kms", "etag": "0123456789abcdef0123456789abcdef""#
    private var held: [(name: String, file: String, rest: String)] {
        [
            ("plain", "m/plain", ""), ("kms", "m/kms", Self.kms + #", "checksums": {"CRC64NVME": "auto"}"#),
            ("parts", "m/parts", #""parts": [300001, 300001, 99998]"#),
            (
                "composite", "m/composite",
                #""parts": [300001, 300001, 99998], "checksums": {"SHA1": "auto"}, "checksumType": "COMPOSITE", "encryption": "aws:kms", "etag": "0123456789abcdef0123456789abcdef-3""#
            ),
            ("opaque", "m/opaque", Self.kms), ("changed", "other", Self.kms + #", "checksums": {"CRC32C": "auto"}"#),
        ]
    }

    private func statuses(_ result: Command.Result) throws -> [String: String] {
        let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
        let objects = try #require(json["objects"] as? [[String: Any]])
        var statuses: [String: String] = [:]
        for object in objects {
            let proof = (object["proof"] as? String).map { " " + $0 } ?? ""
            statuses[object["path"] as? String ?? ""] = (object["status"] as? String ?? "") + proof
        }
        return statuses
    }

    @Test func verify() async throws {
        let standin = try standin(held)
        let arguments = ["verify", folder.path + "/m", "s3://my-bucket/m/", "--format", "json"]
        let result = try standin.optml().run(arguments)
        #expect(result.status == 1, "\(result.errorText)")
        #expect(
            try statuses(result) == [
                "plain": "same", "kms": "same CRC64NVME", "parts": "same", "composite": "same SHA1",
                "opaque": "unverifiable", "changed": "changed",
            ])
        let asked = try await standin.log().filter { $0.path?.hasPrefix("/-/") != true }
        #expect(Set(asked.map(\.method)).isSubset(of: ["GET", "HEAD"]))
        // Where ETags tell all, nothing but the listing is asked for.
        let plain = try self.standin([held[0]])
        #expect(try statuses(plain.optml().run(arguments))["plain"] == "same")
        let listed = try await plain.log().filter { $0.path?.hasPrefix("/-/") != true }
        #expect(!listed.isEmpty && listed.allSatisfy { $0.method == "GET" })
        let silent = try standin.optml().run(arguments + ["--no-head"])
        #expect(try statuses(silent).values.count { $0 == "changed" } == 5)
    }

    @Test func aMissingPermission() throws {
        let standin = try standin(held, more: #", "denies": ["s3:GetObject"]"#)
        let result = try standin.optml().run("verify", folder.path + "/m", "s3://my-bucket/m/")
        #expect(result.status == 1, "\(result.errorText)")
        #expect(result.text.contains("5 unverifiable") && result.text.contains("0 changed"), "\(result.text)")
        #expect(result.text.split(separator: "\n").count { $0.contains("s3:GetObject") } == 1, "\(result.text)")
    }

    /// Contents below a prefix and of an archive, read over HTTP as they are from files.
    @Test func contents() async throws {
        try folder.write("model/config.json", "{\"a\": nothing}")
        try folder.write("model/w.safetensors", Data(TinyModel.safetensors() + [UInt8](repeating: 0, count: 9_000_000)))
        let archive = folder.path + "/m.tar.gz"
        _ = try Command.optml.run("pack", folder.path + "/model", "-o", archive, "--force")
        let standin = try standin([
            ("model/config.json", "model/config.json", ""), ("model/w.safetensors", "model/w.safetensors", ""),
            ("m.tar.gz", "m.tar.gz", ""),
        ])
        let optml = standin.optml()
        for (file, uri) in [("/model", "s3://my-bucket/m/model/"), ("/m.tar.gz", "s3://my-bucket/m/m.tar.gz")] {
            let local = try rules(optml.run("check", folder.path + file, "--s3-uri", uri, "--format", "json"))
            let there = try rules(optml.run("check", uri, "--format", "json"))
            #expect(local == there && local.contains("invalid-json"), "\(uri): \(local), \(there)")
            #expect(try !rules(optml.run("check", uri, "--names-only", "--format", "json")).contains("invalid-json"))
        }
        let same = try optml.run("diff", folder.path + "/model", "s3://my-bucket/m/m.tar.gz", "--exit-code")
        #expect(same.status == 0, "\(same.text)\(same.errorText)")
    }

    private func rules(_ result: Command.Result) throws -> [String] {
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any], "\(result.errorText)")
        return (json["findings"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }.sorted()
    }
}
