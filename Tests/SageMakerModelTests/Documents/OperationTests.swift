import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Requests of other operations than `CreateModel`.
@Suite struct OperationTests {
    private func report(_ text: String) -> RequestReport {
        RequestInspector().inspect(Array(text.replacing("'", with: "\"").utf8), name: "d.json")
    }

    private func said(_ text: String) -> [String] {
        report(text).findings.map { "\($0.rule) \($0.location.jsonPath ?? "")" }
    }

    private static let container =
        "{'Image': 'i:1', 'ModelDataSource': {'S3DataSource': {'S3Uri': 's3://mybucket/llm', 'S3DataType': 'S3Prefix', 'CompressionType': 'None', 'ETag': 'a'}}}"
    private static let types = "'SupportedContentTypes': ['text/csv'], 'SupportedResponseMIMETypes': ['text/csv']"

    private func package(_ container: String, _ others: String = "") -> String {
        "{'ModelPackageGroupName': 'g', 'InferenceSpecification': {'Containers': [\(container)], \(Self.types)}\(others)}"
    }

    @Test func checksModelPackages() {
        let uri = "ModelDataSource.S3DataSource.S3Uri"
        #expect(said(package(Self.container)) == ["prefix-without-slash InferenceSpecification.Containers[0].\(uri)"])
        #expect(report(package(Self.container)).operation == "CreateModelPackage")
        let good = Self.container.replacing("llm'", with: "llm/'")
        #expect(said(package(good)).isEmpty)
        #expect(
            said(package("{'Image': 'i:1', 'ModelDataUrl': 's3://mybucket/m.pkl', 'ModelDataETag': 'a'}"))
                == ["create-model-data-url-not-tar-gz InferenceSpecification.Containers[0].ModelDataUrl"])
        #expect(said(package(good, ", 'ModelApprovalStatus': 'Yes'")) == ["request-unknown-value ModelApprovalStatus"])
        #expect(said(package(good, ", 'Colour': 1")) == ["request-unknown-member Colour"])
        let metadata = ", 'CustomerMetadataProperties': {'a': 'b'}, 'ClientToken': 'x_'"
        #expect(said(package(good, metadata)) == ["request-pattern-mismatch ClientToken"])
        let answer = report(package(good, ", 'ModelPackageArn': 'arn', 'ModelPackageStatus': 'Completed'"))
        #expect(answer.kind == .response && Set(answer.findings.map(\.rule)) == ["request-response-member"])
        let update = report(
            "{'ModelPackageArn': 'arn:aws:sagemaker:us-east-1:123456789012:model-package/g/1', 'ModelApprovalStatus': 'Approved'}"
        )
        #expect(update.operation == "UpdateModelPackage" && update.findings.isEmpty)
    }

    /// Of further data, of whatever kind, the bucket is looked at.
    @Test func checksAdditionalSourcesOfPackages() {
        let more = { (uri: String) in
            package(
                """
                {'Image': 'i:1', 'ModelDataUrl': 's3://mybucket/m.tar.gz', 'AdditionalS3DataSource': {'S3DataType': 'S3Prefix', 'S3Uri': '\(uri)'}}
                """)
        }
        #expect(said(more("s3://mybucket/x")).isEmpty && said(more("s3://mybucket/x.zip")).isEmpty)
        let path = "InferenceSpecification.Containers[0].AdditionalS3DataSource.S3Uri"
        #expect(said(more("s3://b/x")) == ["invalid-s3-uri \(path)"])
        #expect(said(more("https://mybucket.s3.amazonaws.com/x")) == ["https-uri \(path)"])
    }

    @Test func checksInferenceComponents() {
        let component = { (container: String) in
            Piece.component(
                "'VariantName': 'v', 'Specification': {'Container': \(container), 'ComputeResourceRequirements': {'MinMemoryRequiredInMb': 1024, 'NumberOfCpuCoresRequired': 0.5}}, 'RuntimeConfig': {'CopyCount': 1}"
            )
        }
        #expect(
            said(component("{'Image': 'i:1', 'ArtifactUrl': 's3://mybucket/m/'}"))
                == ["create-model-data-url-not-tar-gz Specification.Container.ArtifactUrl"])
        for (url, message) in [
            ("s3://mybucket/m/", "is a prefix, and ArtifactUrl names one archive"),
            ("s3://mybucket/m.pkl", "does not end with .tar.gz"), ("s3://mybucket/m", "does not end with .tar.gz"),
        ] {
            let found = report(component("{'Image': 'i:1', 'ArtifactUrl': '\(url)'}")).findings.first
            #expect(found?.message.hasSuffix(message) ?? false, "\(url)")
            // A container of an inference component has neither.
            let help = found?.help ?? ""
            #expect(help.contains("give its ModelName") && !help.contains("MultiModel"), "\(help)")
        }
        let good = component("{'Image': 'i:1', 'ArtifactUrl': 's3://mybucket/m.tar.gz'}")
        #expect(said(good).isEmpty && report(good).operation == "CreateInferenceComponent")
        #expect(said(good.replacing("1024", with: "127")).first?.hasPrefix("request-number-out-of-range") ?? false)
        #expect(said(good.replacing("1024", with: "1024.5")).first?.hasPrefix("request-wrong-type") ?? false)
    }

    @Test func checksTheirResourcesInTemplates() {
        let template = { (type: String, properties: String) in
            "{'Resources': {'R': {'Type': 'AWS::SageMaker::\(type)', 'Properties': \(properties)}}}"
        }
        let package = template("ModelPackage", package(Self.container))
        #expect(
            said(package) == [
                "prefix-without-slash Resources.R.Properties.InferenceSpecification.Containers[0].ModelDataSource.S3DataSource.S3Uri",
                "request-unknown-member Resources.R.Properties.InferenceSpecification.Containers[0].ModelDataSource.S3DataSource.ETag",
            ])
        let component =
            "{'EndpointName': {'Ref': 'E'}, 'Specification': {'ModelName': {'Ref': 'M'}}, 'RuntimeConfig': {'CopyCount': '2'}}"
        #expect(said(template("InferenceComponent", component)).isEmpty)
        #expect(
            said(template("InferenceComponent", component.replacing("'2'", with: "-2")))
                == ["request-number-out-of-range Resources.R.Properties.RuntimeConfig.CopyCount"])
        let empty = "{'PrimaryContainer': {\(Piece.image), 'ModelDataSource': {}}, \(Piece.role)}"
        #expect(
            said(template("Model", empty))
                == ["request-missing-member Resources.R.Properties.PrimaryContainer.ModelDataSource.S3DataSource"])
    }
}
