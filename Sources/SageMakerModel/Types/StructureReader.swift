import ModelArtifacts

/// Takes the members of a JSON object one after another, and knows in the end which were not taken.
public struct StructureReader {
    private var members: [JSONValue.Member]
    private let path: String

    /// - Throws: ``ArtifactError`` with code `malformedInput` if the value is no object.
    init(_ value: JSONValue, path: String) throws(ArtifactError) {
        guard let members = value.members else {
            throw ArtifactError(.malformedInput, "\(path.isEmpty ? "the document" : path): expected an object")
        }
        self.members = members
        self.path = path
    }

    /// The members that were not taken.
    var unread: [JSONValue.Member] { members }

    /// Takes a member that has to be there.
    mutating func required<Value: RequestMember>(_ name: String) throws(ArtifactError) -> Value {
        guard let value: Value = try optional(name) else {
            throw ArtifactError(.malformedInput, "\(full(name)): missing")
        }
        return value
    }

    /// Takes a member; nil if it is not there. Of several with its name the last counts.
    mutating func optional<Value: RequestMember>(_ name: String) throws(ArtifactError) -> Value? {
        guard let found = members.last(where: { $0.isNamed(name) }) else { return nil }
        members.removeAll { $0.isNamed(name) }
        return try Value(member: found.value, path: full(name))
    }

    private func full(_ name: String) -> String { path.isEmpty ? name : path + "." + name }
}
