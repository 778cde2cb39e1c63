import Testing

@testable import ModelArtifacts

/// How far down a container's decision knows of files: what lies deeper than three components is known by a few names, and below
/// the directories that the environment names.
@Suite struct GatheredFileTests {
    /// What the rule of a container says of a model of these files.
    private func said(
        _ rule: String, _ framework: Framework, _ files: [ByteString], _ environment: [String: String] = [:]
    ) -> [String] {
        RuleCase.model(framework, files, environment).findings().filter { $0.rule == rule }.map(\.message)
    }

    @Test(arguments: [
        ("no-saved-model", Framework.tensorFlowServing, "a/b/c/saved_model.pb", "'a/b/c' holds saved_model.pb"),
        ("no-saved-model", .tensorFlowServing, "a/b/c/saved_model.pbtxt", "'a/b/c/saved_model.pbtxt' is a SavedModel"),
        ("no-saved-model", .tensorFlowServing, "a/b/c/m.h5", "'a/b/c/m.h5' is a model of Keras"),
        ("no-saved-model", .tensorFlowServing, "a/b/c/m.keras", "'a/b/c/m.keras' is a model of Keras"),
        ("missing-model-config", .huggingFace, "a/b/c/config.json", "'a/b/c/config.json' is not where"),
        ("missing-model-config", .huggingFace, "a/b/c/model_index.json", "'a/b/c/model_index.json' is not where"),
        ("missing-model-config", .djlLMI, "a/b/c/serving.properties", "'a/b/c/serving.properties' is not where"),
        ("missing-inference-script", .pytorch, "a/b/c/inference.py", "'a/b/c/inference.py' is not where"),
        ("mar-not-unpacked", .pytorch, "a/b/c/m.mar", "'a/b/c/m.mar' is a model archive of TorchServe"),
        ("missing-weights", .llamaCpp, "a/b/c/m.gguf", "'a/b/c/m.gguf' lies elsewhere"),
        ("missing-weights", .xgboost, "a/b/c/m.safetensors", "'a/b/c/m.safetensors' lies in a directory"),
    ])
    func namesThatTellDeepDown(_ rule: String, _ framework: Framework, _ path: String, _ words: String) {
        // Something else at the top, so that no container enters the directory; XGBoost's would load it.
        let found = said(rule, framework, [ByteString(path)] + (framework == .xgboost ? [] : ["notes.txt"]))
        #expect(found.count == 1 && found[0].hasPrefix(words), "\(found)")
    }

    /// Three components are known whatever the name, and so many below what a variable names.
    @Test func howDeepOtherNamesAreKnown() {
        let isKnown = { (path: String, named: String?) in
            let environment = named.map { ["MY_DATA": "/opt/ml/model/" + $0] } ?? [:]
            let found = said("missing-weights", .xgboost, [ByteString(path)], environment)
            #expect(found.count == 1)
            return found.first?.hasPrefix("'\(path)' lies in a directory") ?? false
        }
        #expect(isKnown("a/b/m.bin", nil) && !isKnown("a/b/c/m.bin", nil))
        #expect(isKnown("a/b/c/m.bin", "a") && !isKnown("a/b/c/d/m.bin", "a"))
        #expect(isKnown("a/b/c/d/1/2/m.bin", "a/b/c/d") && !isKnown("a/b/c/d/1/2/3/m.bin", "a/b/c/d"))
        #expect(isKnown("a/b/c/m.bin", "a/b/c/m.bin") && !isKnown("a/b/c/m.bin", "a/b/c/m"))
        #expect(!isKnown("ab/c/d/m.bin", "a") && !isKnown("a/b/c/m.bin", "a/b/c/m.bin/d"))
    }

    /// A version lies as deep as the model that it is one of.
    @Test func versionsOfADeepModel() {
        let found = said(
            "no-saved-model", .tensorFlowServing, ["a/b/c/1/saved_model.pb", "a/b/c/2/weights", "a/b/c/v/weights"])
        #expect(found.count == 1 && found[0].hasPrefix("'a/b/c/2' is taken for a version"))
    }

    /// What tells nothing takes no place from what does: of more than 50,000 entries no decision is made.
    @Test(
        arguments: [
            (NoSavedModel.self, .tensorFlowServing, "d"), (MissingWeights.self, .xgboost, ""),
            (MissingWeights.self, .xgboost, "f"),
        ] as [(any FrameworkCheck.Type, Framework, String)])
    func manyEntriesDeepDown(_ check: any FrameworkCheck.Type, _ framework: Framework, _ name: String) {
        let isDecided = { (files: [ByteString]) in
            !Artifact.directory(files).served(by: framework, [:]).findings([check]).isEmpty
        }
        #expect(isDecided((0...50_000).map { ByteString("a/b/c/\(name)\($0)/w") }))
        // The two directories are entries, too.
        #expect(isDecided((1...49_998).map { ByteString("a/b/\($0)") }))
        #expect(!isDecided((1...49_999).map { ByteString("a/b/\($0)") }))
    }
}
