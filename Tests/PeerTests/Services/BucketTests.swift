import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// `s3://` as a source and for `--existing`, by the AWS CLI against moto, of what several uploaders put there.
@Suite(.enabled(if: MotoServer.isWanted, .init(rawValue: MotoServer.hint)))
struct BucketTests {
    static let sizes = [0, 1, 5 << 20, (8 << 20) + 1, 20_000_000]

    /// Who uploads, and the options that say how.
    enum Upload: CaseIterable {
        case awsCLI, boto3, boto3SmallParts, boto3LargeParts, boto3UnevenParts, rclone, s5cmd

        var options: [String] {
            switch self {
            case .awsCLI: []
            case .boto3: ["--uploader", "boto3"]
            case .boto3SmallParts: ["--part-size", "5MiB"]
            case .boto3LargeParts: ["--part-size", "16MiB"]
            case .boto3UnevenParts: ["--part-size", "7000001B", "--multipart-threshold", "9MB"]
            case .rclone: ["--part-size", "5MiB"]
            case .s5cmd: ["--part-size", "6MiB", "--multipart-threshold", "6291457B"]
            }
        }

        func run(_ folder: String, bucket: String) throws {
            let environment = try MotoServer.shared.environment
            switch self {
            case .awsCLI: try AWS().run("s3", "sync", "--only-show-errors", folder, "s3://\(bucket)/m/")
            case .boto3: try boto3(folder, bucket, 8 << 20, 8 << 20)
            case .boto3SmallParts: try boto3(folder, bucket, 5 << 20, 5 << 20)
            case .boto3LargeParts: try boto3(folder, bucket, 16 << 20, 16 << 20)
            case .boto3UnevenParts: try boto3(folder, bucket, 7_000_001, 9_000_000)
            case .rclone:
                try run(
                    .rclone, environment,
                    [
                        "copy", folder, ":s3:\(bucket)/m", "--s3-provider", "Other", "--s3-env-auth", "--s3-endpoint",
                        environment["AWS_ENDPOINT_URL"] ?? "", "--s3-upload-cutoff", "5M", "--s3-chunk-size", "5M",
                        "--config", "/dev/null",
                    ])
            case .s5cmd:
                try run(
                    .s5cmd, environment,
                    [
                        "--endpoint-url", environment["AWS_ENDPOINT_URL"] ?? "", "cp", "--part-size", "6",
                        folder + "/*", "s3://\(bucket)/m/",
                    ])
            }
        }

        private func boto3(_ folder: String, _ bucket: String, _ chunkSize: Int, _ threshold: Int) throws {
            _ = try PythonScript.upload.run(
                [bucket, folder, "m/:\(chunkSize):\(threshold)"], environment: MotoServer.shared.environment)
        }

        private func run(_ peer: Peer, _ environment: [String: String], _ arguments: [String]) throws {
            var command = try peer.command()
            command.environment = environment
            let result = try command.run(arguments)
            guard result.status == 0 else { throw PeerFailed(name: peer.name, result: result) }
        }
    }

