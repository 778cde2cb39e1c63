import ModelArtifacts

/// Writes a value as YAML in block style, which readers of YAML 1.1 and 1.2 take alike.
enum YAMLText {
    /// The value, with a line feed at the end.
    static func text(of value: JSONValue) -> String { lines(of: value).map { $0 + "\n" }.joined() }

    private static func lines(of value: JSONValue) -> [String] {
        switch value {
        case .object(let members) where !members.isEmpty:
            if let tagged = CloudFormationReference(value)?.shortForm { return [tagged] }
            return members.flatMap { member in
                entry(word(member.name) + ":", member.value, isIndented: member.value.members != nil)
            }
        case .array(let elements) where !elements.isEmpty:
            return elements.flatMap { element in
                let lines = lines(of: element)
                return ["- " + lines[0]] + lines.dropFirst().map { "  " + $0 }
            }
        case .object: return ["{}"]
        case .array: return ["[]"]
        case .string(let text): return [word(text)]
        case .number(let digits): return [digits]
        case .boolean(let value): return [value ? "true" : "false"]
        case .null: return ["null"]
        }
    }

    /// A name with its value, behind it on the same line or below it.
    private static func entry(_ name: String, _ value: JSONValue, isIndented: Bool) -> [String] {
        let lines = lines(of: value)
        let isBlock =
            switch value {
            case .object(let members): !members.isEmpty && CloudFormationReference(value) == nil
            case .array(let elements): !elements.isEmpty
            default: false
            }
        guard isBlock else { return [name + " " + lines[0]] }
        return [name] + lines.map { (isIndented ? "  " : "") + $0 }
    }

    /// A string, without quotes where every reader takes it for one.
    static func word(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, ASCII.isLetter(first) || first == UInt8(ascii: "/"),
            text.utf8.last != UInt8(ascii: ":"),
            text.utf8.allSatisfy({ ASCII.isAlphanumeric($0) || "_-./:+=@".utf8.contains($0) }),
            // Booleans of YAML 1.1 that some readers leave out.
            !["y", "Y", "n", "N"].contains(text), case .string = YAMLScalar.content(of: ByteString(text))
        else { return false }
        return true
    }

    /// A string in double quotes.
    ///
    /// Source: https://yaml.org/spec/1.1/#escaping%20in%20double%20quoted%20style/
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // The log of a job could take it for a command: `##[error]`.
            case "#" where result.utf8.last == UInt8(ascii: "#"): result += "\\x23"
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
                result += "\\x" + hexadecimal(scalar.value, digits: 2)
            case _ where scalar.properties.generalCategory == .format || [0x2028, 0x2029].contains(scalar.value):
                result +=
                    scalar.value > 0xFFFF
                    ? "\\U" + hexadecimal(scalar.value, digits: 8) : "\\u" + hexadecimal(scalar.value, digits: 4)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
