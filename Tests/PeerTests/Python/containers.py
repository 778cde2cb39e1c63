"""What SageMaker's containers do with a model directory, restated from their sources.

Reads JSON lines {"framework", "directory", "environment", "image"} and prints for each a JSON array of the ids of the rules of optml that
have to speak. Each function follows the container's own script or loader, with the file system's functions that it uses; the
source is named in its docstring.
"""

import glob
import importlib.machinery
import json
import os
import re
import sys

FEATURE_EXTRACTOR_TASKS = {
    "automatic-speech-recognition", "image-segmentation", "image-classification", "audio-classification",
    "object-detection", "zero-shot-image-classification",
}
ARCHITECTURES = [
    "TapasForQuestionAnswering", "ForQuestionAnswering", "ForTokenClassification", "ForSequenceClassification",
    "ForMultipleChoice", "ForMaskedLM", "ForCausalLM", "ForConditionalGeneration", "MTModel", "EncoderDecoderModel",
    "GPT2LMHeadModel", "T5WithLMHeadModel",
]
TOKENIZERS = [
    "tokenizer.json", "vocab.txt", "tokenizer.model", "spiece.model", "spm.model", "sentencepiece.model",
    "tokenizer_config.json", "tekken.json",
]
PREPROCESSORS = ["preprocessor_config.json"]


def exists(root, *names):
    return any(os.path.isfile(os.path.join(root, name)) for name in names)


def answers_in_text(root):
    if not exists(root, "config.json"):
        return False
    with open(os.path.join(root, "config.json")) as file:
        architecture = (json.load(file).get("architectures") or [""])[0]
    return architecture.endswith(("ForCausalLM", "ForConditionalGeneration"))


def tokenizer(root):
    """What only looks or listens has a preprocessor alone; what answers in text has a tokenizer besides."""
    return exists(root, *TOKENIZERS, *([] if answers_in_text(root) else PREPROCESSORS)) or bool(glob.glob(os.path.join(glob.escape(root), "*.py")))


def tensorflow_serving(root, environment):
    """aws/sagemaker-tensorflow-serving-container, tfs_utils.py: find_models, find_model_versions."""

    def saved_models(path):
        for entry in os.scandir(path):
            if entry.is_dir():
                yield from saved_models(entry.path)
            elif entry.name == "saved_model.pb":
                yield entry.path

    models = []
    for path in saved_models(root):
        parts = os.path.relpath(path, root).split("/")
        if len(parts) >= 2 and re.match(r"^\d+$", parts[-2]):
            model = os.path.dirname(os.path.dirname(path))
            if model not in models:
                models.append(model)
    if not models:
        return {"no-saved-model"}
    # Every numeric name is configured as a version, and one without a SavedModel fails to load.
    found = set()
    elsewhere = False
    for model in models:
        for version in os.listdir(model):
            directory = os.path.join(model, version)
            if version.isnumeric() and os.path.isdir(directory) and not exists(directory, "saved_model.pb"):
                found.add("no-saved-model")
            # serve.py looks for code at the top only: beside a version, a model or what they lie in, nobody finds it.
            place = directory if exists(directory, "saved_model.pb") else root
            while place != root:
                elsewhere = elsewhere or exists(place, "code/inference.py")
                place = os.path.dirname(place)
    if exists(root, "code/inference.py"):
        # python_service.py: _import_handlers.
        with open(os.path.join(root, "code/inference.py")) as file:
            if not re.search(r"\bhandler\b", file.read()):
                found.add("missing-inference-script")
        # serve.py: _setup_gunicorn.
        if exists(root, "code/requirements.txt") and os.path.isdir(os.path.join(root, "code/lib")):
            found.add("ignored-requirements")
    elif elsewhere or exists(root, "inference.py"):
        found.add("missing-inference-script")
    names = ["model" if model == root else os.path.basename(model) for model in models]
    default = environment.get("SAGEMAKER_TFS_DEFAULT_MODEL_NAME")
    if (default not in names) if default else len(names) > 1:
        found.add("several-saved-models")
    return found


