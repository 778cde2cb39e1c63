package import ModelArtifacts

extension JSONValue {
    /// The value as JSON: members in their order, an indent of two spaces, a line feed at the end.
    public var json: String {
        var writer = JSONWriter()
        // Only a sink can fail, and there is none.
        try? write(to: &writer)
        try? writer.finish()
        return String(decoding: writer.output.bytes, as: UTF8.self)
    }

    /// The value as JSON on one line.
    package var compactJSON: String {
        switch self {
        case .object(let members):
            "{" + members.map { Self.quoted($0.name) + ": " + $0.value.compactJSON }.joined(separator: ", ") + "}"
        case .array(let elements): "[" + elements.map(\.compactJSON).joined(separator: ", ") + "]"
        case .string(let text): Self.quoted(text)
        case .number(let digits): digits
        case .boolean(let value): value ? "true" : "false"
        case .null: "null"
        }
    }

    private static func quoted(_ text: String) -> String {
        var writer = JSONWriter()
        try? writer.write(text)
        return String(decoding: writer.output.bytes, as: UTF8.self)
    }

    /// Writes the value: as the document, as an element, or as the member `name`.
    ///
    /// - Throws: what the writer's sink throws.
    package func write(to writer: inout JSONWriter, as name: String? = nil) throws(ArtifactError) {
        switch self {
        case .object(let members):
            try writer.beginObject(name)
            for member in members { try member.value.write(to: &writer, as: member.name) }
            try writer.endObject()
        case .array(let elements):
            try writer.beginArray(name)
            for element in elements { try element.write(to: &writer) }
            try writer.endArray()
        case .string(let text): if let name { try writer.write(name, text) } else { try writer.write(text) }
        case .number(let digits): try writer.write(number: digits, as: name)
        case .boolean(let value): if let name { try writer.write(name, value) } else { try writer.write(value) }
        case .null: if let name { try writer.writeNull(name) } else { try writer.writeNull() }
        }
    }
}
