/// Finds scripts whose functions the container refuses.
final class InvalidInferenceScript: FrameworkCheck {
    static let kind = ContainerFault.Kind.invalidInferenceScript
    static let frameworks: Set<Framework>? = [.pytorch, .torchserve, .huggingFace, .sklearn, .xgboost]

    static let rule = Rule(
        "invalid-inference-script", .error, "the container refuses the functions of the script",
        explanation: """
            The containers for PyTorch, Hugging Face, scikit-learn and XGBoost import the script and look at its functions. transform_fn does what \
            input_fn, predict_fn and output_fn do together: with one of them beside it they stop with "Cannot use transform_fn \
            implementation". model_fn gets the model directory, in newer containers with the context behind it: one that takes nothing, \
            or needs three arguments, stops with a TypeError; and so does each request where input_fn, predict_fn or output_fn does not \
            take two arguments, or transform_fn four. The script is imported as a module of its own, so that `from .` fails, and so does \
            `from code.utils`, since `code` is a module of Python's own library. Only what is defined at the top of the script, without a decorator, is \
            looked at.
            """,
        remedy: "define model_fn(model_dir), and either transform_fn or the other three",
        example: Rule.Example(
            bad: "code/inference.py: def model_fn(): ...",
            good: "code/inference.py: def model_fn(model_dir): ..."),
        source: "https://github.com/aws/sagemaker-inference-toolkit/blob/master/src/sagemaker_inference/transformer.py")
}
