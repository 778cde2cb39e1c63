/// The code of a model of one's own, which transformers runs where it is trusted.
///
/// Source: `get_class_from_dynamic_module` and `resolve_trust_remote_code` in `dynamic_module_utils.py` of
/// huggingface/transformers.
extension TransformersFiles {
    /// Whether the code is trusted.
    enum Trust {
        case yes, no
        /// Nobody told the environment.
        case unknown

        /// What switches say of which one is enough; a variable that is not set counts as off.
        init(_ container: Container, _ variables: String..., setting: String? = nil) {
            if let setting {
                self = ["true", "1"].contains(setting.lowercased()) ? .yes : .no
            } else if variables.contains(where: { LanguageModelServer.isOn($0, container) }) {
                self = .yes
            } else {
                self = container.environment == nil ? .unknown : .no
            }
        }
    }

    /// Says that code is not there which config.json or tokenizer_config.json names, unless it is fetched from elsewhere. Servers with
    /// a class of their own for the model do without, so that it is a warning, and where nobody told whether code is trusted a note.
    func judgeCode(_ trust: Trust, _ decision: inout ContainerDecision) {
        guard trust != .no else { return }
        for file in ["config.json", "tokenizer_config.json"] as [ByteString] {
            let path = directory.appending(file)
            let modules = files.contents[path].flatMap { ModelConfiguration($0) }?.modules ?? []
            guard let name = modules.first(where: { !has($0 + ".py") }) else { continue }
            let shown = DisplayText.escaped(name)
            let condition = trust == .yes ? "" : " where code of the model is trusted"
            decision.add(
                ContainerFault(
                    .missingModelConfig, at: path,
                    "'\(path)' names the code '\(shown).py' in auto_map, and it is not there:\(condition) transformers says \"\(place) "
                        + "does not appear to have a file named \(shown).py\"",
                    help: "download the code of the model, too: `hf download NAME --include '*.py' --local-dir model`",
                    gravity: trust == .yes ? .warning : .note))
            return
        }
    }
}
