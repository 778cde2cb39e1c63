public import ModelArtifacts

/// A tag of the model.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Tag.html
public struct Tag: RequestStructure {
    /// `Key`, required: 1 to 128 characters, `([\p{L}\p{Z}\p{N}_.:/=+\-@]*)`; distinct in a request.
    public var key: String
    /// `Value`, required: at most 256 characters, of the same pattern.
    public var value: String
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        key = try members.required("Key")
        value = try members.required("Value")
    }

    public func write(to members: inout StructureWriter) {
        members.write("Key", key)
        members.write("Value", value)
    }
}
