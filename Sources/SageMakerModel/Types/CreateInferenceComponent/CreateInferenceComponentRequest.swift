// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The request of `CreateInferenceComponent`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateInferenceComponent.html
public struct CreateInferenceComponentRequest: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.createInferenceComponentInput
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        inferenceComponentName: String, endpointName: String, variantName: String? = nil,
        specification: InferenceComponentSpecification? = nil, specifications: [InferenceComponentSpecification]? = nil,
        runtimeConfig: InferenceComponentRuntimeConfig? = nil, tags: [Tag]? = nil
    ) {
        members = []
        self.inferenceComponentName = inferenceComponentName
        self.endpointName = endpointName
        self.variantName = variantName
        self.specification = specification
        self.specifications = specifications
        self.runtimeConfig = runtimeConfig
        self.tags = tags
    }

    /// `InferenceComponentName`, required: A unique name to assign to the inference component; at most 63 characters,
    /// `[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?`.
    public var inferenceComponentName: String {
        get { self[required: "InferenceComponentName"] }
        set { self[required: "InferenceComponentName"] = newValue }
    }

    /// `EndpointName`, required: The name of an existing endpoint where you host the inference component; at most 63
    /// characters, `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var endpointName: String {
        get { self[required: "EndpointName"] }
        set { self[required: "EndpointName"] = newValue }
    }

    /// `VariantName`: The name of an existing production variant where you host the inference component; at most 63
    /// characters, `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var variantName: String? {
        get { self["VariantName"] }
        set { self["VariantName"] = newValue }
    }

    /// `Specification`: Details about the resources to deploy with this inference component, including the model,
    /// container, and compute resources.
    public var specification: InferenceComponentSpecification? {
        get { self["Specification"] }
        set { self["Specification"] = newValue }
    }

    /// `Specifications`: A list of specification objects for the inference component, one per instance type; 1 to 5
    /// elements.
    public var specifications: [InferenceComponentSpecification]? {
        get { self["Specifications"] }
        set { self["Specifications"] = newValue }
    }

    /// `RuntimeConfig`: Runtime settings for a model that is deployed with an inference component.
    public var runtimeConfig: InferenceComponentRuntimeConfig? {
        get { self["RuntimeConfig"] }
        set { self["RuntimeConfig"] = newValue }
    }

    /// `Tags`: A list of key-value pairs associated with the model; at most 50 elements.
    public var tags: [Tag]? {
        get { self["Tags"] }
        set { self["Tags"] = newValue }
    }
}
