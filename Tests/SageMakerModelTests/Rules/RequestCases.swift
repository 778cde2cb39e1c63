@testable import SageMakerModel

extension RequestCase {
    /// At least one of each rule that looks at a request alone.
    static let all: [RequestCase] = values + models + prose + places + documents + ofContainers + environments

    /// A request for a package with instance types for endpoints.
    private static func instances(_ types: String) -> String {
        let specification = Piece.specification("{\(Piece.image), \(data)}").dropLast()
        let list = "'SupportedRealtimeInferenceInstanceTypes': [\(types)]"
        return "{'ModelPackageGroupName': 'g', \(specification), \(list)}}"
    }

    private static let values: [RequestCase] = [
        RequestCase(
            "request-count-out-of-range",
            bad: Piece.request("{}", ", 'VpcConfig': {'SecurityGroupIds': ['sg-0b2c3d4e'], 'Subnets': []}"),
            good: Piece.request(
                "{}", ", 'VpcConfig': {'SecurityGroupIds': ['sg-0b2c3d4e'], 'Subnets': ['subnet-0a1b2c3d']}"),
            at: "VpcConfig.Subnets", "0 elements", "1 to 16"),
        RequestCase(
            "request-duplicate-member", bad: "{'Image': 'a', \(Piece.image)}", good: Piece.container, at: "Image",
            "'Image'", "line 1"),
        RequestCase(
            "request-number-out-of-range",
            bad: Piece.component("'RuntimeConfig': {'CopyCount': -1}"),
            good: Piece.component("'RuntimeConfig': {'CopyCount': 0}"), at: "RuntimeConfig.CopyCount", "-1",
            "at least 0"),
        RequestCase(
            "request-number-out-of-range",
            bad: Piece.component(
                "'Specification': {'StartupParameters': {'ModelDataDownloadTimeoutInSeconds': 3601}}"),
            good: Piece.component(
                "'Specification': {'StartupParameters': {'ModelDataDownloadTimeoutInSeconds': 3600}}"),
            at: "Specification.StartupParameters.ModelDataDownloadTimeoutInSeconds", "60 to 3600"),
        RequestCase(
            "request-length-out-of-range",
            bad: Piece.request("{'Environment': {'A': '\(String(repeating: "é", count: 513))'}}"),
            good: Piece.request("{'Environment': {'A': '\(String(repeating: "é", count: 512))'}}"),
            at: "PrimaryContainer.Environment.A", "1026 bytes", "1024"),
        RequestCase(
            "request-length-out-of-range",
            bad: Piece.request("{}", ", 'ExecutionRoleArn': 'role'"),
            good: Piece.request("{}"),
            at: "ExecutionRoleArn", "arn:aws:iam::ACCOUNT:role/role"),
        RequestCase(
            "request-missing-member", bad: "{'PrimaryContainer': \(Piece.container), \(Piece.role)}",
            good: Piece.request("{}"), at: "ModelName",
            "ModelName", "letters, digits"),
        RequestCase(
            "request-pattern-mismatch",
            bad: "{'ModelName': 'my_model', 'PrimaryContainer': \(Piece.container), \(Piece.role)}",
            good: "{'ModelName': 'my-model', 'PrimaryContainer': \(Piece.container), \(Piece.role)}", at: "ModelName",
            "'my_model'",
            "did you mean 'my-model'?"),
        RequestCase(
            "request-pattern-mismatch", bad: Piece.place("mybucket/model/"),
            good: Piece.place("s3://mybucket/model/"),
            at: "S3Uri", "did you mean 's3://mybucket/model/'?"),
        RequestCase(
            "request-pattern-mismatch", bad: instances("'ml.g5.xlarge', 'p6-b200.48xlarge'"),
            good: instances("'ml.g5.xlarge', 'ml.new9.large'"),
            at: "InferenceSpecification.SupportedRealtimeInferenceInstanceTypes[1]",
            "did you mean 'ml.p6-b200.48xlarge'?"),
        RequestCase(
            "request-response-member",
            bad: Piece.request("{}", ", 'ModelArn': 'arn:aws:sagemaker:us-east-1:1:model/m'"),
            good: Piece.request("{}"), at: "ModelArn", "DescribeModel"),
        RequestCase(
            "request-unknown-member",
            bad: Piece.place("s3://mybucket/m/", more: ", 'ManifestS3Uri': 's3://mybucket/m.csv', 'ManifestETag': 'x'"),
            good: Piece.place(
                "s3://mybucket/m/", more: ", 'ManifestS3Uri': 's3://mybucket/m.csv', 'ManifestEtag': 'x'"),
            at: "ManifestETag",
            "did you mean ManifestEtag?"),
        RequestCase(
            "create-model-package-without-name", bad: "{\(Piece.specification(Piece.container))}",
            good: "{'ModelPackageGroupName': 'g', \(Piece.specification(Piece.container))}",
            at: "ModelPackageGroupName",
            "neither ModelPackageGroupName nor ModelPackageName"),
        RequestCase(
            "request-duplicate-element", bad: Piece.packageResource("\(Piece.container), \(Piece.container)"),
            good: Piece.packageResource("\(Piece.container), \(Piece.container.replacing("image:1", with: "image:2"))"),
            at: "Resources.P.Properties.InferenceSpecification.Containers[1]", "is the same"),
        RequestCase(
            "request-unknown-member", bad: Piece.request("{}", ", 'Image': 'image:1'"),
            good: Piece.request("{}"), at: "Image", "ContainerDefinition"),
        RequestCase(
            "request-unknown-tag", bad: "!Env " + Piece.request("{}"), good: "!!map " + Piece.request("{}"), at: "",
            "'!Env'"),
        RequestCase(
            "request-unknown-value", bad: Piece.place("s3://mybucket/m.tar.gz", "S3Object", "GZIP"),
            good: Piece.place("s3://mybucket/m.tar.gz", "S3Object", "Gzip"), at: "CompressionType", "'GZIP'",
            "None or Gzip", "write \"Gzip\""),
        RequestCase(
            "request-wrong-type", bad: Piece.request("{'Environment': {'A': 3}}"),
            good: Piece.request("{'Environment': {'A': '3'}}"), at: "PrimaryContainer.Environment.A",
            "a number of 1 character", "in quotes"),
        RequestCase(
            "request-wrong-type", bad: "{'ModelName': 3, 'PrimaryContainer': \(Piece.container), \(Piece.role)}",
            good: Piece.request("{}"),
            at: "ModelName", "the number 3", "write \"3\""),
        RequestCase(
            "request-unfilled-template", bad: Piece.place("s3://mybucket/{{ ds }}/"),
            good: Piece.place("s3://mybucket/2026-11-29/"), at: "S3Uri", "'{{ ds }}'", "not filled in"),
        RequestCase(
            "request-unfilled-template", bad: "{'Image': '<ACCOUNT>.dkr.ecr.us-east-1.amazonaws.com/image:1'}",
            good: "{'Environment': {'CHAT_TEMPLATE': '{{ messages }} <bos> ${x}'}}", at: "Image", "'<ACCOUNT>'"),
        RequestCase(
            "request-unfilled-template", bad: "{'ModelDataUrl': 's3://mybucket/${VERSION}/model.tar.gz'}",
            good: "{'ModelDataUrl': 's3://mybucket/v$1/{2}/model.tar.gz'}", at: "ModelDataUrl", "'${VERSION}'"),
        RequestCase(
            "request-unfilled-template", bad: "{'ModelDataUrl': 's3://mybucket/$(Build.BuildId)/model.tar.gz'}",
            good: "{'ModelDataUrl': 's3://mybucket/$(/{/#/a{}/model.tar.gz'}", at: "ModelDataUrl", "'$(Build.BuildId)'"),
        RequestCase(
            "request-unfilled-template", bad: "{'ModelDataUrl': 's3://mybucket/<%= version %>/model.tar.gz'}",
            good: "{'ModelDataUrl': 's3://mybucket/<%/model.tar.gz'}", at: "ModelDataUrl", "'<%= version %>'"),
        RequestCase(
            "request-unfilled-template", bad: "{'ModelDataUrl': 's3://mybucket/{version}/model.tar.gz'}",
            good: "{'ModelDataUrl': 's3://mybucket/{3F25}/a_$folder$/V__FINAL__2/20%OFF/user@HOST/model.tar.gz'}",
            at: "ModelDataUrl", "'{version}'", "looks like"),
        RequestCase(
            "request-unfilled-template", bad: "{'ModelDataUrl': 's3://mybucket/$MODEL_NAME/model.tar.gz'}",
            good: "{'ModelDataUrl': 's3://mybucket/a$B/US$/$1/model.tar.gz'}", at: "ModelDataUrl", "'$MODEL_NAME'"),
        RequestCase(
            "request-unfilled-template", bad: "{'ModelDataUrl': 's3://mybucket/%MODEL%/model.tar.gz'}",
            good: "{'ModelDataUrl': 's3://mybucket/50%/A%2FB%2FC/model.tar.gz'}", at: "ModelDataUrl", "'%MODEL%'"),
        RequestCase(
            "request-unfilled-template", bad: "{'ModelDataUrl': 's3://mybucket/@MODEL@/model.tar.gz'}",
            good: "{'ModelDataUrl': 's3://mybucket/me@EXAMPLE.ORG/model.tar.gz'}", at: "ModelDataUrl", "'@MODEL@'"),
        RequestCase(
            "request-unfilled-template", bad: "{'ModelDataUrl': 's3://mybucket/__MODEL_NAME__/model.tar.gz'}",
            good: "{'ModelDataUrl': 's3://mybucket/__pycache__/A__B/model.tar.gz'}", at: "ModelDataUrl",
            "'__MODEL_NAME__'"),
        RequestCase(
            "request-pattern-mismatch",
            bad: "{'ModelName': '__MODEL_NAME__', 'PrimaryContainer': \(Piece.container), \(Piece.role)}",
            good: Piece.request("{}"), at: "ModelName", "a template that was not filled in"),
        RequestCase(
            "request-pattern-mismatch",
            bad: "{'ModelName': 'm-%(name)s', 'PrimaryContainer': \(Piece.container), \(Piece.role)}",
            good: Piece.request("{}"), at: "ModelName", "a template that was not filled in"),
    ]

