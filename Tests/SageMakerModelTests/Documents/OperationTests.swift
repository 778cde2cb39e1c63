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
        "{'Image': '\(Piece.registry)/i:1', 'ModelDataSource': {'S3DataSource': {'S3Uri': 's3://mybucket/llm', 'S3DataType': 'S3Prefix', 'CompressionType': 'None', 'ETag': 'a'}}}"
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
            said(
                package(
                    "{'Image': '\(Piece.registry)/i:1', 'ModelDataUrl': 's3://mybucket/m.pkl', 'ModelDataETag': 'a'}"))
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

    /// The containers of every specification of a package are looked at, and those of its algorithms.
    @Test func checksAllSpecifications() {
        let arn = "'ModelPackageArn': 'arn:aws:sagemaker:us-east-1:123456789012:model-package/g/1'"
        let finding = "prefix-without-slash"
        let uri = "Containers[0].ModelDataSource.S3DataSource.S3Uri"
        let more = "[{'Name': 'a', 'Containers': [\(Self.container)]}]"
        #expect(
            said("{\(arn), 'AdditionalInferenceSpecificationsToAdd': \(more)}")
                == ["\(finding) AdditionalInferenceSpecificationsToAdd[0].\(uri)"])
        let good = Self.container.replacing("llm'", with: "llm/'")
        #expect(
            said(package(good, ", 'AdditionalInferenceSpecifications': \(more)"))
                == ["\(finding) AdditionalInferenceSpecifications[0].\(uri)"])
        let algorithm =
            "{'AlgorithmName': 'a', 'ModelDataSource': {'S3DataSource': {'S3Uri': 's3://mybucket/llm', 'S3DataType': 'S3Prefix', 'CompressionType': 'None'}}}"
        #expect(
            said("{'ModelPackageName': 'p', 'SourceAlgorithmSpecification': {'SourceAlgorithms': [\(algorithm)]}}")
                .contains(
                    "\(finding) SourceAlgorithmSpecification.SourceAlgorithms[0].ModelDataSource.S3DataSource.S3Uri"))
    }

    /// A package is told by what only it has; an update only by the package that it is of.
    @Test func tellsPackagesFromUpdates() {
        let source = Self.container.replacing("llm'", with: "llm/'")
        let specification = "'InferenceSpecification': {'Containers': [\(source)], \(Self.types)}"
        #expect(report("{\(specification)}").operation == "CreateModelPackage")
        #expect(said("{\(specification)}") == ["create-model-package-without-name ModelPackageGroupName"])
        #expect(said("{'ModelPackageGroupName': 'g', \(specification)}").isEmpty)
        #expect(
            said("{'ModelPackageName': 'p', \(specification)}").allSatisfy {
                $0.hasPrefix("create-model-unversioned-package InferenceSpecification.")
            })
        #expect(
            said("{'ModelPackageGroupNam': 'g', \(specification)}") == ["request-unknown-member ModelPackageGroupNam"])
        let arn = "'ModelPackageArn': 'arn:aws:sagemaker:us-east-1:123456789012:model-package/g/1'"
        #expect(report("{\(arn), \(specification)}").operation == "UpdateModelPackage")
        #expect(
            said("{'CustomerMetadataPropertiesToRemove': ['a'], 'ModelApprovalStatus': 'Approved'}") == [
                "request-missing-member ModelPackageArn"
            ])
        #expect(said("{\(arn), \(specification)}").isEmpty)
    }

    /// Images, regions and deployments are the same matter in a package and a component as in a model.
    @Test func checksContainersAsThoseOfModels() {
        let path = "InferenceSpecification.Containers[0]"
        let source = Self.container.replacing("llm'", with: "llm/'")
        let west = source.replacing("s3://mybucket/", with: "s3://jumpstart-cache-prod-us-west-2/")
        let archive = "{'Image': '\(Piece.registry)/i:1', 'ModelDataUrl': 's3://mybucket/m.tar.gz'}"
        #expect(
            said(package(west)) == ["create-model-image-in-other-region \(path).ModelDataSource.S3DataSource.S3Uri"])
        #expect(
            said(package(archive.replacing("\(Piece.registry)/", with: ""))) == [
                "create-model-image-form \(path).Image"
            ])
        #expect(
            said(package(archive.replacing(Piece.registry, with: "public.ecr.aws"))) == [
                "create-model-image-not-in-ecr \(path).Image"
            ])
        for deployment in [Deployment.marketplace, .serverless, .endpoint] {
            let found = { (container: String) in
                RequestInspector(deployment: deployment).inspect(
                    Array(package(container).replacing("'", with: "\"").utf8), name: "d.json"
                ).findings.map(\.rule)
            }
            #expect(found(source) == (deployment == .endpoint ? [] : ["create-model-deployment-without-source"]))
            #expect(found(archive).isEmpty)
        }
        let certified = ["create-model-deployment-without-source", "create-model-package-certified"]
        for (value, rules) in [("true", certified), ("false", [])] {
            let found = report(package(source, ", 'CertifyForMarketplace': \(value)")).findings
            #expect(found.map(\.rule).sorted() == rules)
        }
        let component = Piece.component(
            "'VariantName': 'v', 'Specification': {'Container': {'Image': 'i:1', 'ArtifactUrl': 's3://mybucket/m.tar.gz'}}"
        )
        #expect(said(component) == ["create-model-image-form Specification.Container.Image"])
    }

    /// ETags of archives and of further data stand without quotes as all others do.
    @Test func checksAllETags() {
        let quoted = "'\\u0022\(String(repeating: "a", count: 32))\\u0022'"
        let container = { (etag: String) in
            package(
                "{'Image': '\(Piece.registry)/i:1', 'ModelDataUrl': 's3://mybucket/m.tar.gz', 'ModelDataETag': \(etag), 'AdditionalS3DataSource': {'S3DataType': 'S3Object', 'S3Uri': 's3://mybucket/x', 'ETag': \(etag)}}"
            )
        }
        let path = "InferenceSpecification.Containers[0]"
        let refused = "create-model-package-additional-source \(path).AdditionalS3DataSource"
        #expect(
            Set(said(container(quoted))) == [
                refused,
                "create-model-etag-form \(path).AdditionalS3DataSource.ETag",
                "create-model-etag-form \(path).ModelDataETag",
            ])
        #expect(said(container("'a'")) == [refused])
    }

    /// Of further data, of whatever kind, the bucket is looked at, though no package may have them.
    @Test func checksAdditionalSourcesOfPackages() {
        let more = { (uri: String) in
            package(
                """
                {'Image': '\(Piece.registry)/i:1', 'ModelDataUrl': 's3://mybucket/m.tar.gz', 'AdditionalS3DataSource': {'S3DataType': 'S3Prefix', 'S3Uri': '\(uri)'}}
                """)
        }
        let path = "InferenceSpecification.Containers[0].AdditionalS3DataSource"
        let refused = "create-model-package-additional-source \(path)"
        #expect(said(more("s3://mybucket/x")) == [refused] && said(more("s3://mybucket/x.zip")) == [refused])
        #expect(said(more("s3://mybucket/x/")) == [refused] && said(more("s3://mybucket/x//y")) == [refused])
        #expect(said(more("s3://b/x")) == [refused, "invalid-s3-uri \(path).S3Uri"])
        #expect(said(more("https://mybucket.s3.amazonaws.com/x")) == [refused, "https-uri \(path).S3Uri"])
    }

    @Test func checksInferenceComponents() {
        let component = { (container: String) in
            Piece.component(
                "'VariantName': 'v', 'Specification': {'Container': \(container), 'ComputeResourceRequirements': {'MinMemoryRequiredInMb': 1024, 'NumberOfCpuCoresRequired': 0.5}}, 'RuntimeConfig': {'CopyCount': 1}"
            )
        }
        #expect(
            said(component("{'Image': '\(Piece.registry)/i:1', 'ArtifactUrl': 's3://mybucket/m/'}"))
                == ["create-model-data-url-not-tar-gz Specification.Container.ArtifactUrl"])
        for (url, message) in [
            ("s3://mybucket/m/", "is a prefix, and ArtifactUrl names one archive"),
            ("s3://mybucket/m.pkl", "does not end with .tar.gz"), ("s3://mybucket/m", "does not end with .tar.gz"),
        ] {
            let found = report(component("{'Image': '\(Piece.registry)/i:1', 'ArtifactUrl': '\(url)'}")).findings.first
            #expect(found?.message.hasSuffix(message) ?? false, "\(url)")
            // A container of an inference component has neither.
            let help = found?.help ?? ""
            #expect(help.contains("give its ModelName") && !help.contains("MultiModel"), "\(help)")
        }
        let good = component("{'Image': '\(Piece.registry)/i:1', 'ArtifactUrl': 's3://mybucket/m.tar.gz'}")
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
        let without = template("InferenceComponent", "{'EndpointName': 'e', 'RuntimeConfig': {'CopyCount': 1}}")
        #expect(said(without) == ["request-missing-member Resources.R.Properties.Specification"])
        let container = { (more: String) in
            template(
                "InferenceComponent",
                "{'EndpointName': 'e', 'Specification': {'Container': {'Image': '\(Piece.registry)/i:1', \(more)}}}")
        }
        #expect(said(container("'Environment': {'AB': 'b'}")).isEmpty)
        #expect(
            said(container("'Environment': {'A': 'b'}")).map { String($0.prefix(27)) } == [
                "request-length-out-of-range"
            ])
        let tags = { (value: String) in
            template(
                "InferenceComponent",
                "{'EndpointName': 'e', 'Specification': {'ModelName': 'm'}, 'Tags': [{'Key': 'a', 'Value': '\(value)'}]}"
            )
        }
        #expect(said(tags("b")).isEmpty && said(tags("")).count == 1)
        let one = "{'Image': '\(Piece.registry)/i:1'}"
        let twice = { (other: String) in
            template(
                "ModelPackage", self.package(one + ", " + other).replacing("'ModelPackageGroupName': 'g', ", with: ""))
        }
        #expect(said(twice("{'Image': '\(Piece.registry)/i:2'}")).isEmpty)
        #expect(
            said(twice(one)) == [
                "request-duplicate-element Resources.R.Properties.InferenceSpecification.Containers[1]"
            ])
        #expect(said(self.package(one + ", " + one)).isEmpty)
        let empty = "{'PrimaryContainer': {\(Piece.image), 'ModelDataSource': {}}, \(Piece.role)}"
        #expect(
            said(template("Model", empty))
                == ["request-missing-member Resources.R.Properties.PrimaryContainer.ModelDataSource.S3DataSource"])
    }
}
