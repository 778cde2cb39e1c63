/// Finds weights in several files of which one is not there.
final class MissingShard: WeightsCheck {
    static let rule = Rule(
        "missing-shard", .error, "weights are split into several files, and one of them is missing",
        explanation: """
            An index names a file that is not there, or of files numbered `-00001-of-00003` a number is. transformers fails with \
            "No such file or directory"; vLLM drops the file without a word and fails later, and other servers answer with weights \
            that were never set. Shards without their index are a warning, since transformers does not find them (an error for its \
            container), while vLLM, SGLang and TGI do (nothing is said where one of them is told). Nothing is said \
            where a loader finds the weights in another form before it looks for the shards. Some of a set without its index, beside \
            weights that are whole, are left over: only servers that read all files of the folder meet them (an error \
            where one of them is told, a note where another is, else a warning). Of the same kind are a part of `consolidated-…` beside \
            weights that transformers loads: only vLLM of today takes these first.
            """,
        remedy: "upload or download the missing file; if the index is older than the weights, write it anew",
        example: Rule.Example(
            bad: "model-00001-of-00002.safetensors\nmodel.safetensors.index.json",
            good: "model-00001-of-00002.safetensors\nmodel-00002-of-00002.safetensors\nmodel.safetensors.index.json"),
        source: "https://huggingface.co/docs/transformers/big_models")

    func check(_ files: WeightFiles, _ context: CheckContext) {
        for (path, folder) in files.sortedFolders {
            for whole in folder.wholeNames {
                // An index in a folder above speaks of its shards; where its contents are not known, of those that are all there.
                let sets = folder.sets(of: whole)
                if folder.indexes[whole] == nil,
                    sets.contains(where: { files.isNamedFromAbove(path + $0.firstName, isComplete: $0.isComplete) })
                {
                    continue
                }
                check(whole, in: folder, path, context) { files.presence(of: path + $0) == .absent }
            }
        }
    }

    private func check(
        _ whole: ByteString, in folder: WeightsFolder, _ path: ByteString, _ context: CheckContext,
        _ isMissing: (ByteString) -> Bool
    ) {
        guard folder.isHidden(whole, for: context.subject.framework, isMissing) == nil else { return }
        let sets = folder.sets(of: whole)
        let beside = whole == WeightsFolder.consolidated ? folder.loadable(besides: whole, isMissing) : nil
        switch folder.indexes[whole] {
        case (_, .broken)?: return
        case (let name, .read(let index))?:
            let missing = index.shards.filter { isMissing($0.name) }
            guard let first = missing.first else { return checkNames(of: index, path + name, context) }
            let tensors = Plural.count(missing.reduce(0) { $0 + $1.tensors }, "tensor")
            let place = path + name
            let copy = missing.lazy.compactMap { shard in
                folder.copy(of: shard.name).map { Self.renaming($0, to: shard.name, in: path) }
            }.first
            var finding = Finding(
                Self.rule,
                missing.count == 1
                    ? "'\(place)' names '\(first.name)' for \(tensors), and it is not there"
                    : "'\(place)' names \(ByteString.listed(missing.map(\.name))) for \(tensors), which are not there",
                at: context.location(place), count: missing.count,
                related: missing.prefix(10).map { context.location(path + $0.name) }, help: copy)
            if let beside { leave(&finding, beside: path + beside, Self.severity(ofConsolidated: folder, context)) }
            context.report(finding)
        case (_, .unread)?, nil:
            if sets.contains(where: \.isComplete) {
                if folder.indexes[whole] == nil { checkIndex(of: whole, sets, path, context) }
                return
            }
            // What is under `variables/` is for the rule about SavedModels.
            let other = beside ?? (folder.indexes[whole] == nil ? folder.loadable(besides: whole, isMissing) : nil)
            let severity =
                beside == nil
                ? Self.severity(ofLeftoversFor: context.subject.framework)
                : Self.severity(ofConsolidated: folder, context)
            for set in sets where !SavedModelFolder.isVariables(path, set) {
                report(set, in: folder, path, context, leftBeside: other, severity)
            }
        }
    }

