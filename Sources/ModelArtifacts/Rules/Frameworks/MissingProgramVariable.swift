/// Finds environments that do not tell where the script is.
final class MissingProgramVariable: FrameworkCheck {
    static let kind = ContainerFault.Kind.missingProgramVariable
    static let frameworks: Set<Framework>? = [.sklearn, .xgboost]

    static let rule = Rule(
        "missing-program-variable", .error, "a variable that tells the container where its script is, is not set",
        explanation: """
            The scikit-learn and XGBoost containers take the name of the user's script from SAGEMAKER_PROGRAM, which has no \
            default, and its directory from SAGEMAKER_SUBMIT_DIRECTORY, whose default is /opt/ml/code and not the code directory \
            of the model. scikit-learn stops without them; XGBoost serves the model by itself and ignores the script (a warning). \
            Looked at only where the environment is known: from a request, or by --env.
            """,
        remedy: "set SAGEMAKER_PROGRAM and SAGEMAKER_SUBMIT_DIRECTORY in the environment",
        example: Rule.Example(
            bad: "\"Environment\": {\"SAGEMAKER_PROGRAM\": \"inference.py\"}",
            good:
                "\"Environment\": {\"SAGEMAKER_PROGRAM\": \"inference.py\", \"SAGEMAKER_SUBMIT_DIRECTORY\": \"/opt/ml/model/code\"}"
        ),
        source: "https://github.com/aws/sagemaker-containers/blob/master/src/sagemaker_containers/_env.py")
}
