// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Identifies the Amazon S3 location where you want Amazon SageMaker to save the results from the transform job.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformOutput.html
public struct TransformOutput: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.transformOutput
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(s3OutputPath: String, accept: String? = nil, assembleWith: AssemblyType? = nil, kmsKeyID: String? = nil)
    {
        members = []
        self.s3OutputPath = s3OutputPath
        self.accept = accept
        self.assembleWith = assembleWith
        self.kmsKeyID = kmsKeyID
    }

    /// `S3OutputPath`, required: The Amazon S3 path where you want Amazon SageMaker to store the results of the
    /// transform job; at most 1024 characters, `(https|s3)://([^/]+)/?(.*)`.
    public var s3OutputPath: String {
        get { self[required: "S3OutputPath"] }
        set { self[required: "S3OutputPath"] = newValue }
    }

    /// `Accept`: The MIME type used to specify the output data; at most 256 characters, `.*`.
    public var accept: String? {
        get { self["Accept"] }
        set { self["Accept"] = newValue }
    }

    /// `AssembleWith`: Defines how to assemble the results of the transform job as a single S3 object.
    public var assembleWith: AssemblyType? {
        get { self["AssembleWith"] }
        set { self["AssembleWith"] = newValue }
    }

    /// `KmsKeyId`: The Amazon Web Services Key Management Service (Amazon Web Services KMS) key that Amazon SageMaker
    /// uses to encrypt the model artifacts at rest using Amazon S3 server-side encryption; at most 2048 characters,
    /// `[a-zA-Z0-9:/_-]*`.
    public var kmsKeyID: String? {
        get { self["KmsKeyId"] }
        set { self["KmsKeyId"] = newValue }
    }
}
