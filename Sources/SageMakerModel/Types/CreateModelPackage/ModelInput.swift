// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// A structure with Model Input details.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelInput.html
public struct ModelInput: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.modelInput
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(dataInputConfig: String) {
        members = []
        self.dataInputConfig = dataInputConfig
    }

    /// `DataInputConfig`, required: The input configuration object for the model; 1 to 16384 characters, `[\S\s]+`.
    public var dataInputConfig: String {
        get { self[required: "DataInputConfig"] }
        set { self[required: "DataInputConfig"] = newValue }
    }
}
