// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The `TransformJobDefinition` object that describes the transform job used for the validation of the model package.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformJobDefinition.html
public struct TransformJobDefinition: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.transformJobDefinition
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        transformInput: TransformInput, transformOutput: TransformOutput, transformResources: TransformResources,
        maxConcurrentTransforms: Int? = nil, maxPayloadInMB: Int? = nil, batchStrategy: BatchStrategy? = nil,
        environment: TextMap? = nil
    ) {
        members = []
        self.maxConcurrentTransforms = maxConcurrentTransforms
        self.maxPayloadInMB = maxPayloadInMB
        self.batchStrategy = batchStrategy
        self.environment = environment
        self.transformInput = transformInput
        self.transformOutput = transformOutput
        self.transformResources = transformResources
    }

    /// `MaxConcurrentTransforms`: The maximum number of parallel requests that can be sent to each instance in a
    /// transform job; 0 or more.
    public var maxConcurrentTransforms: Int? {
        get { self["MaxConcurrentTransforms"] }
        set { self["MaxConcurrentTransforms"] = newValue }
    }

    /// `MaxPayloadInMB`: The maximum payload size allowed, in MB; 0 or more.
    public var maxPayloadInMB: Int? {
        get { self["MaxPayloadInMB"] }
        set { self["MaxPayloadInMB"] = newValue }
    }

    /// `BatchStrategy`: A string that determines the number of records included in a single mini-batch. `SingleRecord`
    /// means only one record is used per mini-batch. `MultiRecord` means a mini-batch is set to contain as many
    /// records that can fit within the `MaxPayloadInMB` limit.
    public var batchStrategy: BatchStrategy? {
        get { self["BatchStrategy"] }
        set { self["BatchStrategy"] = newValue }
    }

    /// `Environment`: The environment variables to set in the Docker container; at most 16 entries, names at most 1024
    /// characters, `[a-zA-Z_][a-zA-Z0-9_]{0,1023}`, values at most 10240 characters.
    public var environment: TextMap? {
        get { self["Environment"] }
        set { self["Environment"] = newValue }
    }

    /// `TransformInput`, required: A description of the input source and the way the transform job consumes it.
    public var transformInput: TransformInput {
        get { self[required: "TransformInput"] }
        set { self[required: "TransformInput"] = newValue }
    }

    /// `TransformOutput`, required: Identifies the Amazon S3 location where you want Amazon SageMaker to save the
    /// results from the transform job.
    public var transformOutput: TransformOutput {
        get { self[required: "TransformOutput"] }
        set { self[required: "TransformOutput"] = newValue }
    }

    /// `TransformResources`, required: Identifies the ML compute instances for the transform job.
    public var transformResources: TransformResources {
        get { self[required: "TransformResources"] }
        set { self[required: "TransformResources"] = newValue }
    }
}
