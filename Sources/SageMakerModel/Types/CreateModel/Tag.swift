// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// A tag object that consists of a key and an optional value, used to manage metadata for SageMaker Amazon Web
/// Services resources.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Tag.html
public struct Tag: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.tag
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(key: String, value: String) {
        members = []
        self.key = key
        self.value = value
    }

    /// `Key`, required: The tag key; 1 to 128 characters, `([\p{L}\p{Z}\p{N}_.:/=+\-@]*)`.
    public var key: String {
        get { self[required: "Key"] }
        set { self[required: "Key"] = newValue }
    }

    /// `Value`, required: The tag value; at most 256 characters, `([\p{L}\p{Z}\p{N}_.:/=+\-@]*)`.
    public var value: String {
        get { self[required: "Value"] }
        set { self[required: "Value"] = newValue }
    }
}
