/// Finds weights that are there twice in one format, so that loaders take different ones, or both.
final class ConflictingWeights: WeightsCheck, FrameworkCheck {
    static let kind = ContainerFault.Kind.conflictingWeights

    static let rule = Rule(
        "conflicting-weights", .warning, "one folder holds several sets of the same weights",
        explanation: """
            A model saved again over an older one leaves shards of another count, or shards beside a single file. transformers takes \
            the single file first, vLLM and SGLang what an index names; without one they read, as TGI does, every `*.safetensors` in the \
            folder: TGI fails with "Key … was found in multiple files" (an error where it is told, whatever the files are called, if \
            their headers name the same tensors), vLLM keeps whichever comes last. `consolidated.safetensors` beside weights that no index names is the same, \
            and so is what a browser, a drive in the cloud or a file manager made of a second copy: `model (1).safetensors`. Where an \
            index names the files, vLLM and \
            SGLang leave such a copy alone; llama.cpp takes the first *.gguf by its name, which is the copy. A note where the \
            container that is told never reads it.
            """,
        remedy: "keep one set and its index, and delete the other",
        example: Rule.Example(
            bad: "model.safetensors\nmodel-00001-of-00002.safetensors\nmodel-00002-of-00002.safetensors",
            good: "model-00001-of-00002.safetensors\nmodel-00002-of-00002.safetensors\nmodel.safetensors.index.json"),
        source:
            "https://github.com/huggingface/text-generation-inference/blob/main/server/text_generation_server/utils/hub.py"
    )

    func check(_ files: WeightFiles, _ context: CheckContext) {
        for (path, folder) in files.sortedFolders {
            for whole in folder.wholeNames { check(whole, in: folder, path, context) }
            checkConsolidated(folder, path, context)
            for (copy, original) in folder.copies where files.isThere(original, in: path, folder) ?? false {
                checkCopy(copy, original, folder, path, context)
            }
        }
    }

    private func check(_ whole: ByteString, in folder: WeightsFolder, _ path: ByteString, _ context: CheckContext) {
        let sets = folder.sets(of: whole)
        // TensorFlow says in its index how many there are; others are left over and never read.
        guard let first = sets.first, !first.ending.isEmpty else { return }
        var isIndexed = false
        if case .read(let index)? = folder.indexes[whole]?.state {
            isIndexed = true
            let named = Set(index.shards.compactMap { NumberedName($0.name.lastComponent.bytes.span)?.count })
            if !named.isEmpty, let other = sets.first(where: { !named.contains($0.count) }) {
                return report(
                    "'\(path + other.firstName)' is a shard that the index does not name", path + other.firstName, nil,
                    context)
            }
        }
        guard let complete = sets.first(where: \.isComplete) else { return }
        if folder.files[whole] != nil {
            return report(
                "'\(path + whole)' and the shards of '\(path + complete.firstName)' are both there", path + whole,
                path + complete.firstName, context)
        }
        if !isIndexed { checkCounts(sets, complete, path, context) }
    }

    private func checkCounts(_ sets: [ShardSet], _ complete: ShardSet, _ path: ByteString, _ context: CheckContext) {
        guard let other = sets.first(where: { $0.count != complete.count }) else { return }
        report(
            "'\(path + complete.firstName)' is one of \(complete.count) files and '\(path + other.firstName)' one of \(other.count)",
            path + complete.firstName, path + other.firstName, context)
    }

    /// Of weights in Mistral's form beside those that an index names each loader takes one or the other, which another rule notes.
    private func checkConsolidated(_ folder: WeightsFolder, _ path: ByteString, _ context: CheckContext) {
        let whole: ByteString = "model.safetensors"
        guard let consolidated = folder.firstName(of: "consolidated.safetensors"), folder.indexes[whole] == nil,
            let model = folder.firstName(of: whole)
        else { return }
        report(
            "'\(path + consolidated)' and '\(path + model)' are both there", path + consolidated, path + model, context)
    }

    private func checkCopy(
        _ copy: ByteString, _ original: ByteString, _ folder: WeightsFolder, _ path: ByteString, _ context: CheckContext
    ) {
        let place = path + copy
        let isIndexed = folder.indexes.keys.contains { $0.hasSuffix(".safetensors") }
        let framework = context.subject.framework
        // Servers of PyTorch's files look for them only where there are no others.
        let role = context.decision?.role(of: place)
        let isRead = role == .weights || role == .model
        // Its own decision speaks of it.
        guard framework != .tgi || !isRead || !copy.hasSuffix(".safetensors") else { return }
        let (severity, what): (Severity, String) =
            switch framework {
            case .vllm, .sglang, .djlLMI:
                isRead && !isIndexed
                    ? (.warning, "the server reads both, and keeps the tensors of the one that comes last")
                    : (.note, "the server leaves the copy alone")
            case .llamaCpp where isRead:
                (.warning, "the container takes the first *.gguf by its name, which is the copy")
            case nil:
                copy.hasSuffix(".gguf")
                    ? (.warning, "llama.cpp's container takes the first *.gguf by its name, which is the copy")
                    : (.warning, "servers that read every file of the folder, as TGI does, load both")
            default: (.note, "the container has no use for the copy")
            }
        var finding = Finding(
            Self.rule, "'\(place)' has the name of a copy of '\(path + original)', and both are there: \(what)",
            at: context.location(place), related: [context.location(path + original)],
            help: "delete the copy, if both are the same: `optml etag` tells; else see which of them is whole")
        finding.severity = severity
        context.report(finding)
    }

    private func report(_ message: String, _ place: ByteString, _ other: ByteString?, _ context: CheckContext) {
        let finding = Finding(
            Self.rule, message, at: context.location(place), related: other.map { [context.location($0)] } ?? [])
        // What TGI reads, its own decision speaks of.
        if context.subject.framework == .tgi, place.hasSuffix(".safetensors"),
            context.decision?.role(of: place) == .weights
        {
            return
        }
        context.report(finding)
    }
}
