/// Finds names of models that a container looks for on the Hub, where they cannot be.
final class ModelIDNotOfHub: FrameworkCheck {
    static let kind = ContainerFault.Kind.modelIDNotOfHub
    static let frameworks: Set<Framework>? = [.huggingFace, .tgi, .tei]

    static let rule = Rule(
        "model-id-not-of-hub", .error, "HF_MODEL_ID names a place that the container does not load from",
        explanation: """
            TGI, TEI and SageMaker's Hugging Face container take HF_MODEL_ID for the name of a model on the Hub; TGI and TEI take a \
            directory as well. An address, as s3://bucket/model/ or https://huggingface.co/NAME/MODEL, is asked of the Hub like a \
            name, and none is called so. SageMaker downloads what lies in S3 only as model data.
            """,
        remedy: "name a model of the Hub, as NAME/MODEL, or give the model as model data",
        example: Rule.Example(
            bad: "HF_MODEL_ID=https://huggingface.co/google/gemma-3-1b-it", good: "HF_MODEL_ID=google/gemma-3-1b-it"),
        source: FrameworkSource.tgi)
}
