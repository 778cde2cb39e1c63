import Foundation
import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// What others make of the requests that `optml create-model` prints.
@Suite(.enabled(if: MotoServer.isWanted, .init(rawValue: MotoServer.hint)))
struct PrintedRequestTests {
    /// Arguments of `create-model`; the name of the model is added.
    static let requests: [[String]] = [
        ["--s3-data-type", "S3Prefix", "--compression-type", "None", "--s3-uri", "s3://bucket/a b/日本/"],
        [
            "--s3-data-type", "S3Object", "--compression-type", "Gzip", "--s3-uri", "s3://bucket/model.tar.gz",
            "--model-data-url", "--mode", "SingleModel", "--env", "A=it's ${x} %{y} \"q\" \\ é\u{1}\u{2028}", "--env",
            "B=",
            "--env", "LONG_NAME=-1",
        ],
        [
            "--s3-data-type", "S3Object", "--compression-type", "None", "--s3-uri", "s3://bucket/model.bin",
            "--accept-eula",
            "--container-hostname", "h", "--repository-access-mode", "Vpc", "--repository-credentials-provider-arn",
            "arn:aws:lambda:us-east-1:123456789012:function:f", "--subnet", "subnet-0a1b2c3d", "--subnet",
            "subnet-1a1b2c3d",
            "--security-group", "sg-0a1b2c3d", "--network-isolation", "--tag", "team=search", "--tag", "a:b/c=ß = 1",
            "--inference-execution-mode", "Serial", "--model-cache-setting", "Disabled",
        ],
    ]

    /// What CloudFormation or Terraform have no fields for.
    static let others: [[String]] = [
        requests[0] + [
            "--etag", "none", "--manifest-s3-uri", "s3://bucket/m.csv", "--manifest-etag",
            "d41d8cd98f00b204e9800998ecf8427e", "--channel-s3-uri", "draft=s3://bucket/draft/", "--channel-s3-uri",
            "b=s3://bucket/b.tar.gz", "--channel-accept-eula", "draft", "--channel-hub-content-arn",
            "b=arn:aws:sagemaker:us-east-1:aws:hub-content/h/Model/m",
        ],
        requests[2] + [
            "--etag", "9ed977000dc166f25a9b9ef26fb3c3fc-1", "--hub-content-arn",
            "arn:aws:sagemaker:us-east-1:aws:hub-content/h/Model/m",
        ],
    ]

    private static let common = [
        "create-model", "--no-source", "--quiet", "--role-arn", "arn:aws:iam::123456789012:role/role", "--image",
        "123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1",
    ]

    private func request(_ arguments: [String], _ name: String, format: String = "json") throws -> Data {
        try Optml.data(Self.common + arguments + ["--model-name", name, "--format", format])
    }

    private func object(_ data: Data) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// The members of a request that `describe-model` answers with too.
    private func describable(_ request: [String: Any]) -> NSDictionary {
        let names = ["ModelName", "PrimaryContainer", "ExecutionRoleArn", "VpcConfig"]
        // moto answers with an empty VpcConfig for none.
        return request.filter { names.contains($0.key) && ($0.value as? NSDictionary)?.count != 0 } as NSDictionary
    }

    @Test func botocoreHasNoComplaint() throws {
        let requests = try (Self.requests + Self.others).map { try request($0, "m") }
        let array = Data("[".utf8) + Data(requests.joined(separator: Data(",".utf8))) + Data("]".utf8)
        let complaints = try JSONDecoder().decode(
            [[String]].self, from: PythonScript.validate.run(["CreateModelInput"], input: array))
        #expect(complaints == requests.map { _ in [] })
    }