def module_file(directory, program):
    """The file that Python imports from a directory for a program, by importlib; None if there is none."""
    name = program[:-3] if program.endswith(".py") else program
    *packages, last = name.split(".")
    for package in packages:
        directory = os.path.join(directory, package)
    if not os.path.isdir(directory):
        return None
    spec = importlib.machinery.PathFinder.find_spec(last, [directory])
    return spec.origin if spec and spec.origin else None


def user_script(root, environment, directory="code"):
    """aws/sagemaker-inference-toolkit, environment.py and transformer.py: the module in /opt/ml/model/code."""
    return module_file(os.path.join(root, directory), environment.get("SAGEMAKER_PROGRAM") or "inference.py")


def is_elsewhere(environment):
    """Whether the images of old took the code from S3."""
    return environment.get("SAGEMAKER_SUBMIT_DIRECTORY", "").startswith("s3://")


def model_fn(script):
    """Whether the script has a function that loads the model; without one the default is taken."""
    with open(script) as file:
        return "model_fn" in file.read()


def pytorch(root, environment, image):
    """aws/sagemaker-pytorch-inference-toolkit, default_pytorch_inference_handler.py: default_model_fn; torchserve.py."""
    served = served_directory(root, image)
    found, has_handler = model_archive(root, served)
    if has_handler or is_elsewhere(environment):
        return found
    script = user_script(root, environment)
    if script:
        usable = model_fn(script) or has_one_model(served)
        return found | (set() if usable else {"missing-inference-script"})
    # pytorch/serve, EnvironmentUtils.java: getEnvString has the model directory, too.
    if user_script(served, environment, "."):
        return found | {"missing-inference-script"}
    for directory, _, files in os.walk(root):
        if any(name.endswith(".mar") for name in files):
            return found | {"mar-not-unpacked"}
    if environment.get("SAGEMAKER_PROGRAM") or not has_one_model(served) or is_misplaced(root, environment):
        found.add("missing-inference-script")
    return found


def is_misplaced(root, environment):
    """Whether a script that loads the model lies in a directory of code that nobody looks into."""
    name = (environment.get("SAGEMAKER_PROGRAM") or "inference.py").removesuffix(".py").replace(".", "/") + ".py"
    for directory, _, files in os.walk(root):
        path = os.path.join(directory, "code", name)
        if directory != root and os.path.isfile(path) and model_fn(path):
            return True
    return False


def has_one_model(served):
    """default_pytorch_inference_handler.py: default_model_fn; pytorch/serve, WorkerLifeCycle.java: the worker starts in the directory."""
    if exists(served, "model.pt"):
        return True
    return len([name for name in os.listdir(served) if exists(served, name) and os.path.splitext(name)[1] in [".pt", ".pth"]]) == 1


def served_directory(root, image):
    """pytorch/serve, ModelArchive.java: downloadModel enters a directory that is alone, since 0.8.1."""
    top = os.listdir(root)
    tag = re.match(r"pytorch-inference:([0-9.]+)", image or "")
    is_old = tag is not None and [int(number) for number in tag[1].split(".")] < [2, 0, 1]
    alone = len(top) == 1 and os.path.isdir(os.path.join(root, top[0])) and not is_old
    return os.path.join(root, top[0]) if alone else root


def model_archive(root, served):
    """pytorch/serve, ModelManager.java: createModelArchive; model_loader.py: _load_handler_file; base_handler.py: initialize.

    Gives what is wrong, and whether a handler that is named serves.
    """
    path = os.path.join(served, "MAR-INF", "MANIFEST.json")
    if not os.path.exists(path):
        return set(), False
    try:
        with open(path) as file:
            manifest = json.load(file)
    except ValueError:
        # "Failed to parse signature.json.": another rule says so.
        return set(), True
    # Gson makes null of a runtime that it does not know.
    is_wrong = manifest.get("runtime", "python") not in ["python", "python3", "LSP"] or manifest.get("model", {}) is None
    found = {"missing-model-config"} if is_wrong else set()
    model = manifest.get("model", {}) or {}
    # The name is the one that SageMaker gives, and a version that is missing is 1.0.
    handler = model.get("handler")
    if not handler:
        return found, False
    file = handler.split(":")[0].split("/")[-1]
    if file.endswith(".py") and not exists(served, file) and not exists(root, "code/" + file):
        found.add("missing-inference-script")
    if "serializedFile" in model and not exists(served, model["serializedFile"]):
        found.add("missing-weights")
    if model.get("modelFile") and not exists(served, model["modelFile"]):
        found.add("missing-inference-script")
    return found, True


