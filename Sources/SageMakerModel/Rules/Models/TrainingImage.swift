import ModelArtifacts

/// Finds images for training where one has to serve.
enum TrainingImage: ModelCheck {
    static let rule = Rule(
        "create-model-training-image", .error, "the image is one for training, which does not serve",
        explanation: """
            SageMaker starts the container of a model with the argument `serve`. The images of AWS for training, as pytorch-training and \
            huggingface-pytorch-training, have what trains and no server for models: the container stops, and the endpoint says that it did \
            not pass the ping health check. Of an image of the same name in another registry the rule is not sure (a warning).
            """,
        remedy: "take the image for inference of the same framework and version, as pytorch-inference",
        example: Rule.Example(
            bad: #"{"Image": "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.6.0-cpu-py312"}"#,
            good: #"{"Image": "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312"}"#),
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-inference-code.html")

    /// What the images of AWS for training are called.
    ///
    /// Source: `sagemaker-core/src/sagemaker/core/image_uri_config` of aws/sagemaker-python-sdk.
    private static let repositories: Set<String> = [
        "autogluon-training", "huggingface-pytorch-training", "huggingface-pytorch-trcomp-training",
        "huggingface-pytorch-training-neuron", "huggingface-pytorch-training-neuronx",
        "huggingface-tensorflow-training",
        "huggingface-tensorflow-trcomp-training", "mxnet-training", "pytorch-training", "pytorch-training-neuronx",
        "pytorch-trcomp-training", "tensorflow-training",
    ]

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers {
            let requested = RequestedContainer(container)
            guard let value = container["Image"], let image = requested.container(nil).image,
                repositories.contains(image.repository)
            else { continue }
            var finding = Finding(rule, "'\(image.repository)' is for training, and has no server for models")
            if !requested.isImageOfAWS { finding.severity = .warning }
            context.report(finding, at: value)
        }
    }
}
