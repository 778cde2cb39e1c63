/// The files of one folder that make up a model, as far as their names have a meaning together.
package struct WeightsFolder {
    /// What is known of an index of shards.
    package enum Index {
        /// Its contents are not known: the source is a listing, or they were not judged.
        case unread
        /// It is no index that a loader takes, of which another rule speaks.
        case broken
        case read(ShardIndex)
    }

    /// The whole files, with their sizes.
    var files: [ByteString: Int64?] = [:]
    /// The indexes, by the name of the whole file that their shards make up, with their own names.
    var indexes: [ByteString: (name: ByteString, state: Index)] = [:]
    /// The sets of numbered files, in the order in which they begin.
    var sets: [ShardSet] = []

    /// The files whose names say that they are copies, with the names of what they are copies of.
    var copies: [(name: ByteString, original: ByteString)] = []

    /// The names of whole files that loaders look for, in their order: transformers, and diffusers.
    ///
    /// Source: `PreTrainedModel.from_pretrained` in `transformers/modeling_utils.py`; `ModelMixin.from_pretrained` in
    /// `diffusers/models/modeling_utils.py`.
    package static let orders: [[ByteString]] = [
        ["model.safetensors", "pytorch_model.bin", "tf_model.h5", "flax_model.msgpack"],
        ["diffusion_pytorch_model.safetensors", "diffusion_pytorch_model.bin"],
    ]

    /// The name of weights in the form of Mistral, in one file.
    package static let consolidated: ByteString = "consolidated.safetensors"

    /// All names that whole files have or would have, sorted.
    var wholeNames: [ByteString] {
        Set(files.keys).union(indexes.keys).union(sets.map(\.wholeName)).sorted()
    }

    /// What has the name of a copy of a file, which it may be.
    func copy(of original: ByteString) -> ByteString? { copies.first { $0.original == original }?.name }

    func sets(of whole: ByteString) -> [ShardSet] { sets.filter { $0.wholeName == whole } }

    /// The name of a whole file, or of the first of its shards if they are complete; nil if neither is there.
    func firstName(of whole: ByteString) -> ByteString? {
        files[whole] != nil ? whole : sets(of: whole).first(where: \.isComplete)?.firstName
    }

    /// Whether a loader that looks for a whole file finds all of it, in one file or by its index.
    ///
    /// - Parameter isMissing: whether a file that an index names is not there.
    func isLoadable(_ whole: ByteString, _ isMissing: (ByteString) -> Bool) -> Bool {
        if files[whole] != nil { return true }
        switch indexes[whole]?.state {
        case .read(let index): return !index.shards.contains { isMissing($0.name) }
        case .unread: return sets(of: whole).contains(where: \.isComplete)
        case .broken, nil: return false
        }
    }

    /// Servers that look for files of a format, and take the next one where there are none, whatever an index names.
    ///
    /// Source: `_prepare_weights` in `vllm/model_executor/model_loader/default_loader.py` and SGLang's `model_loader/loader.py`;
    /// `weight_files` in TGI's `utils/hub.py`; `download_weights` in TEI's `backends/src/lib.rs`.
    private static let lookingForFiles: Set<Framework> = [.vllm, .sglang, .djlLMI, .tgi, .tei]

    /// What a loader finds whole before it looks for the shards of `whole`: that in one file, or another format; nil for nothing.
    func isHidden(
        _ whole: ByteString, for framework: Framework?, _ isMissing: (ByteString) -> Bool
    ) -> ByteString? {
        if files[whole] != nil, indexes[whole] == nil || !Self.isIndexedFirst(whole) { return whole }
        for order in Self.orders {
            guard let place = order.firstIndex(of: whole) else { continue }
            if let other = order[..<place].first(where: { isLoadable($0, isMissing) }) { return other }
        }
        guard let framework, Self.lookingForFiles.contains(framework), whole == "model.safetensors",
            sets(of: whole).isEmpty
        else { return nil }
        return firstName(of: "pytorch_model.bin")
    }

    /// Whether a loader looks for the index before it looks for the whole file.
    ///
    /// Source: `ModelMixin.from_pretrained` in `diffusers/models/modeling_utils.py`.
    private static func isIndexedFirst(_ whole: ByteString) -> Bool { whole.hasPrefix(diffusion) }

    /// What the names of weights begin with that diffusers loads.
    package static let diffusion: ByteString = "diffusion_pytorch_model"

    /// What a loader finds whole in place of the shards of `whole`, if it looks for several formats: for those of Mistral's form
    /// one that does not look for that.
    func loadable(besides whole: ByteString, _ isMissing: (ByteString) -> Bool) -> ByteString? {
        let order = Self.orders.first { $0.contains(whole == Self.consolidated ? "model.safetensors" : whole) } ?? []
        return order.first { $0 != whole && isLoadable($0, isMissing) }
    }

    /// Whether loaders need an index to find shards of that name.
    static func needsIndex(_ whole: ByteString) -> Bool { orders.contains { $0.contains(whole) } }
}
