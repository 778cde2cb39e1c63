import ModelArtifacts

/// Environment variables in an order of their own.
public struct EnvironmentMap: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// The names and values, in the order of the request.
    public var variables: [(name: String, value: String)] {
        get { members.map { ($0.name, $0.value.text ?? "") } }
        set { members = newValue.map { JSONValue.Member($0.name, .string($0.value)) } }
    }

    private var members: [JSONValue.Member] = []

    /// Makes a map.
    public init(dictionaryLiteral elements: (String, String)...) {
        variables = elements.map { (name: $0.0, value: $0.1) }
    }

    init(member value: JSONValue, path: String) throws(ArtifactError) {
        guard let members = value.members else { throw ArtifactError(.malformedInput, "\(path): expected an object") }
        for member in members where member.value.text == nil {
            throw ArtifactError(.malformedInput, "\(path).\(DisplayText.escaped(member.name)): expected a string")
        }
        self.members = members
    }

    var memberValue: JSONValue { .object(members) }
}
