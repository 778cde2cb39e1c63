// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Contains data, such as the inputs and targeted instance types that are used in the process of validating the model
/// package.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelPackageValidationProfile.html
public struct ModelPackageValidationProfile: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.modelPackageValidationProfile
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(profileName: String, transformJobDefinition: TransformJobDefinition) {
        members = []
        self.profileName = profileName
        self.transformJobDefinition = transformJobDefinition
    }

    /// `ProfileName`, required: The name of the profile for the model package; 1 to 63 characters,
    /// `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var profileName: String {
        get { self[required: "ProfileName"] }
        set { self[required: "ProfileName"] = newValue }
    }

    /// `TransformJobDefinition`, required: The `TransformJobDefinition` object that describes the transform job used
    /// for the validation of the model package.
    public var transformJobDefinition: TransformJobDefinition {
        get { self[required: "TransformJobDefinition"] }
        set { self[required: "TransformJobDefinition"] = newValue }
    }
}
