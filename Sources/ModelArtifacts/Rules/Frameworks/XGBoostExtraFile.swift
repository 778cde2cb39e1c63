/// Finds files that the XGBoost container takes for models.
final class XGBoostExtraFile: FrameworkCheck {
    static let kind = ContainerFault.Kind.xgboostExtraFile
    static let frameworks: Set<Framework>? = [.xgboost]

    static let rule = Rule(
        "xgboost-extra-file", .error, "a file beside the model is loaded as a model",
        explanation: """
            Without SAGEMAKER_PROGRAM the XGBoost container loads every file at the top of the model directory whose name begins \
            with no dot, and serves them as an ensemble. One that is no model, as README.md, MLmodel or requirements.txt, makes \
            the endpoint fail with "cannot be loaded". Two models are averaged without a word, which is a warning, unless they are \
            those of the folds of a cross validation, xgboost-model-0 and so on, which the container's own training writes. Directories are \
            not looked at. With SAGEMAKER_INFERENCE_ENSEMBLE=false only one file is loaded, whichever comes first: a warning.
            """,
        remedy: "leave only the model file at the top",
        example: Rule.Example(
            bad: "xgboost-model, README.md",
            good: "xgboost-model"),
        source: "https://github.com/aws/sagemaker-xgboost-container/issues/361")
}
