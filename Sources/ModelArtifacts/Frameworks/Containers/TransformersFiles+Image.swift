/// Images whose transformers is older than the model.
///
/// Source: `from_pretrained` of `AutoConfig` in `models/auto/configuration_auto.py`, and of `AutoTokenizer` in
/// `models/auto/tokenization_auto.py` of huggingface/transformers.
extension TransformersFiles {
    /// The first versions of transformers that know some types of models, those that many people deploy.
    ///
    /// Source: `CONFIG_MAPPING_NAMES` in `models/auto/configuration_auto.py` of these releases and of those before them.
    private static let firstVersions: [String: [Int]] = [
        "cohere2": [4, 48], "deepseek_v3": [4, 51], "ernie4_5": [4, 54], "gemma": [4, 38], "gemma2": [4, 42],
        "gemma3": [4, 50], "gemma3_text": [4, 50], "gemma3n": [4, 53], "gpt_oss": [4, 55], "llama4": [4, 51],
        "llava": [4, 36], "llava_onevision": [4, 45], "mistral": [4, 34], "mistral3": [4, 50], "mixtral": [4, 36],
        "mllama": [4, 45], "modernbert": [4, 48], "paligemma": [4, 41], "phi": [4, 36], "phi3": [4, 41],
        "qwen2": [4, 37], "qwen2_5_vl": [4, 49], "qwen2_vl": [4, 45], "qwen3": [4, 51], "qwen3_moe": [4, 51],
        "qwen3_next": [4, 57], "qwen3_vl": [4, 57], "siglip": [4, 37], "siglip2": [4, 50], "smollm3": [4, 53],
        "smolvlm": [4, 50],
    ]
    /// The first version that does not raise what a dictionary raises.
    private static let withWords = [4, 37]

    /// The version of transformers in the container; nil if it is not known for sure: an image of one's own says what it likes, and what
    /// a list of packages brings may be newer.
    private func transformersVersion(in container: Container) -> [Int]? {
        guard let image = container.image, image.repository.hasPrefix("huggingface-"), !image.isForNeuron,
            !files.hasFile(RequirementsPlace.path), !files.hasFile(RequirementsPlace.name)
        else { return nil }
        return image.version(of: "transformers")
    }

    /// The fault that the container's transformers does not know the type of the model; nil if it may know it.
    func newerThanImage(_ container: Container) -> ContainerFault? {
        guard container.image?.framework == .huggingFace, let version = transformersVersion(in: container),
            let found = configuration, found.modules.isEmpty,
            let type = found.modelType, let first = Self.firstVersions[type],
            version.lexicographicallyPrecedes(first)
        else { return nil }
        let words =
            version.lexicographicallyPrecedes(Self.withWords)
            ? "KeyError: '\(type)'"
            : "The checkpoint you are trying to load has model type `\(type)` but Transformers does not recognize this architecture"
        let path = directory.appending("config.json")
        return ContainerFault(
            .outdatedImage, at: path,
            "'\(path)' has the model_type \(type), and transformers \(Self.text(version)) of the image does not know it: it says \"\(words)\"",
            help:
                "take an image with transformers \(Self.text(first)) or later, or install it by \(RequirementsPlace.path)"
        )
    }

    /// The fault that the container's transformers does not have the class of the tokenizer, which transformers 5 writes, or an old
    /// conversion of Llama; nil if it may. The last release of TGI has transformers 4.
    ///
    /// Source: `server/requirements_cuda.txt` of huggingface/text-generation-inference.
    func tokenizerNewerThanImage(_ container: Container) -> ContainerFault? {
        let path = directory.appending("tokenizer_config.json")
        guard let version = container.framework == .tgi ? [4] : transformersVersion(in: container),
            version.lexicographicallyPrecedes([5]),
            let tokenizer = files.contents[path].flatMap({ ModelConfiguration($0) }), tokenizer.modules.isEmpty
        else { return nil }
        // The first conversions of Llama named it so, before the class had its name.
        if tokenizer.tokenizerClass == "LLaMATokenizer" {
            return ContainerFault(
                .missingTokenizer, at: path,
                "'\(path)' names the class LLaMATokenizer, and transformers calls it LlamaTokenizer: it says \"Tokenizer class LLaMATokenizer "
                    + "does not exist or is not currently imported.\"", help: "write LlamaTokenizer in its place")
        }
        guard tokenizer.tokenizerClass == "TokenizersBackend" else { return nil }
        return ContainerFault(
            .outdatedImage, at: path,
            "'\(path)' names the class TokenizersBackend, as transformers 5 writes it, and transformers \(Self.text(version)) in the "
                + "container does not have it: it says \"Tokenizer class TokenizersBackend does not exist or is not currently imported.\"",
            help: "take an image with transformers 5 or later, or name PreTrainedTokenizerFast in its place")
    }

