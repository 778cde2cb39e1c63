// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The compute resources allocated to run the model, plus any adapter models, that you assign to the inference
/// component.
///
/// Source:
/// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentComputeResourceRequirements.html
public struct InferenceComponentComputeResourceRequirements: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.inferenceComponentComputeResourceRequirements
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        minMemoryRequiredInMB: Int, numberOfCPUCoresRequired: Double? = nil,
        numberOfAcceleratorDevicesRequired: Double? = nil, maxMemoryRequiredInMB: Int? = nil
    ) {
        members = []
        self.numberOfCPUCoresRequired = numberOfCPUCoresRequired
        self.numberOfAcceleratorDevicesRequired = numberOfAcceleratorDevicesRequired
        self.minMemoryRequiredInMB = minMemoryRequiredInMB
        self.maxMemoryRequiredInMB = maxMemoryRequiredInMB
    }

    /// `NumberOfCpuCoresRequired`: The number of CPU cores to allocate to run a model that you assign to an inference
    /// component; 0.25 or more.
    public var numberOfCPUCoresRequired: Double? {
        get { self["NumberOfCpuCoresRequired"] }
        set { self["NumberOfCpuCoresRequired"] = newValue }
    }

    /// `NumberOfAcceleratorDevicesRequired`: The number of accelerators to allocate to run a model that you assign to
    /// an inference component; 1 or more.
    public var numberOfAcceleratorDevicesRequired: Double? {
        get { self["NumberOfAcceleratorDevicesRequired"] }
        set { self["NumberOfAcceleratorDevicesRequired"] = newValue }
    }

    /// `MinMemoryRequiredInMb`, required: The minimum MB of memory to allocate to run a model that you assign to an
    /// inference component; 128 or more.
    public var minMemoryRequiredInMB: Int {
        get { self[required: "MinMemoryRequiredInMb"] }
        set { self[required: "MinMemoryRequiredInMb"] = newValue }
    }

    /// `MaxMemoryRequiredInMb`: The maximum MB of memory to allocate to run a model that you assign to an inference
    /// component; 128 or more.
    public var maxMemoryRequiredInMB: Int? {
        get { self["MaxMemoryRequiredInMb"] }
        set { self["MaxMemoryRequiredInMb"] = newValue }
    }
}
