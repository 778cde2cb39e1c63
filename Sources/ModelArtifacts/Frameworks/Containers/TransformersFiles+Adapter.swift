/// Adapters as PEFT saves them, which are loaded together with a model that lies elsewhere.
extension TransformersFiles {
    /// Where SageMaker puts models besides the one in the model directory, each in a directory of its own.
    private static let besideModel = "/opt/ml/additional-model-data-sources/"

    /// The fault that an adapter names its model by a path, as it was on the computer of the training; nil if it names one of the Hub,
    /// or a directory that SageMaker makes.
    ///
    /// Source: `pipeline` in `pipelines/__init__.py` of huggingface/transformers, which loads what `base_model_name_or_path` names;
    /// `validate_repo_id` in `utils/_validators.py` of huggingface/huggingface_hub, of which a name has at most one slash.
    var adapterOfPath: ContainerFault? {
        let path = directory.appending("adapter_config.json")
        guard let adapter = files.contents[path].flatMap({ ModelConfiguration($0) }), let name = adapter.baseModel,
            ByteString(name).belowModel == nil, !name.hasPrefix(Self.besideModel),
            name.hasPrefix("/") || name.hasPrefix(".") || name.hasPrefix("~") || name.contains("\\")
                || name.utf8.count(where: { $0 == UInt8(ascii: "/") }) > 1
        else { return nil }
        // What lies elsewhere in an image of one's own nobody knows.
        return ContainerFault(
            .missingModelConfig, at: path,
            "'\(path)' names '\(HubModel.shown(name))' as the model that it adapts, which is no model of the Hub and no "
                + "directory that SageMaker makes: transformers finds none there",
            help: "write the name of the model on the Hub as base_model_name_or_path, or merge them and deploy that: "
                + "`model.merge_and_unload().save_pretrained('model')`",
            gravity: .warning)
    }
}
