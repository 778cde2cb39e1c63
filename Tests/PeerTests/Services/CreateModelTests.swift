import Foundation
import TestSupport
import Testing

/// A model that the AWS CLI makes from a printed block comes back with the same block.
@Suite(.enabled(if: MotoServer.isWanted, .init(rawValue: MotoServer.hint)))
struct CreateModelTests {
    static let blocks: [[String]] = [
        ["--s3-data-type", "S3Prefix", "--compression-type", "None", "--s3-uri", "s3://bucket/a b/日本/"],
        [
            "--s3-data-type", "S3Object", "--compression-type", "Gzip", "--s3-uri", "s3://bucket/model.tar.gz",
            "--etag", "9ed977000dc166f25a9b9ef26fb3c3fc-1",
        ],
        [
            "--s3-data-type", "S3Object", "--compression-type", "None", "--s3-uri", "s3://bucket/model.bin",
            "--accept-eula", "--hub-content-arn", "arn:aws:sagemaker:us-east-1:aws:hub-content/H/Model/m/1.0.0",
            "--manifest-s3-uri", "s3://bucket/manifest.csv", "--manifest-etag", "d41d8cd98f00b204e9800998ecf8427e",
        ],
    ]

    @Test(arguments: blocks.indices)
    func theBlockComesBack(_ index: Int) throws {
        let block = try JSONSerialization.jsonObject(
            with: Optml.data(["model-data-source", "--no-source"] + Self.blocks[index]))
        let folder = try TemporaryDirectory()
        let container = try folder.write(
            "container.json",
            JSONSerialization.data(withJSONObject: [
                "Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1", "ModelDataSource": block,
            ]))
        let aws = try AWS()
        try aws.run(
            "sagemaker", "create-model", "--model-name", "model-\(index)", "--primary-container", "file://\(container)",
            "--execution-role-arn", "arn:aws:iam::123456789012:role/role")
        let answer = try JSONSerialization.jsonObject(
            with: aws.run("sagemaker", "describe-model", "--model-name", "model-\(index)"))
        let described = ((answer as? [String: Any])?["PrimaryContainer"] as? [String: Any])?["ModelDataSource"]
        #expect(try #require(described as? NSDictionary) == #require(block as? NSDictionary))
    }
}
