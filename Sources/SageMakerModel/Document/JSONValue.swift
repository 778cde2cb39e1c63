/// A JSON value whose members keep their order, and whose numbers keep the digits that they were written with.
public enum JSONValue: Hashable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case boolean(Bool)
    /// A number, as it is written.
    case number(String)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object([Member])

    /// A name with its value in an object.
    public struct Member: Hashable, Sendable {
        /// The name, which is compared byte for byte.
        public var name: String
        /// The value.
        public var value: JSONValue

        /// Joins a name and a value.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }

        /// Whether the name is this one, byte for byte: `String` takes U+212A for the letter K.
        package func isNamed(_ other: String) -> Bool { name.utf8.elementsEqual(other.utf8) }
    }

    /// The members of an object; nil if it is none.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The elements of an array; nil if it is none.
    public var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The text of a string; nil if it is none.
    public var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The value of a member: of several with the name the last, as most readers take it; nil if there is none.
    public subscript(name: String) -> JSONValue? {
        members?.last { $0.isNamed(name) }?.value
    }
}
