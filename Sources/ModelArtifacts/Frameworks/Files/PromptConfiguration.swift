/// What counts here of `config_sentence_transformers.json` of a sentence transformer: the prompts that stand in front of texts.
///
/// Source: `NewSTConfig` in `router/src/lib.rs` of huggingface/text-embeddings-inference.
struct PromptConfiguration {
    /// The names of the prompts; none where the file has no prompts.
    private(set) var names: Set<String> = []
    /// Whether the prompts are no texts by their names.
    private(set) var isRefused = false
    /// More than any file has.
    private static let mostNames = 1000

    /// Reads a file; nil if it cannot be read, or is no object.
    init?(_ bytes: [UInt8]) {
        let isRead = JSONReader.readObject(in: bytes, name: "config_sentence_transformers.json") {
            (json) throws(ArtifactError) in
            try take(&json)
        }
        guard isRead else { return nil }
    }

    private mutating func take(_ json: inout JSONReader) throws(ArtifactError) {
        guard json.textEquals("prompts") else { return try json.skipValue() }
        switch try json.kind() {
        case .object:
            try json.beginObject()
            while try json.nextMember() {
                let name = json.text.string
                if try json.kind() != .string { isRefused = true }
                if let name, names.count < Self.mostNames { names.insert(name) }
                try json.skipValue()
            }
        case .null: try json.skipValue()
        default:
            isRefused = true
            try json.skipValue()
        }
    }
}
