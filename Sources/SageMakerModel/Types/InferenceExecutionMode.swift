/// How the containers of an endpoint are called.
///
/// The prose of the API page writes `SERIAL` and `DIRECT`; the service model knows only these.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceExecutionConfig.html
public enum InferenceExecutionMode: String, Hashable, Sendable, CaseIterable {
    /// One after another, as a pipeline.
    case serial = "Serial"
    /// Only the one that the caller names.
    case direct = "Direct"
}
