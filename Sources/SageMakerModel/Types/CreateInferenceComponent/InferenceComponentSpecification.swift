// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Details about the resources to deploy with this inference component, including the model, container, and compute
/// resources.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentSpecification.html
public struct InferenceComponentSpecification: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.inferenceComponentSpecification
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        instanceType: String? = nil, modelName: String? = nil,
        container: InferenceComponentContainerSpecification? = nil,
        startupParameters: InferenceComponentStartupParameters? = nil,
        computeResourceRequirements: InferenceComponentComputeResourceRequirements? = nil,
        baseInferenceComponentName: String? = nil, dataCacheConfig: InferenceComponentDataCacheConfig? = nil,
        schedulingConfig: InferenceComponentSchedulingConfig? = nil
    ) {
        members = []
        self.instanceType = instanceType
        self.modelName = modelName
        self.container = container
        self.startupParameters = startupParameters
        self.computeResourceRequirements = computeResourceRequirements
        self.baseInferenceComponentName = baseInferenceComponentName
        self.dataCacheConfig = dataCacheConfig
        self.schedulingConfig = schedulingConfig
    }

    /// `InstanceType`: The ML compute instance type for the inference component specification.
    public var instanceType: String? {
        get { self["InstanceType"] }
        set { self["InstanceType"] = newValue }
    }

    /// `ModelName`: The name of an existing SageMaker AI model object in your account that you want to deploy with the
    /// inference component; at most 63 characters, `[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?`.
    public var modelName: String? {
        get { self["ModelName"] }
        set { self["ModelName"] = newValue }
    }

    /// `Container`: Defines a container that provides the runtime environment for a model that you deploy with an
    /// inference component.
    public var container: InferenceComponentContainerSpecification? {
        get { self["Container"] }
        set { self["Container"] = newValue }
    }

    /// `StartupParameters`: Settings that take effect while the model container starts up.
    public var startupParameters: InferenceComponentStartupParameters? {
        get { self["StartupParameters"] }
        set { self["StartupParameters"] = newValue }
    }

    /// `ComputeResourceRequirements`: The compute resources allocated to run the model, plus any adapter models, that
    /// you assign to the inference component.
    public var computeResourceRequirements: InferenceComponentComputeResourceRequirements? {
        get { self["ComputeResourceRequirements"] }
        set { self["ComputeResourceRequirements"] = newValue }
    }

    /// `BaseInferenceComponentName`: The name of an existing inference component that is to contain the inference
    /// component that you're creating with your request; at most 63 characters,
    /// `[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?`.
    public var baseInferenceComponentName: String? {
        get { self["BaseInferenceComponentName"] }
        set { self["BaseInferenceComponentName"] = newValue }
    }

    /// `DataCacheConfig`: Settings that affect how the inference component caches data.
    public var dataCacheConfig: InferenceComponentDataCacheConfig? {
        get { self["DataCacheConfig"] }
        set { self["DataCacheConfig"] = newValue }
    }

    /// `SchedulingConfig`: The scheduling configuration that determines how inference component copies are placed
    /// across available instances when copies are added or removed.
    public var schedulingConfig: InferenceComponentSchedulingConfig? {
        get { self["SchedulingConfig"] }
        set { self["SchedulingConfig"] = newValue }
    }
}
