/// Finds names of models that LMI cannot load.
final class LMIModelID: FrameworkCheck {
    static let kind = ContainerFault.Kind.lmiModelID
    static let frameworks: Set<Framework>? = [.djlLMI]

    static let rule = Rule(
        "lmi-model-id", .error, "what names the model for LMI cannot be loaded",
        explanation: """
            option.model_id in serving.properties, OPTION_MODEL_ID and HF_MODEL_ID name a model of the Hub, a prefix of S3, or a \
            directory in the container. An archive in S3 is not unpacked, a web address is not downloaded, and a directory below \
            /opt/ml/model that is not there is taken for the name of a model on the Hub.
            """,
        remedy: "name a prefix that ends with a slash, a model of the Hub, or a directory that is there",
        example: Rule.Example(
            bad: "option.model_id=s3://mybucket/model.tar.gz",
            good: "option.model_id=s3://mybucket/model/"),
        source: "https://github.com/deepjavalibrary/djl-serving/issues/962")
}