    private static let models: [RequestCase] = [
        RequestCase(
            "create-model-both-containers", bad: Piece.request("{}", ", 'Containers': [\(Piece.container)]"),
            good: Piece.request("{}"),
            at: "Containers", "PrimaryContainer"),
        RequestCase(
            "create-model-no-container", bad: "{'ModelName': 'm', \(Piece.role)}", good: Piece.request(["{}"]),
            at: "",
            "Containers"),
        RequestCase(
            "create-model-data-url-and-source",
            bad: "{'ModelDataUrl': 's3://mybucket/m.tar.gz', 'ModelDataSource': \(Piece.source)}",
            good: "{'ModelDataSource': \(Piece.source)}", at: "ModelDataUrl"),
        RequestCase(
            "create-model-data-url-not-tar-gz", bad: "{'ModelDataUrl': 's3://mybucket/m/'}",
            good: "{'ModelDataUrl': 's3://mybucket/m/', 'Mode': 'MultiModel'}", at: "ModelDataUrl", "a prefix",
            "S3Prefix"),
        RequestCase(
            "create-model-data-url-not-tar-gz", bad: "{'ModelDataUrl': 's3://mybucket/model.pkl'}",
            good: "{'ModelDataUrl': 's3://mybucket/model.tgz'}", at: "ModelDataUrl", "does not end with .tar.gz"),
        RequestCase(
            "create-model-deployment-without-source",
            bad: "{\(data), \(Piece.channels("a").dropFirst().dropLast())}", good: "{\(data)}",
            at: "AdditionalModelDataSources", "is not documented", "into the archive", deployment: .batchTransform),
        RequestCase(
            "create-model-deployment-without-source", bad: "{'ModelDataSource': \(Piece.source)}",
            good: "{'ModelDataUrl': 's3://mybucket/m.tar.gz'}", at: "ModelDataSource", "a serverless endpoint",
            deployment: .serverless),
        RequestCase(
            "create-model-dot-channel", bad: Piece.channels(".."), good: Piece.channels("a..b"),
            at: "AdditionalModelDataSources[0].ChannelName", "'..'"),
        RequestCase(
            "create-model-duplicate-channel", bad: Piece.channels("a", "a"), good: Piece.channels("a", "b"),
            at: "AdditionalModelDataSources[1].ChannelName", "'a'"),
        RequestCase(
            "create-model-duplicate-hostname",
            bad: Piece.request(["{'ContainerHostname': 'a'}", "{'ContainerHostname': 'a'}"]),
            good: Piece.request(["{'ContainerHostname': 'a'}", "{'ContainerHostname': 'b'}"]),
            at: "Containers[1].ContainerHostname", "'a'"),
        RequestCase(
            "create-model-hostname-missing", bad: Piece.request(["{'ContainerHostname': 'a'}", "{}"]),
            good: Piece.request(["{}", "{}"]), at: "Containers[1].ContainerHostname"),
        RequestCase(
            "create-model-duplicate-tag",
            bad: Piece.request("{}", ", 'Tags': [{'Key': 'a', 'Value': 'x'}, {'Key': 'a', 'Value': 'y'}]"),
            good: Piece.request("{}", ", 'Tags': [{'Key': 'a', 'Value': 'x'}, {'Key': 'A', 'Value': 'y'}]"),
            at: "Tags[1].Key", "'a'"),
        RequestCase(
            "create-model-environment-too-large", bad: environment(bytes: 32_769), good: environment(bytes: 32_768),
            at: "Containers[1].Environment", "32769 bytes with the containers before it", "32768"),
        RequestCase(
            "create-model-eula-missing", bad: Piece.place("s3://jumpstart-private-cache-prod-us-east-1/llama/"),
            good: Piece.place(
                "s3://jumpstart-private-cache-prod-us-east-1/llama/",
                more: ", 'ModelAccessConfig': {'AcceptEula': true}"),
            at: "ModelAccessConfig"),
        RequestCase(
            "create-model-eula-refused",
            bad: Piece.place("s3://mybucket/m/", more: ", 'ModelAccessConfig': {'AcceptEula': false}"),
            good: Piece.place("s3://mybucket/m/", more: ", 'ModelAccessConfig': {'AcceptEula': true}"),
            at: "ModelAccessConfig.AcceptEula"),
        RequestCase(
            "create-model-multi-model-archive", bad: "{'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/m.tar.gz'}",
            good: "{'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/m/'}", at: "ModelDataUrl"),
        RequestCase(
            "create-model-not-multi-model", bad: "{'ModelDataUrl': 's3://mybucket/m.tar.gz'}",
            good: "{'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/m/'}", at: "Mode", deployment: .multiModel),
        RequestCase(
            "create-model-registry-auth-without-vpc",
            bad:
                "{'ImageConfig': {'RepositoryAccessMode': 'Platform', 'RepositoryAuthConfig': {'RepositoryCredentialsProviderArn': 'arn:aws:lambda:us-east-1:123456789012:function:f'}}}",
            good:
                "{'ImageConfig': {'RepositoryAccessMode': 'Vpc', 'RepositoryAuthConfig': {'RepositoryCredentialsProviderArn': 'arn:aws:lambda:us-east-1:123456789012:function:f'}}}",
            at: "ImageConfig.RepositoryAuthConfig"),
        RequestCase(
            "create-model-source-with-multi-model", bad: "{'Mode': 'MultiModel', 'ModelDataSource': \(Piece.source)}",
            good: "{'Mode': 'SingleModel', 'ModelDataSource': \(Piece.source)}", at: "ModelDataSource"),
    ]

