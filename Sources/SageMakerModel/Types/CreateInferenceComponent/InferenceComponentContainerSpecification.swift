// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Defines a container that provides the runtime environment for a model that you deploy with an inference component.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentContainerSpecification.html
public struct InferenceComponentContainerSpecification: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.inferenceComponentContainerSpecification
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(image: String? = nil, artifactURL: String? = nil, environment: TextMap? = nil) {
        members = []
        self.image = image
        self.artifactURL = artifactURL
        self.environment = environment
    }

    /// `Image`: The Amazon Elastic Container Registry (Amazon ECR) path where the Docker image for the model is
    /// stored; at most 255 characters, `[\S]+`.
    public var image: String? {
        get { self["Image"] }
        set { self["Image"] = newValue }
    }

    /// `ArtifactUrl`: The Amazon S3 path where the model artifacts, which result from model training, are stored; at
    /// most 1024 characters, `(https|s3)://([^/]+)/?(.*)`.
    public var artifactURL: String? {
        get { self["ArtifactUrl"] }
        set { self["ArtifactUrl"] = newValue }
    }

    /// `Environment`: The environment variables to set in the Docker container; at most 100 entries, names at most
    /// 1024 bytes, `[a-zA-Z_][a-zA-Z0-9_]*`, values at most 1024 bytes.
    public var environment: TextMap? {
        get { self["Environment"] }
        set { self["Environment"] = newValue }
    }
}
