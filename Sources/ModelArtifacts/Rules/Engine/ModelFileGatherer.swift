/// Gathers from the events of a layout what the container that is told would look at, or what hints at one.
package final class ModelFileGatherer {
    /// So many components a path can have to be kept whatever its name; deeper ones are only for their names.
    private static let depth = 3
    /// The names by which files deeper down are told.
    private static let deepNames = [
        "saved_model.pb", "saved_model.pbtxt", "config.pbtxt", "config.json", "model_index.json", "serving.properties",
        ".py", ".mar", ".gguf", ".safetensors", ".h5", ".keras",
    ]
    /// The names that hint at a framework.
    private static let hints = [
        "saved_model.pb", "config.pbtxt", "serving.properties", "MAR-INF/MANIFEST.json", "config.json",
        "xgboost-model", ".xgb", ".ubj", ".gguf",
    ]

    /// What was gathered.
    package private(set) var files = ModelFiles()
    private let framework: Framework?
    /// So many bytes of contents are kept in all.
    private static let mostContents = 64 << 20
    private var contentBytes = 0

    private init(_ framework: Framework?) { self.framework = framework }

    /// A gatherer for a source; nil if nobody asks.
    static func gatherer(for subject: Subject) -> ModelFileGatherer? {
        let isAsked = subject.framework.map { $0 != .multiModel } ?? subject.hintsFramework
        return isAsked && subject.hasModelLayout ? ModelFileGatherer(subject.framework) : nil
    }

    /// Which names it wants to see: with a container that is told all, since it says of every file what becomes of it; without
    /// one the few that tell anything.
    var interest: InterestedCheck {
        if framework == nil {
            return .gatherer(self, files: NameInterest(suffixes: Self.hints), directories: .none)
        }
        return .gatherer(self, files: .every, directories: .every)
    }

    func enterDirectory(_ path: Span<UInt8>) {
        // A version lies as deep as the model that it is one of.
        guard Self.isNearTop(path) || (framework == .tensorFlowServing && ByteString(path).lastComponent.isNumber)
        else {
            return
        }
        files.add(ByteString(path), size: nil, isDirectory: true)
    }

    func visitFile(_ path: Span<UInt8>, _ file: borrowing LayoutFile) {
        guard framework == nil || Self.isNearTop(path) || Self.deepNames.contains(where: { path.ends(with: $0) }) else {
            return
        }
        files.add(ByteString(path), size: file.size, isDirectory: false)
    }

    /// What of the contents of a file the decision of a framework's container depends on.
    static func needs(
        path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?, _ framework: Framework?
    ) -> ContentNeeds {
        guard let framework, isNearTop(path) else { return .none }
        return ContentNeeds(
            prefix: bytesNeeded(path: path, name: name, size: size, framework), judgement: framework.asksOf(format))
    }

    private static func bytesNeeded(path: Span<UInt8>, name: Int, size: Int64, _ framework: Framework) -> Int {
        let limit =
            switch framework {
            case .huggingFace where name == 0 && path.ends(with: "config.json"): 1 << 20
            case .tei where path.ends(withComponents: "config.json"): 1 << 20
            case .djlLMI where path.ends(withComponents: "serving.properties"): 1 << 20
            case .triton where path.ends(withComponents: "config.pbtxt"): 1 << 20
            case .xgboost where name == 0: 4096
            case .pytorch, .torchserve, .huggingFace, .sklearn, .xgboost: path.ends(with: ".py") ? 256 << 10 : 0
            default: 0
            }
        // The start of a text that is understood only as a whole is of no use; of others some bytes tell.
        return limit == 1 << 20 && size > Int64(limit) ? 0 : min(limit, Int(size))
    }

    func visit(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64) {
        guard let framework, Self.isNearTop(path) else { return }
        if framework.asksOf(contents.format), contents.facts != .none {
            files.add(contents.facts, of: ByteString(path))
        }
        let wanted = Self.bytesNeeded(path: path, name: name, size: size, framework)
        guard wanted > 0, contents.prefix.count >= wanted, contentBytes < Self.mostContents else { return }
        contentBytes += wanted
        files.add(contents: Array(contents.prefix.prefix(wanted)), of: ByteString(path))
    }

    private static func isNearTop(_ path: Span<UInt8>) -> Bool {
        var slashes = 0
        for index in path.indices where path[index] == UInt8(ascii: "/") {
            slashes += 1
            if slashes == depth { return false }
        }
        return true
    }
}

extension Framework {
    /// Whether its container's decision depends on what a file of that format is inside.
    fileprivate func asksOf(_ format: ContentFormat?) -> Bool {
        switch self {
        case .pytorch, .torchserve, .triton: format == .pytorch
        case .huggingFace: format == .safetensors
        default: false
        }
    }
}
