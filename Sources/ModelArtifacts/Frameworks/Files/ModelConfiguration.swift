/// What counts here of `config.json` of a model of transformers, and of `tokenizer_config.json` and `adapter_config.json` beside it.
struct ModelConfiguration: Hashable {
    /// `model_type`, as `bert`.
    private(set) var modelType: String?
    /// The texts among `architectures`, as `BertForMaskedLM`.
    private(set) var architectures: [String] = []
    /// The first of `architectures`, if it is a text.
    private(set) var firstArchitecture: String?
    /// The members that it has at the top with values other than null.
    private(set) var members: Set<String> = []
    /// The modules of Python beside it that `auto_map` names, as `modeling_x` of `modeling_x.XModel`.
    private(set) var modules: [String] = []
    /// `tokenizer_class`, as `LlamaTokenizer`.
    private(set) var tokenizerClass: String?
    /// `base_model_name_or_path`, which names the model of an adapter.
    private(set) var baseModel: String?
    /// More than any file has.
    private static let mostMembers = 10_000
    private static let mostModules = 100

    /// Reads a file; nil if it cannot be read, or is no object.
    init?(_ bytes: [UInt8]) {
        let isRead = JSONReader.readObject(in: bytes, name: "config.json") { (json) throws(ArtifactError) in
            try take(&json)
        }
        guard isRead else { return nil }
    }

    private mutating func take(_ json: inout JSONReader) throws(ArtifactError) {
        let kind = try json.kind()
        if kind != .null, members.count < Self.mostMembers, let name = json.text.string { members.insert(name) }
        if json.textEquals("architectures"), kind == .array {
            try readArchitectures(&json)
        } else if json.textEquals("model_type"), kind == .string {
            try json.readString()
            modelType = json.text.string
        } else if json.textEquals("tokenizer_class"), kind == .string {
            try json.readString()
            tokenizerClass = json.text.string
        } else if json.textEquals("base_model_name_or_path"), kind == .string {
            try json.readString()
            baseModel = json.text.string
        } else if json.textEquals("auto_map"), kind == .object {
            try readModules(&json)
        } else {
            try json.skipValue()
        }
    }

    /// Reads `{"AutoModel": "modeling_x.XModel"}`. Of a text with `--` the module lies in another repository.
    private mutating func readModules(_ json: inout JSONReader) throws(ArtifactError) {
        modules = []
        try json.beginObject()
        while try json.nextMember() {
            switch try json.kind() {
            case .string: try readModule(&json)
            // Tokenizers have a list, a slow one and a fast one, each of which may be null.
            case .array:
                try json.beginArray()
                while try json.nextElement() {
                    if try json.kind() == .string { try readModule(&json) } else { try json.skipValue() }
                }
            default: try json.skipValue()
            }
        }
    }

    private mutating func readModule(_ json: inout JSONReader) throws(ArtifactError) {
        try json.readString()
        guard let text = json.text.string, !text.contains("--"), let dot = text.firstIndex(of: ".") else { return }
        let module = String(text[..<dot])
        if modules.count < Self.mostModules, !modules.contains(module), !module.contains("/") {
            modules.append(module)
        }
    }

    private mutating func readArchitectures(_ json: inout JSONReader) throws(ArtifactError) {
        (architectures, firstArchitecture) = ([], nil)
        var isFirst = true
        try json.beginArray()
        while try json.nextElement() {
            guard try json.kind() == .string else {
                isFirst = false
                try json.skipValue()
                continue
            }
            try json.readString()
            if let name = json.text.string {
                architectures.append(name)
                if isFirst { firstArchitecture = name }
            }
            isFirst = false
        }
    }
}