    /// The rules of artifacts that hold for the URIs of a request too.
    private static let places: [RequestCase] = [
        RequestCase(
            "prefix-without-slash",
            bad: Piece.request("{'ModelDataSource': {'S3DataSource': \(Piece.place("s3://mybucket/m"))}}"),
            good: Piece.request("{'ModelDataSource': \(Piece.source)}"),
            at: "PrimaryContainer.ModelDataSource.S3DataSource.S3Uri", "end the URI with '/'"),
        RequestCase(
            "unsupported-combination", bad: Piece.place("s3://mybucket/m/", "S3Prefix", "Gzip"),
            good: Piece.place("s3://mybucket/m.tar.gz", "S3Object", "Gzip"), at: "CompressionType"),
        RequestCase(
            "object-uri-ends-with-slash", bad: Piece.place("s3://mybucket/m/", "S3Object"),
            good: Piece.place("s3://mybucket/m", "S3Object"), at: "S3Uri"),
        RequestCase(
            "invalid-s3-uri", bad: Piece.place("s3://my..bucket/m/"), good: Piece.place("s3://my.bucket/m/"),
            at: "S3Uri",
            "two dots"),
        RequestCase(
            "https-uri", bad: "{'ModelDataUrl': 'https://mybucket.s3.us-east-1.amazonaws.com/m.tar.gz'}",
            good: "{'ModelDataUrl': 's3://mybucket/m.tar.gz'}", at: "ModelDataUrl", "s3://mybucket/m.tar.gz"),
        RequestCase(
            "object-uri-ends-with-slash",
            bad: Piece.place("s3://mybucket/m/", more: ", 'ManifestS3Uri': 's3://mybucket/manifests/'"),
            good: Piece.place("s3://mybucket/m/", more: ", 'ManifestS3Uri': 's3://mybucket/manifests/m.csv'"),
            at: "ManifestS3Uri", "names one file"),
        RequestCase(
            "invalid-s3-uri", bad: Piece.place("s3://mybucket/m/", more: ", 'ManifestS3Uri': 's3://manifests'"),
            good: Piece.place("s3://mybucket/m/", more: ", 'ManifestS3Uri': 's3://manifests/m.csv'"),
            at: "ManifestS3Uri", "no object"),
        RequestCase(
            "https-uri", bad: "{'ModelDataUrl': 'https://s3.us-east-1.amazonaws.com/mybucket/a%20b.tar.gz'}",
            good: "{'ModelDataUrl': 'https://s3.us-east-1.amazonaws.com/mybucket/m.tar.gz'}", at: "ModelDataUrl"),
        RequestCase(
            "https-uri", bad: "{'ModelDataUrl': 'https://s3-website-us-west-2.amazonaws.com/mybucket/m.tar.gz'}",
            good: "{'ModelDataUrl': 'https://s3-us-west-2.amazonaws.com/mybucket/m.tar.gz'}", at: "ModelDataUrl"),
        RequestCase(
            "https-uri", bad: "{'ModelDataUrl': 'https://huggingface.co/acme/tiny/m.tar.gz'}",
            good: "{'ModelDataUrl': 'https://s3.amazonaws.com/mybucket/m.tar.gz'}", at: "ModelDataUrl",
            "of the Hugging Face Hub", "HF_MODEL_ID"),
        RequestCase(
            "manifest-inside-prefix",
            bad: Piece.place("s3://mybucket/m/", more: ", 'ManifestS3Uri': 's3://mybucket/m/x.csv'"),
            good: Piece.place("s3://mybucket/m/", more: ", 'ManifestS3Uri': 's3://mybucket/x.csv'"), at: "ManifestS3Uri"
        ),
    ]

    /// A task of Step Functions that makes a model.
    private static func state(_ more: String) -> String {
        "{'Type': 'Task', 'Resource': 'arn:aws:states:::sagemaker:createModel'\(more)}"
    }

    private static func task(_ more: String) -> String {
        "{'StartAt': 'A', 'States': {'A': \(state(more + ", 'End': true"))}}"
    }

    private static let documents: [RequestCase] = [
        RequestCase(
            "request-malformed-document", bad: "{'ModelName': 'm',}", good: Piece.request("{}"), at: "",
            "no comma after the last"),
        RequestCase(
            "request-unknown", bad: task(""),
            good:
                task(
                    ", 'Parameters': {'ModelName.$': '$.name', \(Piece.role), 'PrimaryContainer': \(Piece.container)}"),
            at: "States.A.Parameters", "nothing of it was checked"),
        RequestCase(
            "request-unknown",
            bad:
                "{'StartAt': 'A', 'States': {'A': \(state(", 'Next': 'B'")), 'B': \(state(", 'Arguments': '{% $a %}', 'End': true"))}}",
            good:
                task(
                    ", 'Arguments': {'ModelName': '{% $n %}', \(Piece.role), 'PrimaryContainer': \(Piece.container)}"),
            at: "States.A.Parameters", "as of 1 more"),
        RequestCase(
            "request-no-model", bad: "{'Resources': {'M': {'Type': 'AWS::Sagemaker::Models', 'Properties': {}}}}",
            good:
                "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {'PrimaryContainer': \(Piece.container), \(Piece.role)}}}}",
            at: "Resources", "did you mean AWS::SageMaker::Model by 'AWS::Sagemaker::Models'?"),
        RequestCase(
            "request-no-model",
            bad:
                "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {'PrimaryContainer': \(Piece.container), \(Piece.role)}}, 'N': {'Type': 'AWS::Sagemaker::Model'}}}",
            good:
                "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {'PrimaryContainer': \(Piece.container), \(Piece.role)}}, 'N': {'Type': 'AWS::SageMaker::ModelCard'}, 'G': {'Type': 'AWS::SageMaker::ModelPackageGroup'}}}",
            at: "Resources.N.Type", "did you mean AWS::SageMaker::Model?"),
        RequestCase(
            "request-no-model",
            bad: "{'Resources': {'E': {'Type': 'AWS::SageMaker::Endpoint', 'Properties': {}}, 'B': {'Type': 'x'}}}",
            good:
                "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {'PrimaryContainer': \(Piece.container), \(Piece.role)}}}}",
            at: "Resources", "none of 2 resources", "give the document that makes the model"),
        RequestCase(
            "request-no-model", bad: "{'Resources': {'B': {'Type': 'AWS::S3::Bucket'}}}",
            good:
                "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {'PrimaryContainer': \(Piece.container), \(Piece.role)}}}}",
            at: "Resources", "its only resource is not an AWS::SageMaker::Model"),
    ]

    /// Two containers whose environments have so many bytes together.
    private static func environment(bytes: Int) -> String {
        let entry = { (name: String, count: Int) in "'\(name)': '\(String(repeating: "x", count: count - 4))'" }
        let first = (0..<20).map { entry("A" + String(100 + $0), 1024) }.joined(separator: ", ")
        let second = (0..<11).map { entry("A" + String(100 + $0), 1024) }.joined(separator: ", ")
        let rest = bytes - 31 * 1024
        return
            Piece.request([
                "{'Environment': {\(first)}}",
                "{'Environment': {\(second), \(entry("B100", rest - 512)), \(entry("B101", 512))}}",
            ])
    }
}

extension Piece {
    /// An `S3DataSource` of a prefix with more members.
    fileprivate static func place(_ uri: String, more: String) -> String { place(uri, "S3Prefix", "None", more) }
}
