/// Finds Triton models without their file.
final class TritonNoModelFile: FrameworkCheck {
    static let kind = ContainerFault.Kind.tritonNoModelFile
    static let frameworks: Set<Framework>? = [.triton]

    static let rule = Rule(
        "triton-no-model-file", .error, "a version directory lacks the file that the backend looks for",
        explanation: """
            The backend of a Triton model looks for a file of a certain name in the version directory: model.plan for TensorRT, \
            model.onnx for ONNX Runtime, model.pt for PyTorch, model.py for Python, model.xml for OpenVINO, model.savedmodel for \
            TensorFlow, unless default_model_filename says another. Without it the server says "unable to find ... for model \
            instance". Of backends that are not known nothing is said. OpenVINO takes the weights of model.xml from model.bin beside it (a \
            warning). So it is with the environment that EXECUTION_ENV_PATH names for a model of the Python backend, where the path leads \
            into the model.
            """,
        remedy: "rename the file, or name it with default_model_filename",
        example: Rule.Example(
            bad: "resnet/config.pbtxt: backend: \"onnxruntime\", resnet/1/resnet.onnx",
            good: "resnet/config.pbtxt: backend: \"onnxruntime\", resnet/1/model.onnx"),
        source: FrameworkSource.tritonModel)
}
