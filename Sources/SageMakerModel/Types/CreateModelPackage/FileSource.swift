// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The bias config file for a model.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_FileSource.html
public struct FileSource: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.fileSource
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(s3URI: String, contentType: String? = nil, contentDigest: String? = nil) {
        members = []
        self.contentType = contentType
        self.contentDigest = contentDigest
        self.s3URI = s3URI
    }

    /// `ContentType`: The type of content stored in the file source; at most 256 characters, `.*`.
    public var contentType: String? {
        get { self["ContentType"] }
        set { self["ContentType"] = newValue }
    }

    /// `ContentDigest`: The digest of the file source; at most 72 characters, `[Ss][Hh][Aa]256:[0-9a-fA-F]{64}`.
    public var contentDigest: String? {
        get { self["ContentDigest"] }
        set { self["ContentDigest"] = newValue }
    }

    /// `S3Uri`, required: The Amazon S3 URI for the file source; at most 1024 characters,
    /// `(https|s3)://([^/]+)/?(.*)`.
    public var s3URI: String {
        get { self[required: "S3Uri"] }
        set { self[required: "S3Uri"] = newValue }
    }
}
