import ModelArtifacts
import Testing

@testable import SageMakerModel

@Suite struct RequestFormatTests {
    private let request = JSONValue.object([
        .init("ModelName", .string("m")),
        .init(
            "PrimaryContainer",
            .object([
                .init("Image", .string("i")),
                .init(
                    "ModelDataSource",
                    S3DataSource(
                        s3URI: "s3://b/k.tar.gz", dataType: .object, compressionType: .gzip, hubContentARN: "h",
                        etag: "e"
                    ).wrapped),
                .init(
                    "Environment",
                    .object([.init("LONG", .string("${a} %{b} \"c\"\n'd'\\ \u{1}é")), .init("B", .string(""))])),
            ])),
        .init("EnableNetworkIsolation", .boolean(false)),
    ])

    @Test func leavesOutWhatTheTargetLacksAndSaysSo() {
        let terraform = TargetReduction(request, for: .terraform)
        #expect(
            terraform.findings.map(\.rule) == ["request-target-lacks-data", "request-target-lacks-record"])
        #expect(terraform.findings[1].location.jsonPath == "PrimaryContainer.ModelDataSource.S3DataSource.ETag")
        #expect(
            TargetReduction(request, for: .cloudFormation).findings.map(\.rule) == ["request-target-lacks-record"])
        for format in [RequestFormat.json, .boto3, .cli] {
            let reduced = TargetReduction(request, for: format)
            #expect(reduced.findings.isEmpty && reduced.request == request)
        }
    }

    @Test func writesTerraform() {
        #expect(
            RequestFormat.terraform.text(of: TargetReduction(request, for: .terraform).request) == #"""
                resource "aws_sagemaker_model" "model" {
                  name                     = "m"
                  enable_network_isolation = false

                  primary_container {
                    image = "i"

                    environment = {
                      "LONG" = "$${a} %%{b} \"c\"\n'd'\\ \u0001é"
                      "B"    = ""
                    }

                    model_data_source {
                      s3_data_source {
                        s3_uri           = "s3://b/k.tar.gz"
                        s3_data_type     = "S3Object"
                        compression_type = "Gzip"
                      }
                    }
                  }
                }

                """#)
    }

    @Test func writesShell() {
        #expect(
            RequestFormat.cli.text(of: request) == #"""
                aws sagemaker create-model \
                  --model-name m \
                  --primary-container '{"Image": "i", "ModelDataSource": {"S3DataSource": {"S3Uri": "s3://b/k.tar.gz", "S3DataType": "S3Object", "CompressionType": "Gzip", "HubAccessConfig": {"HubContentArn": "h"}, "ETag": "e"}}, "Environment": {"LONG": "${a} %{b} \"c\"\n'\''d'\''\\ \u0001é", "B": ""}}' \
                  --no-enable-network-isolation

                """#)
    }

    @Test func makesNamesOfOtherTools() {
        for (name, other) in [
            ("S3DataSource", "s3_data_source"), ("SecurityGroupIds", "security_group_ids"),
            ("ModelDataUrl", "model_data_url"),
            ("AcceptEula", "accept_eula"), ("RepositoryCredentialsProviderArn", "repository_credentials_provider_arn"),
        ] {
            #expect(SnakeCase.name(of: name, separator: "_") == other)
        }
    }
}

extension S3DataSource {
    /// In a `ModelDataSource`.
    fileprivate var wrapped: JSONValue { ModelDataSource(s3DataSource: self).jsonValue }
}
