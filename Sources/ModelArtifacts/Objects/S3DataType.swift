/// What an S3 URI in a `ModelDataSource` names: the API's `S3DataType`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html
public enum S3DataType: String, Hashable, Sendable, CaseIterable {
    /// All objects whose keys begin with the URI's key, which ends with a slash.
    case prefix = "S3Prefix"
    /// One object.
    case object = "S3Object"
}
