import Testing

@testable import ModelArtifacts

/// How much of a file is read for the decision of a container: a text that is understood only as a whole up to a size, and nothing
/// of a larger one; of other files the beginning.
@Suite struct GatheredContentTests {
    private func bytes(_ framework: Framework, _ path: String, _ size: Int64) -> Int {
        let places = GatheredPlaces(Container(framework: framework))
        let path = Array(path.utf8)
        let name = (path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
        return places.needs(path: path.span, name: name, size: size, format: nil).prefix
    }

    @Test(arguments: [
        (Framework.huggingFace, "config.json"), (.huggingFace, "adapter_config.json"),
        (.huggingFace, "model_index.json"), (.tei, "config.json"), (.tei, "1_Pooling/config.json"),
        (.djlLMI, "m/serving.properties"), (.djlLMI, "m/config.json"), (.djlLMI, "tokenizer_config.json"),
        (.vllm, "m/config.json"), (.tgi, "config.json"), (.sglang, "tokenizer_config.json"),
        (.tei, "sentence_bert_config.json"), (.tei, "m/config_sentence_transformers.json"),
        (.triton, "m/config.pbtxt"), (.pytorch, "MAR-INF/MANIFEST.json"), (.torchserve, "m/MAR-INF/MANIFEST.json"),
    ])
    func configurations(_ framework: Framework, _ path: String) {
        let mebibyte = 1 << 20
        #expect(bytes(framework, path, 1) == 1 && bytes(framework, path, Int64(mebibyte)) == mebibyte)
        #expect(bytes(framework, path, Int64(mebibyte) + 1) == 0)
    }

    @Test(arguments: [
        (Framework.tensorFlowServing, "code/inference.py"), (.tensorFlowServing, "code/requirements.txt"),
        (.xgboost, "code/inference.py"), (.pytorch, "code/inference.py"), (.pytorch, "code/requirements.txt"),
        (.torchserve, "handler.py"), (.huggingFace, "code/inference.py"), (.sklearn, "inference.py"),
        (.vllm, "requirements.txt"),
    ])
    func scripts(_ framework: Framework, _ path: String) {
        let most = 262_144
        #expect(bytes(framework, path, 1) == 1 && bytes(framework, path, Int64(most)) == most)
        #expect(bytes(framework, path, Int64(most) + 1) == 0)
    }

    /// A model of XGBoost tells what it is by its beginning.
    @Test func models() {
        #expect(bytes(.xgboost, "xgboost-model", 7) == 7 && bytes(.xgboost, "xgboost-model", 4096) == 4096)
        #expect(bytes(.xgboost, "xgboost-model", 4097) == 4096 && bytes(.xgboost, "a/xgboost-model", 10) == 0)
    }

    @Test(arguments: [
        (Framework.llamaCpp, "config.json"), (.huggingFace, "m/config.json"), (.huggingFace, "m/model_index.json"),
        (.tensorFlowServing, "inference.py"), (.tensorFlowServing, "requirements.txt"), (.tei, "myconfig.json"),
        (.djlLMI, "my-serving.properties"), (.vllm, "generation_config.json"), (.triton, "m/model.py"),
        (.pytorch, "requirements.txt"), (.pytorch, "MANIFEST.json"), (.sklearn, "model.joblib"),
        (.vllm, "a/b/c/config.json"), (.sglang, "requirements.txt"), (.vllm, "m/requirements.txt"),
    ])
    func others(_ framework: Framework, _ path: String) { #expect(bytes(framework, path, 10) == 0) }
}
