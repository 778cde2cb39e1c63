/// How tokenizer.json writes the merges of a tokenizer, by which it joins letters to words: as texts, `"a b"`, or, as tokenizers 0.20 and
/// later write them, as pairs, `["a", "b"]`.
///
/// Source: `Serialize for BPE` in `tokenizers/src/models/bpe/serialization.rs` of huggingface/tokenizers.
struct TokenizerMerges {
    private enum Place {
        case elsewhere, value, list
    }

    /// Whether they are pairs, as far as the first of them tells.
    private(set) var arePairs = false
    private var isInModel = false
    private var place = Place.elsewhere

    /// Takes in the next token of a file, which may be any JSON.
    ///
    /// - Parameters:
    ///   - text: that of a name.
    ///   - depth: how many objects and arrays are open.
    mutating func take(_ token: JSONTokens.Token, _ text: [UInt8], depth: Int) {
        switch (token, place) {
        case (.name, _) where depth == 1:
            isInModel = text.elementsEqual("model".utf8)
            place = .elsewhere
        case (.name, _) where depth == 2:
            place = isInModel && text.elementsEqual("merges".utf8) ? .value : .elsewhere
        case (.beginArray, .value): place = .list
        case (.beginArray, .list):
            arePairs = true
            place = .elsewhere
        default: place = .elsewhere
        }
    }
}
