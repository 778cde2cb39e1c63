// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// A structure of additional Inference Specification.
///
/// Source:
/// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AdditionalInferenceSpecificationDefinition.html
public struct AdditionalInferenceSpecificationDefinition: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.additionalInferenceSpecificationDefinition
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        name: String, containers: [ModelPackageContainerDefinition], description: String? = nil,
        supportedTransformInstanceTypes: [String]? = nil, supportedRealtimeInferenceInstanceTypes: [String]? = nil,
        supportedContentTypes: [String]? = nil, supportedResponseMIMETypes: [String]? = nil
    ) {
        members = []
        self.name = name
        self.description = description
        self.containers = containers
        self.supportedTransformInstanceTypes = supportedTransformInstanceTypes
        self.supportedRealtimeInferenceInstanceTypes = supportedRealtimeInferenceInstanceTypes
        self.supportedContentTypes = supportedContentTypes
        self.supportedResponseMIMETypes = supportedResponseMIMETypes
    }

    /// `Name`, required: A unique name to identify the additional inference specification; 1 to 63 characters,
    /// `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var name: String {
        get { self[required: "Name"] }
        set { self[required: "Name"] = newValue }
    }

    /// `Description`: A description of the additional Inference specification; at most 1024 characters,
    /// `[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*`.
    public var description: String? {
        get { self["Description"] }
        set { self["Description"] = newValue }
    }

    /// `Containers`, required: The Amazon ECR registry path of the Docker image that contains the inference code; 1 to
    /// 15 elements.
    public var containers: [ModelPackageContainerDefinition] {
        get { self[required: "Containers"] }
        set { self[required: "Containers"] = newValue }
    }

    /// `SupportedTransformInstanceTypes`: A list of the instance types on which a transformation job can be run or on
    /// which an endpoint can be deployed; 1 or more elements.
    public var supportedTransformInstanceTypes: [String]? {
        get { self["SupportedTransformInstanceTypes"] }
        set { self["SupportedTransformInstanceTypes"] = newValue }
    }

    /// `SupportedRealtimeInferenceInstanceTypes`: A list of the instance types that are used to generate inferences in
    /// real-time; any number of elements.
    public var supportedRealtimeInferenceInstanceTypes: [String]? {
        get { self["SupportedRealtimeInferenceInstanceTypes"] }
        set { self["SupportedRealtimeInferenceInstanceTypes"] = newValue }
    }

    /// `SupportedContentTypes`: The supported MIME types for the input data; any number of elements, each at most 256
    /// characters, `.*`.
    public var supportedContentTypes: [String]? {
        get { self["SupportedContentTypes"] }
        set { self["SupportedContentTypes"] = newValue }
    }

    /// `SupportedResponseMIMETypes`: The supported MIME types for the output data; any number of elements, each at
    /// most 1024 characters, `[-\w]+\/.+`.
    public var supportedResponseMIMETypes: [String]? {
        get { self["SupportedResponseMIMETypes"] }
        set { self["SupportedResponseMIMETypes"] = newValue }
    }
}
