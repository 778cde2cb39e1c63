import ModelArtifacts
import Testing

@testable import SageMakerModel

/// A request that a rule has something to say about, and one like it that it has nothing to say about.
struct RequestCase: CustomTestStringConvertible {
    let rule: String
    /// JSON, with single quotes for double ones.
    let bad: String
    let good: String
    /// The JSON path of the finding.
    let path: String
    /// Words that the finding has to hold.
    var words: [String]
    var deployment: Deployment?

    init(
        _ rule: String, bad: String, good: String, at path: String, _ words: String..., deployment: Deployment? = nil
    ) {
        self.rule = rule
        self.bad = bad
        self.good = good
        self.path = path
        self.words = words
        self.deployment = deployment
    }

    var testDescription: String { "\(rule) \(path)" }

    static func findings(_ text: String, deployment: Deployment? = nil) -> [Finding] {
        let bytes = Array(text.replacing("'", with: "\"").utf8)
        return RequestInspector(deployment: deployment).inspect(bytes, name: "request.json").findings
    }
}

/// Pieces that many cases need.
enum Piece {
    static let source =
        "{'S3DataSource': {'S3Uri': 's3://mybucket/model/', 'S3DataType': 'S3Prefix', 'CompressionType': 'None'}}"

    static let registry = "123456789012.dkr.ecr.us-east-1.amazonaws.com"
    static let image = "'Image': '\(registry)/image:1'"
    /// A container with an image and nothing else.
    static let container = "{\(image)}"
    static let role = "'ExecutionRoleArn': 'arn:aws:iam::123456789012:role/role'"

    /// A request with a container, and with an image and a role if they are not given.
    static func request(_ container: String, _ others: String = "") -> String {
        pipeline("'PrimaryContainer': " + withImage(container), others)
    }

    /// A request with several containers.
    static func request(_ containers: [String], _ others: String = "") -> String {
        pipeline("'Containers': [\(containers.map(withImage).joined(separator: ", "))]", others)
    }

    private static func pipeline(_ containers: String, _ others: String) -> String {
        "{'ModelName': 'm', \(containers)\(others)" + (others.contains("ExecutionRole") ? "}" : ", \(role)}")
    }

    private static func withImage(_ container: String) -> String {
        if container.contains("'Image'") || container.contains("'ModelPackageName'") { return container }
        return container == "{}" ? Piece.container : "{\(image), " + container.dropFirst()
    }

    /// The inference specification of a model package.
    static func specification(_ containers: String) -> String {
        "'InferenceSpecification': {'Containers': [\(containers)], 'SupportedContentTypes': ['text/csv'], 'SupportedResponseMIMETypes': ['text/csv']}"
    }

    /// A template of CloudFormation with a model package.
    static func packageResource(_ containers: String) -> String {
        "{'Resources': {'P': {'Type': 'AWS::SageMaker::ModelPackage', 'Properties': {\(specification(containers))}}}}"
    }

    /// A request of `CreateInferenceComponent`.
    static func component(_ others: String) -> String {
        "{'InferenceComponentName': 'c', 'EndpointName': 'e', \(others)}"
    }

    /// An `S3DataSource` alone.
    static func place(_ uri: String, _ type: String = "S3Prefix", _ compression: String = "None", _ more: String = "")
        -> String
    {
        "{'S3Uri': '\(uri)', 'S3DataType': '\(type)', 'CompressionType': '\(compression)'\(more)}"
    }

    /// A container with channels.
    static func channels(_ names: String...) -> String {
        let channels = names.map { "{'ChannelName': '\($0)', 'S3DataSource': \(place("s3://mybucket/\($0)/"))}" }
        return "{'AdditionalModelDataSources': [\(channels.joined(separator: ", "))]}"
    }
}
