import Foundation
import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// Resources of CloudFormation with one thing changed anywhere in them: what cfn-lint rejects for a member is rejected here.
@Suite(.enabled(if: Peer.cfnLint.isWanted, "cfn-lint is not installed; Tests/run installs it"))
struct MutatedTemplateTests {
    private static let image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1"

    private static let resources: [(type: String, properties: String)] = [
        (
            "AWS::SageMaker::Model",
            """
            {"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::123456789012:role/r", "EnableNetworkIsolation": true,
             "PrimaryContainer": {"Image": "\(image)", "Mode": "SingleModel", "Environment": {"A": "b"},
               "ModelDataSource": {"S3DataSource": {"S3Uri": "s3://bucket/x/", "S3DataType": "S3Prefix", "CompressionType": "None",
                 "ModelAccessConfig": {"AcceptEula": true},
                 "HubAccessConfig": {"HubContentArn": "arn:aws:sagemaker:us-east-1:aws:hub-content/h/Model/m"}}},
               "ImageConfig": {"RepositoryAccessMode": "Platform"}, "MultiModelConfig": {"ModelCacheSetting": "Enabled"}},
             "InferenceExecutionConfig": {"Mode": "Serial"},
             "VpcConfig": {"SecurityGroupIds": ["sg-12345678"], "Subnets": ["subnet-12345678"]},
             "Tags": [{"Key": "a", "Value": "b"}]}
            """
        ),
        (
            "AWS::SageMaker::ModelPackage",
            """
            {"ModelPackageGroupName": "g", "ModelPackageDescription": "d", "ModelApprovalStatus": "Approved",
             "InferenceSpecification": {"Containers": [{"Image": "\(image)", "ModelDataUrl": "s3://bucket/m.tar.gz",
               "ContainerHostname": "h", "Framework": "PYTORCH", "FrameworkVersion": "2.1", "NearestModelName": "x",
               "Environment": {"A": "b"}, "ModelInput": {"DataInputConfig": "{}"}}], "SupportedContentTypes": ["text/csv"],
               "SupportedResponseMIMETypes": ["text/csv"], "SupportedRealtimeInferenceInstanceTypes": ["ml.m5.large"],
               "SupportedTransformInstanceTypes": ["ml.m5.large"]},
             "SkipModelValidation": "None", "CertifyForMarketplace": false, "CustomerMetadataProperties": {"a": "b"},
             "MetadataProperties": {"CommitId": "x"}, "Tags": [{"Key": "a", "Value": "b"}],
             "AdditionalInferenceSpecifications": [{"Name": "a", "Containers": [{"Image": "\(image)"}]}],
             "Domain": "COMPUTER_VISION", "Task": "IMAGE_CLASSIFICATION", "SamplePayloadUrl": "s3://bucket/p.tar.gz"}
            """
        ),
        (
            "AWS::SageMaker::InferenceComponent",
            """
            {"InferenceComponentName": "c", "EndpointName": "e", "VariantName": "v",
             "Specification": {"Container": {"Image": "\(image)", "ArtifactUrl": "s3://bucket/m.tar.gz",
                 "Environment": {"AB": "b"}},
               "StartupParameters": {"ModelDataDownloadTimeoutInSeconds": 600,
                 "ContainerStartupHealthCheckTimeoutInSeconds": 600},
               "ComputeResourceRequirements": {"NumberOfCpuCoresRequired": 1, "NumberOfAcceleratorDevicesRequired": 1,
                 "MinMemoryRequiredInMb": 1024, "MaxMemoryRequiredInMb": 2048}},
             "RuntimeConfig": {"CopyCount": 1}, "Tags": [{"Key": "a", "Value": "b"}]}
            """
        ),
    ]

