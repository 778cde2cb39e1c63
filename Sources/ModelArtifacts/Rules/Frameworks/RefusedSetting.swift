/// Finds settings without which a container does not start, or whose values it does not take.
final class RefusedSetting: FrameworkCheck {
    static let kind = ContainerFault.Kind.refusedSetting
    static let frameworks: Set<Framework>? = [.tensorFlowServing, .djlLMI, .triton, .tgi, .tei, .vllm]

    static let rule = Rule(
        "refused-setting", .error, "the container refuses how it is set",
        explanation: """
            TensorFlow Serving's container stops if SAGEMAKER_MULTI_MODEL or SAGEMAKER_TFS_ENABLE_BATCHING is anything but true or \
            false. The handlers of DJL for scikit-learn and XGBoost know a few values of option.model_format, and load pickles only \
            with option.trust_insecure_model_files=true (a warning where the environment is not told). Engines of DJL are told by their names \
            as they stand: `engine=python`, `engine=vLLM` and one with a blank behind it are none. Triton does not load a model whose \
            config.pbtxt is no text of protocol buffers, as a template of which nobody put values in place of ${…}, or one with a field \
            that ModelConfig does not have, a value of another type, or a field twice; nor one that names a platform or a backend which it \
            does not have, or prefers batches larger than the largest. TGI stops if MAX_INPUT_TOKENS, or MAX_INPUT_LENGTH as it was \
            called, is not less than MAX_TOTAL_TOKENS; TGI and Text Embeddings Inference if a number is none, as MAX_TOTAL_TOKENS and \
            SM_NUM_GPUS, or a word is none of those that they take, as HF_MODEL_QUANTIZE, DTYPE and POOLING, or `True` in place of true; Triton if \
            SAGEMAKER_TRITON_INFERENCE_TYPE is. vLLM stops if a template, an adapter or a draft model that a variable names is not in the \
            artifact, and in images of today if a handler of requests is not (a warning).
            """,
        remedy: "set it to a value that the container takes",
        example: Rule.Example(
            bad: "SAGEMAKER_MULTI_MODEL=1",
            good: "SAGEMAKER_MULTI_MODEL=true"),
        source:
            "https://github.com/aws/sagemaker-tensorflow-serving-container/blob/master/docker/build_artifacts/sagemaker/serve.py"
    )
}