    /// What brings tokenizers into an image, with its version, and its first one that brings 0.20, which reads merges in pairs; nil if that
    /// is not known, or tokenizer.json need not be read.
    ///
    /// Source: `setup.py` of transformers 4.44.2 (`tokenizers>=0.19,<0.20`) and 4.45.0 (`tokenizers>=0.20,<0.21`);
    /// `server/requirements_cuda.txt` of text-generation-inference 2.3.0 (0.19.1) and 2.3.1 (0.20.0), `Cargo.lock` of
    /// text-embeddings-inference 1.6.0 (0.19.1) and 1.6.1 (0.21.0), which `huggingface/pytorch` in awslabs/llm-hosting-container
    /// builds into the images; `serving/docker/lmi.Dockerfile` of deepjavalibrary/djl-serving 0.29 (0.19.1) and 0.30 (0.20.1).
    private func tokenizersCarrier(in container: Container) -> (name: String, version: [Int], withPairs: [Int])? {
        guard container.framework == .tgi || container.framework == .tei || container.framework == .djlLMI else {
            return transformersVersion(in: container).map { (name: "transformers", version: $0, withPairs: [4, 45]) }
        }
        guard let image = container.image, image.framework == container.framework, !image.isForNeuron else {
            return nil
        }
        if container.framework == .tei {
            return image.version(of: "tei").map {
                (name: "Text Embeddings Inference", version: $0, withPairs: [1, 6, 1])
            }
        }
        if container.framework == .djlLMI {
            // Other images of DJL have other libraries, and a list of packages brings its own.
            guard image.tag.contains("-lmi"), !has("requirements.txt") else { return nil }
            return image.version(of: "").map { (name: "LMI of DJL", version: $0, withPairs: [0, 30]) }
        }
        // Of it TGI makes a slow tokenizer, which it tries first for some models.
        guard !has("tokenizer.model") else { return nil }
        return image.version(of: "tgi").map { (name: "TGI", version: $0, withPairs: [2, 3, 1]) }
    }

    /// The fault that the container's tokenizers does not read merges in pairs, as later ones write them; nil if it may.
    ///
    /// Source: `Deserialize for BPE` in `tokenizers/src/models/bpe/serialization.rs` of huggingface/tokenizers 0.19.1 and 0.20.0.
    func mergesNewerThanImage(_ container: Container) -> ContainerFault? {
        let path = directory.appending("tokenizer.json")
        let named = directory.appending("tokenizer_config.json")
        let tokenizer = files.contents[named].flatMap { ModelConfiguration($0) }
        // Text Embeddings Inference knows no tokenizers in code of the model's own.
        let isPlain = container.framework == .tei || tokenizer?.modules.isEmpty ?? !files.hasFile(named)
        guard case .pairedMerges? = files.facts[path], isPlain, let found = tokenizersCarrier(in: container),
            found.version.lexicographicallyPrecedes(found.withPairs)
        else { return nil }
        let help = "take an image with \(found.name) \(Self.text(found.withPairs)) or later"
        return ContainerFault(
            .outdatedImage, at: path,
            "'\(path)' has its merges in pairs, as tokenizers 0.20 and later write them, and the one that \(found.name) "
                + "\(Self.text(found.version)) of the image comes with is older: it says \"data did not match any variant of untagged enum "
                + "ModelWrapper\"",
            help: container.framework == .huggingFace ? help + ", or install it by \(RequirementsPlace.path)" : help)
    }

    private static func text(_ version: [Int]) -> String { version.map { "\($0)" }.joined(separator: ".") }
}
