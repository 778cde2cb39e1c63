/// What counts here of `MAR-INF/MANIFEST.json`, by which TorchServe loads a model archive that is unpacked.
///
/// Source: `Manifest.java` of pytorch/serve; `initialize` in `ts/torch_handler/base_handler.py`.
struct ModelArchiveManifest {
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
        do throws(ArtifactError) {
            guard try read(bytes) else { return nil }
        } catch {
            return nil
        }
    }

    /// A member of `model`; nil if it is not there, or is no text or number.
    subscript(member: String) -> ByteString? { members[member].flatMap { $0.isEmpty ? nil : $0 } }

    private mutating func read(_ bytes: [UInt8]) throws(ArtifactError) -> Bool {
        var json = JSONReader(InputBuffer(bytes, name: "MANIFEST.json"))
        guard try json.nextDocument(), try json.kind() == .object else { return false }
        try json.beginObject()
        while try json.nextMember() {
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
        return true
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
