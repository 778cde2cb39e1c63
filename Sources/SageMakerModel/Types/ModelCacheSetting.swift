/// Whether a multi-model endpoint keeps models in memory.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MultiModelConfig.html
public enum ModelCacheSetting: String, Hashable, Sendable, CaseIterable {
    /// It does.
    case enabled = "Enabled"
    /// It does not.
    case disabled = "Disabled"
}
