package import ModelArtifacts

/// Reads a whole JSON document into memory, with the place of everything.
///
/// It is for documents that people and tools write by hand or from a template, not for data: one that is longer, or holds more
/// values, than any request or template can is refused, so that memory is bounded.
package enum JSONNodeReader {
    /// The longest document, in bytes. CloudFormation takes templates of at most 1 MB.
    ///
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    package static let longestDocument: Int64 = 16 << 20
    /// The most values in a document.
    package static let mostValues = 500_000

    /// Reads the one document of an input.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` and the place of the fault; what the input throws.
    package static func read(_ input: consuming InputBuffer) throws(ArtifactError) -> JSONNode {
        var reader = JSONReader(input)
        guard try reader.nextDocument() else { throw reader.error("the document is empty") }
        var values = 0
        let node = try readNode(&reader, &values)
        try reader.requireEnd()
        return node
    }

    // The reader bounds the depth.
    private static func readNode(_ reader: inout JSONReader, _ values: inout Int) throws(ArtifactError) -> JSONNode {
        let place = reader.place
        values += 1
        guard place.offset <= longestDocument else {
            throw reader.error("the document is longer than 16 MiB, the most that is read")
        }
        guard values <= mostValues else {
            throw reader.error("the document holds more than \(mostValues) values, the most that are read")
        }
        switch try reader.kind() {
        case .object:
            var members: [JSONNode.Member] = []
            try reader.beginObject()
            while try reader.nextMember() {
                let (name, namePlace) = (reader.text, reader.namePlace)
                members.append(JSONNode.Member(name: name, place: namePlace, value: try readNode(&reader, &values)))
            }
            return JSONNode(.object(members), at: place)
        case .array:
            var elements: [JSONNode] = []
            try reader.beginArray()
            while try reader.nextElement() { elements.append(try readNode(&reader, &values)) }
            return JSONNode(.array(elements), at: place)
        case .string:
            try reader.readString()
            return JSONNode(.string(reader.text), at: place)
        case .number:
            try reader.readNumber()
            return JSONNode(.number(reader.text), at: place)
        case .boolean: return JSONNode(.boolean(try reader.readBoolean()), at: place)
        case .null:
            _ = try reader.readNull()
            return JSONNode(.null, at: place)
        }
    }
}
