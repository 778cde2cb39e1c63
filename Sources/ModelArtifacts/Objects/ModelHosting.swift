/// How many models a container finds in its model data.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/multi-model-endpoints.html
public enum ModelHosting: Hashable, Sendable {
    /// One, which the data is.
    case one
    /// Many, each an archive of its own below a prefix. SageMaker joins the prefix and the `TargetModel` of a call and
    /// fetches that archive; nothing else below the prefix is looked at or laid out.
    case many
    /// The data is one archive of many.
    case oneOfMany
}
