/// What counts here of `MAR-INF/MANIFEST.json`, by which TorchServe loads a model archive that is unpacked.
///
/// Source: `Manifest.java` of pytorch/serve; `initialize` in `ts/torch_handler/base_handler.py`.
struct ModelArchiveManifest {
    /// Where it lies in the archive.
    static let path: ByteString = "MAR-INF/MANIFEST.json"

    /// Whether `model` is given as null, which is not the same as leaving it out.
    private(set) var lacksModel = false
    /// Whether `runtime` is given as null, or as one that TorchServe does not know, which is the same to it.
    private(set) var lacksRuntime = false
    /// Source: `RuntimeType` in `Manifest.java`.
    private static let runtimes: [ByteString] = ["python", "python3", "LSP"]
    /// The texts among the members of `model`.
    private var members: [String: ByteString] = [:]
    /// More than any file has.
    private static let mostMembers = 100

    /// Reads a file; nil if it cannot be read, or is no object.
    init?(_ bytes: [UInt8]) {
        let isRead = JSONReader.readObject(in: bytes, name: "MANIFEST.json") { (json) throws(ArtifactError) in
            try take(&json)
        }
        guard isRead else { return nil }
    }

    /// A member of `model`; nil if it is not there, or is no text or number.
    subscript(member: String) -> ByteString? { members[member].flatMap { $0.isEmpty ? nil : $0 } }

    /// Why the server refuses the archive, in words that stand behind the name of the manifest; nil if it does not.
    ///
    /// Source: `createModelArchive` in `ModelManager.java`, `validate` in `ModelArchive.java`.
    var refusal: String? {
        if lacksModel { return "has null as the model, by which the server fails: \"NullPointerException\"" }
        guard lacksRuntime else { return nil }
        return "names no runtime that TorchServe has: the server says \"Runtime is not defined or invalid.\""
    }

    /// The handler without its function: `code/handler.py` of `code/handler.py:handle`; nil if none is named.
    private var handlerPath: ByteString? {
        self["handler"].map { ByteString(Array($0.bytes.prefix { $0 != UInt8(ascii: ":") })) }
    }

    /// The file of a handler of one's own, which Python imports by its name alone; nil if it is one that TorchServe has, or a module of
    /// which nobody knows where it lies.
    ///
    /// - Parameter isThere: whether there is a file of that name at the top of the archive.
    func handlerFile(_ isThere: (ByteString) -> Bool) -> ByteString? {
        guard let module = handlerPath?.lastComponent else { return nil }
        if module.hasSuffix(".py") { return module }
        return isThere(module + ".py") ? module + ".py" : nil
    }

    /// Where in the archive the server finds a handler's file: at the top, and where its path says, if it names a function.
    ///
    /// Source: `getEnvString` in `EnvironmentUtils.java`.
    func handlerPlaces(_ file: ByteString) -> [ByteString] {
        guard let path = handlerPath, path != self["handler"] else { return [file] }
        return [file, path]
    }

    private mutating func take(_ json: inout JSONReader) throws(ArtifactError) {
        let kind = try json.kind()
        if json.textEquals("model"), kind == .object {
            try readModel(&json)
        } else if json.textEquals("runtime"), kind == .string {
            try json.readString()
            lacksRuntime = !Self.runtimes.contains(json.text)
        } else {
            if json.textEquals("model") { lacksModel = kind == .null }
            if json.textEquals("runtime") { lacksRuntime = kind == .null || kind == .number }
            try json.skipValue()
        }
    }

    private mutating func readModel(_ json: inout JSONReader) throws(ArtifactError) {
        try json.beginObject()
        while try json.nextMember() {
            let name = json.text.string ?? ""
            switch try json.kind() {
            case .string where members.count < Self.mostMembers:
                try json.readString()
                members[name] = json.text
            case .number:
                // Gson makes texts of numbers.
                members[name] = "0"
                try json.skipValue()
            default: try json.skipValue()
            }
        }
    }
}
