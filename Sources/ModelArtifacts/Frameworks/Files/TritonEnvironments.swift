/// The archives that Triton unpacks itself: Python environments that a `config.pbtxt` names.
///
/// Source: triton-inference-server/python_backend, README.md, "Creating Custom Execution Environments": in the path of one,
/// `$$TRITON_MODEL_DIRECTORY` stands for the directory of the model.
struct TritonEnvironments {
    /// More models, or archives, are not told apart: nothing is said of those beyond.
    private static let limit = 10_000
    /// How much of a `config.pbtxt` is looked at.
    static let searchedBytes = 64 << 10

    private static let file = "config.pbtxt"
    private static let directoryVariable: ByteString = "$$TRITON_MODEL_DIRECTORY"

    /// The directories with a `config.pbtxt`, and whether it was read and understood.
    private var models: [ByteString: Bool] = [:]
    private var environments: Set<ByteString> = []

    /// Whether a path is that of the file that describes a model.
    static func describesModel(_ path: Span<UInt8>) -> Bool { path.ends(withComponents: file) }

    /// Takes in that a model is described, by the path of its `config.pbtxt`.
    mutating func add(model path: Span<UInt8>) {
        let directory = ByteString(path).parent
        if models.count < Self.limit, models[directory] == nil { models[directory] = false }
    }

    /// Takes in what describes a model, as far as it was read.
    mutating func add(model path: Span<UInt8>, contents: Span<UInt8>) {
        let directory = ByteString(path).parent
        guard models.count < Self.limit || models[directory] != nil else { return }
        let configuration = TritonConfiguration(ByteString(contents).bytes)
        models[directory] = configuration != nil
        for text in configuration?.environments ?? [] where environments.count < Self.limit {
            environments.formUnion(Self.paths(text, in: directory))
        }
    }

    /// Whether Triton may unpack an archive: a model names it, or one beside or above it might and was not read.
    func mayUnpack(_ path: ByteString) -> Bool {
        if environments.contains(path) { return true }
        var directory = path.parent
        while true {
            if models[directory] == false { return true }
            guard !directory.isEmpty else { return models.count >= Self.limit }
            directory = directory.parent
        }
    }

    /// Which files of the layout a path in a `config.pbtxt` may mean.
    static func paths(_ text: ByteString, in directory: ByteString) -> [ByteString] {
        if text.hasPrefix(directoryVariable) {
            return [normalized(directory + ByteString(Array(text.bytes.dropFirst(directoryVariable.count))))]
        }
        if let below = ModelDirectory.path(below: text) { return [normalized(below)] }
        return text.hasPrefix("/") ? [] : [normalized(directory + "/" + text), normalized(text)]
    }

    private static func normalized(_ path: ByteString) -> ByteString {
        var components: [ArraySlice<UInt8>] = []
        for component in path.bytes.split(separator: UInt8(ascii: "/")) {
            switch ByteString(Array(component)) {
            case ".": continue
            case "..": _ = components.popLast()
            default: components.append(component)
            }
        }
        return ByteString(Array(components.joined(separator: [UInt8(ascii: "/")])))
    }
}