def version(image, part):
    """The version that the tag of an image tells of a part; None if it does not."""
    match = re.search(rf"[:-]{part}([0-9.]+)", image or "")
    return [int(number) for number in match[1].split(".")] if match else None


def huggingface(root, environment, image):
    """aws/sagemaker-huggingface-inference-toolkit, handler_service.py: load; transformers, from_pretrained."""
    # mms_model_server.py: start_model_server downloads whatever HF_MODEL_ID names, and that is no directory.
    hub = environment.get("HF_MODEL_ID")
    if hub and hub.startswith("/opt/ml/model"):
        return {"artifact-not-used"}
    if is_elsewhere(environment):
        return set()
    script = user_script(root, environment)
    if script and model_fn(script):
        return set()
    found = set()
    if script:
        # It calls model_fn, transform_fn, input_fn, predict_fn and output_fn, and what other servers call it does not.
        with open(script) as file:
            if re.search(r"^def handler\b", file.read(), re.M):
                found.add("missing-inference-script")
    else:
        # awslabs/multi-model-server, EnvironmentUtils.java: getEnvString has the model directory, too.
        top = user_script(root, environment, ".")
        if top or environment.get("SAGEMAKER_PROGRAM") or is_misplaced(root, environment):
            found.add("missing-inference-script")
        if top and model_fn(top):
            return found
    if hub:
        return found | {"artifact-not-used"}
    if exists(root, "model_index.json") and not exists(root, "config.json") and "HF_TASK" not in environment:
        return found
    if "HF_TASK" not in environment and "config.json" not in os.listdir(root):
        return found | {"missing-model-config"}
    adapter = exists(root, "adapter_config.json")
    if not exists(root, "config.json") and not adapter:
        return found | {"missing-model-config"}
    if "HF_TASK" not in environment:
        with open(os.path.join(root, "config.json")) as file:
            architecture = (json.load(file).get("architectures") or [None])[0]
        if architecture is None or not any(architecture.endswith(ending) for ending in ARCHITECTURES):
            found.add("unknown-task")
    # transformers, modeling_utils.py: the first of these; an image with PyTorch alone converts nothing.
    weights = [
        "model.safetensors", "model.safetensors.index.json", "pytorch_model.bin", "pytorch_model.bin.index.json",
        "tf_model.h5", "flax_model.msgpack",
    ][: 4 if (image or "").startswith("huggingface-pytorch") else None]
    if (version(image, "transformers") or [9]) < [4, 18]:
        # Safetensors came later.
        weights = weights[2:]
    if not exists(root, *weights) and not adapter:
        found.add("missing-weights")
    # transformers, modeling_utils.py: load_state_dict takes the format for there before 4.50.
    old = (version(image, "transformers") or [0]) < [4, 50]
    if old and exists(root, weights[0]) and not names_format(os.path.join(root, weights[0])):
        found.add("outdated-model-format")
    if environment.get("HF_TASK") in FEATURE_EXTRACTOR_TASKS:
        # transformers_utils.py: get_pipeline names the directory as that of the feature extractor.
        if exists(root, "config.json") and not exists(root, *PREPROCESSORS):
            found.add("missing-model-config")
    elif not tokenizer(root):
        found.add("missing-tokenizer")
    return found


