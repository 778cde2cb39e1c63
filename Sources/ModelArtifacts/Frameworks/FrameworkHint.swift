/// What an artifact looks like, told by signs that leave no doubt.
package struct FrameworkHint: Hashable, Sendable {
    /// The framework that serves such a layout.
    package let framework: Framework
    /// The file that tells.
    package let path: ByteString

    /// Looks for signs; nil if there are none.
    package init?(_ files: ModelFiles) {
        guard files.isComplete, let sign = Self.sign(in: files) else { return nil }
        (framework, path) = sign
    }

    /// The sign of the least rank, and of several of one rank the first.
    private static func sign(in files: ModelFiles) -> (Framework, ByteString)? {
        var found: (rank: Int, framework: Framework, path: ByteString)?
        for entry in files.entries where !entry.isDirectory {
            guard let (rank, framework) = sign(entry), found.map({ rank < $0.rank }) ?? true else { continue }
            found = (rank, framework, entry.path)
        }
        // Half a dozen servers take what Hugging Face's libraries save.
        guard let found, found.framework != .llamaCpp || !files.hasFile("config.json") else { return nil }
        return (found.framework, found.path)
    }

    /// What a file is a sign of, and how much less it counts than others.
    private static func sign(_ entry: ModelFiles.Entry) -> (rank: Int, Framework)? {
        let path = entry.path.bytes.span
        let depth = entry.depth
        switch true {
        case path.ends(withComponents: "serving.properties") where depth <= 2: return (0, .djlLMI)
        // The server enters a directory that is alone.
        case path.ends(withComponents: "MAR-INF/MANIFEST.json") where depth <= 3: return (1, .torchserve)
        case path.ends(withComponents: "config.pbtxt") where depth == 2: return (2, .triton)
        case path.ends(withComponents: "saved_model.pb") where (2...3).contains(depth):
            return entry.parent.lastComponent.isNumber ? (3, .tensorFlowServing) : nil
        case path.equals("xgboost-model"): return (4, .xgboost)
        case depth == 1 && (path.ends(with: ".xgb") || path.ends(with: ".ubj")): return (5, .xgboost)
        case depth == 1 && path.ends(with: ".gguf"): return (6, .llamaCpp)
        default: return nil
        }
    }

    /// Whether another framework serves such a layout as well, so that nobody need be told.
    package func agrees(with other: Framework) -> Bool {
        switch framework {
        case other: true
        case .torchserve: other == .pytorch
        case .llamaCpp: [.vllm, .sglang, .djlLMI].contains(other)
        case .xgboost: [.sklearn, .djlLMI].contains(other)
        default: false
        }
    }
}
