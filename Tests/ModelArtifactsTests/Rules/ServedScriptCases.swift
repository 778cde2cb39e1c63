import TestSupport

@testable import ModelArtifacts

extension RuleCase {
    /// Where containers look for scripts, and what they load without one.
    static let scripts: [RuleCase] = [
        .bad("missing-inference-script", "at the top", model(.pytorch, ["model.pth", "inference.py"])),
        .bad("missing-inference-script", "none, which the SDK may bring", model(.sklearn, ["model.joblib"]), .note),
        .bad(
            "missing-inference-script", "none where one is told",
            model(
                .sklearn, ["model.joblib"],
                ["SAGEMAKER_PROGRAM": "a.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"]), .error),
        .good(
            "missing-inference-script", "none where one is told elsewhere",
            model(
                .sklearn, ["model.joblib"],
                ["SAGEMAKER_PROGRAM": "a.py", "SAGEMAKER_SUBMIT_DIRECTORY": "s3://mybucket/sourcedir.tar.gz"])),
        .bad(
            "missing-inference-script", "one in another folder", model(.sklearn, ["model.joblib", "src/a.py"]), .warning
        ),
        .bad(
            "missing-inference-script", "another name",
            model(.pytorch, ["model.pt", "code/inference.py"], ["SAGEMAKER_PROGRAM": "serve.py"])),
        .bad(
            "missing-inference-script", "XGBoost",
            model(
                .xgboost, ["xgboost-model"],
                ["SAGEMAKER_PROGRAM": "serve.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"])),
        .good("missing-inference-script", "there", model(.pytorch, ["model.pth", "code/inference.py"])),
        .good("missing-inference-script", "TorchScript", model(.torchserve, ["model.pt"])),
        .good("missing-inference-script", "one file of another name", model(.pytorch, ["net.pth", "labels.txt"])),
        .good("missing-inference-script", "one in a lone directory", model(.pytorch, ["m/net.pt", "m/labels.txt"])),
        .good("missing-inference-script", "one, and a name without an ending", model(.pytorch, ["net.pt", ".pth"])),
        .good(
            "missing-inference-script", "one, and a script that loads nothing",
            model(.pytorch, ["net.pt"], contents: ["code/inference.py": "def input_fn(data, type): ...\n"])),
        .bad("missing-inference-script", "two files", model(.pytorch, ["a.pt", "b.pth"]), .error),
        .bad("missing-inference-script", "what macOS writes beside one", model(.pytorch, ["a.pt", "._a.pt"]), .error),
        .bad("missing-inference-script", "one below the top", model(.pytorch, ["m/net.pt", "labels.txt"]), .error),
        .bad(
            "missing-inference-script", "two files, and a script that loads nothing",
            model(.pytorch, ["a.pt", "b.pt"], contents: ["code/inference.py": "def input_fn(data, type): ...\n"]),
            .warning),
        .bad(
            "missing-inference-script", "a script without a byte",
            model(.pytorch, ["weights.bin"], contents: ["code/inference.py": ""]), .warning),
        .bad(
            "missing-inference-script", "a script without a byte, for scikit-learn",
            model(.sklearn, ["model.joblib"], contents: ["code/inference.py": ""])),
        .bad(
            "missing-inference-script", "a script without a byte, for TensorFlow",
            model(.tensorFlowServing, ["1/saved_model.pb"], contents: ["code/inference.py": ""])),
        .bad(
            "missing-model-config", "a script without a byte",
            model(.huggingFace, [], contents: ["code/inference.py": ""])),
        .good(
            "missing-inference-script", "a script without a byte beside TorchScript",
            model(.pytorch, ["model.pt"], contents: ["code/inference.py": ""])),
        .good("missing-inference-script", "scikit-learn", model(.sklearn, ["model.joblib", "code/serve.py"])),
        .good(
            "missing-inference-script", "code elsewhere",
            model(
                .pytorch, ["model.pth"],
                ["SAGEMAKER_PROGRAM": "serve.py", "SAGEMAKER_SUBMIT_DIRECTORY": "s3://mybucket/source.tar.gz"])),
        .bad(
            "missing-program-variable", "scikit-learn",
            model(.sklearn, ["model.joblib", "code/inference.py"], ["SAGEMAKER_PROGRAM": "inference.py"])),
        .bad("missing-program-variable", "XGBoost", model(.xgboost, ["xgboost-model", "code/inference.py"], [:])),
        .good("missing-program-variable", "not known", model(.sklearn, ["model.joblib", "code/inference.py"])),
        .good(
            "missing-program-variable", "both",
            model(
                .sklearn, ["model.joblib", "code/inference.py"],
                ["SAGEMAKER_PROGRAM": "inference.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"])),
        .bad("mar-not-unpacked", "alone", model(.torchserve, ["densenet161.mar"])),
        .good("mar-not-unpacked", "a script", model(.pytorch, ["densenet161.mar", "code/inference.py"])),
        .good("mar-not-unpacked", "unpacked", model(.pytorch, ["MAR-INF/MANIFEST.json", "model.pt"])),
    ]

    /// A script that loads the model in another place than the container looks, beside what it loads by itself.
    private static func misplaced(_ script: ByteString, _ model: ByteString, _ bytes: [UInt8]) -> Artifact {
        .directory([script: Array("def model_fn(path): ...".utf8), model: bytes]).served(by: .pytorch)
    }

    static let misplacedScripts: [RuleCase] = [
        .bad(
            "missing-inference-script", "in a wrapped artifact",
            misplaced("m/code/inference.py", "m/model.pth", TinyModel.saved), .error),
        .good(
            "not-torchscript", "of a wrapped artifact with a script",
            misplaced("m/code/inference.py", "m/model.pth", TinyModel.saved)),
        .bad(
            "missing-inference-script", "with a backslash",
            misplaced("code\\inference.py", "model.pth", TinyModel.saved), .error),
        .bad(
            "missing-inference-script", "in a wrapped artifact of TorchScript",
            misplaced("m/code/inference.py", "m/model.pt", TinyModel.script), .warning),
        .good(
            "missing-inference-script", "another script elsewhere",
            misplaced("m/src/inference.py", "m/model.pt", TinyModel.script)),
        .bad(
            "not-torchscript", "beside a script elsewhere that loads nothing",
            Artifact.directory(["m/code/inference.py": Array("x = 1".utf8), "m/model.pth": TinyModel.saved])
                .served(by: .pytorch), .error),
    ]
}
