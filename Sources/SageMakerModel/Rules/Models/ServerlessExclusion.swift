import ModelArtifacts

/// Finds what serverless endpoints do not have, in models that are meant for one.
enum ServerlessExclusion: ModelCheck {
    static let rule = Rule(
        "create-model-serverless-exclusion", .error, "a serverless endpoint does not have what the model asks for",
        explanation: """
            The guide says: "Some of the features currently available for SageMaker AI Real-time Inference are not supported for \
            Serverless Inference, including GPUs, AWS marketplace model packages, private Docker registries, Multi-Model Endpoints, \
            VPC configuration, network isolation, [...] and inference pipelines." CreateModel does not know what endpoint follows. An \
            image for GPUs may run without them (a warning). The rule needs `--deployment serverless`, or a serverless endpoint \
            beside the model.
            """,
        remedy: "leave it out, or deploy the model on an endpoint with instances",
        example: Rule.Example(
            bad: #"optml check-request request.json --deployment serverless   # with "EnableNetworkIsolation": true"#,
            good: #"optml check-request request.json --deployment endpoint   # with "EnableNetworkIsolation": true"#),
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard context.deployment == .serverless else { return }
        if let network = model.request?.given("VpcConfig"), network.isObject {
            context.report(rule, "a serverless endpoint is in no VPC of yours", at: network)
        }
        if let isolation = model.request?.given("EnableNetworkIsolation"),
            case .boolean(true) = isolation.node.content
        {
            context.report(rule, "a serverless endpoint cannot be isolated from the network", at: isolation)
        }
        let certain = model.pipeline.filter { !$0.node.traits.contains(.mayBeAbsent) }
        if model.request != nil, certain.count > 1 {
            context.report(
                rule, "a serverless endpoint has one container, and the model has \(certain.count)", at: certain[1],
                help: "make a model of each container, or deploy the model on an endpoint with instances")
        }
        for container in model.containers { check(container, context) }
    }

    private static func check(_ container: RequestValue, _ context: RequestContext) {
        if container.isMultiModel, let mode = container["Mode"] {
            context.report(
                rule, "a serverless endpoint does not host many models", at: mode,
                help:
                    "leave Mode out and name one archive in ModelDataUrl, or deploy the model on an endpoint with instances"
            )
        }
        if let mode = container["ImageConfig"]?["RepositoryAccessMode"], mode.isText("Vpc") {
            context.report(
                rule, "a serverless endpoint takes no image from a private registry", at: mode,
                help:
                    "copy the image to ECR and leave ImageConfig out, or deploy the model on an endpoint with instances"
            )
        }
        guard let image = container["Image"], let described = RequestedContainer(container).container(nil).image,
            described.framework != nil, described.isForGPU
        else { return }
        var finding = Finding(
            rule,
            "'\(DisplayText.escaped(described.repository)):\(DisplayText.escaped(described.tag))' is for GPUs, which a serverless endpoint does not have",
            help: "take the image for processors (cpu) of the same version, or an endpoint with instances")
        finding.severity = .warning
        context.report(finding, at: image)
    }
}

extension ContainerImage {
    /// Whether its tag says that it is made for GPUs: `gpu`, or a version of CUDA as `cu124`.
    fileprivate var isForGPU: Bool {
        tag.split(separator: "-").contains { piece in
            piece == "gpu"
                || (piece.hasPrefix("cu") && piece.count > 4 && piece.dropFirst(2).allSatisfy(\.isASCII)
                    && Int(piece.dropFirst(2)) != nil)
        }
    }
}
