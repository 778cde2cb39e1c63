@testable import ModelArtifacts

/// Files that a model configuration of Triton names, or that its backend looks for.
extension RuleCase {
    private static func named(_ configuration: String, _ files: ByteString...) -> Artifact {
        model(.triton, ["m/1/model.py"] + files, contents: ["m/config.pbtxt": "backend: \"python\"\n" + configuration])
    }

    private static func forest(_ type: String?, _ file: ByteString, filename: String = "") -> Artifact {
        let parameter = type.map { "parameters [ { key: \"model_type\" value { string_value: \"\($0)\" } } ]\n" } ?? ""
        return model(.triton, [file], contents: ["m/config.pbtxt": "backend: \"fil\"\n" + parameter + filename])
    }

    private static func repository(_ configuration: String, _ files: ByteString...) -> Artifact {
        model(.triton, files, contents: ["m/config.pbtxt": configuration])
    }

    private static let labels =
        "output [ { name: \"y\" data_type: TYPE_FP32 dims: [ 1 ] label_filename: \"labels.txt\" } ]"
    private static let warmup =
        "model_warmup [ { name: \"w\" inputs { key: \"x\" value { data_type: TYPE_FP32 dims: [ 1 ] "
        + "input_data_file: \"x.raw\" } } } ]"

    static let tritonFiles: [RuleCase] = [
        .bad("triton-no-model-file", "labels that are not there", named(labels), .error),
        .good("triton-no-model-file", "labels", named(labels, "m/labels.txt")),
        .bad("triton-no-model-file", "data to warm up that are not there", named(warmup, "m/x.raw"), .error),
        .good("triton-no-model-file", "data to warm up", named(warmup, "m/warmup/x.raw")),
        .bad("triton-no-model-file", "another form of a forest", forest("xgboost_json", "m/1/xgboost.model"), .error),
        .good("triton-no-model-file", "a forest", forest("xgboost_json", "m/1/xgboost.json")),
        .bad("triton-no-model-file", "a forest of no type", forest(nil, "m/1/model.json"), .error),
        .good("triton-no-model-file", "a forest of no type", forest(nil, "m/1/xgboost.model")),
        .bad(
            "triton-no-model-file", "OpenVINO without weights",
            repository("backend: \"openvino\"", "m/1/model.xml", "m/1/labels.txt"), .warning),
        .bad(
            "triton-no-model-file", "OpenVINO's weights of another name",
            repository("default_model_filename: \"a.xml\" backend: \"openvino\"", "m/1/a.xml", "m/1/model.bin"),
            .warning),
        .good(
            "triton-no-model-file", "OpenVINO",
            repository("backend: \"openvino\"", "m/1/model.xml", "m/1/model.bin")),
        .good(
            "triton-no-model-file", "OpenVINO of a name of its own",
            repository("default_model_filename: \"a.xml\" backend: \"openvino\"", "m/1/a.xml", "m/1/a.bin")),
        .good("triton-no-model-file", "a forest of a type that nobody told of", forest("mine", "m/1/a.bin")),
        .good(
            "triton-no-model-file", "a forest of a name of its own",
            forest("lightgbm", "m/1/a.txt", filename: "default_model_filename: \"a.txt\"\n")),
    ]
}
