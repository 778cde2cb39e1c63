extension HuggingFaceContainer {
    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        // Of many models each is loaded as it is.
        guard container.value("SAGEMAKER_MULTI_MODEL") != "true" else { return [] }
        var faults: [EnvironmentFault] = []
        if let hub = HubModel(container, "HF_MODEL_ID") {
            if hub.directory != nil {
                faults.append(EnvironmentFault(hub.variable, askedOfHub(hub)))
            } else if let fault = hub.notOfHub(takesDirectories: false) {
                faults.append(EnvironmentFault(hub.variable, fault))
            }
        }
        guard let task = container.value("HF_TASK"), !TransformersTask.isKnown(task) else { return faults }
        // A script in the model does without the task, and code of a model on the Hub may bring a task of its own.
        let mayBeTaken = hasModelData || LanguageModelServer.isOn("HF_TRUST_REMOTE_CODE", container)
        faults.append(EnvironmentFault("HF_TASK", unknownTask(named: task, gravity: mayBeTaken ? .warning : nil)))
        return faults
    }

    /// The fault that `HF_TASK` names no task.
    static func unknownTask(named task: String, gravity: ContainerFault.Gravity? = nil) -> ContainerFault {
        let shown = DisplayText.escaped(task)
        return ContainerFault(
            .unknownTask,
            "'\(shown)' is what HF_TASK says, and no task of transformers: it says \"Unknown task \(shown)\"",
            help: "set HF_TASK to a task of transformers' pipelines, as text-generation or feature-extraction",
            gravity: gravity)
    }
}
