/// A value of JSON that is still being filled.
final class JSONTree {
    private enum Content {
        case object([String: JSONTree])
        case array([JSONTree])
        /// As it is written.
        case scalar(String)
    }

    /// A value into which nothing was encoded is an empty object.
    private var content = Content.object([:])

    /// How many elements an array has.
    var count: Int { if case .array(let elements) = content { elements.count } else { 0 } }

    /// A new member.
    func member(_ name: String) -> JSONTree {
        let member = JSONTree()
        if case .object(var members) = content {
            members[name] = member
            content = .object(members)
        }
        return member
    }

    /// Makes it an array, which may stay empty.
    func beginArray() { content = .array([]) }

    /// A new element at the end of an array.
    func element() -> JSONTree {
        let element = JSONTree()
        if case .array(let elements) = content { content = .array(elements + [element]) }
        return element
    }

    func encodeNil() { content = .scalar("null") }

    func encode(_ value: some Encodable, at path: [any CodingKey]) throws {
        switch value {
        case let string as String: content = .scalar(Self.quoted(string))
        case let boolean as Bool: content = .scalar(boolean ? "true" : "false")
        case let integer as any BinaryInteger: content = .scalar(String(describing: integer))
        case let number as any BinaryFloatingPoint: content = .scalar(String(describing: number))
        default: try value.encode(to: JSONTreeEncoder(tree: self, codingPath: path))
        }
    }

    func write(to text: inout String, indent: String) {
        let inner = indent + "  "
        switch content {
        case .scalar(let scalar): text += scalar
        case .array(let elements):
            text += "[\n"
            for (index, element) in elements.enumerated() {
                text += (index == 0 ? "" : ",\n") + inner
                element.write(to: &text, indent: inner)
            }
            text += "\n" + indent + "]"
        case .object(let members):
            text += "{\n"
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                text += (index == 0 ? "" : ",\n") + inner + Self.quoted(member.key) + " : "
                member.value.write(to: &text, indent: inner)
            }
            text += "\n" + indent + "}"
        }
    }

    private static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "/": text += "\\/"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case "\0"..<" ":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
