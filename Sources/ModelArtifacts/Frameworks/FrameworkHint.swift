/// What an artifact looks like, told by signs that leave no doubt.
package struct FrameworkHint: Hashable, Sendable {
    /// The framework that serves such a layout.
    package let framework: Framework
    /// The file that tells.
    package let path: ByteString

    /// Looks for signs; nil if there are none.
    package init?(_ files: ModelFiles) {
        guard files.isComplete, let sign = Self.sign(in: files) else { return nil }
        (framework, path) = sign
    }

    private static func sign(in files: ModelFiles) -> (Framework, ByteString)? {
        if let path = files.files(named: "serving.properties").first(where: { $0.depth <= 2 })?.path {
            return (.djlLMI, path)
        }
        // The server enters a directory that is alone.
        let manifests = files.files(named: "MANIFEST.json").filter { $0.parent.lastComponent == "MAR-INF" }
        if let path = manifests.first(where: { $0.depth <= 3 })?.path { return (.torchserve, path) }
        if let path = files.files(named: "config.pbtxt").first(where: { $0.depth == 2 })?.path {
            return (.triton, path)
        }
        let graphs = files.files(named: "saved_model.pb")
        if let path = graphs.first(where: { (2...3).contains($0.depth) && $0.parent.lastComponent.isNumber })?.path {
            return (.tensorFlowServing, path)
        }
        if files.hasFile("xgboost-model") { return (.xgboost, "xgboost-model") }
        if let path = files.files(in: "").first(where: { $0.name.hasSuffix(anyOf: [".xgb", ".ubj"]) })?.path {
            return (.xgboost, path)
        }
        // Half a dozen servers take what Hugging Face's libraries save.
        guard !files.hasFile("config.json") else { return nil }
        let weights = files.files(in: "").first { $0.name.hasSuffix(".gguf") }
        return weights.map { (.llamaCpp, $0.path) }
    }

    /// Whether another framework serves such a layout as well, so that nobody need be told.
    package func agrees(with other: Framework) -> Bool {
        switch framework {
        case other: true
        case .torchserve: other == .pytorch
        case .llamaCpp: [.vllm, .sglang, .djlLMI].contains(other)
        case .xgboost: [.sklearn, .djlLMI].contains(other)
        default: false
        }
    }
}
