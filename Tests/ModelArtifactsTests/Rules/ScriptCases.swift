@testable import ModelArtifacts

/// What containers make of scripts of the user, of the lists of packages beside them, and of code that a model brings.
extension RuleCase {
    static let userScripts: [RuleCase] = packageLists + scriptPlaces + functions + scriptNames + modelCode

    private static let load = "def model_fn(model_dir):\n    ...\n"

    private static func listed(
        _ lines: String, _ framework: Framework = .pytorch, _ others: ByteString...
    ) -> Artifact {
        let script = framework == .tensorFlowServing ? "def handler(data, context): ..." : load
        let model: ByteString = framework == .tensorFlowServing ? "1/saved_model.pb" : "model.pth"
        return Self.model(
            framework, [model] + others, contents: ["code/inference.py": script, "code/requirements.txt": lines])
    }

    private static let conda = "numpy\nattrs @ file:///home/conda/feedstock_root/build_artifacts/attrs_1/work\n"

    private static let packageLists: [RuleCase] = [
        .bad("broken-requirements", "of conda", listed(conda), .error),
        .bad("broken-requirements", "of conda, for TensorFlow", listed(conda, .tensorFlowServing), .error),
        .bad("broken-requirements", "of conda, for scikit-learn", listed(conda, .sklearn), .error),
        .bad(
            "broken-requirements", "of conda, without a script",
            model(
                .huggingFace, ["model.safetensors", "vocab.txt"],
                contents: [
                    "config.json": #"{"architectures": ["BertForMaskedLM"]}"#, "code/requirements.txt": conda,
                ]), .error),
        .bad(
            "broken-requirements", "an export of conda", listed("# platform: linux-64\nnumpy=1.26.4=py310_0\n"), .error),
        .bad("broken-requirements", "a merge", listed("<<<<<<< HEAD\nnumpy\n=======\nscipy\n>>>>>>> x\n"), .error),
        .bad("broken-requirements", "the end of a merge", listed("scipy\r\n>>>>>>> x\r\n"), .error),
        .bad("broken-requirements", "Windows", listed("C:/Users/me/x.whl\n"), .error),
        .bad("broken-requirements", "Windows, by an address", listed("x @ file:///D:/bld/x_1/work\n"), .error),
        .bad("broken-requirements", "a wheel that is not there", listed("/opt/ml/model/code/x.whl\n"), .error),
        .good(
            "broken-requirements", "a wheel", listed("x @ file:///opt/ml/model/code/x.whl\n", .pytorch, "code/x.whl")),
        .good(
            "broken-requirements", "versions",
            listed("numpy==1.26.4\nscipy>=1.0,<2 # file:///home/x\n-r more.txt\n", .pytorch, "code/more.txt")),
        .good(
            "broken-requirements", "a place for another platform",
            listed("x @ file:///Users/x; sys_platform=='darwin'\n")),
        .good("broken-requirements", "a place of the image", listed("x @ file:///opt/wheels/x.whl\n")),
        .good("broken-requirements", "a relative place", listed("./wheels/x.whl\n-e .\n")),
        .bad("broken-requirements", "a version without a sign", listed("numpy 1.21\n"), .error),
        .bad("broken-requirements", "a table", listed("Package Version\n------- -------\nnumpy   1.21\n"), .error),
        .bad("broken-requirements", "the line below its head", listed("---------- -------\n"), .error),
        .bad("broken-requirements", "one sign of equality", listed("numpy = 1.21\n"), .error),
        .bad("broken-requirements", "the sign the other way round", listed("numpy=>1.0\n"), .error),
        .bad("broken-requirements", "a command", listed("pip install numpy\n"), .error),
        .bad("broken-requirements", "code", listed("import numpy\n"), .error),
        .bad("broken-requirements", "an environment", listed("name: env\ndependencies:\n"), .error),
        .bad("broken-requirements", "quotes", listed("\"numpy\"\n"), .error),
        .bad("broken-requirements", "two on a line", listed("numpy==1.0 pandas==1.0\n"), .error),
        .bad("broken-requirements", "a comma", listed("numpy, pandas\n"), .error),
        .bad("broken-requirements", "an option of the command", listed("-U numpy\n"), .error),
        .good(
            "broken-requirements", "all that a line may hold",
            listed(
                "a-b_c.d [x, y] >= 1.0 , <2 ; python_version < '3.12'  # why\npkg (>=1.0)\npkg==1!2.0+cu117.local  --hash=sha256:00\n"
                    + "pkg === any\npkg>=1.0, # more\npkg @ git+https://x.org/a b\n--pre\nwheels/x y.whl\npkg==${VERSION}\n"
                    + "pkg; extra == 'x'\npkg==\npkg \\\n  ==1.0 \\\n  --hash=sha256:00\n")),
        .good("broken-requirements", "an option", listed("--index-url=https://example.com/simple\nnumpy\n")),
        .good("broken-requirements", "an address", listed("x @ git+https://example.com/x.git@v1#egg=x\n")),
        .good("broken-requirements", "UTF-16", listed("\u{FEFF}n\0u\0m\0p\0y\0")),
        .good(
            "broken-requirements", "that nobody installs",
            listed(conda, .tensorFlowServing, "code/lib/numpy/__init__.py")
        ),
        .bad(
            "ignored-requirements", "at the top",
            model(.pytorch, ["model.pth", "code/inference.py", "requirements.txt"]),
            .warning),
        .bad(
            "ignored-requirements", "at the top, for TensorFlow",
            model(.tensorFlowServing, ["1/saved_model.pb", "code/inference.py", "requirements.txt"]), .warning),
        .bad(
            "ignored-requirements", "at the top, for scikit-learn",
            model(.sklearn, ["model.joblib", "code/inference.py", "requirements.txt"]), .warning),
        .bad(
            "ignored-requirements", "at the top of a repository",
            model(.huggingFace, ["config.json", ".gitattributes", "code/inference.py", "requirements.txt"]), .note),
        .good(
            "ignored-requirements", "one in code besides",
            model(.pytorch, ["model.pth", "code/inference.py", "code/requirements.txt", "requirements.txt"])),
        .good("ignored-requirements", "no script", model(.pytorch, ["model.pt", "requirements.txt"])),
        .good(
            "ignored-requirements", "MLflow",
            model(.sklearn, ["model.pkl", "MLmodel", "code/inference.py", "requirements.txt"])),
        .good(
            "ignored-requirements", "where scikit-learn looks",
            model(
                .sklearn, ["model.joblib", "inference.py", "requirements.txt"],
                ["SAGEMAKER_PROGRAM": "inference.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model"])),
    ]

