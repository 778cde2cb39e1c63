extension HubModel {
    /// How the name of a place begins that is no model of the Hub.
    private static let schemes = ["s3://", "http://", "https://"]

    /// The fault that a server which knows the Hub and directories is given another place; nil if it is not.
    ///
    /// Source: `sagemaker-entrypoint.sh` and `server/text_generation_server/utils/hub.py` of huggingface/text-generation-inference,
    /// `sagemaker-entrypoint.sh` of huggingface/text-embeddings-inference, `_load_model_from_hub` in `transformers_utils.py` of
    /// aws/sagemaker-huggingface-inference-toolkit; `validate_repo_id` in huggingface/huggingface_hub for the words.
    ///
    /// - Parameter takesDirectories: whether the server takes a directory as well.
    func notOfHub(takesDirectories: Bool) -> ContainerFault? {
        guard Self.schemes.contains(where: { value.lowercased().hasPrefix($0) }) else { return nil }
        let other =
            takesDirectories
            ? "give it as model data, and set \(variable) to \(ModelDirectory.path)"
            : "give it as model data, and leave \(variable) out"
        return ContainerFault(
            .modelIDNotOfHub,
            "'\(shown)' is what \(variable) names, which this container takes for the name of a model on the Hub, and none is called so",
            help: "name a model of the Hub, as NAME/MODEL; of a model in S3, \(other)")
    }

    /// The faults of a server that takes `HF_MODEL_ID`, needs it, and takes a directory as well.
    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        let variable = "HF_MODEL_ID"
        guard let hub = HubModel(container, variable) else {
            // Without model data another rule says that there is nothing to serve.
            guard container.lacks(variable), hasModelData else { return [] }
            return [EnvironmentFault(variable, missing(container))]
        }
        if let fault = hub.notOfHub(takesDirectories: true) { return [EnvironmentFault(variable, fault)] }
        return hub.notUsed(container, hasModelData: hasModelData)
    }

    /// The fault that the model data are not what is loaded, if there are any.
    func notUsed(_ container: Container, hasModelData: Bool, remedy: String? = nil) -> [EnvironmentFault] {
        guard hasModelData, directory == nil else { return [] }
        var decision = ContainerDecision()
        notUsed(container, &decision, remedy: remedy)
        return decision.faults.map { EnvironmentFault(variable, $0) }
    }
}
