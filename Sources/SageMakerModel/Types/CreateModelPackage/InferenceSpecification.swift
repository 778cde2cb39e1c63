// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Specifies details about inference jobs that you can run with models based on this model package, including the
/// following information: The Amazon ECR paths of containers that contain the inference code and model artifacts.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceSpecification.html
public struct InferenceSpecification: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.inferenceSpecification
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        containers: [ModelPackageContainerDefinition], supportedTransformInstanceTypes: [String]? = nil,
        supportedRealtimeInferenceInstanceTypes: [String]? = nil, supportedContentTypes: [String]? = nil,
        supportedResponseMIMETypes: [String]? = nil
    ) {
        members = []
        self.containers = containers
        self.supportedTransformInstanceTypes = supportedTransformInstanceTypes
        self.supportedRealtimeInferenceInstanceTypes = supportedRealtimeInferenceInstanceTypes
        self.supportedContentTypes = supportedContentTypes
        self.supportedResponseMIMETypes = supportedResponseMIMETypes
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