    private static func served(_ code: ByteString, _ bundle: ByteString = "1/saved_model.pb") -> Artifact {
        model(.tensorFlowServing, [bundle, code])
    }

    private static let scriptPlaces: [RuleCase] = [
        .bad(
            "missing-inference-script", "beside the model",
            served("export/Servo/code/inference.py", "export/Servo/1/saved_model.pb"), .warning),
        .bad(
            "missing-inference-script", "beside the directory of the model",
            served("export/code/inference.py", "export/Servo/1/saved_model.pb"), .warning),
        .bad(
            "missing-inference-script", "wrapped", served("m/code/inference.py", "m/export/1/saved_model.pb"), .warning),
        .good("missing-inference-script", "the source of a training", served("src/code/inference.py")),
        .bad(
            "missing-inference-script", "scikit-learn, at the top", model(.sklearn, ["model.joblib", "inference.py"]),
            .warning),
        .good(
            "missing-inference-script", "scikit-learn, at the top, which is told",
            model(
                .sklearn, ["model.joblib", "inference.py"],
                ["SAGEMAKER_PROGRAM": "inference.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model"])),
        .good(
            "missing-inference-script", "scikit-learn, at the top and in code",
            model(.sklearn, ["model.joblib", "inference.py", "code/serve.py"])),
    ]

    private static func script(_ text: String, _ framework: Framework = .pytorch) -> Artifact {
        model(framework, ["model.pth"], contents: ["code/inference.py": text])
    }

    private static func boosted(_ text: String) -> Artifact {
        model(
            .xgboost, ["xgboost-model"],
            ["SAGEMAKER_PROGRAM": "inference.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"],
            contents: ["code/inference.py": text])
    }

    private static let transform = load + "def transform_fn(model, data, content_type, accept): ...\n"

