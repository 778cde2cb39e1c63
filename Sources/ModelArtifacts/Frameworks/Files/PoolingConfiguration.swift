/// What counts here of `1_Pooling/config.json` of a sentence transformer.
struct PoolingConfiguration {
    /// The ways to pool that Text Embeddings Inference knows, as members of the file.
    ///
    /// Source: `PoolConfig` in `router/src/lib.rs` of huggingface/text-embeddings-inference.
    private static let known = ["pooling_mode_cls_token", "pooling_mode_mean_tokens", "pooling_mode_lasttoken"]

    /// The members that say whether something is done, with what they say.
    private var switches: [String: Bool] = [:]

    /// Reads a file; nil if it cannot be read, or is no object.
    init?(_ bytes: [UInt8]) {
        let isRead = JSONReader.readObject(in: bytes, name: "config.json") { (json) throws(ArtifactError) in
            try take(&json)
        }
        guard isRead else { return nil }
    }

    private mutating func take(_ json: inout JSONReader) throws(ArtifactError) {
        let name = json.text.string ?? ""
        if name.hasPrefix("pooling_mode_"), switches.count < 100, try json.kind() == .boolean {
            switches[name] = try json.readBoolean()
        } else {
            try json.skipValue()
        }
    }

    /// A member that the server has to find; nil if none is missing.
    var missingMember: String? { Self.known.prefix(2).first { switches[$0] == nil } }

    /// The way to pool that is wanted and that the server does not know; nil if it knows one, or the file says too little to tell.
    var unknownMode: String? {
        guard Self.known.prefix(2).allSatisfy({ switches[$0] == false }), switches[Self.known[2]] != true else {
            return nil
        }
        return switches.filter { $0.value }.keys.min() ?? "none"
    }
}
