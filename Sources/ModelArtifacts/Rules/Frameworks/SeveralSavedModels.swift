/// Finds artifacts with several models for TensorFlow Serving, of which requests reach one.
final class SeveralSavedModels: FrameworkCheck {
    static let kind = ContainerFault.Kind.severalSavedModels
    static let frameworks: Set<Framework>? = [.tensorFlowServing]

    static let rule = Rule(
        "several-saved-models", .note, "which of several models requests reach is left to chance",
        explanation: """
            The TensorFlow Serving container loads every SavedModel that it finds and sends requests to one of them: the one that \
            SAGEMAKER_TFS_DEFAULT_MODEL_NAME names, else the first that the file system lists, in whatever order. If the variable \
            names none of them, each request fails (an error where the environment is known).
            """,
        remedy: "set SAGEMAKER_TFS_DEFAULT_MODEL_NAME to the name of the directory above the versions",
        example: Rule.Example(
            bad: "encoder/1/saved_model.pb, ranker/1/saved_model.pb",
            good: "the same with SAGEMAKER_TFS_DEFAULT_MODEL_NAME=ranker"),
        source:
            "https://github.com/aws/sagemaker-tensorflow-serving-container/blob/master/docker/build_artifacts/sagemaker/serve.py"
    )
}
