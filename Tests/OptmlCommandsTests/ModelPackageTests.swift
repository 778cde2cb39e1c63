import Foundation
import TestSupport
import Testing

/// `optml model-package` over the samples.
@Suite struct ModelPackageTests {
    private static let image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1"
    private static let types = ["--content-type", "text/csv", "--response-type", "text/csv"]
    private static let group = ["--model-package-group-name", "g"]

    private func run(_ arguments: [String]) throws -> Command.Result {
        let image = arguments.contains("--image") ? [] : ["--image", Self.image]
        return try Command.optml(in: Samples.folder).run(["model-package"] + arguments + image + Self.types)
    }

    private func container(_ result: Command.Result) throws -> [String: Any] {
        let request = try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        let specification = try #require(request["InferenceSpecification"] as? [String: Any])
        return try #require((specification["Containers"] as? [[String: Any]])?.first)
    }

    /// The ETag of a file is filled in as its uploader will give it; that of a prefix there is none.
    @Test func fillsInTheETagOfAFile() throws {
        let archive = ["model.tar.gz", "--s3-uri", "s3://my-bucket/model.tar.gz", "--quiet"] + Self.group
        let tag = try Command.optml(in: Samples.folder).run("etag", "model.tar.gz").text.split(separator: " ").first
            .map(String.init)
        let place = { (result: Command.Result) in
            (try container(result)["ModelDataSource"] as? [String: Any])?["S3DataSource"] as? [String: Any]
        }
        #expect(try place(run(archive))?["ETag"] as? String == tag)
        #expect(try container(run(archive + ["--model-data-url"]))["ModelDataETag"] as? String == tag)
        #expect(try place(run(archive + ["--etag", "none"]))?["ETag"] == nil)
        #expect(try place(run(archive + ["--etag", "x"]))?["ETag"] as? String == "x")
        #expect(
            try place(run(archive + ["--part-size", "8MiB", "--multipart-threshold", "1B"]))?["ETag"] as? String != tag)
        let prefix = try run(["good-model", "--s3-uri", "s3://my-bucket/m/"] + Self.group)
        #expect(prefix.status == 0)
        #expect(try place(prefix)?["ETag"] == nil)
        #expect(prefix.errorText.contains("mutable-artifact"))
        // CloudFormation has no field for it, and says nothing of what nobody asked for.
        let template = try run(archive + ["--format", "yaml"])
        #expect(
            template.status == 0 && !template.text.contains("ETag") && template.errorText.isEmpty,
            "\(template.errorText)")
    }

    @Test func asksForANameOfThePackage() throws {
        let arguments = ["good-model", "--s3-uri", "s3://my-bucket/m/"]
        let result = try run(arguments)
        #expect(result.status == 1 && result.text.isEmpty)
        #expect(result.errorText.contains("create-model-package-without-name"))
        #expect(result.errorText.contains("give --model-package-group-name or --model-package-name"))
        #expect(!result.errorText.contains("ModelPackageArn"))
        for name in [Self.group, ["--model-package-name", "p"]] { #expect(try run(arguments + name).status == 0) }
    }

    /// What check-request would say of the image and the region is said before anything is written.
    @Test func saysWhatCheckRequestWouldSay() throws {
        let west = ["good-model", "--s3-uri", "s3://jumpstart-cache-prod-us-west-2/m/"] + Self.group
        let region = try run(west)
        #expect(region.status == 1 && region.errorText.contains("create-model-image-in-other-region"))
        let bare = try run(["good-model", "--s3-uri", "s3://my-bucket/m/", "--image", "image:1"] + Self.group)
        #expect(bare.status == 1 && bare.errorText.contains("create-model-image-form"))
        let forced = try run(west + ["--force", "--quiet"])
        var check = Command.optml(in: Samples.folder)
        check.input = forced.output
        #expect(try check.run("check-request", "-").status == 1)
    }
}