    /// The names and indices that lead to each value in a value.
    private static func paths(_ value: JSONValue) -> [[String]] {
        switch value {
        case .object(let members):
            members.flatMap { member in [[member.name]] + paths(member.value).map { [member.name] + $0 } }
        case .array(let elements):
            elements.enumerated().flatMap { index, element in [["\(index)"]] + paths(element).map { ["\(index)"] + $0 }
            }
        default: []
        }
    }

    /// The value with what is at a path exchanged; nil leaves it out.
    private static func changed(
        _ value: JSONValue, _ path: ArraySlice<String>, _ change: (JSONValue) -> JSONValue?
    ) -> JSONValue? {
        guard let name = path.first else { return change(value) }
        switch value {
        case .object(let members):
            return .object(
                members.compactMap { member in
                    guard member.isNamed(name) else { return member }
                    return changed(member.value, path.dropFirst(), change).map { JSONValue.Member(name, $0) }
                })
        case .array(let elements):
            return .array(
                elements.enumerated().compactMap { index, element in
                    "\(index)" == name ? changed(element, path.dropFirst(), change) : element
                })
        default: return value
        }
    }

    /// What may stand in the place of a value; nil for nothing.
    private static func others(_ value: JSONValue) -> [JSONValue?] {
        switch value {
        case .object(let members):
            return [nil, .object(members + [JSONValue.Member("Zzz", .string("1"))]), .string("x"), .object([])]
        case .array(let elements):
            let many = (0..<60).flatMap { _ in elements }
            return [nil, .array([]), .string("x"), .array(elements + elements), .array(many)]
        case .boolean: return [nil, .string("maybe")]
        case .number:
            return [nil, .number("0"), .number("-1"), .number("1.5"), .number("1000000000"), .string("x")]
        default:
            return [
                nil, .string(""), .string("a b!"), .string(String(repeating: "a", count: 2000)), .string("_"),
                .string("x"), .array([.number("1")]), .object([JSONValue.Member("a", .number("1"))]),
            ]
        }
    }

    @Test func whatCFNLintRejectsIsRejected() throws {
        var random = SplitMix64(seed: TestSeed.make())
        var cases: [(type: String, properties: JSONValue)] = []
        for (type, text) in Self.resources {
            let whole = try DocumentReader.read(InputBuffer(Array(text.utf8), name: "r.json")).value
            cases.append((type, whole))
            var changes: [(path: [String], value: JSONValue?)] = []
            for path in Self.paths(whole) {
                _ = Self.changed(whole, path[...]) { value in
                    changes += Self.others(value).map { (path: path, value: $0) }
                    return value
                }
            }
            changes.shuffle(using: &random)
            for change in changes.prefix(TestScale.count(200)) {
                let other = Self.changed(whole, change.path[...]) { _ in change.value }
                cases.append((type, try #require(other)))
            }
        }
        let pairs = cases.map { JSONValue.array([.string($0.type), $0.properties]) }
        let input = Data(JSONValue.array(pairs).compactJSON.utf8)
        let theirs = try JSONDecoder().decode([[[String]]].self, from: PythonScript.lintTemplates.run(input: input))
        #expect(theirs.count == cases.count && theirs.contains { !$0.isEmpty })
        for (item, said) in zip(cases, theirs) where !said.isEmpty {
            let resource = JSONValue.object([.init("Type", .string(item.type)), .init("Properties", item.properties)])
            let template = JSONValue.object([.init("Resources", .object([.init("R", resource)]))]).compactJSON
            let ours = RequestInspector().inspect(Array(template.utf8), name: "t.json")
            #expect(ours.errors > 0, "\(said) \(template.prefix(3000))")
        }
        // The resources themselves have nothing wrong.
        for (type, text) in Self.resources {
            let template = "{\"Resources\": {\"R\": {\"Type\": \"\(type)\", \"Properties\": \(text)}}}"
            let ours = RequestInspector().inspect(Array(template.utf8), name: "t.json")
            #expect(ours.findings.allSatisfy { !$0.rule.hasPrefix("request-") }, "\(ours.findings)")
        }
    }
}