def names_format(path):
    """Whether the metadata of a safetensors file name a format; true for what is no such file."""
    with open(path, "rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = file.read(length) if length < 1000 else b""
    try:
        return "format" in json.loads(header).get("__metadata__", {})
    except ValueError:
        return True


def language_model(root, configurations, patterns):
    """vllm-project/vllm, config.py: get_config; default_loader.py: _prepare_weights, which globs in the folder itself."""
    if not exists(root, *configurations):
        return {"missing-model-config"}
    found = set()
    if not any(weights(root, pattern) for pattern in patterns):
        found.add("missing-weights")
    if not tokenizer(root):
        found.add("missing-tokenizer")
    return found


def weights(root, pattern):
    unused = {"training_args.bin", "optimizer.bin", "optimizer.pt", "scheduler.pt", "scaler.pt"}
    paths = glob.glob(os.path.join(glob.escape(root), pattern))
    return [path for path in paths if os.path.basename(path) not in unused and os.path.isfile(path)]


def local(root, value):
    """The directory in the model that a path in the container names; None if it is elsewhere."""
    if value.rstrip("/") == "/opt/ml/model":
        return root
    if value.startswith("/opt/ml/model/"):
        return os.path.join(root, value.rstrip("/")[len("/opt/ml/model/"):])
    return None


def vllm(root, environment):
    """aws/deep-learning-containers, scripts/docker/vllm/sagemaker_args.py: resolve_model."""
    named = environment.get("SM_VLLM_MODEL")
    if named:
        directory = local(root, named)
        if directory is None:
            # aws/model-hosting-container-standards: handlers, and what they need.
            return set() if exists(root, "model.py", "requirements.txt") else {"artifact-not-used"}
        return language_model(directory, ["config.json", "params.json"], ["*.safetensors", "*.bin", "*.pt"])
    assert os.listdir(root)
    hub = environment.get("HF_MODEL_ID")
    anything = any(weights(root, pattern) for pattern in ["*.safetensors", "*.bin", "*.pt", "*.gguf", "*.pth", "*.onnx"])
    if hub and local(root, hub) is None and not exists(root, "config.json", "params.json") and not anything:
        return {"artifact-not-used"}
    return language_model(root, ["config.json", "params.json"], ["*.safetensors", "*.bin", "*.pt"])


def sglang(root, environment):
    """aws/deep-learning-containers, scripts/docker/sglang/sagemaker_entrypoint.sh: --model-path."""
    directory = local(root, environment.get("SM_SGLANG_MODEL_PATH") or "/opt/ml/model")
    if directory is None:
        return set() if exists(root, "model.py") else {"artifact-not-used"}
    return language_model(directory, ["config.json", "params.json"], ["*.safetensors", "*.bin", "*.pt"])


def tgi(root, environment):
    """huggingface/text-generation-inference, sagemaker-entrypoint.sh; utils/hub.py: weight_files."""
    found = set()
    hub = environment.get("HF_MODEL_ID")
    if not hub:
        found.add("artifact-not-used")
        hub = "/opt/ml/model"
    directory = local(root, hub)
    if directory is None:
        return {"artifact-not-used"}
    # cli.py: download_weights merges an adapter into its model, unless there are safetensors.
    if exists(directory, "adapter_config.json") and exists(directory, "adapter_model.bin"):
        if not weights(directory, "*.safetensors"):
            return found | {"missing-weights"}
    found |= language_model(directory, ["config.json"], ["*.safetensors", "*.bin", "*.pt"])
    if "missing-model-config" in found:
        return found
    # models/__init__.py: get_model.
    with open(os.path.join(directory, "config.json")) as file:
        if not {"model_type", "ssm_cfg", "medusa_num_heads"} & set(json.load(file)):
            found.add("missing-model-config")
    # Without safetensors the weights are converted when the server starts.
    if not weights(directory, "*.safetensors"):
        found.add("missing-weights")
    return found


def tei(root, environment):
    """huggingface/text-embeddings-inference, entrypoint.sh; router/src/lib.rs; backends/src/lib.rs."""
    found = set()
    hub = environment.get("HF_MODEL_ID")
    if not hub:
        found.add("artifact-not-used")
        hub = "/opt/ml/model"
    directory = local(root, hub)
    if directory is None:
        return {"artifact-not-used"}
    if not exists(directory, "config.json"):
        return found | {"missing-model-config"}
    if not exists(directory, "tokenizer.json"):
        found.add("missing-tokenizer")
    names = ["model.safetensors", "pytorch_model.bin", "model.safetensors.index.json", "model.onnx", "onnx/model.onnx"]
    if not exists(directory, *names):
        found.add("missing-weights")
    with open(os.path.join(directory, "config.json")) as file:
        config = json.load(file)
    # struct ModelConfig.
    if not {"architectures", "model_type"} <= set(config):
        return found | {"missing-model-config"}
    classifies = any(name.endswith("Classification") for name in config.get("architectures") or [])
    pooled = environment.get("POOLING") or exists(directory, "1_Pooling/config.json")
    if not pooled and not classifies and "bert" not in config.get("model_type", "bert"):
        found.add("missing-model-config")
    if not environment.get("POOLING") and not classifies and exists(directory, "1_Pooling/config.json"):
        with open(os.path.join(directory, "1_Pooling/config.json")) as file:
            modes = json.load(file)
        known = [modes.get("pooling_mode_" + mode) for mode in ["cls_token", "mean_tokens"]]
        # struct PoolConfig.
        if None in known:
            found.add("missing-model-config")
        if known == [False, False] and not modes.get("pooling_mode_lasttoken"):
            found.add("missing-model-config")
    positions = {"max_position_embeddings", "max_trained_positions"} & set(config)
    if not positions or (classifies and not {"id2label", "label2id"} <= set(config)):
        found.add("missing-model-config")
    return found


def llamacpp(root, environment):
    """aws/deep-learning-containers, scripts/docker/llama_cpp/sagemaker_entrypoint.sh: find -maxdepth 2."""
    named = environment.get("SM_LLAMA_CPP_MODEL")
    if named:
        path = local(root, named)
        if path is None:
            return {"artifact-not-used"}
        return set() if os.path.isfile(path) else {"missing-weights"}
    models = environment.get("SM_LLAMA_CPP_MODEL_DIR") or "/opt/ml/model"
    directory = local(root, models)
    if directory is None:
        return {"artifact-not-used"}
    for pattern in ["*.gguf", "*/*.gguf"]:
        paths = sorted(path for path in glob.glob(os.path.join(glob.escape(directory), pattern)) if os.path.isfile(path))
        if paths:
            # A projector is no model.
            return {"missing-weights"} if os.path.basename(paths[0]).startswith("mmproj") else set()
    return {"missing-weights"}


def triton(root, environment):
    """triton-inference-server/server, docker/sagemaker/serve; core, model_lifecycle.cc, model_config_utils.cc."""
    if environment.get("SAGEMAKER_MULTI_MODEL") == "true":
        return set()
    if exists(root, "config.pbtxt"):
        return {"triton-model-at-top"}
    name = environment.get("SAGEMAKER_TRITON_DEFAULT_MODEL_NAME")
    if name:
        if not os.path.isdir(os.path.join(root, name)):
            return {"triton-ambiguous-model"}
    else:
        directories = [entry.name for entry in os.scandir(root) if entry.is_dir()]
        if len(directories) != 1:
            return {"triton-ambiguous-model"}
        name = directories[0]
    return triton_model(root, name, set())


def triton_model(root, name, seen):
    if name in seen:
        return set()
    seen.add(name)
    directory = os.path.join(root, name)
    if not os.path.isdir(directory):
        return set()
    versions = []
    for entry in os.scandir(directory):
        if not entry.is_dir() or not re.fullmatch(r"[0-9]+", entry.name):
            continue
        if len(entry.name) > 1 and entry.name[0] == "0":
            continue
        versions.append(entry.path)
    fields = {}
    configuration = os.path.join(directory, "config.pbtxt")
    if os.path.isfile(configuration):
        # The configurations of these tests have one field a line.
        with open(configuration) as file:
            fields = dict(re.findall(r'^ *(\w+): "(.*)"$', file.read(), re.M))
    found = set()
    if set(fields) - {"name", "platform", "backend", "default_model_filename", "model_name"}:
        # model_config.proto has no such field.
        found.add("refused-setting")
    if fields.get("name", name) != name:
        found.add("triton-name-mismatch")
    if not versions:
        found.add("triton-no-version")
    if "model_name" in fields:
        step = fields["model_name"]
        there = os.path.isdir(os.path.join(root, step))
        return found | (triton_model(root, step, seen) if there else {"triton-no-version"})
    if not versions:
        return found
    latest = max(versions, key=lambda path: int(os.path.basename(path)))
    default = {"onnxruntime": "model.onnx", "python": "model.py", "tensorrt": "model.plan"}.get(fields.get("backend"))
    if "backend" not in fields and "platform" not in fields:
        # model_config_utils.cc: AutoCompleteBackendFields looks into the first directory.
        standard = ["model.savedmodel", "model.graphdef", "model.plan", "model.onnx", "model.xml", "model.pt", "model.pt2", "model.py"]
        first = min(entry.path for entry in os.scandir(directory) if entry.is_dir())
        default = next((file for file in standard if os.path.exists(os.path.join(first, file))), None)
        anywhere = any(os.path.exists(os.path.join(version, file)) for version in versions for file in standard)
        if not default and not anywhere and "." not in name:
            found.add("triton-no-model-file")
    if default and not os.path.exists(os.path.join(latest, fields.get("default_model_filename") or default)):
        found.add("triton-no-model-file")
    # openvino, frontends/ir/src/frontend.cpp: load_impl.
    graph = os.path.join(latest, default or "")
    if default == "model.xml" and os.path.isfile(graph) and not os.path.isfile(os.path.join(latest, "model.bin")):
        found.add("triton-no-model-file")
    return found


def xgboost(root, environment, image):
    """aws/sagemaker-xgboost-container, algorithm_mode/serve_utils.py: get_loaded_booster; serving.py."""
    program = environment.get("SAGEMAKER_PROGRAM")
    if program:
        submitted = environment.get("SAGEMAKER_SUBMIT_DIRECTORY")
        if not submitted:
            return {"missing-program-variable"}
        directory = local(root, submitted)
        if directory is None:
            return set()
        # serving.py: _user_module_transformer.
        script = module_file(directory, program)
        return set() if script and model_fn(script) else {"missing-inference-script"}
    files = [name for name in os.listdir(root) if os.path.isfile(os.path.join(root, name)) and not name.startswith(".")]
    if not files:
        return {"missing-weights"}
    found = set()
    if len(files) > 1:
        # Those that cannot be loaded fail, and two that can are an ensemble.
        found.add("xgboost-extra-file")
    elif not loadable(os.path.join(root, files[0])):
        found.add("xgboost-extra-file")
    for name in files:
        with open(os.path.join(root, name), "rb") as file:
            # c_api.cc: XGBoosterLoadModel gave up this form in 3.1.
            if file.read(4) == b"binf" and (version(image, "") or [4]) >= [3, 1]:
                found.add("outdated-model-format")
    if os.path.isdir(os.path.join(root, "code")):
        found.add("missing-program-variable")
    return found


def loadable(path):
    """Whether a pickle or a JSON object with the member learner, as pickle.load or Booster.load_model would have it, of what these tests write."""
    with open(path, "rb") as file:
        content = file.read()
    return content[:1] == b"\x80" or content[:4] == b"binf" or (content[:1] == b"{" and "learner" in json.loads(content))


def sklearn(root, environment):
    """aws/sagemaker-scikit-learn-container, serving.py: import_module; aws/sagemaker-containers, _env.py."""
    found = set()
    if not environment.get("SAGEMAKER_PROGRAM") or not environment.get("SAGEMAKER_SUBMIT_DIRECTORY"):
        found.add("missing-program-variable")
    program = environment.get("SAGEMAKER_PROGRAM")
    directory = local(root, environment.get("SAGEMAKER_SUBMIT_DIRECTORY") or "/opt/ml/model/code")
    if directory is None:
        return found
    if program:
        there = module_file(directory, program)
    else:
        there = any(glob.glob(os.path.join(glob.escape(root), part, "*.py")) for part in ["", "code"])
    script = module_file(directory, program or "inference.py")
    if script:
        there = model_fn(script)
    return found if there else found | {"missing-inference-script"}


def djl_lmi(root, environment):
    """deepjavalibrary/djl-serving, ModelStore.java: initialize; ModelInfo.java: inferEngine; djl, Utils.getNestedModelDir."""
    found = set()
    for variable in ["OPTION_MODEL_ID", "HF_MODEL_ID"]:
        value = environment.get(variable) or ""
        path = local(root, value) if value else None
        if value.endswith(".tar.gz") or value.startswith("https://") or (path and not os.path.exists(path)):
            found.add("lmi-model-id")

    def is_archive(name):
        return name.endswith((".zip", ".tar", ".tar.gz", ".tgz", ".tar.z"))

    def nested(path):
        while True:
            entries = [entry for entry in os.scandir(path) if not entry.name.startswith(".")]
            if len(entries) != 1 or not entries[0].is_dir():
                return path
            path = entries[0].path

    def detects(path):
        names = set(os.listdir(path))
        prefix = "model" if path == root else os.path.basename(path)
        if environment.get("OPTION_ENGINE") or environment.get("OPTION_MODEL_ID"):
            return True
        if "serving.properties" in names:
            with open(os.path.join(path, "serving.properties")) as file:
                if re.search(r"^(engine|option\.model_id)=", file.read(), re.M):
                    return True
        known = {"metadata.yaml", "config.pbtxt", "saved_model.pb", "config.json", "MAR-INF"}
        endings = [".pt", ".onnx", ".json", ".xgb", ".bst", ".skops", ".joblib", ".pkl", ".pickle", ".cloudpkl", ".py"]
        known |= {stem + ending for stem in [prefix, "model"] for ending in endings}
        return bool(names & known)

    hub = environment.get("OPTION_MODEL_ID") or environment.get("HF_MODEL_ID")

    def of_properties(path):
        """What is wrong with serving.properties, or None if it does not settle what is loaded."""
        if not exists(path, "serving.properties"):
            return None
        with open(os.path.join(path, "serving.properties")) as file:
            properties = dict(line.split("=", 1) for line in file.read().split() if "=" in line)
        named = properties.get("option.model_id")
        if named:
            place = local(root, named)
            wrong = named.endswith(".tar.gz") or "{{" in named or "${" in named or (place and not os.path.exists(place))
            return {"lmi-model-id"} if wrong else set()
        others = [name for name in os.listdir(path) if name not in ["serving.properties", "README.md", ".gitattributes"]]
        useful = [name for name in others if name.endswith((".py", ".json", ".bin", ".safetensors", ".pt"))]
        useful += [name for name in others if os.path.isdir(os.path.join(path, name))]
        useful = [name for name in useful if name not in ["preprocessor_config.json", "tokenizer.json", "training_args.bin"]]
        has_handler = "option.entryPoint" in properties
        lacks = properties.get("engine") == "Python" and not useful and not hub and not has_handler
        return {"missing-model-config"} if lacks else None

    def entry_point(path):
        """service_loader.py: load_model_service."""
        if exists(path, "serving.properties"):
            with open(os.path.join(path, "serving.properties")) as file:
                match = re.search(r"^option\.entryPoint=(.*)$", file.read(), re.M)
            return match and match[1]
        return None

    def served(directory):
        """One model: ModelInfo.java, inferEngine, and what the handlers do."""
        found = set()
        # ModelInfo.java, downloadModel: a zip file alone is unpacked.
        entries = os.listdir(directory)
        if len(entries) == 1 and entries[0].endswith(".zip"):
            return set()
        # HF_MODEL_ID is a model of its own, but of the directory that it names older releases want no evidence.
        named = environment.get("HF_MODEL_ID")
        others = ["adapter_config.json", "model_index.json", "params.json"]
        if not detects(directory) and not (named and local(root, named) and exists(directory, *others)):
            return {"missing-model-config"}
        if exists(directory, "serving.properties"):
            # Engine.java: getEngine compares names as they stand.
            with open(os.path.join(directory, "serving.properties")) as file:
                engine = re.search(r"^engine=(.*)$", file.read(), re.M)
            if engine and engine[1] not in ["Python", "MPI"]:
                found.add("refused-setting")
        handler = entry_point(directory)
        if handler and not exists(directory, handler):
            found.add("missing-inference-script")
        wrong = of_properties(directory)
        if wrong is not None:
            return found | wrong
        has_weights = any(weights(directory, pattern) for pattern in ["*.safetensors", "*.bin", "*.pt", "*.gguf", "*.pth"])
        if hub and local(root, hub) is None and exists(directory, "config.json") and has_weights:
            return found | {"artifact-not-used"}
        # A language model, which vLLM and transformers load from the directory itself.
        plain = exists(directory, "config.json") and not exists(directory, "model.py", "model_index.json") and not handler
        # An engine that there is not loads nothing.
        if not plain or "refused-setting" in found or hub or environment.get("OPTION_ENGINE"):
            return found
        patterns = ["*.safetensors", "*.bin", "*.pt", "*.gguf", "*.onnx"]
        if not any(weights(directory, pattern) for pattern in patterns):
            found.add("missing-weights")
        elif not exists(directory, "serving.properties") and not tokenizer(directory):
            found.add("missing-tokenizer")
        return found

    def started(loaded):
        """ModelStore.java: MODEL_STORE_PATTERN, and what stands in front of a URL."""
        found, places = set(), []
        for url in [] if loaded == "NONE" else re.split(r"[, ]+", loaded):
            match = re.fullmatch(r"(\[?([^?]+?)]?=)?(.+)", url)
            places.append(local(root, match[3]))
            if not places[-1] or not os.path.isdir(places[-1]):
                continue
            if len((match[2] or "").split(":")) < 3:
                found |= served(places[-1] if detects(places[-1]) else nested(places[-1]))
                continue
            found |= of_properties(places[-1]) or set()
        named = environment.get("HF_MODEL_ID")
        if places and not any(places) and not (named and local(root, named)):
            found.add("artifact-not-used")
        return found

    loaded = environment.get("SERVING_LOAD_MODELS", "ALL")
    if loaded != "ALL":
        return found | started(loaded)
    top = list(os.scandir(root))
    if all((entry.is_dir() or is_archive(entry.name)) and not entry.name.startswith(".") for entry in top):
        # ModelStore.java, mapModelUrl: what cannot be listed is left out.
        if top and not any(entry.is_dir() for entry in top):
            return found if environment.get("HF_MODEL_ID") else found | {"missing-model-config"}
        if len(top) > 1:
            directories = [nested(entry.path) for entry in top if entry.is_dir()]
            for directory in directories:
                found |= of_properties(directory) or set()
            odd = [directory for directory in directories if not detects(directory)]
            return found | ({"lmi-several-models"} if odd else set())
        if not top:
            return found
        return found | served(nested(top[0].path))
    return found | served(nested(root))


CONTAINERS = {
    "tensorflow-serving": tensorflow_serving, "pytorch": pytorch, "torchserve": pytorch, "huggingface": huggingface,
    "djl-lmi": djl_lmi, "vllm": vllm, "sglang": sglang, "tgi": tgi, "tei": tei, "llamacpp": llamacpp, "triton": triton,
    "xgboost": xgboost, "sklearn": sklearn,
}

for line in sys.stdin:
    case = json.loads(line)
    arguments = [case["directory"], case["environment"]]
    if case["framework"] in ["huggingface", "pytorch", "torchserve", "xgboost"]:
        # What these do depends on versions.
        arguments.append(case.get("image"))
    print(json.dumps(sorted(CONTAINERS[case["framework"]](*arguments))))