    @Test(arguments: (requests + others).indices) func comesBackFromMoto(_ index: Int) throws {
        let arguments = (Self.requests + Self.others)[index]
        let aws = try AWS()
        let folder = try TemporaryDirectory()
        let json = try request(arguments, "json-\(index)")
        try aws.run("sagemaker", "create-model", "--cli-input-json", "file://" + folder.write("r.json", json))
        let answer = try aws.run("sagemaker", "describe-model", "--model-name", "json-\(index)")
        #expect(try describable(object(answer)) == describable(object(json)))
        // The answer is checked, and can be the base of another request.
        let report = RequestInspector().inspect(Array(answer), name: "answer.json")
        #expect(report.kind == .response)
        #expect(report.findings.allSatisfy { $0.severity == .note }, "\(report.findings)")
        let base = try folder.write("answer.json", answer)
        let again = try object(
            Optml.data(Self.common + arguments + ["--base", base, "--model-name", "again-\(index)"]))
        #expect(again["ModelArn"] == nil && again["CreationTime"] == nil)
        #expect(
            try #require(again["PrimaryContainer"] as? NSDictionary) == #require(
                object(json)["PrimaryContainer"] as? NSDictionary))
    }

    /// The shell command and the Python call make the same model as the JSON does.
    @Test(arguments: (requests + others).indices, ["cli", "boto3"]) func runsAsItIs(_ index: Int, _ format: String)
        throws
    {
        let arguments = (Self.requests + Self.others)[index]
        let aws = try AWS()
        let folder = try TemporaryDirectory()
        let name = "\(format)-\(index)"
        let script = try folder.write("script", request(arguments, name, format: format))
        var command = format == "cli" ? Command("/bin/sh") : try Peer.python.command()
        command.environment = aws.environment
        command.environment["PATH"] = Checkout.environment.path + "/bin:/usr/bin:/bin"
        let result = try command.run(script)
        #expect(result.status == 0, "\(result.errorText)")
        let answer = try aws.run("sagemaker", "describe-model", "--model-name", name)
        #expect(try describable(object(answer)) == describable(object(request(arguments, name))))
    }

    @Test(arguments: requests.indices) func cfnLintHasNoComplaint(_ index: Int) throws {
        let folder = try TemporaryDirectory()
        let template = try request(Self.requests[index], "m", format: "cloudformation")
        let result = try Peer.cfnLint.command().run(folder.write("template.json", template))
        #expect(result.status == 0, "\(result.text)")
        #expect(
            RequestInspector().inspect(Array(template), name: "template.json").findings.allSatisfy {
                $0.severity == .note
            })
        let resources = try object(template)["Resources"] as? [String: [String: Any]]
        let properties = try #require(resources?["Model"]?["Properties"] as? NSDictionary)
        #expect(try properties == object(request(Self.requests[index], "m")) as NSDictionary)
    }

    @Test(arguments: requests.indices) func pythonHCLReadsTheSame(_ index: Int) throws {
        let resource = try request(Self.requests[index], "m", format: "terraform")
        let read = try object(PythonScript.readTerraform.run(input: resource))
        #expect(try read as NSDictionary == object(request(Self.requests[index], "m")) as NSDictionary)
    }

    @Test(.enabled(if: Peer.terraform.path != nil), arguments: requests.indices)
    func terraformFormatsItNoOtherWay(_ index: Int) throws {
        let folder = try TemporaryDirectory()
        let file = try folder.write("main.tf", request(Self.requests[index], "m", format: "terraform"))
        var command = try Peer.terraform.command()
        command.environment["TF_CLI_CONFIG_FILE"] = "/dev/null"
        let result = try command.run("fmt", "-check", "-diff", file)
        #expect(result.status == 0, "\(result.text)")
    }

    /// The skeleton of the AWS CLI is read, and what is not filled in is named.
    @Test func readsASkeleton() throws {
        let skeleton = try AWS().run("sagemaker", "create-model", "--generate-cli-skeleton")
        let report = RequestInspector().inspect(Array(skeleton), name: "skeleton.json")
        #expect(report.kind == .request)
        let rules = Set(report.findings.map(\.rule))
        #expect(rules.contains("create-model-both-containers") && rules.contains("request-pattern-mismatch"))
        let unknown: Set = ["request-unknown-member", "request-wrong-type", "request-missing-member"]
        #expect(rules.intersection(unknown) == [])
        // Without the second form of containers and what is empty it is a base.
        var base = try object(skeleton)
        base["Containers"] = nil
        base["Tags"] = nil
        base["PrimaryContainer"] = ["Image": "", "Environment": ["KeyName": ""]]
        base["VpcConfig"] = nil
        let folder = try TemporaryDirectory()
        let file = try folder.write("base.json", JSONSerialization.data(withJSONObject: base))
        let request = try object(Optml.data(Self.common + Self.requests[0] + ["--base", file, "--model-name", "m"]))
        let container = try #require(request["PrimaryContainer"] as? [String: Any])
        #expect(container["Environment"] as? [String: String] == ["KeyName": ""] && container["ModelDataSource"] != nil)
    }
}
