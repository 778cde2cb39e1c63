/// Texts by their names, in an order of their own: the environment variables of a container, metadata.
public struct TextMap: Hashable, Sendable, ExpressibleByDictionaryLiteral, RequestMember {
    static let empty: TextMap = [:]

    private var members: [JSONValue.Member]

    /// Makes a map.
    public init(dictionaryLiteral elements: (String, String)...) {
        members = elements.map { JSONValue.Member($0.0, .string($0.1)) }
    }

    init?(member value: JSONValue) {
        guard let members = value.members else { return nil }
        self.members = members
    }

    var memberValue: JSONValue { .object(members) }

    /// The names, in their order.
    public var names: [String] { members.map(\.name) }

    /// The text of a name; nil if there is none. A new name goes to the end.
    public subscript(name: String) -> String? {
        get { memberValue[name]?.text }
        set {
            guard let newValue else { return members.removeAll { $0.isNamed(name) } }
            if let index = members.lastIndex(where: { $0.isNamed(name) }) {
                members[index].value = .string(newValue)
            } else {
                members.append(JSONValue.Member(name, .string(newValue)))
            }
        }
    }
}
