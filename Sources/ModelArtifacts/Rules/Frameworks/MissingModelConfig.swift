/// Finds models without the file that tells a container what they are.
final class MissingModelConfig: FrameworkCheck {
    static let kind = ContainerFault.Kind.missingModelConfig
    static let frameworks: Set<Framework>? = [
        .huggingFace, .djlLMI, .tgi, .tei, .vllm, .sglang, .pytorch, .torchserve,
    ]

    static let rule = Rule(
        "missing-model-config", .error, "there is no configuration where the container looks for it",
        explanation: """
            Servers of language models and embeddings, and SageMaker's Hugging Face container, look at the top of the model \
            directory for config.json (some also take params.json, model_index.json, adapter_config.json, serving.properties or \
            model.py) and stop without it. Mostly the model lies one directory further down, because the directory around it was \
            packed or uploaded. Text Embeddings Inference wants 1_Pooling/config.json, too, unless the model is a classifier, a \
            variant of BERT, or POOLING is set. TGI wants model_type in config.json, without which pipelines of the Hugging Face \
            container take what lies below /opt for an OPT (a warning); of an adapter alone they load the model that it names on the Hub, and \
            none by a path of the computer of the training (a warning). TorchServe wants a model and a runtime that it has in MAR-INF/MANIFEST.json of an archive \
            that is unpacked, and a pipeline of diffusers the configuration of each scheduler and preprocessor that model_index.json \
            names. Pipelines of images and sound need preprocessor_config.json in the Hugging Face container, and servers of language models where \
            the model reads images or sound beside text, as Qwen2.5-VL, LLaVA or Whisper (a warning), and code that auto_map \
            names where it is trusted (a warning; a note where the environment is not told). DJL reads serving.properties beside the model, \
            and none in `code/` (a warning); of archives it unpacks only a zip file that is alone in a directory. Not reported where code/inference.py loads the model, or a variable names a model elsewhere: for \
            DJL OPTION_MODEL_ID or SERVING_LOAD_MODELS, since what HF_MODEL_ID names it loads besides.
            """,
        remedy: "deploy the directory that holds config.json, not the one around it",
        example: Rule.Example(
            bad: "model.tar.gz: llama/config.json, llama/model.safetensors",
            good: "model.tar.gz: config.json, model.safetensors"),
        source: FrameworkSource.huggingFace)
}
