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
        // A script in the model does without the task, and code of a model on the Hub may bring a task of its own.
        let mayBeTaken = hasModelData || LanguageModelServer.isOn("HF_TRUST_REMOTE_CODE", container)
        if let fault = emptyTask(container, gravity: mayBeTaken ? .warning : nil) {
            faults.append(EnvironmentFault("HF_TASK", fault))
        }
        guard let task = container.value("HF_TASK"), !TransformersTask.isKnown(task) else { return faults }
        faults.append(EnvironmentFault("HF_TASK", unknownTask(named: task, gravity: mayBeTaken ? .warning : nil)))
        return faults
    }

    /// The fault that `HF_TASK` is there and empty, which counts as a task; nil if it is not.
    ///
    /// Source: `load` in `handler_service.py` of aws/sagemaker-huggingface-inference-toolkit.
    static func emptyTask(_ container: Container, gravity: ContainerFault.Gravity? = nil) -> ContainerFault? {
        guard container.environment?["HF_TASK"]?.isEmpty ?? false else { return nil }
        return ContainerFault(
            .unknownTask,
            "'HF_TASK' is empty, which is taken for a task and is none of transformers: it says \"Unknown task\"",
            help: "leave HF_TASK out, or set it to a task of transformers' pipelines", gravity: gravity)
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
