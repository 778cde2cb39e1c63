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
        let isRead = JSONReader.readObject(in: bytes, name: "model_index.json") { (json) throws(ArtifactError) in
            try take(&json)
        }
        guard isRead else { return nil }
    }

    private mutating func take(_ json: inout JSONReader) throws(ArtifactError) {
        let name = json.text.string ?? "_"
        if try json.kind() == .array, !name.hasPrefix("_"), parts.count < Self.mostParts {
            try readPart(name, &json)
        } else {
            try json.skipValue()
        }
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
