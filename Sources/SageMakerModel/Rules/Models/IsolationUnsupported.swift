import ModelArtifacts

/// Finds containers of AWS that are isolated from the network and, by the developer guide, cannot be.
enum IsolationUnsupported: ModelCheck {
    static let rule = Rule(
        "create-model-isolation-unsupported", .warning, "an image of AWS that does not support network isolation",
        explanation: """
            The developer guide says: "The following managed SageMaker AI containers do not support network isolation because they \
            require access to Amazon S3: Chainer, SageMaker AI Reinforcement Learning." The rule knows them by their repositories, \
            `sagemaker-chainer` and those that begin with `sagemaker-rl-`, in the registries of AWS.
            """,
        remedy: "leave EnableNetworkIsolation out, or serve the model with another image",
        example: Rule.Example(
            bad:
                #"{"EnableNetworkIsolation": true, "PrimaryContainer": {"Image": "520713654638.dkr.ecr.us-east-1.amazonaws.com/sagemaker-chainer:5.0.0-cpu-py3"}}"#,
            good:
                #"{"PrimaryContainer": {"Image": "520713654638.dkr.ecr.us-east-1.amazonaws.com/sagemaker-chainer:5.0.0-cpu-py3"}}"#
        ),
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard case .boolean(true)? = model.request?.given("EnableNetworkIsolation")?.node.content else { return }
        for container in model.containers {
            let requested = RequestedContainer(container)
            guard requested.isImageOfAWS, let value = container["Image"],
                let repository = requested.container(nil).image?.repository, needsS3(repository)
            else { continue }
            context.report(
                rule, "'\(DisplayText.escaped(repository))' does not support network isolation: it needs S3", at: value)
        }
    }

    /// Source: `chainer.json`, `coach-*.json`, `ray-*.json` and `vw.json` in `src/sagemaker/image_uri_config` of
    /// aws/sagemaker-python-sdk.
    private static func needsS3(_ repository: String) -> Bool {
        repository == "sagemaker-chainer" || repository.hasPrefix("sagemaker-rl-")
    }
}
