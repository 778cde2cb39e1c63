// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Specifies an algorithm that was used to create the model package.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SourceAlgorithm.html
public struct SourceAlgorithm: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.sourceAlgorithm
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        algorithmName: String, modelDataURL: String? = nil, modelDataSource: ModelDataSource? = nil,
        modelDataETag: String? = nil
    ) {
        members = []
        self.modelDataURL = modelDataURL
        self.modelDataSource = modelDataSource
        self.modelDataETag = modelDataETag
        self.algorithmName = algorithmName
    }

    /// `ModelDataUrl`: The Amazon S3 path where the model artifacts, which result from model training, are stored; at
    /// most 1024 characters, `(https|s3)://([^/]+)/?(.*)`.
    public var modelDataURL: String? {
        get { self["ModelDataUrl"] }
        set { self["ModelDataUrl"] = newValue }
    }

    /// `ModelDataSource`: Specifies the location of ML model data to deploy during endpoint creation.
    public var modelDataSource: ModelDataSource? {
        get { self["ModelDataSource"] }
        set { self["ModelDataSource"] = newValue }
    }

    /// `ModelDataETag`: The ETag associated with Model Data URL.
    public var modelDataETag: String? {
        get { self["ModelDataETag"] }
        set { self["ModelDataETag"] = newValue }
    }

    /// `AlgorithmName`, required: The name of an algorithm that was used to create the model package; 1 to 170
    /// characters,
    /// `(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)`.
    public var algorithmName: String {
        get { self[required: "AlgorithmName"] }
        set { self[required: "AlgorithmName"] = newValue }
    }
}
