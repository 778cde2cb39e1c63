import ModelArtifacts
import SageMakerModel

/// Resources of CloudFormation that make models, with nothing wrong, and what may be changed in them.
enum TemplateResources {
    private static let image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1"

    static let all: [(type: String, properties: String)] = [
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
    static func paths(_ value: JSONValue) -> [[String]] {
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
    static func changed(
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
    static func others(_ value: JSONValue) -> [JSONValue?] {
        switch value {
        case .object(let members):
            // Misspelled, and more than there may be.
            let misspelled = members.indices.map { index in
                var members = members
                members[index].name += "s"
                return JSONValue.object(members)
            }
            let many = (0..<120).map { JSONValue.Member("Zzz\($0)", .string("1")) }
            return [
                nil, .object(members + [JSONValue.Member("Zzz", .string("1"))]), .string("x"), .object([]),
                .object(members + many), .array([value]),
            ] + misspelled
        case .array(let elements):
            let many = (0..<60).flatMap { _ in elements }
            return [nil, .array([]), .string("x"), .array(elements + elements), .array(many)]
        case .boolean: return [nil, .string("maybe"), .string("true"), .object([])]
        case .number:
            return [
                nil, .number("0"), .number("-1"), .number("1.5"), .number("1000000000"), .string("x"), .string("1"),
                .array([]),
            ]
        default:
            return [
                nil, .string(""), .string("a b!"), .string(String(repeating: "a", count: 2000)), .string("_"),
                .string("x"), .string("sg-xyz"), .string("subnet-0a1b"), .array([.number("1")]),
                .object([JSONValue.Member("a", .number("1"))]),
            ]
        }
    }

    /// The properties of a resource, read.
    static func properties(_ text: String) throws -> JSONValue {
        try DocumentReader.read(InputBuffer(Array(text.utf8), name: "r.json")).value
    }

    /// Everything that may be changed in a value: where, and to what; nil leaves it out.
    static func changes(_ whole: JSONValue) -> [(path: [String], value: JSONValue?)] {
        paths(whole).flatMap { path in
            var found: [(path: [String], value: JSONValue?)] = []
            _ = changed(whole, path[...]) { value in
                found = others(value).map { (path: path, value: $0) }
                return value
            }
            return found
        }
    }

    /// A template with one resource.
    static func template(_ type: String, _ properties: JSONValue, mappings: JSONValue? = nil) -> String {
        let resource = JSONValue.object([.init("Type", .string(type)), .init("Properties", properties)])
        let section = mappings.map { [JSONValue.Member("Mappings", $0)] } ?? []
        return JSONValue.object(section + [.init("Resources", .object([.init("R", resource)]))]).compactJSON
    }
}
