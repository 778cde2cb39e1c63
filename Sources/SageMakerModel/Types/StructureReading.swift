import ModelArtifacts

/// Compares the types of the values of a request with the service model's, so that what is read can be told by its types.
enum StructureReading {
    /// The members of an object: those that are known in the API's order, of several with one name the last, and behind them the
    /// others.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` if a required member is missing or a value is of another type.
    static func members(
        of value: JSONValue, _ structure: Structure, at path: String
    ) throws(ArtifactError) -> [JSONValue.Member] {
        guard var unread = value.members else {
            throw fault(path.isEmpty ? "the document" : path, "expected an object")
        }
        var members: [JSONValue.Member] = []
        for known in structure.members {
            let name = known.name.description
            let place = path.isEmpty ? name : path + "." + name
            guard let found = unread.last(where: { $0.isNamed(name) }) else {
                if known.isRequired { throw fault(place, "missing") }
                continue
            }
            unread.removeAll { $0.isNamed(name) }
            members.append(JSONValue.Member(name, try read(found.value, as: known.shape, at: place)))
        }
        return members + unread
    }

    private static func read(
        _ value: JSONValue, as shape: Shape, at path: String
    ) throws(ArtifactError) -> JSONValue {
        switch (shape, value) {
        case (.structure(let structure), _): return .object(try members(of: value, structure, at: path))
        case (.list(let element, _), .array(let elements)):
            var read: [JSONValue] = []
            for (index, value) in elements.enumerated() {
                read.append(try Self.read(value, as: element, at: "\(path)[\(index)]"))
            }
            return .array(read)
        case (.map, .object(let members)):
            for member in members where member.value.text == nil {
                throw fault("\(path).\(DisplayText.escaped(member.name))", "expected a string")
            }
            return value
        case (.text, .string), (.boolean, .boolean), (.any, _): return value
        case (.number(let isWhole, _), .number) where !isWhole || Int(member: value) != nil: return value
        default: throw fault(path, "expected \(shape.typeName)")
        }
    }

    private static func fault(_ path: String, _ message: String) -> ArtifactError {
        ArtifactError(.malformedInput, "\(path): \(message)")
    }
}
