import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// The pipelines of the documentation, run as they stand there: the AWS CLI uploads to moto and makes the models.
@Suite(.enabled(if: MotoServer.isWanted, .init(rawValue: MotoServer.hint)), .serialized)
struct PipelineTests {
    @Test func uploadsVerifiesAndCreates() throws {
        let short = try Pipeline.blocks("sh", in: "README.md").filter { $0.contains("aws s3") }
        let scripts = try Pipeline.blocks("sh") + short
        try #require(scripts.count == 3)
        let pipeline = try Pipeline()
        try pipeline.aws.run("s3", "mb", "s3://my-models")
        for script in scripts {
            let result = try pipeline.run(script)
            #expect(result.status == 0, "\(result.text)\(result.errorText)")
        }
        for report in ["optml.sarif", "optml.xml"] {
            #expect(FileManager.default.fileExists(atPath: pipeline.folder.path + "/" + report))
        }
        try expect(model: "sentiment-1", of: pipeline, toBe: "request.json")
        try expect(model: "sentiment-2", of: pipeline, toBe: "archive-request.json")

        // The ETags are those of what moto holds.
        let rows = try JSONDecoder().decode(
            [[String: String]].self,
            from: PythonScript.readCSV.run(
                input: Data(contentsOf: URL(filePath: pipeline.folder.path + "/manifest.csv"))))
        let held = try pipeline.aws.etags(bucket: "my-models", prefix: "sentiment/1/")
        #expect(rows.count == 2 && rows.count == held.count)
        for row in rows {
            #expect(held[ByteString("sentiment/1/" + (row["path"] ?? ""))] == row["etag"])
        }
        let manifest = try pipeline.aws.etags(bucket: "my-models", prefix: "sentiment/1.csv")
        #expect(try source(in: "request.json", of: pipeline)["ManifestEtag"] as? String == manifest["sentiment/1.csv"])
        let archive = try pipeline.aws.etags(bucket: "my-models", prefix: "sentiment/2/")
        #expect(
            try source(in: "archive-request.json", of: pipeline)["ETag"] as? String
                == archive["sentiment/2/model.tar.gz"])

        // What is changed afterwards stops the pipeline.
        let changed = try pipeline.folder.write("changed", #"{"model_type": "gpt2"}"#)
        try pipeline.aws.run("s3", "cp", "--only-show-errors", changed, "s3://my-models/sentiment/1/config.json")
        let verified = try pipeline.run("optml verify manifest.csv s3://my-models/sentiment/1/")
        #expect(verified.status == 1 && verified.text.contains("config.json"))
        let compared = try pipeline.run("optml diff s3://my-models/sentiment/1/ model --exit-code")
        #expect(compared.status == 1 && compared.text.contains("~ /opt/ml/model/config.json"), "\(compared.text)")
    }

    /// What a request says of its model data.
    private func source(in request: String, of pipeline: Pipeline) throws -> NSDictionary {
        var found = try pipeline.json(request)
        for member in ["PrimaryContainer", "ModelDataSource", "S3DataSource"] {
            found = try #require(found?[member] as? NSDictionary)
        }
        return try #require(found)
    }

    /// The model that SageMaker has is the one of the request.
    private func expect(model: String, of pipeline: Pipeline, toBe request: String) throws {
        let answer = try JSONSerialization.jsonObject(
            with: pipeline.aws.run("sagemaker", "describe-model", "--model-name", model))
        let described = try #require((answer as? NSDictionary)?["PrimaryContainer"] as? NSDictionary)
        #expect(try described == #require(try pipeline.json(request)?["PrimaryContainer"] as? NSDictionary))
    }
}
