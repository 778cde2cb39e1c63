/// Where the decisions of the containers are taken.
enum FrameworkSource {
    static let tensorFlowServing =
        "https://github.com/aws/sagemaker-tensorflow-serving-container/blob/master/docker/build_artifacts/sagemaker/tfs_utils.py"
    static let pytorch =
        "https://github.com/aws/sagemaker-pytorch-inference-toolkit/blob/master/src/sagemaker_pytorch_serving_container/default_pytorch_inference_handler.py"
    static let huggingFace =
        "https://github.com/aws/sagemaker-huggingface-inference-toolkit/blob/main/src/sagemaker_huggingface_inference_toolkit/handler_service.py"
    static let djlServing =
        "https://github.com/deepjavalibrary/djl-serving/blob/master/serving/src/main/java/ai/djl/serving/util/ModelStore.java"
    static let vllm =
        "https://github.com/aws/deep-learning-containers/blob/master/scripts/docker/vllm/sagemaker_args.py"
    static let sglang =
        "https://github.com/aws/deep-learning-containers/blob/master/scripts/docker/sglang/sagemaker_entrypoint.sh"
    static let llamaCpp =
        "https://github.com/aws/deep-learning-containers/blob/master/scripts/docker/llama_cpp/sagemaker_entrypoint.sh"
    static let tgi = "https://github.com/huggingface/text-generation-inference/blob/main/sagemaker-entrypoint.sh"
    static let tei = "https://github.com/huggingface/text-embeddings-inference/blob/main/router/src/lib.rs"
    static let triton = "https://github.com/triton-inference-server/server/blob/main/docker/sagemaker/serve"
    static let tritonModel =
        "https://github.com/triton-inference-server/core/blob/main/src/model_config_utils.cc"
    static let xgboost =
        "https://github.com/aws/sagemaker-xgboost-container/blob/master/src/sagemaker_xgboost_container/algorithm_mode/serve_utils.py"
    static let sklearn =
        "https://github.com/aws/sagemaker-scikit-learn-container/blob/master/src/sagemaker_sklearn_container/serving.py"
    static let multiModel = "https://docs.aws.amazon.com/sagemaker/latest/dg/multi-model-endpoints.html"
}
