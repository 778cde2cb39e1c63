public import ModelArtifacts

/// The rules about `ModelDataSource` blocks.
public enum ModelDataSourceRules {
    /// All of them, in the order of their ids.
    public static let rules: [Rule] = [MutableArtifact.rule]
}
