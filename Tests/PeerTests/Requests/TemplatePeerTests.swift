import Foundation
import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// What cfn-lint and the AWS CLI make of templates, those that are printed here and those that are read.
@Suite(.enabled(if: Peer.cfnLint.isWanted, "cfn-lint is not installed; Tests/run installs it"))
struct TemplatePeerTests {
    /// Members in which a resource differs from the API.
    struct Difference: Decodable {
        let lacking: [String]
        let required: [String]
        let optional: [String]
    }

    /// What the resources of CloudFormation lack, require and leave open is what the schemas of cfn-lint say.
    @Test func resourcesHaveTheMembersOfTheirSchemas() throws {
        let expected = try JSONDecoder().decode(
            [String: Difference].self, from: PythonScript.cloudFormation.run(["members"]))
        let operations = Operation.all.filter { $0.cloudFormation != nil }
        #expect(Set(operations.map(\.name)) == Set(expected.keys))
        for operation in operations {
            let target = try #require(operation.cloudFormation?.structure)
            let difference = try #require(expected[operation.name])
            var found = (lacking: Set<String>(), required: Set<String>(), optional: Set<String>())
            Self.compare(operation.structure, target, &found)
            #expect(found.lacking == Set(difference.lacking))
            #expect(found.required == Set(difference.required))
            #expect(found.optional == Set(difference.optional))
        }
    }

    private static func compare(
        _ full: Structure, _ target: Structure,
        _ found: inout (lacking: Set<String>, required: Set<String>, optional: Set<String>)
    ) {
        for member in full.members {
            let name = "\(full.name).\(member.name)"
            guard let known = target.member(member.name) else {
                found.lacking.insert(name)
                continue
            }
            if known.isRequired, !member.isRequired { found.required.insert(name) }
            if !known.isRequired, member.isRequired { found.optional.insert(name) }
            if let (inner, other) = structures(member.shape, known.shape) { compare(inner, other, &found) }
        }
    }

    private static func structures(_ left: Shape, _ right: Shape) -> (Structure, Structure)? {
        switch (left, right) {
        case (.structure(let left), .structure(let right)): (left, right)
        case (.list(let left, _), .list(let right, _)): structures(left, right)
        default: nil
        }
    }

    private static let head = "AWSTemplateFormatVersion: '2010-09-09'\nParameters:\n  Bucket: {Type: String}\n"

    /// A template with a model; the lines are those of its properties.
    private static func template(_ lines: String...) -> String {
        head + "Resources:\n  M:\n    Type: AWS::SageMaker::Model\n    Properties:\n"
            + (["ExecutionRoleArn: arn:aws:iam::123456789012:role/r"] + lines).map { "      \($0)\n" }.joined()
    }

    private static let good = template(
        "PrimaryContainer:", "  Image: !Sub '123456789012.dkr.ecr.${AWS::Region}.amazonaws.com/llm:1'",
        "  Environment: {MODE: !If [Large, a, b]}".replacing("!If [Large, a, b]", with: "!Ref Bucket"),
        "  ModelDataSource:", "    S3DataSource:", "      S3Uri: !Join ['/', ['s3:/', !Ref Bucket, llm, '']]",
        "      S3DataType: S3Prefix", "      CompressionType: None")

    /// Templates that cfn-lint rejects for a member of the model.
    private static let rejected: [String] = [
        good.replacing("S3Prefix", with: "Prefix"),
        good.replacing("CompressionType: None", with: "CompressionType: GZIP"),
        good.replacing("S3DataType:", with: "S3Datatype:"), good.replacing("      CompressionType: None\n", with: ""),
        good.replacing("        ModelDataSource:", with: "        Modes: x\n        ModelDataSource:"),
        good.replacing("CompressionType: None", with: "CompressionType: None\n            ETag: a"),
        template("PrimaryContainer:", "  Image: a", "  ModelDataSource: {}"),
        template("PrimaryContainer: {Image: a}", "VpcConfig: {SecurityGroupIds: [sg-xyz], Subnets: [subnet-0a1b2c3d]}"),
        template(
            "PrimaryContainer: {Image: a}", "VpcConfig: {SecurityGroupIds: [sg-0a1b2c3d], Subnets: [subnet-0a1b2c3d4]}"),
        template("PrimaryContainer:", "  Image: a", "  Mode: Both"), template("PrimaryContainer: a"),
    ]

    /// What cfn-lint rejects for a member of a model is rejected here, and what it takes is taken.
    @Test func agreesWithCFNLint() throws {
        let folder = try TemporaryDirectory()
        for (index, template) in ([Self.good] + Self.rejected).enumerated() {
            let file = try folder.write("template\(index).yaml", template)
            let theirs = try Peer.cfnLint.command().run("--ignore-checks", "W", "--", file)
            let ours = RequestInspector().inspect(Array(template.utf8), name: "template.yaml")
            #expect((theirs.status == 0) == (index == 0), "\(theirs.text)")
            #expect((ours.errors == 0) == (index == 0), "\(template)\n\(ours.findings)")
        }
    }

