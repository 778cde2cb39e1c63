/// What serves a model in a container, each with a layout of its own that it looks for below `/opt/ml/model`.
public enum Framework: String, Hashable, Sendable, CaseIterable {
    /// The SageMaker TensorFlow Serving container.
    case tensorFlowServing = "tensorflow-serving"
    /// The SageMaker PyTorch inference container, which runs TorchServe.
    case pytorch
    /// The same by its server's name.
    case torchserve
    /// The SageMaker Hugging Face inference container.
    case huggingFace = "huggingface"
    /// Deep Java Library, which serves large models among others.
    case djlLMI = "djl-lmi"
    /// vLLM.
    case vllm
    /// SGLang.
    case sglang
    /// Text Generation Inference.
    case tgi
    /// Text Embeddings Inference.
    case tei
    /// llama.cpp.
    case llamaCpp = "llamacpp"
    /// NVIDIA Triton Inference Server.
    case triton
    /// The SageMaker XGBoost container.
    case xgboost
    /// The SageMaker scikit-learn container.
    case sklearn
    /// A multi-model endpoint: a prefix of archives, each a model of its own.
    case multiModel = "multi-model"

    /// What it is called in a sentence.
    public var title: String {
        switch self {
        case .tensorFlowServing: "TensorFlow Serving"
        case .pytorch: "PyTorch"
        case .torchserve: "TorchServe"
        case .huggingFace: "Hugging Face"
        case .djlLMI: "DJL (LMI)"
        case .vllm: "vLLM"
        case .sglang: "SGLang"
        case .tgi: "TGI"
        case .tei: "TEI"
        case .llamaCpp: "llama.cpp"
        case .triton: "Triton"
        case .xgboost: "XGBoost"
        case .sklearn: "scikit-learn"
        case .multiModel: "a multi-model endpoint"
        }
    }

    /// Where what is known of it comes from.
    package var source: String {
        switch self {
        case .tensorFlowServing: FrameworkSource.tensorFlowServing
        case .pytorch, .torchserve: FrameworkSource.pytorch
        case .huggingFace: FrameworkSource.huggingFace
        case .djlLMI: FrameworkSource.djlServing
        case .vllm: FrameworkSource.vllm
        case .sglang: FrameworkSource.sglang
        case .tgi: FrameworkSource.tgi
        case .tei: FrameworkSource.tei
        case .llamaCpp: FrameworkSource.llamaCpp
        case .triton: FrameworkSource.triton
        case .xgboost: FrameworkSource.xgboost
        case .sklearn: FrameworkSource.sklearn
        case .multiModel: FrameworkSource.multiModel
        }
    }
}