    /// Whatever uploaded them, objects are listed as they are, and known again.
    @Test(.enabled(if: Peer.rclone.isWanted && Peer.s5cmd.isWanted), arguments: Upload.allCases)
    func uploads(_ upload: Upload) throws {
        let folder = try TemporaryDirectory()
        var content = SplitMix64(seed: TestSeed.make())
        for size in Self.sizes { try folder.write("sub/\(size).bin", content.data(size)) }
        let bucket = "uploads-\(upload)".lowercased()
        let aws = try AWS()
        try aws.run("s3", "mb", "s3://\(bucket)")
        try upload.run(folder.path + "/sub", bucket: bucket)

        let optml = try BucketOptml()
        let uri = "s3://\(bucket)/m/"
        let listed = try aws.etags(bucket: bucket, prefix: "m/")
        #expect(listed.count == Self.sizes.count)
        #expect(try optml.manifest([uri]) == listed)
        #expect(try optml.manifest([folder.path + "/sub", "--s3-uri", uri] + upload.options) == listed)
        let existing = [folder.path + "/sub", "--existing", uri, "--format", "json"] + upload.options
        let same = try optml.run(["check"] + existing)
        #expect(same.status == 0 && !same.text.contains("\"rule\""), "\(same.text)\(same.errorText)")

        // A flipped byte, a missing file and one more.
        let file = folder.path + "/sub/20000000.bin"
        var bytes = try Data(contentsOf: URL(filePath: file))
        bytes[Int.random(in: bytes.indices, using: &content)] ^= 1
        try bytes.write(to: URL(filePath: file))
        try FileManager.default.removeItem(atPath: folder.path + "/sub/1.bin")
        try folder.write("sub/new", "x")
        let report = try JSONDecoder().decode(Report.self, from: optml.run(["check"] + existing).output)
        #expect(
            Set(report.findings.map { "\($0.rule) \($0.key ?? "")" })
                == ["overwrites-object m/20000000.bin", "stale-object m/1.bin"])
    }

    /// What the directory is judged as, the bucket is, in one batch and in many.
    @Test func aBucketIsJudgedLikeTheDirectory() throws {
        let folder = try TemporaryDirectory()
        for name in ListingRoundTripTests.names {
            try folder.write(name, ListingRoundTripTests.contents(of: name) ?? "content of \(name)")
        }
        let aws = try AWS()
        try aws.run("s3", "mb", "s3://judged")
        let uri = "s3://judged/-some/m/"
        try aws.run("s3", "sync", "--only-show-errors", folder.path, uri)
        let directory = try Optml.report(["layout", folder.path, "--s3-uri", uri])
        #expect(directory.status == 1)
        for batch in [nil, 1, 4, 7] {
            let result = try BucketOptml(batchSize: batch).run(["layout", uri, "--format", "json"])
            let report = try JSONDecoder().decode(Report.self, from: result.output)
            #expect(result.status == 1)
            #expect(Set(report.findings) == Set(directory.report.findings))
            #expect(report.layout == directory.report.layout)
            #expect(report.summary == directory.report.summary)
        }
    }

    private static var sampleTar: [UInt8] { tar(of: "{}") }

    private static func tar(of configuration: String) -> [UInt8] {
        var tar = TarBuilder()
        tar.add("config.json", contents: Array(configuration.utf8))
        return tar.finished
    }

    @Test func oneObject() throws {
        let folder = try TemporaryDirectory()
        let archive = try folder.write("model.tar.gz", Data(gzip(Self.sampleTar)))
        let aws = try AWS()
        try aws.run("s3", "mb", "s3://one-object")
        try aws.run("s3", "cp", "--only-show-errors", archive, "s3://one-object/m.tar.gz")
        try aws.run("s3", "cp", "--only-show-errors", archive, "s3://one-object/m.tar.gz.old")
        let optml = try BucketOptml()
        let block = try optml.run(["model-data-source", "s3://one-object/m.tar.gz"])
        let source =
            (try JSONSerialization.jsonObject(with: block.output) as? [String: Any])?["S3DataSource"]
            as? [String: String]
        let etag = try #require(Optml.etags([archive]).first)
        #expect(
            source == [
                "S3Uri": "s3://one-object/m.tar.gz", "S3DataType": "S3Object", "CompressionType": "Gzip", "ETag": etag,
            ])
        let same = try optml.run(["check", archive, "--existing", "s3://one-object/m.tar.gz"])
        #expect(same.status == 0 && same.text.contains("no errors, no warnings, no notes"))
        // The request is right, until the object is another one.
        let request = try folder.write("request.json", block.output)
        let arguments = ["check-request", request, "--source", "s3://one-object/m.tar.gz"]
        #expect(try optml.run(arguments).status == 0)
        let other = try folder.write("other.tar.gz", Data(gzip(Self.tar(of: #"{"a": 1}"#))))
        try aws.run("s3", "cp", "--only-show-errors", other, "s3://one-object/m.tar.gz")
        let changed = try optml.run(arguments)
        #expect(changed.status == 1 && changed.text.contains("request-etag-mismatch"))
    }

    @Test(arguments: [
        (["check", "s3://no-such-bucket/m/"], "check the name of the bucket"),
        (["check", "s3://refused/m/", "--endpoint-url", "http://127.0.0.1:1"], "--endpoint-url"),
        (["manifest", "s3://refused/m/", "--endpoint-url", "http://127.0.0.1:1"], "--endpoint-url"),
        (["check", "s3://refused/m/", "--profile", "nobody"], "--profile"),
    ]) func failures(_ arguments: [String], _ word: String) throws {
        let result = try BucketOptml().run(arguments)
        #expect(result.status == 2 && result.output.isEmpty && result.errorText.contains(word), "\(result.errorText)")
    }

    /// What S3 tells of an object beside its listing.
    @Test func attributes() throws {
        let folder = try TemporaryDirectory()
        var content = SplitMix64(seed: TestSeed.make())
        try folder.write("large", content.data(11 << 20))
        try folder.write("small", "x")
        _ = try PythonScript.upload.run(
            ["attributes", folder.path, "m/:\(5 << 20):\(5 << 20)"], environment: MotoServer.shared.environment)
        let aws = try AWS()
        for (name, size, partSize) in [("large", 11 << 20, 5 << 20), ("small", 1, nil)] as [(String, Int64, Int64?)] {
            let place = ["s3api", "head-object", "--bucket", "attributes", "--key", "m/" + name, "--output", "json"]
            let answer = try aws.run(place + ["--checksum-mode", "ENABLED"])
            let found = try ObjectAttributes(answer: Array(answer), name: "answer")
            let listed = try aws.etags(bucket: "attributes", prefix: "m/" + name)
            #expect(found.size == size && found.etag?.text == listed.values.first)
            guard let partSize else { continue }
            let part = try ObjectAttributes(answer: Array(aws.run(place + ["--part-number", "1"])), name: "answer")
            #expect(part.size == partSize)
        }
    }
}
