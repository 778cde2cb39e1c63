/// What the environment says of places in the model.
extension Container {
    /// No request has more that count.
    private static let mostPaths = 32
    /// Variables that name the model itself, of which a container reads the first that is set, and those that a request sets
    /// whatever the model is: none of them says that anything in the artifact is used besides.
    private static let namingModels: Set<String> = [
        "HF_MODEL_ID", "OPTION_MODEL_ID", "SM_VLLM_MODEL", "SM_SGLANG_MODEL_PATH", "SM_LLAMA_CPP_MODEL",
        "SM_LLAMA_CPP_MODEL_DIR", "MODEL_CACHE_ROOT", DJLStartup.variable,
    ]

    /// The paths below the model directory that variables have as their values, sorted: `m` for `/opt/ml/model/m`.
    package var namedPaths: [ByteString] {
        let paths = (environment ?? [:]).values.compactMap { ByteString($0).belowModel }.filter { !$0.isEmpty }
        return Array(Set(paths).sorted().prefix(Self.mostPaths))
    }

    /// The paths in the model that stand anywhere in the values of other variables, empty for the model directory itself: those
    /// of adapters, of templates, of a configuration.
    package func usedPaths(besides variable: String? = nil) -> [ByteString] {
        let values = (environment ?? [:]).filter { name, _ in
            name != variable && !Self.namingModels.contains(name) && !name.hasPrefix("SAGEMAKER_")
        }.values
        return Array(Set(values.flatMap(Self.modelPaths)).sorted().prefix(Self.mostPaths))
    }

    /// The paths in the model that stand anywhere in the value of a variable.
    package func paths(in variable: String) -> [ByteString] { value(variable).map(Self.modelPaths) ?? [] }

    private static func modelPaths(in value: String) -> [ByteString] {
        let (bytes, root) = (Array(value.utf8), ModelDirectory.path.bytes)
        var paths: [ByteString] = []
        var start = 0
        while start + root.count <= bytes.count {
            guard bytes[start...].starts(with: root) else {
                start += 1
                continue
            }
            let end = bytes[start...].firstIndex { $0 <= 0x20 || "\"',;:=&|<>()[]{}".utf8.contains($0) }
            if let path = ByteString(Array(bytes[start..<(end ?? bytes.endIndex)])).belowModel { paths.append(path) }
            start = end ?? bytes.endIndex
        }
        return paths
    }
}

extension ByteString {
    /// What an absolute path is called below the model directory: empty for itself, nil if it is not below.
    var belowModel: ByteString? {
        var bytes = bytes[...]
        while bytes.last == UInt8(ascii: "/") { bytes = bytes.dropLast() }
        let path = ByteString(Array(bytes))
        return path == ModelDirectory.path ? ByteString() : ModelDirectory.path(below: path)
    }
}
