/// What the contents of a file tell that counts together with other files, or for a framework.
package enum ContentFacts: Hashable, Sendable {
    case none
    /// An index of shards, and which files it names.
    case shardIndex(ShardIndex)
    /// An ONNX model, and which other files it takes its weights from.
    case externalData([ExternalData])
    /// A file of PyTorch in zip form, and whether it is TorchScript, which loads without the code that made it.
    case pytorch(isTorchScript: Bool)
    /// A model archive of TorchServe (`.mar`), which is a zip archive as files of PyTorch are.
    case modelArchive
    /// A safetensors file, and whether its metadata names the framework that it was written for (`format`),
    /// and which tensors it has.
    case safetensors(namesFormat: Bool, TensorNames)
    /// An index of TensorFlow, and how long the files have to be that it is about.
    case tensorBundle(TensorBundle)
    /// A GGUF file that is one of several: which, from 0, and of how many.
    case ggufSplit(number: UInt64, count: UInt64)
    /// A `tokenizer.json` whose merges are pairs, which tokenizers before 0.20 does not read.
    case pairedMerges

    /// About how many bytes of memory it takes.
    var keptSize: Int {
        switch self {
        case .shardIndex(let index): index.shards.reduce(0) { $0 + 64 + $1.name.count }
        case .externalData(let data): data.reduce(0) { $0 + $1.keptSize }
        case .tensorBundle(let bundle): 32 * bundle.ends.count
        case .none, .pytorch, .modelArchive, .safetensors, .ggufSplit, .pairedMerges: 0
        }
    }
}
