/// Configurations that do not tell the type of the model.
///
/// Source: `get_config_dict` in `configuration_utils.py` of huggingface/transformers, which takes another file where
/// `configuration_files` names one, and knows models of timm by `pretrained_cfg`.
extension TransformersFiles {
    /// What config.json says where it has no `model_type`; nil where it has one, or is not known, or something else may tell it.
    private var configurationWithoutType: ModelConfiguration? {
        configuration.flatMap { found in
            found.members.isDisjoint(with: ["model_type", "configuration_files", "pretrained_cfg"]) ? found : nil
        }
    }

    /// The fault that TGI cannot tell what the model is; nil if it can: by `ssm_cfg`, or, for the heads of Medusa, by the model that
    /// these are for.
    ///
    /// Source: `get_model` in `server/text_generation_server/models/__init__.py` of huggingface/text-generation-inference.
    var unknownToTGI: ContainerFault? {
        guard let found = configurationWithoutType, found.members.isDisjoint(with: ["ssm_cfg", "medusa_num_heads"])
        else { return nil }
        let path = directory.appending("config.json")
        return ContainerFault(
            .missingModelConfig, at: path,
            "'\(path)' has no model_type: the container says \"Could not determine model type for \(place)\"",
            help: Self.typeHelp)
    }

    private static let typeHelp = "add it, or save the model with save_pretrained, which does"

    /// Tasks for which there is a class of OPT, which a pipeline tries before those that `architectures` names.
    ///
    /// Source: `load_model` in `pipelines/base.py`, and `MODEL_FOR_…_MAPPING_NAMES` in `models/auto/modeling_auto.py` of
    /// huggingface/transformers.
    private static let tasksOfOPT: Set<String> = [
        "feature-extraction", "question-answering", "sentiment-analysis", "text-classification", "text-generation",
        "zero-shot-classification",
    ]
    /// How the names of architectures end from which the container derives one of them.
    ///
    /// Source: `ARCHITECTURES_2_TASK` in `transformers_utils.py` of aws/sagemaker-huggingface-inference-toolkit.
    private static let architecturesOfOPT = [
        "ForSequenceClassification", "ForQuestionAnswering", "ForCausalLM", "GPT2LMHeadModel",
    ]

    /// The fault that transformers guesses the type from the path, and takes what lies in /opt/ml for an OPT; nil if it need not guess,
    /// the model is one, or its task is none of these.
    ///
    /// - Parameter task: the one that is told; nil where the architecture tells it.
    ///
    /// Source: `from_pretrained` of `AutoConfig` in `models/auto/configuration_auto.py` of huggingface/transformers.
    func guessedType(for task: String?) -> ContainerFault? {
        guard let found = configurationWithoutType, !found.members.contains("auto_map"),
            let name = found.firstArchitecture, !name.hasPrefix("OPT"), !name.hasPrefix("Tapas"),
            ModelArchitecture.misreading(of: name) == nil,
            task.map(Self.tasksOfOPT.contains) ?? Self.architecturesOfOPT.contains(where: { name.hasSuffix($0) })
        else { return nil }
        let path = directory.appending("config.json")
        return ContainerFault(
            .missingModelConfig, at: path,
            "'\(path)' has no model_type: transformers guesses it from the path, and takes what lies in \(place) for an OPT, not for "
                + "\(DisplayText.escaped(name))",
            help: Self.typeHelp, gravity: .warning)
    }
}