    private static let functions: [RuleCase] = [
        .bad("invalid-inference-script", "both", script(transform + "def input_fn(a, b): ...\n"), .error),
        .bad(
            "invalid-inference-script", "both, for Hugging Face",
            script(transform + "async def predict_fn(a, b): ...\n", .huggingFace), .error),
        .bad(
            "invalid-inference-script", "both, for scikit-learn",
            script(transform + "def output_fn(a, b): ...\n", .sklearn),
            .error),
        .good("invalid-inference-script", "transform_fn", script(transform)),
        .good(
            "invalid-inference-script", "the three",
            script(load + "def input_fn(a, b): ...\ndef predict_fn(a, b): ...\ndef output_fn(a, b): ...\n")),
        .good(
            "invalid-inference-script", "one in a class", script(transform + "class A:\n    def input_fn(a, b): ...\n")),
        .good("invalid-inference-script", "one in a text", script(transform + "'''\ndef input_fn(a, b): ...\n'''\n")),
        .good(
            "invalid-inference-script", "one that is taken back",
            script(transform + "def input_fn(a, b): ...\ninput_fn = None\n")),
        .bad("invalid-inference-script", "no argument", script("def model_fn():\n    ...\n"), .error),
        .bad(
            "invalid-inference-script", "three", script("def model_fn(d, context, extra):\n    ...\n", .huggingFace),
            .error),
        .good("invalid-inference-script", "one", script(load)),
        .bad("invalid-inference-script", "the data alone", script(load + "def predict_fn(data): ...\n"), .error),
        .bad(
            "invalid-inference-script", "three of four", script(load + "def transform_fn(a, b, c): ...\n", .sklearn),
            .error),
        .bad(
            "invalid-inference-script", "four of two", script(load + "def input_fn(a, b, c, d): ...\n", .huggingFace),
            .error),
        .good("invalid-inference-script", "with the context", script(load + "def predict_fn(a, b, context): ...\n")),
        .good(
            "invalid-inference-script", "with what has a value", script(load + "def predict_fn(a, b, c=1, d=2): ...\n")),
        .good(
            "invalid-inference-script", "any number",
            script(load + "def predict_fn(*args): ...\ndef output_fn(a, **more): ...\n")),
        .good("invalid-inference-script", "a lambda", script("def model_fn(d, context=lambda a, b, c: a): ...\n")),
        .bad("invalid-inference-script", "a package", script("from .net import Net\n" + load), .error),
        .bad("invalid-inference-script", "the package itself", script("from . import net\n" + load, .sklearn), .error),
        .good(
            "invalid-inference-script", "a package, if it is one",
            script("try:\n    from .net import Net\nexcept ImportError:\n    from net import Net\n" + load)),
        .good("invalid-inference-script", "a package in a text", script("'''\nfrom . import net\n'''\n" + load)),
        .bad(
            "invalid-inference-script", "the directory of the code", script("from code.net import Net\n" + load), .error
        ),
        .bad(
            "invalid-inference-script", "the directory of the code, for scikit-learn",
            script("import code.net as net\n" + load, .sklearn), .error),
        .bad(
            "invalid-inference-script", "a module from the directory of the code",
            model(
                .pytorch, ["model.pth", "code/net.py"],
                contents: ["code/inference.py": "from code import net\n" + load]), .error),
        .good(
            "invalid-inference-script", "the directory of the code, which is a package",
            model(
                .pytorch, ["model.pth", "code/__init__.py"],
                contents: ["code/inference.py": "from code.net import Net\n" + load])),
        .good(
            "invalid-inference-script", "a package of the name of the directory",
            model(
                .pytorch, ["model.pth", "code/code/__init__.py"],
                contents: ["code/inference.py": "from code.net import Net\n" + load])),
        .good(
            "invalid-inference-script", "what Python has in a module of that name",
            script("from code import interact\nfrom codes.net import Net\n" + load)),
        .good(
            "invalid-inference-script", "in a package",
            model(
                .pytorch, ["model.pth"], ["SAGEMAKER_PROGRAM": "app.serve"],
                contents: ["code/app/serve.py": "from .net import Net\n" + load])),
        .bad(
            "invalid-inference-script", "a merge", script(load + "<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> a\n"),
            .error),
        .bad("invalid-inference-script", "a notebook", script("%%writefile inference.py\n" + load), .error),
        .bad("invalid-inference-script", "a page", script("<!DOCTYPE html>\n<html>\n"), .error),
        .bad("invalid-inference-script", "both, for XGBoost", boosted(transform + "def input_fn(a, b): ...\n"), .error),
        .bad("missing-inference-script", "no model_fn, for XGBoost", boosted("def input_fn(a, b): ...\n"), .warning),
        .good("missing-inference-script", "a model_fn, for XGBoost", boosted(load)),
        .good("invalid-inference-script", "a script for XGBoost", boosted(load + "def input_fn(a, b): ...\n")),
        .good(
            "missing-inference-script", "a long script at the top, for XGBoost",
            model(
                .xgboost, ["xgboost-model"],
                ["SAGEMAKER_PROGRAM": "inference.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model"],
                contents: ["inference.py": String(repeating: "# x\n", count: 2000) + load])),
        .good("invalid-inference-script", "the context", script("def model_fn(model_dir, context=None): ...\n")),
        .good("invalid-inference-script", "any", script("def model_fn(*args, **kwargs): ...\n")),
        .good(
            "invalid-inference-script", "on several lines",
            script(
                "def model_fn(\n    model_dir: str,  # the place, of the model\n    context: dict[str, int] = {\"a, b\": 1},\n) -> object:\n    ...\n"
            )),
        .good("invalid-inference-script", "a decorator", script("@fill\ndef model_fn(): ...\n")),
        .good("invalid-inference-script", "the last of two", script("def model_fn(): ...\n" + load)),
        .good("invalid-inference-script", "an import", script("from serve import model_fn\n")),
    ]

