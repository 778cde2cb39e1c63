/// Where a container looks: near the top of the model, and below the directories that the environment names.
package struct GatheredPlaces: Sendable {
    /// nil if none is told.
    let framework: Framework?
    /// The directories that variables name.
    private let named: [ByteString]

    init(_ container: Container?) {
        framework = container?.framework
        named = container?.namedPaths ?? []
    }

    /// Whether a path lies where all is kept whatever its name is.
    func hold(_ path: Span<UInt8>) -> Bool {
        let depth = Self.depth(of: path)
        if depth <= ModelFiles.knownDepth { return true }
        return named.contains { directory in
            let text = ByteString(path)
            return text == directory
                || text.hasPrefix(directory + "/")
                    && depth - Self.depth(of: directory.bytes.span) <= ModelFiles.knownDepth
        }
    }

    /// The number of components of a path.
    private static func depth(of path: Span<UInt8>) -> Int { ByteScan.count(of: UInt8(ascii: "/"), in: path) + 1 }

    /// What of the contents of a file the decision of the container depends on.
    func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        guard let framework, hold(path) else { return .none }
        return ContentNeeds(
            prefix: bytesNeeded(path: path, name: name, size: size), judgement: framework.asksOf(format))
    }

    private func isConfiguration(_ path: Span<UInt8>) -> Bool {
        path.ends(withComponents: "config.json") || path.ends(withComponents: "tokenizer_config.json")
    }

    private func isScript(_ path: Span<UInt8>) -> Bool {
        path.ends(with: ".py") || path.equals("code/requirements.txt")
    }

    /// Whether the contents of such a file are kept.
    func keeps(path: Span<UInt8>, name: Int) -> Bool { limit(path: path, name: name) > 0 }

    /// How many bytes of the beginning of a file are kept.
    func bytesNeeded(path: Span<UInt8>, name: Int, size: Int64) -> Int {
        let limit = limit(path: path, name: name)
        // The start of a text that is understood only as a whole is of no use; of others some bytes tell.
        return limit > 4096 && size > Int64(limit) ? 0 : min(limit, Int(size))
    }

    /// How many bytes of the beginning of such a file are kept at most.
    private func limit(path: Span<UInt8>, name: Int) -> Int {
        switch framework {
        case .huggingFace where name == 0 && path.ends(with: "config.json"): 1 << 20
        case .huggingFace where path.equals("model_index.json"): 1 << 20
        case .tensorFlowServing where path.equals("code/inference.py"): 256 << 10
        case .tensorFlowServing where path.equals("code/requirements.txt"): 256 << 10
        case .tei where path.ends(withComponents: "config.json"): 1 << 20
        case .tei where path.ends(withComponents: "sentence_bert_config.json"): 1 << 20
        case .tei where path.ends(withComponents: "config_sentence_transformers.json"): 1 << 20
        case .djlLMI where path.ends(withComponents: "serving.properties"): 1 << 20
        case .vllm where path.equals("requirements.txt"): 256 << 10
        case .vllm, .tgi, .sglang, .djlLMI: isConfiguration(path) ? 1 << 20 : 0
        case .triton where path.ends(withComponents: "config.pbtxt"): 1 << 20
        case .xgboost where name == 0 && !path.ends(with: ".py"): 4096
        case .pytorch where path.ends(withComponents: "MAR-INF/MANIFEST.json"): 1 << 20
        case .torchserve where path.ends(withComponents: "MAR-INF/MANIFEST.json"): 1 << 20
        case .xgboost: path.ends(with: ".py") ? 256 << 10 : 0
        case .pytorch, .torchserve, .huggingFace, .sklearn: isScript(path) ? 256 << 10 : 0
        default: 0
        }
    }
}

extension Framework {
    /// Whether its container's decision depends on what a file of that format is inside.
    func asksOf(_ format: ContentFormat?) -> Bool {
        switch self {
        case .pytorch, .torchserve, .triton: format == .pytorch
        case .huggingFace: format == .safetensors || format == .shardIndex || format == .loaderJSON
        case .tgi: format == .safetensors || format == .loaderJSON
        case .djlLMI: format == .loaderJSON
        case .llamaCpp: format == .gguf
        case .tei: format == .shardIndex || format == .loaderJSON
        case .vllm, .sglang: format == .shardIndex
        default: false
        }
    }
}
