/// Finds indexes of shards that no loader takes.
final class BrokenShardIndex: ContentCheck, WeightsCheck {
    static let rule = Rule(
        "broken-shard-index", .error, "the index of shards is not one that loaders take",
        explanation: """
            `model.safetensors.index.json` and its like have a member `weight_map` that gives each tensor the name of a file in the same \
            folder, and a member `metadata`. transformers fails with "KeyError: 'weight_map'", "list index out of range" or a missing \
            file. Without `metadata`, which only transformers and diffusers want, it is a warning. `total_size` may be wrong: nobody looks at \
            it. transformers takes `model.safetensors` before it looks for an index, so that one beside it is a note, but vLLM and SGLang \
            read it (an error for them, a warning for LMI and where no container is told). These and TGI read no other index.
            """,
        remedy: "download the index again, or write it anew: `save_pretrained` does",
        example: Rule.Example(
            bad: "{\"weight_map\": {}}",
            good: "{\"metadata\": {\"total_size\": 8}, \"weight_map\": {\"w\": \"model-00001-of-00001.safetensors\"}}"),
        source: "https://github.com/huggingface/transformers/blob/main/src/transformers/utils/hub.py")

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        ContentNeeds(judgement: format == .shardIndex)
    }

    /// More indexes than any model has.
    private static let mostKept = 1000
    /// What is wrong with an index, by its path.
    private var faults: [ByteString: ContentFault] = [:]

    func begin() { faults = [:] }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        guard let fault = contents.fault, faults.count < Self.mostKept,
            fault.kind == .brokenIndex || fault.kind == .questionableIndex
        else { return }
        faults[ByteString(path)] = fault
    }

    func check(_ files: WeightFiles, _ context: CheckContext) {
        guard !faults.isEmpty else { return }
        for (path, folder) in files.sortedFolders {
            for (whole, index) in folder.indexes.sorted(by: { $0.key < $1.key }) {
                let place = path + index.name
                guard let fault = faults[place] else { continue }
                let framework = context.subject.framework
                let hiding = folder.isHidden(whole, for: framework) { files.presence(of: path + $0) == .absent }
                guard let severity = Self.severity(of: fault, whole, hiding, framework) else { continue }
                var location = context.location(place)
                (location.line, location.column) = (fault.line, fault.column)
                var finding = Finding(Self.rule, "'\(place)' \(fault.message)", at: location, help: fault.help)
                finding.severity = severity
                if let hiding, severity != .error {
                    let who = severity == .warning ? "transformers takes" : "loaders take"
                    finding.message += "; '\(path + hiding)' is whole, and \(who) it without a look at the index"
                    finding.help = "delete the index, or write it anew"
                }
                context.report(finding)
            }
        }
    }

    /// How much it matters; nil where nobody looks at what is wrong.
    ///
    /// Source: `filter_duplicate_safetensors_files` in vLLM's and SGLang's `model_loader/weight_utils.py`, which reads
    /// `model.safetensors.index.json` and no other; `_weight_files_from_dir` in TGI's `utils/hub.py`, which reads none.
    ///
    /// - Parameter hiding: what is whole, so that transformers takes it before it looks for the index.
    private static func severity(
        of fault: ContentFault, _ whole: ByteString, _ hiding: ByteString?, _ framework: Framework?
    ) -> Severity? {
        let isOfSafetensors = whole == "model.safetensors"
        let isQuestionable = fault.kind == .questionableIndex
        switch framework {
        case .vllm, .sglang:
            if isQuestionable { return nil }
            if !isOfSafetensors { return .note }
            // Without any safetensors only releases of today look into it.
            return hiding == nil || hiding == whole ? .error : .note
        case .tgi: return isQuestionable ? nil : hiding == nil ? .warning : .note
        case .djlLMI, nil:
            if hiding == nil { return isQuestionable ? .warning : .error }
            return isQuestionable ? nil : hiding == whole && isOfSafetensors ? .warning : .note
        default:
            if hiding == nil { return isQuestionable ? .warning : .error }
            return isQuestionable ? nil : .note
        }
    }
}
