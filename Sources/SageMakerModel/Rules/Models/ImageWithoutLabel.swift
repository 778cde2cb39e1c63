import ModelArtifacts

/// Finds images of AWS that lack the label which a model of many containers, or of many models, wants of them.
enum ImageWithoutLabel: ModelCheck {
    static let rule = Rule(
        "create-model-image-without-label", .warning,
        "an image has no label that it hosts many models, or stands among several containers",
        explanation: """
            The developer guide says of several containers: "You will see an error message such as Your Ecr Image … does not contain \
            required com.amazonaws.sagemaker.capabilities.accept-bind-to-port=true Docker label(s)", and CreateModel says the same of \
            `multi-models=true` for the Mode `MultiModel`. The images of AWS for vLLM, SGLang, TGI and TEI have neither label in their \
            Dockerfiles, and early ones for GPUs had not that of many models: those of TensorFlow to 2.7, of PyTorch to 1.12.0 and of \
            Hugging Face with these. Those of one's own cannot be looked at here.
            """,
        remedy: "give the container a model and an endpoint of its own, or take the image for DJL or Triton",
        example: Rule.Example(
            bad:
                #"{"Image": "763104351884.dkr.ecr.us-east-1.amazonaws.com/vllm:0.20.0-gpu-py312", "Mode": "MultiModel", "ModelDataUrl": "s3://mybucket/models/"}"#,
            good:
                #"{"Image": "763104351884.dkr.ecr.us-east-1.amazonaws.com/vllm:0.20.0-gpu-py312", "ModelDataUrl": "s3://mybucket/models/a.tar.gz"}"#
        ),
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/multi-container-troubleshooting.html")

    /// The containers whose images have no such label.
    ///
    /// Source: `docker/vllm`, `docker/sglang` and `docker/tei` of aws/deep-learning-containers; `Dockerfile` of
    /// huggingface/text-generation-inference.
    private static let unlabelled: Set<Framework> = [.vllm, .sglang, .tgi, .tei]

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        // What an answer holds was taken.
        guard model.request != nil, context.kind != .response else { return }
        let isOneOfSeveral = model.pipeline.count { !$0.node.traits.contains(.mayBeAbsent) } > 1
        for container in model.containers {
            let requested = RequestedContainer(container)
            guard requested.isImageOfAWS, let value = container["Image"], let image = requested.container(nil).image
            else { continue }
            let isUnlabelled = image.framework.map(unlabelled.contains) ?? false
            if container.isMultiModel, isUnlabelled {
                context.report(rule, "the image has no label that it hosts many models", at: value)
            } else if container.isMultiModel, isEarlyForGPUs(image) {
                context.report(
                    rule, "images for GPUs of this version had no label that they host many models", at: value,
                    help: "take the image for processors (cpu) of the same version, or a later one")
            } else if isOneOfSeveral, isUnlabelled {
                context.report(rule, "the image has no label that it listens at another port beside others", at: value)
            }
        }
    }

    /// Whether it is an image for GPUs from before they were made for many models.
    ///
    /// Source: aws/amazon-sagemaker-examples#3925; aws/deep-learning-containers#2131 and #2465.
    private static func isEarlyForGPUs(_ image: ContainerImage) -> Bool {
        guard image.tag.split(separator: "-").contains("gpu"), let version = image.version(of: "") else { return false }
        switch image.repository {
        case "tensorflow-inference": return version.lexicographicallyPrecedes([2, 8])
        case "pytorch-inference", "huggingface-pytorch-inference": return version.lexicographicallyPrecedes([1, 12, 1])
        default: return false
        }
    }
}
