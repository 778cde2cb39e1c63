import Foundation
import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// What moto makes of the requests that `optml model-package` prints.
@Suite(.enabled(if: MotoServer.isWanted, .init(rawValue: MotoServer.hint)))
struct PackagedRequestTests {
    private static let common = [
        "model-package", "--no-source", "--quiet", "--image", "123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1",
        "--content-type", "text/csv", "--content-type", "application/json", "--response-type", "text/csv",
    ]

    /// A prefix with its manifest, an archive in `ModelDataUrl` with its ETag, an object.
    private static let sources: [[String]] = [
        [
            "--s3-data-type", "S3Prefix", "--compression-type", "None", "--s3-uri", "s3://bucket/a b/日本/",
            "--manifest-s3-uri", "s3://bucket/m.csv", "--manifest-etag", "d41d8cd98f00b204e9800998ecf8427e",
            "--approval-status", "PendingManualApproval", "--env", "A=it's ${x}",
        ],
        [
            "--s3-data-type", "S3Object", "--compression-type", "Gzip", "--s3-uri", "s3://bucket/model.tar.gz",
            "--model-data-url", "--etag", "9ed977000dc166f25a9b9ef26fb3c3fc-1", "--description", "d \"q\" é",
        ],
        [
            "--s3-data-type", "S3Object", "--compression-type", "None", "--s3-uri", "s3://bucket/model.bin", "--etag",
            "d41d8cd98f00b204e9800998ecf8427e", "--accept-eula",
        ],
    ]

    private static func object(_ data: Data) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// The members of a request that the answer of describe-model-package has too; moto drops the tags.
    private static func described(_ object: [String: Any], as request: [String: Any]) -> NSDictionary {
        object.filter { request[$0.key] != nil && $0.key != "Tags" } as NSDictionary
    }

    /// A version of a group, made from JSON, by the command or by the Python call, comes back as it was printed.
    @Test(arguments: sources.indices, ["json", "cli", "boto3"]) func comesBackFromMoto(
        _ index: Int, _ format: String
    ) throws {
        let aws = try AWS()
        let folder = try TemporaryDirectory()
        let group = "group-\(format)-\(index)"
        try aws.run("sagemaker", "create-model-package-group", "--model-package-group-name", group)
        let arguments = Self.common + Self.sources[index] + ["--model-package-group-name", group]
        let json = try Optml.data(arguments)
        let printed = try folder.write("request", Optml.data(arguments + ["--format", format]))
        if format == "json" {
            try aws.run("sagemaker", "create-model-package", "--cli-input-json", "file://" + printed)
        } else {
            var command = format == "cli" ? Command("/bin/sh") : try Peer.python.command()
            command.environment = aws.environment
            command.environment["PATH"] = Checkout.environment.path + "/bin:/usr/bin:/bin"
            let result = try command.run(printed)
            #expect(result.status == 0, "\(result.errorText)")
        }
        let answer = try aws.run(
            "sagemaker", "describe-model-package", "--model-package-name",
            "arn:aws:sagemaker:us-east-1:123456789012:model-package/\(group)/1")
        let request = try Self.object(json)
        #expect(try Self.described(Self.object(answer), as: request) == Self.described(request, as: request))
        // The answer is a document of its own that is told and has no error.
        let report = RequestInspector().inspect(Array(answer), name: "answer.json")
        #expect(report.kind == .response && report.operation == "CreateModelPackage")
        #expect(report.errors == 0, "\(report.findings)")
    }

    /// Another version, with the name of a package that is in no group.
    @Test func makesAPackageWithoutAGroup() throws {
        let aws = try AWS()
        let folder = try TemporaryDirectory()
        let request = try Optml.data(
            Self.common + Self.sources[1] + ["--tag", "team=search", "--model-package-name", "lone"])
        try aws.run(
            "sagemaker", "create-model-package", "--cli-input-json", "file://" + folder.write("r.json", request))
        let answer = try Self.object(
            aws.run("sagemaker", "describe-model-package", "--model-package-name", "lone"))
        #expect(answer["ModelPackageName"] as? String == "lone")
    }
}
