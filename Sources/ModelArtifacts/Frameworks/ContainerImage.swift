/// The image of a container, by its URI: `registry/repository[:tag][@digest]`.
public struct ContainerImage: Hashable, Sendable {
    /// The URI as it was given.
    public let uri: String
    /// The last component of the repository's name, which tells the framework. The registry is not looked at: images are
    /// often mirrored to one of their own.
    public let repository: String
    /// The tag; empty if there is none.
    public let tag: String

    /// Takes a URI apart. Any text is one; of most nothing is known.
    public init(_ uri: String) {
        self.uri = uri
        let reference = ImageReference(ByteString(uri))
        repository = reference.repository.lastComponent.string ?? ""
        tag = reference.tag?.string ?? ""
    }

    /// The framework that it holds; nil if its name tells none.
    ///
    /// Source: `src/sagemaker/image_uri_config` in aws/sagemaker-python-sdk, `docs/src/data` in aws/deep-learning-containers.
    public var framework: Framework? {
        if repository.hasPrefix("djl-") { return .djlLMI }
        for (prefix, framework) in Self.prefixes where repository.hasPrefix(prefix) {
            return tag.hasSuffix("-training") || repository.hasSuffix("-training") ? nil : framework
        }
        return Self.names[repository]
    }

    private static let names: [String: Framework] = [
        "tei": .tei, "tei-cpu": .tei, "vllm": .vllm, "vllm-omni": .vllm, "sglang": .sglang, "xgboost": .xgboost,
        "vllm-arm64": .vllm, "vllm-server": .vllm, "sglang-server": .sglang, "stabilityai-pytorch-inference": .pytorch,
    ]

    /// Longer ones first where one begins with another.
    private static let prefixes: [(String, Framework)] = [
        ("huggingface-pytorch-tgi-inference", .tgi), ("huggingface-pytorch-inference", .huggingFace),
        ("huggingface-tensorflow-inference", .huggingFace), ("huggingface-tei", .tei), ("huggingface-vllm", .vllm),
        ("huggingface-sglang", .sglang), ("huggingface-llamacpp", .llamaCpp), ("sagemaker-tritonserver", .triton),
        ("tensorflow-inference", .tensorFlowServing), ("sagemaker-tensorflow-serving", .tensorFlowServing),
        ("pytorch-inference", .pytorch), ("sagemaker-pytorch", .pytorch), ("sagemaker-xgboost", .xgboost),
        ("sagemaker-scikit-learn", .sklearn),
    ]

    /// Whether it is for AWS's accelerators, Inferentia and Trainium, whose SDK is called Neuron.
    ///
    /// Source: `docs/src/data` in aws/deep-learning-containers.
    package var isForNeuron: Bool { repository.contains("neuron") || tag.contains("neuron") }

    /// The version of a part of the image that the tag tells: `transformers` in `2.6.0-transformers4.49.0-gpu-py312`.
    ///
    /// - Parameter part: the word in front of the version; empty for the version that the tag begins with.
    /// - Returns: the numbers of the version; nil if the tag does not tell.
    package func version(of part: String) -> [Int]? {
        for piece in tag.split(separator: "-") where piece.hasPrefix(part) {
            let numbers = piece.dropFirst(part.count).split(separator: ".", omittingEmptySubsequences: false).map {
                Int($0)
            }
            if numbers.allSatisfy({ $0 != nil }), !numbers.isEmpty { return numbers.compactMap(\.self) }
        }
        return nil
    }
}