    /// Checks that servers which compare the names in an index with those of files find these.
    ///
    /// Source: `filter_duplicate_safetensors_files` in vLLM's and SGLang's `model_loader/weight_utils.py`.
    private func checkNames(of index: ShardIndex, _ place: ByteString, _ context: CheckContext) {
        let framework = context.subject.framework
        guard framework == .vllm || framework == .sglang, let name = index.indirectName else { return }
        context.report(
            Finding(
                Self.rule,
                "'\(place)' names '\(name)', and \(framework?.title ?? "the server") compares names as they stand, so that it leaves the file out",
                at: context.location(place), help: "write the names of the files in it, as '\(name.lastComponent)'"))
    }

    /// How much shards matter that are left over: to servers that read every file of the folder they do.
    private static func severity(ofLeftoversFor framework: Framework?) -> Severity {
        switch framework {
        case .vllm, .sglang, .tgi, .djlLMI: .error
        case nil: .warning
        default: .note
        }
    }

    /// How much it matters that weights in Mistral's form are not whole beside others that are.
    ///
    /// Source: `_prepare_weights` in vLLM's `model_loader/default_loader.py`, which takes `consolidated*.safetensors` first, and in
    /// SGLang's `model_loader/loader.py`, which does so if it is told to. What an index does not name both leave out; TGI reads it
    /// for nothing, since its tensors have names of their own.
    private static func severity(ofConsolidated folder: WeightsFolder, _ context: CheckContext) -> Severity {
        let isIndexed = folder.indexes["model.safetensors"] != nil
        let container = context.subject.container
        func isMistral(_ variable: String) -> Bool {
            ["auto", "mistral"].contains(container?.value(variable) ?? "auto")
        }
        return switch context.subject.framework {
        case .vllm where isMistral("SM_VLLM_LOAD_FORMAT"): .error
        case .djlLMI, nil: .warning
        case .vllm, .sglang: isIndexed ? .note : .warning
        default: .note
        }
    }

    /// Says that what a finding is about is left over beside weights that are whole.
    private func leave(_ finding: inout Finding, beside other: ByteString, _ severity: Severity) {
        finding.severity = severity
        finding.message += ", and '\(other)' is whole"
        finding.help = "delete what is left over of the shards, or add the others and their index"
    }

    /// What to do where a file is missing and one is there whose name says that it is a copy of it.
    private static func renaming(_ copy: ByteString, to name: ByteString, in path: ByteString) -> String {
        "'\(path + copy)' has the name of a copy of it: if it is whole, rename it: "
            + "`mv \(ShellWord.quoted(copy)) \(ShellWord.quoted(name))`"
    }

    /// - Parameter other: what is there whole, so that loaders take that.
    private func report(
        _ set: ShardSet, in folder: WeightsFolder, _ path: ByteString, _ context: CheckContext,
        leftBeside other: ByteString?, _ severity: Severity
    ) {
        let place = path + set.firstName
        let verb = set.missing == 1 ? "is" : "are"
        var finding = Finding(
            Self.rule,
            "'\(place)' is one of \(set.count) files, and \(ByteString.listed(set.missingNames, total: set.missing)) \(verb) not there",
            at: context.location(place), count: set.missing,
            related: set.missingNames.map { context.location(path + $0) },
            help: set.missingNames.lazy.compactMap { name in
                folder.copy(of: name).map { Self.renaming($0, to: name, in: path) }
            }.first)
        if let other { leave(&finding, beside: path + other, severity) }
        context.report(finding)
    }

    private func checkIndex(of whole: ByteString, _ sets: [ShardSet], _ path: ByteString, _ context: CheckContext) {
        let framework = context.subject.framework
        // These read every file of the folder.
        guard framework != .vllm, framework != .sglang, framework != .tgi else { return }
        guard WeightsFolder.needsIndex(whole), let set = sets.first(where: \.isComplete) else { return }
        let place = path + set.firstName
        var finding = Finding(
            Self.rule,
            "'\(place)' and the other shards are there, and their index '\(whole).index.json' is not, without which transformers does not find them",
            at: context.location(place), help: "upload or download the index, too, or save the model again")
        // A script may load them by other means.
        let isSought =
            framework == .huggingFace && path.isEmpty && context.decision.map { $0.role(of: place) == nil } ?? false
        if !isSought { finding.severity = .warning }
        context.report(finding)
    }
}
