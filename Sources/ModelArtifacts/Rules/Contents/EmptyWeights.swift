/// Finds weights and the files that describe them which hold nothing at all.
final class EmptyWeights: LayoutCheck, WeightsCheck {
    static let interest = NameInterest(
        suffixes: [
            ".safetensors", ".gguf", ".onnx", ".onnx_data", ".onnx.data", ".pt", ".pth", ".pt2", ".ckpt", ".h5",
            ".hdf5", ".keras",
            ".tflite", ".plan", ".engine", ".ubj", ".npz", ".npy", "saved_model.pb", ".bin", ".msgpack",
            "xgboost-model", ".xgb", ".joblib", ".pkl", ".pickle", ".json", "variables.index",
        ], isForEmptyFiles: true)
    static let directories = NameInterest.none

    static let rule = Rule(
        "empty-weights", .error, "a file of weights, or one that describes them, is empty",
        explanation: """
            A file of 0 bytes under such a name is what a copy leaves that was broken off at once, or a script that made the file \
            before it had the contents. Loaders fail with "header too small", "Ran out of input" or "file signature not found". Only \
            names that stand for weights are looked at, and those of JSON that loaders read, as `config.json` and `tokenizer.json`; in \
            `code/` and `site-packages/` neither JSON nor `*.pth`, which is Python's there.
            """,
        remedy: "copy or download it again, or leave it out if nothing is meant to be in it",
        example: Rule.Example(bad: "model.safetensors of 0 bytes", good: "model.safetensors with the weights"),
        source: "https://github.com/huggingface/safetensors#format")

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        // Only files of no bytes are shown; those of a hard link lie where it leads.
        guard file.target == nil else { return }
        let last = path.extracting(name..<path.count)
        let format = ContentFormat(named: last)
        let isMeant =
            format?.isWeights ?? false || format == .loaderJSON || format == .shardIndex || last.equals("xgboost-model")
            || [".xgb", ".joblib", ".pkl", ".pickle"].contains { last.ends(with: $0) }
        // Of code no loader reads these.
        let isOfCode = [".pth", ".json"].contains { last.ends(with: $0) } && CodeDirectory.holds(path)
        // So a cache of the Hugging Face Hub remembers that a repository has no such file.
        guard isMeant, !isOfCode, !path.extracting(0..<name).contains(".no_exist/"),
            !NotAGzipTar.applies(to: context.subject)
        else {
            return
        }
        context.report(Self.rule, at: path) { "'\($0)' is empty" }
    }

    /// A file of TensorFlow's variables may be empty if others hold them all.
    func check(_ files: WeightFiles, _ context: CheckContext) {
        for (path, folder) in files.sortedFolders {
            for set in folder.sets where set.ending.isEmpty && set.isComplete && set.bytes == 0 {
                let place = path + set.firstName
                context.report(Finding(Self.rule, "'\(place)' is empty", at: context.location(place)))
            }
        }
    }
}
