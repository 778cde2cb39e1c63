import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// ETags that are told before an upload are those that the upload gives.
@Suite(.enabled(if: MotoServer.isWanted, .init(rawValue: MotoServer.hint)))
struct UploadedETagTests {
    /// At the boundaries of the default part size, of 5 MiB parts, and anywhere.
    static let sizes = [
        0, 1, 5 << 20, (5 << 20) + 1, (8 << 20) - 1, 8 << 20, (8 << 20) + 1, 16 << 20, 17 << 20, 20_000_000,
    ]

    /// A way to set up an uploader, and the options that say the same to the tool.
    struct Configuration: CustomTestStringConvertible {
        var chunkSize = 8 << 20
        var threshold = 8 << 20
        let options: [String]
        var testDescription: String { "parts of \(chunkSize), from \(threshold) on" }
    }

    static let configurations = [
        Configuration(options: []),
        Configuration(chunkSize: 5 << 20, threshold: 5 << 20, options: ["--part-size", "5MiB"]),
        Configuration(chunkSize: 16 << 20, threshold: 16 << 20, options: ["--part-size", "16MiB"]),
        Configuration(
            chunkSize: 16 << 20, threshold: 10 << 20,
            options: ["--part-size", "16MiB", "--multipart-threshold", "10MiB"]),
        Configuration(
            chunkSize: 7_000_001, threshold: 9_000_000,
            options: ["--part-size", "7000001B", "--multipart-threshold", "9MB"]),
    ]

    /// Writes a file of each size, and two of random sizes.
    func writeFiles(_ folder: TemporaryDirectory, test: String) throws -> [String] {
        var content = SplitMix64(seed: TestSeed.make())
        let random = (0..<2).map { _ in Int.random(in: 0...(24 << 20), using: &content) }
        return try (Self.sizes + random).map { try folder.write("\($0).bin", content.data($0)) }
    }

    @Test(arguments: [0, 3])
    func awsCLI(_ index: Int) throws {
        let configuration = Self.configurations[index]
        let folder = try TemporaryDirectory()
        let files = try writeFiles(folder, test: "UploadedETagTests.awsCLI")
        let bucket = "etags-cli-\(index)"
        let predicted = try Optml.etags(files, configuration.options)
        let manifest = try Optml.manifest([folder.path, "--s3-uri", "s3://\(bucket)/sync/"] + configuration.options)

        let settings = try TemporaryDirectory()
        let config = try settings.write(
            "config",
            "[default]\ns3 =\n  multipart_chunksize = \(configuration.chunkSize)\n"
                + "  multipart_threshold = \(configuration.threshold)\n")
        let aws = try AWS(config: index == 0 ? nil : config)
        try aws.run("s3", "mb", "s3://\(bucket)")
        try aws.run("s3", "sync", "--only-show-errors", folder.path, "s3://\(bucket)/sync/")
        let large = try #require(files.last { $0.hasSuffix("/20000000.bin") })
        try aws.run("s3", "cp", "--only-show-errors", large, "s3://\(bucket)/cp")

        let listed = try aws.etags(bucket: bucket, prefix: "sync/")
        #expect(listed == manifest)
        #expect(listed.count == Set(files).count)
        for (file, etag) in zip(files, predicted) {
            #expect(listed[ByteString("sync/\(URL(filePath: file).lastPathComponent)")] == etag, "\(file)")
        }
        #expect(try aws.etags(bucket: bucket, prefix: "cp").values.first == predicted[files.firstIndex(of: large) ?? 0])
    }

    @Test func boto3() throws {
        let folder = try TemporaryDirectory()
        let files = try writeFiles(folder, test: "UploadedETagTests.boto3")
        let predicted = try Self.configurations.map {
            try Optml.etags(files, $0.options.isEmpty ? ["--uploader", "boto3"] : $0.options)
        }
        let transfers = Self.configurations.enumerated().map {
            "\($0.offset)/:\($0.element.chunkSize):\($0.element.threshold)"
        }
        _ = try PythonScript.upload.run(
            ["etags-boto3", folder.path] + transfers, environment: MotoServer.shared.environment)
        let listed = try AWS().etags(bucket: "etags-boto3", prefix: "")
        #expect(listed.count == Set(files).count * Self.configurations.count)
        for (index, etags) in predicted.enumerated() {
            for (file, etag) in zip(files, etags) {
                let key = ByteString("\(index)/\(URL(filePath: file).lastPathComponent)")
                #expect(listed[key] == etag, "\(key): \(Self.configurations[index].testDescription)")
            }
        }
    }
}
