/// Finds what training leaves beside a model.
final class TrainingLeftover: LayoutCheck, SummaryCheck {
    static let interest = NameInterest(
        suffixes: [
            "optimizer.pt", "optimizer.bin", "scheduler.pt", "scaler.pt", "trainer_state.json", "training_args.bin",
            "pytorch_model.bin", "adapter_model.bin", "tf_model.h5", "saved_model.pb", "code/inference.py",
        ] + weights, prefixes: ["rng_state", "events.out.tfevents"], traits: .numbered)
    static let directories = NameInterest(
        prefixes: ["checkpoint-", "global_step", "run-", "offline-run-", "runs", "wandb"])
    /// How the names of weights end that are told by that.
    private static let weights = ["model.safetensors", ".gguf", ".pt", ".pth", ".onnx", ".ckpt", ".keras"]
    /// How many are kept until the sums are known.
    private static let mostKept = 10_000

    static let rule = Rule(
        "training-leftover", .note, "what training needs to go on, and serving does not",
        explanation: """
            Where the model directory was also the output directory of the training, every checkpoint with its optimizer is in the \
            model: an optimizer alone is twice the size of the weights. `checkpoint-N`, `global_stepN`, `optimizer.pt`, `scheduler.pt`, \
            `rng_state.pth`, `trainer_state.json`, `training_args.bin`, `runs`, `wandb` and event files of TensorBoard are found. More than a tenth of all \
            bytes is a warning, unless a script loads the model, which may want it. Nothing is said of a folder that holds the only \
            weights, nor of a `scaler.pt` without anything else of a training beside it.
            """,
        remedy:
            "leave them out with `--exclude`, here and for the uploader, as `--exclude 'checkpoint-*'`, or train into another directory",
        example: Rule.Example(
            bad: "checkpoint-500/optimizer.pt\nmodel.safetensors", good: "config.json\nmodel.safetensors"),
        source: "https://huggingface.co/docs/transformers/main_classes/trainer")

    private struct Leftover {
        let path: ByteString
        let bytes: Int64
        /// The number of files below it; nil if it is one itself.
        let files: Int?
        /// Whether it is a directory with weights in it, or a checkpoint, which may hold the only ones.
        var holdsWeights = false
        /// What leaves it out, and its like.
        let pattern: String
    }

    private var outermost = OutermostDirectory()
    private var bytesBefore: Int64 = 0
    private var found: [Leftover] = []
    /// Whether there are weights where they belong.
    private var hasWeights = false
    private var hasInnerWeights = false
    private var hasScript = false

    func begin() {
        (bytesBefore, found) = (0, [])
        (hasWeights, hasInnerWeights, hasScript) = (false, false, false)
    }

    func enterDirectory(_ path: Span<UInt8>, name: Int, _ context: CheckContext) {
        guard !outermost.isEntered, Self.isLeftover(directory: path, name: name) else { return }
        outermost.enter(path)
        hasInnerWeights = false
        bytesBefore = context.bytesSoFar
    }

    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext) {
        guard outermost.leave(path) else { return }
        let last = path.extracting(name..<path.count)
        let prefix = Self.checkpointPrefix(of: last)
        keep(
            Leftover(
                path: ByteString(path), bytes: context.bytesSoFar - bytesBefore, files: totals.filesBelow,
                holdsWeights: prefix != nil || hasInnerWeights,
                pattern: (name == 0 ? "" : "*") + (prefix.map { $0 + "*" } ?? "\(ByteString(last))/*")))
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        guard file.kind == .file else { return }
        let last = path.extracting(name..<path.count)
        let isLeftover = Self.isLeftover(file: last)
        if outermost.isEntered {
            hasInnerWeights = hasInnerWeights || (!isLeftover && Self.isWeights(last))
        } else if isLeftover {
            keep(
                Leftover(
                    path: ByteString(path), bytes: file.size ?? 0, files: nil,
                    pattern: (name == 0 ? "" : "*") + ByteString(last).description))
        } else if last.equals("inference.py") {
            hasScript = hasScript || path.equals("code/inference.py")
        } else if !CodeDirectory.isPathConfiguration(path) {
            hasWeights = true
        }
    }

    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        let isScripted = hasScript || context.decision?.isScripted ?? false
        let companions = Set(found.filter { $0.files == nil && !Self.isScaler($0.path) }.map(\.path.parent))
        for leftover in found where hasWeights || !leftover.holdsWeights {
            if Self.isScaler(leftover.path), !companions.contains(leftover.path.parent) { continue }
            let option = "--exclude \(ShellWord.quoted(ByteString(leftover.pattern)))"
            var finding = Finding(
                Self.rule,
                leftover.files.map {
                    "'\(leftover.path)' is left over from training, with \(Plural.count($0, "file")) below it"
                } ?? "'\(leftover.path)' is left over from training",
                at: context.location(leftover.path), count: leftover.files,
                help: context.subject.remedy(leavingOutBy: option)
                    ?? "leave it out, here and for the uploader, with `\(option)`, or train into another directory")
            if leftover.bytes > totals.bytes / 10, !isScripted { finding.severity = .warning }
            context.report(finding)
        }
    }

    /// Whether it is the state of a scaler of gradients by its name, which scalers of data have as well.
    private static func isScaler(_ path: ByteString) -> Bool { path.lastComponent == "scaler.pt" }

    private static func isWeights(_ name: Span<UInt8>) -> Bool {
        weights.contains { name.ends(with: $0) } || NumberedName(name) != nil
    }

    private func keep(_ leftover: Leftover) {
        if found.count < Self.mostKept { found.append(leftover) }
    }

    /// `checkpoint-500` of transformers, `global_step500` of DeepSpeed, `wandb/run-20260101_120000-x` of Weights & Biases, and at the
    /// top, where they write them and no library lies, all of `wandb`, and `runs` of TensorBoard.
    private static func isLeftover(directory path: Span<UInt8>, name: Int) -> Bool {
        let last = path.extracting(name..<path.count)
        if checkpointPrefix(of: last) != nil { return true }
        if name == 0 { return last.equals("wandb") || last.equals("runs") }
        guard ["run-", "offline-run-"].contains(where: { last.starts(with: $0) }) else { return false }
        return path.extracting(0..<(name - 1)).ends(withComponents: "wandb")
    }

    /// How a directory's name begins that is called as a checkpoint by its number; nil if it is not.
    private static func checkpointPrefix(of name: Span<UInt8>) -> String? {
        for prefix in ["checkpoint-", "global_step"] where name.starts(with: prefix) {
            let digits = prefix.utf8.count..<name.count
            return !digits.isEmpty && digits.allSatisfy { name[$0] &- UInt8(ascii: "0") < 10 } ? prefix : nil
        }
        return nil
    }

    private static func isLeftover(file name: Span<UInt8>) -> Bool {
        if name.starts(with: "events.out.tfevents") { return true }
        if name.starts(with: "rng_state") { return name.ends(with: ".pth") }
        return [
            "optimizer.pt", "optimizer.bin", "scheduler.pt", "scaler.pt", "trainer_state.json", "training_args.bin",
        ].contains { name.equals($0) }
    }
}
