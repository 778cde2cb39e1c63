// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Specifies configurations for one or more transform jobs that SageMaker runs to test the model package.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelPackageValidationSpecification.html
public struct ModelPackageValidationSpecification: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.modelPackageValidationSpecification
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(validationRole: String, validationProfiles: [ModelPackageValidationProfile]) {
        members = []
        self.validationRole = validationRole
        self.validationProfiles = validationProfiles
    }

    /// `ValidationRole`, required: The IAM roles to be used for the validation of the model package; 20 to 2048
    /// characters, `arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+`.
    public var validationRole: String {
        get { self[required: "ValidationRole"] }
        set { self[required: "ValidationRole"] = newValue }
    }

    /// `ValidationProfiles`, required: An array of `ModelPackageValidationProfile` objects, each of which specifies a
    /// batch transform job that SageMaker runs to validate your model package; at most 1 elements.
    public var validationProfiles: [ModelPackageValidationProfile] {
        get { self[required: "ValidationProfiles"] }
        set { self[required: "ValidationProfiles"] = newValue }
    }
}
