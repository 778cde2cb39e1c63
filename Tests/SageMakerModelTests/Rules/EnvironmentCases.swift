@testable import SageMakerModel

/// What the containers of AWS decide by their environments alone, of a request whose model nobody has looked into.
extension RequestCase {
    static let environments: [RequestCase] = models + settings

    private static let tensorFlow =
        "'Image': '763104351884.dkr.ecr.us-east-1.amazonaws.com/tensorflow-inference:2.14.1-cpu'"
    private static let sklearn =
        "'Image': '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3'"
    private static let xgboost = "'Image': '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1'"

    private static func item(
        _ rule: String, _ image: String, _ bad: String, good: String, at variable: String, _ words: String...
    ) -> RequestCase {
        let path = "PrimaryContainer.Environment" + (variable.isEmpty ? "" : "." + variable)
        var item = RequestCase(
            rule, bad: Piece.request("{\(image), \(environment(bad))}"),
            good: Piece.request("{\(image), \(environment(good))}"), at: path)
        item.words = words
        return item
    }

    private static func withData(_ image: String) -> String { "\(image), \(data)" }

    private static let models: [RequestCase] = [
        item(
            "artifact-not-used", withData(tgi), "'SM_NUM_GPUS': '1'", good: "'HF_MODEL_ID': '/opt/ml/model'", at: "",
            "HF_MODEL_ID must be set", "in Environment"),
        item("artifact-not-used", withData(tei), "", good: "'HF_MODEL_ID': '/opt/ml/model'", at: "", "must be set"),
        item(
            "artifact-not-used", withData(tgi), "'HF_MODEL_ID': 'acme/tiny'",
            good: "'HF_MODEL_ID': 'acme/tiny', 'LORA_ADAPTERS': 'a=/opt/ml/model/a'", at: "HF_MODEL_ID", "'acme/tiny'"),
        item(
            "artifact-not-used", withData(vllm), "'SM_VLLM_MODEL': 'acme/tiny'",
            good: "'HF_MODEL_ID': 'acme/tiny'", at: "SM_VLLM_MODEL"),
        item(
            "artifact-not-used", withData(sglang), "'SM_SGLANG_MODEL_PATH': 'acme/tiny'", good: "'A': 'b'",
            at: "SM_SGLANG_MODEL_PATH"),
        item(
            "artifact-not-used", withData(huggingFace), "'HF_MODEL_ID': '/opt/ml/model'",
            good: "'HF_MODEL_ID': 'acme/tiny'", at: "HF_MODEL_ID", "asks the Hub"),
        item(
            "model-id-not-of-hub", tgi, "'HF_MODEL_ID': 's3://mybucket/m/'", good: "'HF_MODEL_ID': 'acme/tiny'",
            at: "HF_MODEL_ID", "'s3://mybucket/m/'", "set HF_MODEL_ID to /opt/ml/model"),
        item(
            "model-id-not-of-hub", huggingFace, "'HF_MODEL_ID': 'https://huggingface.co/acme/tiny'",
            good: "'HF_MODEL_ID': 'acme/tiny', 'HF_TASK': 'fill-mask'", at: "HF_MODEL_ID", "leave HF_MODEL_ID out"),
        item(
            "model-id-not-of-hub", withData(tei), "'HF_MODEL_ID': 's3://mybucket/m/'",
            good: "'HF_MODEL_ID': '/opt/ml/model/m'", at: "HF_MODEL_ID"),
        item(
            "lmi-model-id", lmi, "'HF_MODEL_ID': 's3://mybucket/m/model.tar.gz'",
            good: "'HF_MODEL_ID': 's3://mybucket/m/'", at: "HF_MODEL_ID", "does not unpack"),
        item(
            "lmi-model-id", lmi, "'OPTION_MODEL_ID': 'https://huggingface.co/acme/tiny'",
            good: "'OPTION_MODEL_ID': 'acme/tiny'", at: "OPTION_MODEL_ID", "web address"),
    ]

    private static let settings: [RequestCase] = [
        item(
            "unknown-task", withData(huggingFace), "'HF_TASK': 'text_classification'",
            good: "'HF_TASK': 'text-classification'", at: "HF_TASK", "Unknown task"),
        item(
            "unknown-task", huggingFace, "'HF_MODEL_ID': 'acme/tiny', 'HF_TASK': 'embed'",
            good: "'HF_MODEL_ID': 'acme/tiny', 'HF_TASK': 'translation_en_to_de'", at: "HF_TASK"),
        item(
            "refused-setting", withData(tensorFlow), "'SAGEMAKER_TFS_ENABLE_BATCHING': 'yes'",
            good: "'SAGEMAKER_TFS_ENABLE_BATCHING': 'True'", at: "SAGEMAKER_TFS_ENABLE_BATCHING",
            "neither true nor false"),
        item(
            "refused-setting", withData(tensorFlow), "'SAGEMAKER_MULTI_MODEL': '1'",
            good: "'SAGEMAKER_MULTI_MODEL': 'false'", at: "SAGEMAKER_MULTI_MODEL"),
        item(
            "refused-setting", tgi, "'HF_MODEL_ID': 'a/b', 'MAX_INPUT_LENGTH': '4096', 'MAX_TOTAL_TOKENS': '2048'",
            good: "'HF_MODEL_ID': 'a/b', 'MAX_INPUT_LENGTH': '2047', 'MAX_TOTAL_TOKENS': '2048'",
            at: "MAX_INPUT_LENGTH",
            "has to be less"),
        item(
            "refused-setting", tgi, "'HF_MODEL_ID': 'a/b', 'MAX_INPUT_TOKENS': '2048', 'MAX_TOTAL_TOKENS': '2048'",
            good: "'HF_MODEL_ID': 'a/b', 'MAX_INPUT_TOKENS': '4096', 'MAX_BATCH_TOTAL_TOKENS': '2048'",
            at: "MAX_INPUT_TOKENS"),
        item(
            "missing-program-variable", withData(sklearn), "",
            good: "'SAGEMAKER_PROGRAM': 'a.py', 'SAGEMAKER_SUBMIT_DIRECTORY': 's3://mybucket/a.tar.gz'", at: "",
            "SAGEMAKER_PROGRAM"),
        item(
            "missing-program-variable", withData(xgboost), "'SAGEMAKER_PROGRAM': 'a.py'", good: "", at: "",
            "SAGEMAKER_SUBMIT_DIRECTORY is not set"),
    ]
}
