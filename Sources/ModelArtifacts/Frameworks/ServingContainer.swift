/// A container by the decisions that it takes when it starts, restated from its source.
package protocol ServingContainer {
    /// What it does with these files.
    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision

    /// What its environment tells alone, whatever the model is: what ``decide(_:_:)`` says of all models as well.
    ///
    /// - Parameter hasModelData: whether SageMaker puts anything into the model directory.
    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault]
}

extension ServingContainer {
    package static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] { [] }
}

extension Framework {
    /// What its container does with these files; nil if it has none that is known.
    package func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision? {
        guard var decision = servingContainer?.decide(files, container) else { return nil }
        if Self.readingVariables.contains(self) { decision.loadNamed(files, container) }
        if self == .vllm || self == .sglang { _ = ServerHandlers.load(files, container, of: self, &decision) }
        if self == .vllm, let fault = ServerHandlers.brokenRequirements(files, container) { decision.add(fault) }
        return decision
    }

    /// Servers that make options of their variables, so that what these name they load: adapters, draft models, projectors.
    private static let readingVariables: Set<Framework> = [.vllm, .sglang, .djlLMI, .tgi, .tei, .llamaCpp]

    /// The container by whose decisions a model is judged; nil where there is none, since each archive is a model of its own.
    package var servingContainer: (any ServingContainer.Type)? {
        switch self {
        case .tensorFlowServing: TensorFlowServingContainer.self
        case .pytorch, .torchserve: PyTorchContainer.self
        case .huggingFace: HuggingFaceContainer.self
        case .djlLMI: DJLContainer.self
        case .vllm: VLLMContainer.self
        case .sglang: SGLangContainer.self
        case .tgi: TGIContainer.self
        case .tei: TEIContainer.self
        case .llamaCpp: LlamaCppContainer.self
        case .triton: TritonContainer.self
        case .xgboost: XGBoostContainer.self
        case .sklearn: ScikitLearnContainer.self
        case .multiModel: nil
        }
    }
}
