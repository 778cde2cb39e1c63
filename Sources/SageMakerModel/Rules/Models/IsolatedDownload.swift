import ModelArtifacts

/// Finds what a container without a network is told to download.
enum IsolatedDownload: ModelCheck {
    static let rule = Rule(
        "create-model-isolated-download", .error,
        "a container that is isolated from the network is told to download something",
        explanation: """
            With `EnableNetworkIsolation` the API page says: "No inbound or outbound network calls can be made to or from the model \
            container", and no credentials of AWS are there, not even for S3. A model of the Hub or a prefix in S3 that HF_MODEL_ID \
            or a variable like it names cannot be had, and neither can code that the scikit-learn and XGBoost containers are to take \
            from `SAGEMAKER_SUBMIT_DIRECTORY`. SageMaker still brings what the request names as model data.
            """,
        remedy: "give it as model data, which SageMaker brings, or leave EnableNetworkIsolation out",
        example: Rule.Example(
            bad:
                #"{"EnableNetworkIsolation": true, "PrimaryContainer": {"Environment": {"HF_MODEL_ID": "google/gemma-3-1b-it"}}}"#,
            good:
                #"{"EnableNetworkIsolation": true, "PrimaryContainer": {"Environment": {"HF_MODEL_ID": "/opt/ml/model"}}}"#
        ),
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard case .boolean(true)? = model.request?.given("EnableNetworkIsolation")?.node.content else { return }
        for container in model.containers {
            let requested = RequestedContainer(container)
            let described = requested.container(nil)
            guard let framework = described.framework, let variable = variable(framework, described, requested),
                let value = container["Environment"]?[ByteString(variable)], let text = value.text
            else { continue }
            context.report(
                rule, "'\(ValueText.shortened(text))' is what \(variable) names, and the container reaches no network",
                at: value)
        }
    }

    /// The variable that makes a container download something; nil if none does.
    private static func variable(
        _ framework: Framework, _ container: Container, _ requested: RequestedContainer
    ) -> String? {
        switch framework {
        case .sklearn, .xgboost:
            let variable = "SAGEMAKER_SUBMIT_DIRECTORY"
            guard container.value(variable)?.hasPrefix("s3://") ?? false,
                framework == .sklearn
                    || container.value("SAGEMAKER_PROGRAM") != nil
            else { return nil }
            return variable
        case .tgi, .tei, .huggingFace: return elsewhere("HF_MODEL_ID", container)
        case .djlLMI: return elsewhere("OPTION_MODEL_ID", container) ?? elsewhere("HF_MODEL_ID", container)
        case .vllm:
            if container.value("SM_VLLM_MODEL") != nil { return elsewhere("SM_VLLM_MODEL", container) }
            // Model data come first.
            return requested.hasModelData == false ? elsewhere("HF_MODEL_ID", container) : nil
        case .sglang: return elsewhere("SM_SGLANG_MODEL_PATH", container)
        default: return nil
        }
    }

    /// The variable, if it names something that is not in the container: no path.
    private static func elsewhere(_ variable: String, _ container: Container) -> String? {
        // What an image brings in its cache is found without the network.
        guard let value = container.value(variable), !value.hasPrefix("/"), !value.hasPrefix("."),
            container.value("HF_HUB_OFFLINE") == nil, container.value("TRANSFORMERS_OFFLINE") == nil
        else { return nil }
        return variable
    }
}
