/// Finds artifacts that the container will not look at.
final class ArtifactNotUsed: FrameworkCheck {
    static let kind = ContainerFault.Kind.artifactNotUsed
    static let frameworks: Set<Framework>? = [.huggingFace, .djlLMI, .vllm, .sglang, .tgi, .tei, .llamaCpp]

    static let rule = Rule(
        "artifact-not-used", .warning, "a variable names another model than the artifact",
        explanation: """
            SageMaker downloads the artifact to /opt/ml/model whatever the environment says. If HF_MODEL_ID, OPTION_MODEL_ID, \
            SM_VLLM_MODEL, SM_SGLANG_MODEL_PATH or SM_LLAMA_CPP_MODEL names something else, the container loads that, and the \
            artifact is paid for and not used (an error where it is nearly /opt/ml/model, as /opt/ml/models, where nothing is); not if another variable names something in it, as adapters or a template, and for \
            vLLM and SGLang not if it holds handlers of requests, as model.py. DJL loads \
            what HF_MODEL_ID names beside the artifact (releases 0.23 to 0.26 also where that is the artifact), and answers only requests that name one of the two models. SageMaker's \
            Hugging Face container takes any HF_MODEL_ID for a model of the Hub, /opt/ml/model as well (an error). Adapters in \
            adapters/ are passed over by DJL without option.enable_lora. TGI and TEI stop if HF_MODEL_ID is not set (an error where the environment is \
            known). Images of vLLM before 0.17 look into /opt/ml/model only if SM_VLLM_MODEL names it, and serve another model else (an error \
            where the environment is known, or else a note); later ones take whatever lies there before HF_MODEL_ID, be it only a script (an error).
            """,
        remedy: "set the variable to /opt/ml/model, or leave it out, or deploy without model data",
        example: Rule.Example(
            bad: "SM_VLLM_MODEL=meta-llama/Llama-3.1-8B with ModelDataUrl",
            good: "SM_VLLM_MODEL=/opt/ml/model with ModelDataUrl"),
        source: FrameworkSource.vllm)
}
