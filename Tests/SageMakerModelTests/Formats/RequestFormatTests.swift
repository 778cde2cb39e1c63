import Foundation
import ModelArtifacts
import TestSupport
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
                    S3ModelDataSource(
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

    /// The AWS CLI takes some texts for options, and reads others from where they point.
    @Test func writesTextsThatTheCLITakesForOthers() {
        let written = { (text: String) in
            RequestFormat.cli.text(
                of: .object([.init("ModelPackageDescription", .string(text))]),
                for: .createModelPackage)
        }
        let command = "aws sagemaker create-model-package \\\n  "
        for (text, option) in [
            ("a", "--model-package-description a"), ("a-b", "--model-package-description a-b"),
            ("-x", "--model-package-description=-x"), ("-x y", "--model-package-description='-x y'"),
            ("see file:///a", "--model-package-description 'see file:///a'"),
            ("file:///a", #"--cli-input-json '{"ModelPackageDescription": "file:///a"}'"#),
            ("fileb://a", #"--cli-input-json '{"ModelPackageDescription": "fileb://a"}'"#),
            ("https://a/b", #"--cli-input-json '{"ModelPackageDescription": "https://a/b"}'"#),
        ] {
            #expect(written(text) == command + option + "\n")
        }
    }

    private func findings(_ uri: String, _ value: String, _ format: RequestFormat) -> [Finding] {
        let source = ModelDataSource(
            s3DataSource: S3ModelDataSource(s3URI: uri, dataType: .prefix, compressionType: .none)
        ).jsonValue
        let container = JSONValue.object([
            .init("ModelDataSource", source), .init("Environment", .object([.init("A", .string(value))])),
        ])
        return TargetReduction(.object([.init("PrimaryContainer", container)]), for: format).findings
    }

    /// CloudFormation would put a secret there, and Terraform another name.
    @Test func saysWhatATargetChanges() {
        let place = "PrimaryContainer.ModelDataSource.S3DataSource.S3Uri"
        for (uri, value, path) in [
            ("s3://b/{{resolve:ssm:x}}/", "", place), ("s3://b/m/", "a {{resolve:", "PrimaryContainer.Environment.A"),
        ] {
            let found = findings(uri, value, .cloudFormation)
            #expect(findings(uri, value, .yaml) == found)
            #expect(found.map(\.rule) == ["request-target-resolves-reference"] && found[0].severity == .warning)
            #expect(found[0].location.jsonPath == path && !found[0].message.contains("ssm"))
            for format in [RequestFormat.json, .terraform, .boto3, .cli] { #expect(findings(uri, value, format) == []) }
        }
        for (uri, value, path) in [
            ("s3://b/e\u{301}/", "", place), ("s3://b/m/", "\u{212B}", "PrimaryContainer.Environment.A"),
        ] {
            let found = findings(uri, value, .terraform)
            #expect(found.map(\.rule) == ["request-target-changes-text"] && found[0].severity == .error)
            #expect(found[0].location.jsonPath == path)
            for format in [RequestFormat.json, .cloudFormation, .boto3, .cli] {
                #expect(findings(uri, value, format) == [])
            }
        }
        for good in ["s3://b/é/", "s3://b/日本語/", "s3://b/ไม้/", "s3://b/שָׁ/", "s3://b/{{ resolve }}/"] {
            for format in RequestFormat.allCases { #expect(findings(good, "x\u{301}", format) == [], "\(good)") }
        }
    }

    /// What turns text around, and what a service takes for a command, is escaped where the format can say it otherwise.
    @Test(arguments: [
        "\u{202E}x", "a\u{2066}", "\u{61C}\u{200E}\u{200F}", "##[error]x", "a###vso[x]", "x\n::error::y",
        "\u{600}##[error]x", "x\n\u{600}::error::y", "\r\u{1B}[2J\u{9B}1m\u{7F}",
    ])
    func escapesWhatDeceives(_ text: String) {
        let container = JSONValue.object([.init("Environment", .object([.init("A", .string(text))]))])
        let request = JSONValue.object([.init("PrimaryContainer", container)])
        for format in RequestFormat.allCases {
            let written = format.text(of: request)
            #expect(!written.unicodeScalars.contains(where: DisplayText.changesDirection), "\(format)")
            #expect(LogCommands.lines(in: written) == [], "\(format)")
        }
        let named = JSONValue.object([.init("ModelName", .string(text))])
        let word = RequestFormat.cli.text(of: named)
        #expect(LogCommands.lines(in: word) == [])
        #expect(!word.unicodeScalars.contains(where: DisplayText.changesDirection))
        #expect(!word.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }

    /// A shell makes of a word the text that it stands for, whatever is in it.
    @Test(arguments: [
        "", "a", "it's", "'", "''", "'\u{301}; echo x; '\u{301}", "\u{600}'x", "a\u{202E}b",
        "\u{2066}'\u{2069}\u{200F}",
        "##[error]", "a\n::b\r\n::c", "\u{1}2\u{7F}3\u{9B}4\u{2028}5\u{2029}", "$(id) `id` \\ \" $x !!", "\t\u{1B}[0m",
        "日本é\u{301}",
    ])
    func wordsOfShells(_ text: String) throws {
        for shell in ["sh", "bash"] {
            var command = Command("/bin/" + shell)
            command.environment = ["LC_ALL": "C"]
            let result = try command.run("-c", "printf %s " + ShellCommand.word(text))
            #expect(result.status == 0 && result.output == Data(text.utf8), "\(shell) \(ShellCommand.word(text))")
        }
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

extension S3ModelDataSource {
    /// In a `ModelDataSource`.
    fileprivate var wrapped: JSONValue { ModelDataSource(s3DataSource: self).jsonValue }
}
