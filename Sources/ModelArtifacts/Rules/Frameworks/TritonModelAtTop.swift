/// Finds Triton models without the directory of their name.
final class TritonModelAtTop: FrameworkCheck {
    static let kind = ContainerFault.Kind.tritonModelAtTop
    static let frameworks: Set<Framework>? = [.triton]

    static let rule = Rule(
        "triton-model-at-top", .error, "the model's own directory is deployed, not the repository around it",
        explanation: """
            Triton serves a model repository: directories of models, each with config.pbtxt and version directories. With \
            config.pbtxt at the top of /opt/ml/model SageMaker's Triton container stops with "ERROR: Incorrect directory \
            structure". In an archive of a multi-model endpoint the model's directory may be left out.
            """,
        remedy: "put the model into a directory of its name",
        example: Rule.Example(
            bad: "config.pbtxt, 1/model.onnx",
            good: "resnet/config.pbtxt, resnet/1/model.onnx"),
        source: FrameworkSource.triton)
}