    private static let bert = #"{"architectures": ["BertForMaskedLM"], "model_type": "bert"}"#

    private static func pipeline(
        _ path: ByteString, _ text: String, _ environment: [String: String]? = nil
    ) -> Artifact {
        model(
            .huggingFace, ["model.safetensors", "vocab.txt"], environment, contents: ["config.json": bert, path: text])
    }

    private static let scriptNames: [RuleCase] = [
        .bad(
            "missing-inference-script", "functions for another server",
            pipeline("code/inference.py", "def load(model_dir): ...\ndef predict(x): ...\n"), .warning),
        .good(
            "missing-inference-script", "some functions", pipeline("code/inference.py", "def output_fn(a, b): ...\n")),
        .good(
            "missing-inference-script", "what registers a model",
            pipeline("code/inference.py", "import mine\nmine.register()\n")),
        .bad(
            "missing-inference-script", "another name, which a variable may tell", pipeline("code/predict.py", load),
            .note),
        .bad(
            "missing-inference-script", "another name, which nothing tells", pipeline("code/predict.py", load, [:]),
            .warning
        ),
        .good(
            "missing-inference-script", "another name, which is told",
            pipeline("code/predict.py", load, ["SAGEMAKER_PROGRAM": "predict.py"])),
        .good("missing-inference-script", "another file", pipeline("code/train.py", "def main(): ...\n")),
        .bad(
            "missing-inference-script", "a directory too deep, for Hugging Face",
            pipeline("code/code/inference.py", load, [:]), .warning),
        .good(
            "missing-inference-script", "a directory too deep, that loads nothing",
            pipeline("code/code/inference.py", "def main(): ...\n", [:])),
        .good(
            "missing-inference-script", "a helper of a script",
            model(
                .huggingFace, ["model.safetensors"],
                contents: ["config.json": bert, "code/inference.py": load, "code/code/inference.py": load])),
    ]

    private static let remote =
        #"{"architectures": ["XForCausalLM"], "auto_map": {"AutoTokenizer": ["tokenization_x.XTokenizer", null]}}"#

    private static func coded(
        _ framework: Framework, _ environment: [String: String]? = nil, _ others: ByteString...,
        properties: String? = nil
    ) -> Artifact {
        var contents: [ByteString: String] = ["config.json": bert, "tokenizer_config.json": remote]
        contents["serving.properties"] = properties
        return model(framework, ["model.safetensors"] + others, environment, contents: contents)
    }

    private static let modelCode: [RuleCase] = [
        .bad("missing-model-config", "code of a tokenizer", coded(.vllm, ["SM_VLLM_TRUST_REMOTE_CODE": "1"]), .warning),
        .bad("missing-model-config", "code that may be trusted", coded(.vllm), .note),
        .bad("missing-model-config", "code that may be trusted, for Hugging Face", coded(.huggingFace), .note),
        .bad(
            "missing-model-config", "code for TGI",
            coded(.tgi, ["HF_MODEL_ID": "/opt/ml/model", "TRUST_REMOTE_CODE": "true"]), .warning),
        .bad(
            "missing-model-config", "code for LMI",
            coded(.djlLMI, properties: "engine=Python\noption.trust_remote_code=true\n"), .warning),
        .good("missing-model-config", "code that is not trusted", coded(.vllm, [:])),
        .good(
            "missing-model-config", "code that LMI does not trust",
            coded(.djlLMI, properties: "engine=Python\noption.trust_remote_code=false\n")),
        .good("missing-model-config", "code of a tokenizer that is there", coded(.vllm, nil, "tokenization_x.py")),
    ]
}
