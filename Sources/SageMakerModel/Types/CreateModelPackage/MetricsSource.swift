// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Model quality statistics.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MetricsSource.html
public struct MetricsSource: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.metricsSource
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(contentType: String, s3URI: String, contentDigest: String? = nil) {
        members = []
        self.contentType = contentType
        self.contentDigest = contentDigest
        self.s3URI = s3URI
    }

    /// `ContentType`, required: The metric source content type; at most 256 characters, `.*`.
    public var contentType: String {
        get { self[required: "ContentType"] }
        set { self[required: "ContentType"] = newValue }
    }

    /// `ContentDigest`: The hash key used for the metrics source; at most 72 characters,
    /// `[Ss][Hh][Aa]256:[0-9a-fA-F]{64}`.
    public var contentDigest: String? {
        get { self["ContentDigest"] }
        set { self["ContentDigest"] = newValue }
    }

    /// `S3Uri`, required: The S3 URI for the metrics source; at most 1024 characters, `(https|s3)://([^/]+)/?(.*)`.
    public var s3URI: String {
        get { self[required: "S3Uri"] }
        set { self[required: "S3Uri"] = newValue }
    }
}
