/// Whether a container hosts one model or many: the API's `Mode`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html
public enum ContainerMode: String, Hashable, Sendable, CaseIterable {
    /// One model.
    case singleModel = "SingleModel"
    /// Many models, which lie as archives below one prefix.
    case multiModel = "MultiModel"
}
