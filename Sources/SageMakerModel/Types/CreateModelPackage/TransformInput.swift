// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// A description of the input source and the way the transform job consumes it.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformInput.html
public struct TransformInput: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.transformInput
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        dataSource: TransformDataSource, contentType: String? = nil,
        compressionType: AdditionalS3DataSourceCompressionType? = nil, splitType: SplitType? = nil
    ) {
        members = []
        self.dataSource = dataSource
        self.contentType = contentType
        self.compressionType = compressionType
        self.splitType = splitType
    }

    /// `DataSource`, required: Describes the location of the channel data, which is, the S3 location of the input data
    /// that the model can consume.
    public var dataSource: TransformDataSource {
        get { self[required: "DataSource"] }
        set { self[required: "DataSource"] = newValue }
    }

    /// `ContentType`: The multipurpose internet mail extension (MIME) type of the data; at most 256 characters, `.*`.
    public var contentType: String? {
        get { self["ContentType"] }
        set { self["ContentType"] = newValue }
    }

    /// `CompressionType`: If your transform data is compressed, specify the compression type.
    public var compressionType: AdditionalS3DataSourceCompressionType? {
        get { self["CompressionType"] }
        set { self["CompressionType"] = newValue }
    }

    /// `SplitType`: The method to use to split the transform job's data files into smaller batches.
    public var splitType: SplitType? {
        get { self["SplitType"] }
        set { self["SplitType"] = newValue }
    }
}
