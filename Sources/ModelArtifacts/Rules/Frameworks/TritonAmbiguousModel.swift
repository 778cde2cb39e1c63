/// Finds Triton repositories without one model to serve.
final class TritonAmbiguousModel: FrameworkCheck {
    static let kind = ContainerFault.Kind.tritonAmbiguousModel
    static let frameworks: Set<Framework>? = [.triton]

    static let rule = Rule(
        "triton-ambiguous-model", .error, "Triton does not know which directory at the top is the model to serve",
        explanation: """
            SageMaker's Triton container loads one model: the one that SAGEMAKER_TRITON_DEFAULT_MODEL_NAME names, or the only \
            directory at the top. With several directories, of which code, .git and __pycache__ are some, it stops with "More \
            than 1 model directory found in model repository", without any with "No model found in model repository".
            """,
        remedy: "set SAGEMAKER_TRITON_DEFAULT_MODEL_NAME, and keep other directories out of the repository",
        example: Rule.Example(
            bad: "ensemble/, encoder/, code/ (no variable)",
            good: "ensemble/, encoder/ (SAGEMAKER_TRITON_DEFAULT_MODEL_NAME=ensemble)"),
        source: FrameworkSource.triton)
}
