import ModelArtifacts

/// Finds an image in a registry that SageMaker does not reach.
enum ImageNotInECR: ModelCheck {
    static let rule = Rule(
        "create-model-image-not-in-ecr", .error, "the image is not in Amazon ECR, and the access mode is not `Vpc`",
        explanation: """
            SageMaker takes images from private registries of Amazon ECR. From any other, public.ecr.aws and Docker Hub \
            among them, it takes them only through the VPC of the model; CreateModel answers "Using non-ECR image … \
            without Vpc repository access mode is not supported."
            """,
        remedy:
            "copy the image to ECR, or set RepositoryAccessMode to Vpc and give a VpcConfig from which the registry is reached",
        example: Rule.Example(
            bad: #"{"Image": "public.ecr.aws/my-alias/my-image:1"}"#,
            good: #"{"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image:1"}"#),
        source: "https://github.com/aws/sagemaker-python-sdk/pull/4700")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers where !container.mayUsePrivateRegistry {
            guard let image = container["Image"], let text = image.knownText?.beginning,
                let reference = image.knownImage,
                ByteSearch.first("://", in: text.bytes[...]) == nil, UnfilledTemplate.help(text, context) == nil
            else { continue }
            guard let registry = reference.registry, !reference.isInECR, reference.mistakenAccount == nil else {
                continue
            }
            context.report(rule, "'\(ValueText.shortened(registry))' is no private registry of Amazon ECR", at: image)
        }
    }
}

extension RequestValue {
    /// Whether a container takes its image from a private registry: its access mode says so, or cannot be understood.
    var mayUsePrivateRegistry: Bool {
        guard let config = self["ImageConfig"] else { return false }
        guard let mode = config["RepositoryAccessMode"] else { return config.isUnknown }
        return !mode.isText("Platform")
    }
}
