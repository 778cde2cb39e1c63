import Foundation
import TestSupport
import Testing

/// `optml create-model`, and the channels that it shares with `check` and `layout`.
@Suite struct CreateModelTests {
    private let folder: TemporaryDirectory
    private static let image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1"
    private let named = ["--model-name", "m", "--image", image, "--role-arn", "arn:aws:iam::123456789012:role/r"]

    private static let credentials = "arn:aws:lambda:us-east-1:123456789012:function:f"
    private static let hub = "arn:aws:sagemaker:us-east-1:123456789012:hub-content/h/Model/m/1.0.0"

    init() throws { folder = try TemporaryDirectory() }

    private func run(_ arguments: [String]) throws -> Command.Result {
        try Command.optml(in: Samples.folder).run(["create-model"] + arguments)
    }

    private func json(_ arguments: [String]) throws -> [String: Any] {
        let result = try run(arguments)
        #expect(result.status == 0, "\(result.errorText)")
        return try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    }

    @Test func everyOptionHasItsMember() throws {
        let request = try json(
            [
                "model.tar.gz", "--s3-uri", "s3://my-bucket/model.tar.gz",
                "--env", "A=1=2", "--env", "B=", "--tag", "team=x", "--subnet", "subnet-0a1b2c3d", "--subnet",
                "subnet-1a2b3c4d",
                "--security-group", "sg-0b2c3d4e",
                "--network-isolation", "--container-hostname", "h", "--mode", "SingleModel", "--model-cache-setting",
                "Enabled",
                "--repository-access-mode", "Vpc", "--repository-credentials-provider-arn", Self.credentials,
                "--inference-execution-mode", "Direct", "--accept-eula",
                "--hub-content-arn", Self.hub,
            ] + named)
        let container = try #require(request["PrimaryContainer"] as? [String: Any])
        let expected: [String: Any] = [
            "ContainerHostname": "h", "Image": Self.image, "Mode": "SingleModel", "Environment": ["A": "1=2", "B": ""],
            "ImageConfig": [
                "RepositoryAccessMode": "Vpc",
                "RepositoryAuthConfig": ["RepositoryCredentialsProviderArn": Self.credentials],
            ],
            "MultiModelConfig": ["ModelCacheSetting": "Enabled"],
            "ModelDataSource": [
                "S3DataSource": [
                    "S3Uri": "s3://my-bucket/model.tar.gz", "S3DataType": "S3Object", "CompressionType": "Gzip",
                    "ModelAccessConfig": ["AcceptEula": true], "HubAccessConfig": ["HubContentArn": Self.hub],
                ] as [String: Any]
            ],
        ]
        #expect(container as NSDictionary == expected as NSDictionary)
        #expect(
            request["VpcConfig"] as? [String: [String]] == [
                "SecurityGroupIds": ["sg-0b2c3d4e"], "Subnets": ["subnet-0a1b2c3d", "subnet-1a2b3c4d"],
            ])
        #expect(request["Tags"] as? [[String: String]] == [["Key": "team", "Value": "x"]])
        #expect(request["EnableNetworkIsolation"] as? Bool == true)
        #expect(request["InferenceExecutionConfig"] as? [String: String] == ["Mode": "Direct"])
    }

    @Test func aPackageNamesTheImageAndTheData() throws {
        let package = ["--model-package-name", "p", "--inference-specification-name", "n"]
        let request = try json(package + ["--model-name", "m"] + named.suffix(2))
        let container = try #require(request["PrimaryContainer"] as? [String: String])
        #expect(container == ["ModelPackageName": "p", "InferenceSpecificationName": "n"])
        let both = try run(package + named)
        #expect(both.status == 1 && both.errorText.contains("create-model-package-and-image"), "\(both.errorText)")
        // Model data beside it has no place.
        for data in [
            ["good-model"], ["--s3-uri", "s3://my-bucket/m/"], ["--etag", "x"], ["--channel", "a=good-model"],
        ] {
            let result = try run(package + data + named)
            #expect(result.status == 64 && result.errorText.contains("names its own model data"), "\(result.errorText)")
        }
        let base = try folder.write(
            "package.json", #"{"ModelName": "m", "PrimaryContainer": {"ModelPackageName": "p"}}"#)
        let put = try run(["good-model", "--s3-uri", "s3://my-bucket/m/", "--base", base])
        #expect(put.status == 64 && put.errorText.contains("the package 'p'"), "\(put.errorText)")
        // The package takes the place of the data of a request.
        let data = try folder.write(
            "data.json", #"{"ModelName": "m", "PrimaryContainer": {"ModelDataUrl": "s3://my-bucket/m.tar.gz"}}"#)
        let replaced = try json(["--base", data, "--model-package-name", "p"] + named.suffix(2))
        #expect(replaced["PrimaryContainer"] as? [String: String] == ["ModelPackageName": "p"])
    }

    @Test func putsTheBlockIntoABase() throws {
        let base = try folder.write(
            "base.json",
            #"{"ModelName": "old", "Containers": [{"ContainerHostname": "a", "ModelDataUrl": "s3://my-bucket/x.tar.gz"}, {"ContainerHostname": "b"}], "ModelArn": "x"}"#
        )
        let arguments = ["good-model", "--s3-uri", "s3://my-bucket/m/", "--base", base]
        #expect(try run(arguments).status == 64)
        let request = try json(arguments + ["--container", "a"])
        #expect(request["ModelName"] as? String == "old" && request["ModelArn"] == nil)
        let containers = try #require(request["Containers"] as? [[String: Any]])
        #expect(
            containers[0]["ModelDataUrl"] == nil && containers[0]["ModelDataSource"] != nil && containers.count == 2)
        let bad = try folder.write("bad.json", "{")
        #expect(try run(["good-model", "--s3-uri", "s3://my-bucket/m/", "--base", bad]).status == 2)
    }

    @Test func namesAnArchiveInModelDataUrl() throws {
        let archive = ["model.tar.gz", "--s3-uri", "s3://my-bucket/model.tar.gz", "--model-data-url"] + named
        let request = try json(archive + ["--deployment", "serverless"])
        #expect(
            request["PrimaryContainer"] as? [String: String] == [
                "Image": Self.image, "ModelDataUrl": "s3://my-bucket/model.tar.gz",
            ])
        #expect(try run(["good-model", "--s3-uri", "s3://my-bucket/m/", "--model-data-url"] + named).status == 64)
        #expect(try run(archive + ["--etag", "predict"]).status == 64)
    }

    @Test func writesNothingOnAnError() throws {
        let prefix = ["good-model", "--s3-uri", "s3://my-bucket/m/"]
        let unnamed = try run(prefix)
        #expect(unnamed.status == 1 && unnamed.output.isEmpty && unnamed.errorText.contains("--model-name"))
        let serverless = try run(prefix + named + ["--deployment", "serverless"])
        #expect(serverless.status == 1 && serverless.errorText.contains("create-model-deployment-without-source"))
        let forced = try run(prefix + ["--force", "--model-name", "a_b"])
        #expect(
            forced.status == 0 && forced.errorText.contains("request-pattern-mismatch")
                && forced.text.contains("a_b"))
        let twice = try run(["good-model", "--s3-uri", "s3://my-bucket/m", "--quiet"] + named)
        #expect(twice.errorText.components(separatedBy: "error prefix-without-slash").count == 2)
        #expect(try run(["bad-model", "--s3-uri", "s3://my-bucket/m/"] + named).status == 1)
    }

    @Test func saysWhatATargetLacks() throws {
        let role = ["--role-arn", "arn:aws:iam::123456789012:role/r"]
        let arguments = ["good-model", "--s3-uri", "s3://my-bucket/m/", "--etag", "x", "--quiet"] + named + role
        for format in ["cloudformation", "terraform"] {
            let result = try run(arguments + ["--format", format])
            #expect(result.status == 0 && result.errorText.contains("request-target-lacks-record"))
            #expect(!result.text.contains("ETag"))
            #expect(try run(arguments + ["--format", format, "--fail-on", "warning"]).status == 1)
        }
        let channel = ["--channel", "d=good-model", "--channel-s3-uri", "d=s3://my-bucket/d/"]
        #expect(try run(arguments + channel + ["--format", "cloudformation"]).status == 1)
        #expect(try run(arguments + channel + ["--format", "terraform"]).status == 0)
        // They make up a name themselves.
        let unnamed = ["good-model", "--s3-uri", "s3://my-bucket/m/", "--image", Self.image, "--format", "terraform"]
        #expect(try run(unnamed + named.suffix(2)).status == 0)
    }

    @Test func terraformTakesNoNameOfAPackage() throws {
        let arguments =
            ["--format", "terraform", "--model-name", "m"] + named.suffix(2)
        let package = try run(arguments + ["--model-package-name", "p"])
        #expect(package.status == 1 && package.errorText.contains("'p' is not an ARN"))
        let whole = "arn:aws:sagemaker:us-east-1:123456789012:model-package/p"
        #expect(try run(arguments + ["--model-package-name", whole]).status == 0)
    }

    @Test func writesReferences() throws {
        let arguments = ["good-model", "--s3-uri", "s3://my-bucket/m/", "--image", Self.image, "--quiet", "--format"]
        let bare = try run(arguments + ["terraform"])
        #expect(bare.status == 1 && bare.errorText.contains("request-target-requires"), "\(bare.errorText)")
        let terraform = try run(arguments + ["terraform", "--reference", "ExecutionRoleArn=aws_iam_role.r.arn"])
        #expect(terraform.status == 0 && terraform.text.contains("execution_role_arn = aws_iam_role.r.arn\n"))
        let references = [
            "--reference", "ExecutionRoleArn=!GetAtt R.Arn", "--reference", "PrimaryContainer.Image=!Sub '${A}/b:1'",
            "--reference", "PrimaryContainer.Environment.A=!Ref B", "--reference", "VpcConfig.Subnets=!Ref Subnets",
            "--security-group", "sg-0b2c3d4e",
        ]
        let yaml = try run(arguments + ["yaml"] + references)
        #expect(yaml.status == 0, "\(yaml.errorText)")
        for line in [
            "      ExecutionRoleArn: !GetAtt R.Arn", "        Image: !Sub \"${A}/b:1\"", "          A: !Ref B",
            "        Subnets: !Ref Subnets", "        - sg-0b2c3d4e",
        ] { #expect(yaml.text.split(separator: "\n").contains(Substring(line)), "\(line) \(yaml.text)") }
        let json = try run(arguments + ["cloudformation"] + references)
        #expect(json.text.contains("\"Ref\": \"Subnets\"") && json.text.contains("\"Fn::GetAtt\": [\n"))
        for wrong in [
            "ExecutionRoleArn", "Role=!Ref A", "ExecutionRoleArn=arn", "ExecutionRoleArn.X=!Ref A", "Tags=\n",
        ] {
            #expect(try run(arguments + ["yaml", "--reference", wrong]).status == 64, "\(wrong)")
        }
        #expect(try run(arguments + ["json", "--reference", "ExecutionRoleArn=!Ref A"]).status == 64)
    }

    /// What is no expression or no function is refused, and not written.
    @Test func refusesReferencesThatAreNone() throws {
        let arguments = ["good-model", "--s3-uri", "s3://my-bucket/m/", "--image", Self.image, "--quiet", "--format"]
        let role = ["--reference", "ExecutionRoleArn="]
        for expression in [
            "!GetAtt Role.Arn", "arn:aws:iam::123456789012:role/r", "\"x", "{{x}}", "aws_iam_role", "a b", "x.", "f(",
            "[a.b",
            "a.b ? c.d", "\"${a.b\"", "a.b.c)", "'x'", "$x", "${a.b}",
        ] {
            let result = try run(arguments + ["terraform"] + [role[0], role[1] + expression])
            result.expectFailure(64, "expression of Terraform")
        }
        for expression in [
            "aws_iam_role.r.arn", "module.x[\"a\"].role", "var.role", "\"arn:aws:iam::${var.account}:role/r\"",
            "one(aws_iam_role.r[*].arn)", "var.on ? aws_iam_role.a.arn : data.aws_iam_role.b.arn",
            "aws_iam_role.r[0].arn",
            "lookup({ a = \"arn:aws:iam::123456789012:role/r\" }, var.k, null)",
            "[for r in var.roles : r.arn if r.on][0]",
            "try(local.role, \"arn:aws:iam::123456789012:role/r\")", "join(\"\", [\"arn:\", var.rest])",
        ] {
            let result = try run(arguments + ["terraform"] + [role[0], role[1] + expression])
            #expect(
                result.status == 0 && result.text.contains("= \(expression)\n"), "\(expression) \(result.errorText)")
        }
        for function in [
            "!Ref", "!Ref ''", "!GetAtt Role", "!GetAtt [Role]", "!Sub ''", "!Join x", "!If [A, b]", "!Select [0]",
            "{\"Fn::Nothing\": 1}", "!FindInMap [a]", "!Ref 'a b'", "!Join ['', [a, !Ref '']]",
        ] {
            let result = try run(arguments + ["yaml"] + [role[0], role[1] + function])
            #expect(result.status == 64 && result.text.isEmpty, "\(function) \(result.text)")
        }
        for function in [
            "!Ref RoleArn", "!GetAtt Role.Arn", "!GetAtt [Role, Arn]", "!Sub 'arn:aws:iam::${AWS::AccountId}:role/r'",
            "!If [Own, !Ref RoleArn, !GetAtt Role.Arn]", "!ImportValue role",
            "!Join [':', ['arn:aws:iam:', !Ref A, role/r]]",
            "!Ref AWS::NoValue", "!FindInMap [Roles, !Ref 'AWS::Region', Arn]", "!Select [0, !Ref Roles]",
        ] {
            let result = try run(arguments + ["yaml"] + [role[0], role[1] + function])
            #expect(result.status == 0, "\(function) \(result.errorText)")
        }
    }

    /// What is known of a reference is checked as what check-request would read.
    @Test func checksWhatIsKnownOfReferences() throws {
        let arguments = ["good-model", "--s3-uri", "s3://my-bucket/m/", "--image", Self.image] + named + ["--format"]
        let uri = "PrimaryContainer.ModelDataSource.S3DataSource.S3Uri"
        for (format, reference, rule) in [
            ("yaml", "ModelName=!Sub x_y", "request-pattern-mismatch"), ("yaml", "ModelName=!Sub 'x-${Y}'", nil),
            ("yaml", "\(uri)=!Sub s3://${B}/p", "prefix-without-slash"), ("yaml", "\(uri)=!Sub s3://${B}/p/", nil),
            ("yaml", "\(uri)=!Sub gs://${B}/p/", "request-pattern-mismatch"), ("yaml", "\(uri)=!Ref U", nil),
            ("terraform", "ModelName=\"x_${var.y}\"", "request-pattern-mismatch"),
            ("terraform", "ModelName=var.name", nil),
            ("terraform", "\(uri)=\"s3://${var.b}/p\"", "prefix-without-slash"),
            ("terraform", "\(uri)=\"s3://${var.b}/p/\"", nil),
        ] as [(String, String, String?)] {
            let result = try run(arguments + [format, "--reference", reference])
            #expect(result.status == (rule == nil ? 0 : 1), "\(reference) \(result.errorText)")
            if let rule { #expect(result.errorText.contains(rule), "\(reference) \(result.errorText)") }
        }
    }

    /// The region that an image tells is compared with that of the data before anything is written.
    @Test func comparesTheRegionsOfImageAndData() throws {
        let west = "s3://jumpstart-cache-prod-us-west-2/m/"
        let result = try run(["good-model", "--s3-uri", west, "--image", Self.image] + named)
        #expect(result.status == 1 && result.errorText.contains("create-model-image-in-other-region"))
        let there = Self.image.replacingOccurrences(of: "us-east-1", with: "us-west-2")
        #expect(try run(["good-model", "--s3-uri", west] + named + ["--image", there]).status == 0)
    }

    /// A secret on the command line is said, and its value is not.
    @Test func saysThatAnEnvironmentHoldsASecret() throws {
        let result = try run(["good-model", "--s3-uri", "s3://my-bucket/m/", "--env", "DB_PASSWORD=x9y8"] + named)
        #expect(result.status == 0 && result.errorText.contains("create-model-secret-in-environment"))
        #expect(!result.errorText.contains("x9y8") && result.text.contains("x9y8"))
    }

    @Test func addsChannels() throws {
        let request = try json(
            [
                "model.tar.gz", "--s3-uri", "s3://my-bucket/model.tar.gz", "--channel", "a=good-model",
                "--channel-s3-uri",
                "a=s3://my-bucket/a/", "--channel-s3-uri", "b=s3://my-bucket/b.tar.gz", "--channel-accept-eula", "a",
                "--channel-hub-content-arn", "b=" + Self.hub,
            ] + named)
        let channels =
            (request["PrimaryContainer"] as? [String: Any])?["AdditionalModelDataSources"] as? [[String: Any]]
        let expected: [[String: Any]] = [
            [
                "ChannelName": "a",
                "S3DataSource": [
                    "S3Uri": "s3://my-bucket/a/", "S3DataType": "S3Prefix", "CompressionType": "None",
                    "ModelAccessConfig": ["AcceptEula": true],
                ] as [String: Any],
            ],
            [
                "ChannelName": "b",
                "S3DataSource": [
                    "S3Uri": "s3://my-bucket/b.tar.gz", "S3DataType": "S3Object", "CompressionType": "Gzip",
                    "HubAccessConfig": ["HubContentArn": Self.hub],
                ] as [String: Any],
            ],
        ]
        #expect(try #require(channels) as NSArray == expected as NSArray)
    }

    @Test func refusesChannelsThatCannotBe() throws {
        let command = Command.optml(in: Samples.folder)
        for bad in [
            ["--channel", "a"], ["--channel", "=x"], ["--channel", "a="], ["--channel", "..=good-model"],
            ["--channel", "a b=good-model"], ["--channel", "a=x", "--channel", "a=y"], ["--channel-accept-eula", "a"],
            ["--channel-hub-content-arn", "a=b"], (0..<6).flatMap { ["--channel", "c\($0)=good-model"] },
        ] {
            #expect(try command.run(["check", "good-model"] + bad).status == 64, "\(bad)")
        }
        let request = ["create-model", "good-model", "--s3-uri", "s3://my-bucket/m/", "--channel", "a=good-model"]
        #expect(try command.run(request + named).errorText.contains("--channel-s3-uri a=URI"))
        #expect(
            try command.run("layout", "good-model", "--every-combination", "--channel", "a=good-model").status == 64)
    }

    @Test func laysOutChannels() throws {
        let report = try Command.optml(in: Samples.folder).report(
            "layout", "model.tar.gz", "--channel", "z=good-model", "--channel", "a.b=bad-model", "--channel",
            "a=wrapped.tar.gz",
            "--etags", "--fail-on", "never")
        #expect(JSONShape.report(withLayout: true).problems(report.json) == [])
        let paths = report.layout.map {
            ($0["path"] as? String ?? "") + ($0["type"] as? String == "directory" ? "/" : "")
        }
        #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(report.summary["files"] == report.layout.count { $0["type"] as? String != "directory" })
        let names = report.layout.map { $0["channel"] as? String ?? "" }
        #expect(Set(names) == ["", "a", "a.b", "z"])
        for row in report.layout where row["channel"] as? String == "z" && row["type"] as? String == "file" {
            #expect(row["etag"] != nil)
            #expect((row["path"] as? String)?.hasPrefix("/opt/ml/additional-model-data-sources/z/") ?? false)
        }
        // A clash is one within a channel, not between channels.
        #expect(report.findings("name-clash").isEmpty)
        let channels = try #require(report.json["channels"] as? [[String: Any]])
        #expect(channels.map { $0["name"] as? String } == ["z", "a.b", "a"])
    }
}