    /// A template in YAML has the findings of what the AWS CLI reads it as.
    @Test func readsYAMLAsTheAWSCLIDoes() throws {
        let templates =
            [Self.good] + Self.rejected + [
                Self.good.replacing("llm, ''", with: "llm"),
                Self.good.replacing("!Ref Bucket, llm", with: "x, *u")
                    .replacing("Image: !Sub", with: "Image: &u !Sub"),
                Self.template(
                    "EnableNetworkIsolation: yes", "ModelName: !Sub '${AWS::StackName}_m'", "PrimaryContainer:",
                    "  Image: !GetAtt R.Uri"),
                Self.template(
                    "Tags:", "- {Key: a, Value: 012}", "- {Key: b, Value: !Select [0, !Split [',', a]]}",
                    "PrimaryContainer:", "  Image: >-", "    a:1"),
            ]
        let input = try JSONEncoder().encode(templates)
        let read = try JSONDecoder().decode(
            [String].self, from: PythonScript.cloudFormation.run(["load"], input: input))
        #expect(read.count == templates.count)
        for (yaml, json) in zip(templates, read) {
            let said = { (text: String, name: ByteString) in
                RequestInspector().inspect(Array(text.utf8), name: name).findings
                    .map { "\($0.rule) \($0.location.jsonPath ?? "")" }
            }
            #expect(said(yaml, "t.yaml") == said(json, "t.json"), "\(yaml)")
        }
    }

    private static let printed: [[String]] = [
        ["create-model", "--model-name", "m", "--role-arn", "arn:aws:iam::123456789012:role/r"],
        [
            "create-model", "--model-name", "no", "--reference", "ExecutionRoleArn=!GetAtt Role.Arn", "--env", "A=yes",
            "--env", "B=: #é\u{1}\u{2028}'\"\\", "--env", "C=012",
        ],
        [
            "model-package", "--model-package-group-name", "g", "--content-type", "text/csv", "--response-type",
            "text/csv",
        ],
    ]

    /// Templates in YAML say what those in JSON say, and cfn-lint has no complaint.
    @Test(arguments: printed.indices) func printsYAML(_ index: Int) throws {
        let common = [
            "--no-source", "--quiet", "--s3-data-type", "S3Prefix", "--compression-type", "None", "--s3-uri",
            "s3://bucket/a b/",
            "--image", "123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1", "--etag", "none",
        ]
        let yaml = try Optml.data(Self.printed[index] + common + ["--format", "yaml"])
        let json = try Optml.data(Self.printed[index] + common + ["--format", "cloudformation"])
        let read = try JSONDecoder().decode(
            [String].self,
            from: PythonScript.cloudFormation.run(
                ["load"], input: JSONEncoder().encode([String(decoding: yaml, as: UTF8.self)])))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(read[0].utf8)) as? NSDictionary)
        let expected = try #require(try JSONSerialization.jsonObject(with: json) as? NSDictionary)
        #expect(object == expected, "\(String(decoding: yaml, as: UTF8.self))")
        #expect(RequestInspector().inspect(Array(yaml), name: "t.yaml").errors == 0)
        guard index != 1 else { return }
        let folder = try TemporaryDirectory()
        let result = try Peer.cfnLint.command().run(folder.write("template.yaml", yaml))
        #expect(result.status == 0, "\(result.text)")
    }

    @Test func botocoreTakesModelPackages() throws {
        let request = try Optml.data([
            "model-package", "--no-source", "--quiet", "--s3-data-type", "S3Object", "--compression-type", "Gzip",
            "--s3-uri",
            "s3://bucket/m.tar.gz", "--etag", "abc", "--manifest-s3-uri", "s3://bucket/m.csv", "--manifest-etag",
            "d41d8cd98f00b204e9800998ecf8427e", "--model-package-group-name", "g", "--image",
            "123456789012.dkr.ecr.us-east-1.amazonaws.com/i:1", "--content-type",
            "text/csv",
            "--response-type", "text/csv", "--approval-status", "Approved", "--env", "A=b",
            "--description", "d",
        ])
        let complaints = try JSONDecoder().decode(
            [[String]].self,
            from: PythonScript.validate.run(
                ["CreateModelPackageInput"], input: Data("[".utf8) + request + Data("]".utf8)))
        #expect(complaints == [[]])
        let report = RequestInspector().inspect(Array(request), name: "r.json")
        #expect(report.operation == "CreateModelPackage" && report.errors == 0, "\(report.findings)")
    }
}
