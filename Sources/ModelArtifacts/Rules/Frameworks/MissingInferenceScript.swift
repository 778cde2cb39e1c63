/// Finds models without the script that their container needs.
final class MissingInferenceScript: FrameworkCheck {
    static let kind = ContainerFault.Kind.missingInferenceScript
    static let frameworks: Set<Framework>? = [
        .pytorch, .torchserve, .huggingFace, .sklearn, .xgboost, .tensorFlowServing, .djlLMI,
    ]

    static let rule = Rule(
        "missing-inference-script", .error, "the script that loads the model is not where the container looks",
        explanation: """
            The scikit-learn container always needs a script, the PyTorch container unless model.pt, or the only .pt or .pth file \
            at the top, is TorchScript, and any container needs the one that SAGEMAKER_PROGRAM names. It looks for code/inference.py in the model \
            directory, or for the module that SAGEMAKER_PROGRAM names there, with or without .py; a path is no module. The code \
            inside a version directory is not found, and inference.py at the top only by chance (a warning). TensorFlow Serving \
            does without it, and so do the Hugging Face container and PyTorch with TorchScript, so that a script that is not \
            there is a warning. In a model archive of TorchServe that is unpacked, MAR-INF/MANIFEST.json names the handler, which then \
            serves instead of the script, and the class of the model. The DJL containers stop without the file that option.entryPoint \
            names. A script whose functions have names that the container does not call, or \
            which has another name than inference.py without SAGEMAKER_PROGRAM, is a warning where the container does without. The SageMaker SDK puts the script there when it deploys \
            (entry_point), and for scikit-learn uploads it beside the artifact, so that one that holds none is a note there where the \
            environment is not told; this rule looks at the artifact as it is.
            """,
        remedy: "put the script to code/inference.py",
        example: Rule.Example(
            bad: "model.pth, inference.py",
            good: "model.pth, code/inference.py"),
        source: "https://github.com/aws/sagemaker-inference-toolkit")
}
