import Testing

@testable import ModelArtifacts

@Suite struct ContainerImageTests {
    private static let registry = "763104351884.dkr.ecr.us-east-1.amazonaws.com/"

    @Test(
        arguments: [
            ("djl-inference:0.33.0-lmi15.0.0-cu128", Framework.djlLMI), ("djl-serving:0.36.0-lmi22.0.0-cu129", .djlLMI),
            ("huggingface-pytorch-inference:2.6.0-transformers4.49.0-gpu-py312-cu124-ubuntu22.04", .huggingFace),
            ("huggingface-pytorch-inference-neuronx:2.1.2-transformers4.43.2-neuronx-py310", .huggingFace),
            ("huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.6-gpu-py311", .tgi), ("tei:2.0.1-tei1.8.2-gpu", .tei),
            ("tei-cpu:2.0.1-tei1.8.2-cpu", .tei), ("vllm:0.11-gpu-py312", .vllm), ("sglang:0.5-gpu-py312", .sglang),
            ("huggingface-llamacpp:1", .llamaCpp), ("sagemaker-tritonserver:25.04-py3", .triton),
            ("tensorflow-inference:2.19.0-cpu", .tensorFlowServing),
            ("sagemaker-tensorflow-serving-eia:1.14-cpu", .tensorFlowServing),
            ("pytorch-inference:2.6.0-gpu-py312-cu124-ubuntu22.04-sagemaker", .pytorch),
            ("sagemaker-xgboost:1.7-1", .xgboost), ("sagemaker-scikit-learn:1.4-2-cpu-py3", .sklearn),
            ("mirror/of/ours/tei@sha256:00", .tei), ("pytorch-training:2.6.0", nil), ("my-image:1", nil), ("", nil),
            ("mxnet-inference:1.9.0", nil), ("vllm-arm64:0.10.2-gpu-py312", .vllm), ("vllm-server:1", .vllm),
            ("sglang-server:1", .sglang), ("stabilityai-pytorch-inference:2.0.1-sgm0.1.0-gpu-py310", .pytorch),
        ]) func tellsTheFramework(_ name: String, _ framework: Framework?)
    {
        #expect(ContainerImage(Self.registry + name).framework == framework)
        #expect(ContainerImage(name).framework == framework)
    }

    @Test func readsVersionsFromTheTag() {
        let image = ContainerImage("a/huggingface-pytorch-inference:2.6.0-transformers4.49.0-gpu-py312")
        #expect(image.version(of: "transformers") == [4, 49, 0])
        #expect(image.version(of: "") == [2, 6, 0])
        #expect(ContainerImage("sagemaker-xgboost:3.2-0").version(of: "") == [3, 2])
        #expect(ContainerImage("sagemaker-xgboost:latest").version(of: "") == nil)
        #expect(ContainerImage("sagemaker-xgboost").version(of: "") == nil)
    }

    @Test func aNamedFrameworkWins() {
        var container = Container(framework: .vllm, image: ContainerImage("tei:1"))
        #expect(container.framework == .vllm)
        container.namedFramework = nil
        #expect(container.framework == .tei)
        container.hosting = .many
        #expect(container.framework == .multiModel)
        // Each of them is of the framework that is told, or that the image tells.
        container.hosting = .oneOfMany
        #expect(container.framework == .tei)
        container.namedFramework = .multiModel
        #expect(container.framework == .tei)
        container.namedFramework = .triton
        #expect(container.framework == .triton)
    }

    @Test func whatIsNotKnownLacksNothing() {
        #expect(!Container().lacks("HF_MODEL_ID"))
        #expect(Container(environment: [:]).lacks("HF_MODEL_ID"))
        #expect(Container(environment: ["HF_MODEL_ID": ""]).lacks("HF_MODEL_ID"))
    }
}
