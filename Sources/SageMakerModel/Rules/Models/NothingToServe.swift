import ModelArtifacts

/// Finds containers that neither get a model nor are told where to get one.
enum NothingToServe: ModelCheck {
    static let rule = Rule(
        "create-model-nothing-to-serve", .error,
        "neither model data nor a variable says what the container is to serve",
        explanation: """
            Without ModelDataUrl and ModelDataSource nothing lies in /opt/ml/model. TGI and TEI then stop with "HF_MODEL_ID must be \
            set", SageMaker's Hugging Face container and SGLang find no config.json, and vLLM serves a small model of its own choice \
            after "No model specified" (a warning). Each reads its own variable: SGLang no HF_MODEL_ID. An HF_MODEL_ID of /opt/ml/model does not help. Triton and TensorFlow Serving stop \
            as well: they serve nothing but what lies there. Of a built-in algorithm the API \
            page says that "SageMaker requires that you provide a S3 path to the model artifacts in ModelDataUrl"; CreateModel takes the \
            request all the same, and the endpoint fails. An image that \
            is not in a registry of AWS may bring a model of its own (a warning), or read another variable that names one (nothing, \
            where there is one ending in MODEL, MODEL_ID, MODEL_NAME or MODEL_PATH).
            """,
        remedy: "name the model data, or set HF_MODEL_ID to a model of the Hub",
        example: Rule.Example(
            bad: #"{"Image": "763104351884.dkr.ecr.us-east-1.amazonaws.com/tei:2.0.1-tei1.8.2-gpu-py310"}"#,
            good:
                #"{"Image": "763104351884.dkr.ecr.us-east-1.amazonaws.com/tei:2.0.1-tei1.8.2-gpu-py310", "Environment": {"HF_MODEL_ID": "BAAI/bge-m3"}}"#
        ),
        source: RequestSource.createModel)

    /// The variables that name a model, of which each container reads some.
    private static let variables = ["HF_MODEL_ID", "SM_VLLM_MODEL", "SM_SGLANG_MODEL_PATH"]

    /// Those that a container of AWS reads.
    ///
    /// Source: `scripts/docker/vllm/sagemaker_args.py`, `scripts/docker/sglang/sagemaker_entrypoint.sh` and
    /// `docker/tei/1.9.3/gpu/entrypoint.sh` of aws/deep-learning-containers.
    private static func names(readBy framework: Framework) -> [String] {
        switch framework {
        case .vllm: ["SM_VLLM_MODEL", "HF_MODEL_ID"]
        case .sglang: ["SM_SGLANG_MODEL_PATH"]
        default: ["HF_MODEL_ID"]
        }
    }

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        // A container that stands alone may be a part that is put into another, and a package may get its variables later.
        guard model.otherRequest != nil || model.request != nil, !context.operation.isOfPackage else { return }
        for container in model.containers {
            let requested = RequestedContainer(container)
            guard requested.hasModelData == false, let what = missing(requested) else { continue }
            var finding = Finding(rule, what.message, help: what.help)
            if what.isOnlyProbable || !requested.isImageOfAWS { finding.severity = .warning }
            context.report(finding, at: container["Image"] ?? container)
        }
    }

    private static func missing(_ requested: RequestedContainer) -> (
        message: String, help: String?, isOnlyProbable: Bool
    )? {
        if requested.isBuiltInAlgorithm {
            return (
                "a built-in algorithm serves the model that it trained, and no model data are given",
                "name the archive that the training job wrote in ModelDataUrl", false
            )
        }
        let container = requested.container(nil)
        guard requested.hasWholeEnvironment, container.isDecided, let framework = container.framework else {
            return nil
        }
        if requested.isImageOfAWS, let consequence = consequenceOfEmptyDirectory(framework, container) {
            return ("no model data are given: \(consequence)", "name the model data", false)
        }
        guard [.tgi, .tei, .huggingFace, .vllm, .sglang].contains(framework) else { return nil }
        let read = requested.isImageOfAWS ? names(readBy: framework) : variables
        let values = read.compactMap { container.value($0) }
        let directory = ModelDirectory.path.description
        if let local = values.first(where: { $0 == directory || $0.hasPrefix(directory + "/") }) {
            // The Hub is asked for it, which another rule says.
            guard framework != .huggingFace else { return nil }
            return (
                "'\(DisplayText.escaped(local))' is what the container is to serve, and no model data are given", nil,
                false
            )
        }
        guard values.isEmpty, requested.isImageOfAWS || !hasOtherName(container) else { return nil }
        let consequence =
            switch framework {
            case .tgi, .tei: "the container stops with \"HF_MODEL_ID must be set\""
            case .vllm: "the container says \"No model specified\", and vLLM serves a small model of its own choice"
            default: "the container finds no config.json in \(directory)"
            }
        let help = framework == .sglang ? "name the model data, or set SM_SGLANG_MODEL_PATH to a model of the Hub" : nil
        let unread = variables.first { container.value($0) != nil }
        let reason = unread.map { "the container does not read \($0)" } ?? "no variable names a model"
        return ("no model data are given, and \(reason): \(consequence)", help, framework == .vllm)
    }

    /// Whether a variable that none of AWS's containers reads may name a model to an image of somebody else.
    ///
    /// Source: `02-engines/SGLang/docker/serve` of aws-samples/sagemaker-genai-hosting-examples, where it is OPTION_MODEL.
    private static func hasOtherName(_ container: Container) -> Bool {
        (container.environment ?? [:]).contains { name, value in
            !value.isEmpty && ["MODEL", "MODEL_ID", "MODEL_NAME", "MODEL_PATH"].contains(where: name.hasSuffix)
        }
    }

    /// What a container says that takes models from nowhere else; nil for one that does, or that hosts many models.
    ///
    /// Source: `docker/sagemaker/serve` of triton-inference-server/server; `_create_tfs_config` in `serve.py` of
    /// aws/sagemaker-tensorflow-serving-container.
    private static func consequenceOfEmptyDirectory(_ framework: Framework, _ container: Container) -> String? {
        guard container.value("SAGEMAKER_MULTI_MODEL")?.lowercased() != "true" else { return nil }
        switch framework {
        case .tensorFlowServing: return "the container stops with \"no SavedModel bundles found!\""
        case .triton: return "the container finds no directory of a model in \(ModelDirectory.path), and stops"
        default: return nil
        }
    }
}
