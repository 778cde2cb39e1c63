/// What counts here of `model_index.json` of a pipeline of diffusers: the parts that it is made of.
struct PipelineIndex {
    /// A part, which has a directory of its name.
    struct Part: Hashable {
        let name: String
        /// The class that loads it, as `AutoencoderKL`.
        let className: String
    }

    /// The parts in their order. One that is null is left out, as the pipeline does without it.
    private(set) var parts: [Part] = []
    /// More than any pipeline has.
    private static let mostParts = 100

    /// Reads a file; nil if it cannot be read, or is no object.
    init?(_ bytes: [UInt8]) {
        do throws(ArtifactError) {
            guard try read(bytes) else { return nil }
        } catch {
            return nil
        }
    }

    private mutating func read(_ bytes: [UInt8]) throws(ArtifactError) -> Bool {
        var json = JSONReader(InputBuffer(bytes, name: "model_index.json"))
        guard try json.nextDocument(), try json.kind() == .object else { return false }
        try json.beginObject()
        while try json.nextMember() {
            let name = json.text.string ?? "_"
            if try json.kind() == .array, !name.hasPrefix("_"), parts.count < Self.mostParts {
                try readPart(name, &json)
            } else {
                try json.skipValue()
            }
        }
        return true
    }

    /// Reads `["diffusers", "AutoencoderKL"]`.
    private mutating func readPart(_ name: String, _ json: inout JSONReader) throws(ArtifactError) {
        var texts: [String?] = []
        try json.beginArray()
        while try json.nextElement() {
            guard try json.kind() == .string else {
                texts.append(nil)
                try json.skipValue()
                continue
            }
            try json.readString()
            texts.append(json.text.string)
        }
        if texts.count == 2, texts[0] != nil, let className = texts[1] {
            parts.append(Part(name: name, className: className))
        }
    }
}
