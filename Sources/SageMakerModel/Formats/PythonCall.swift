import ModelArtifacts

/// Writes a request as a call of boto3 in Python, laid out as `black` does it.
enum PythonCall {
    static func text(of request: JSONValue, for operation: Operation) -> String {
        let members = request.members ?? []
        var text = """
            import boto3

            client = boto3.client("sagemaker")
            response = client.\(SnakeCase.name(of: operation.name, separator: "_"))(

            """
        if members.allSatisfy({ isIdentifier($0.name) }) {
            for member in members { text += "    \(member.name)=\(literal(of: member.value, depth: 1)),\n" }
        } else {
            text += "    **\(literal(of: request, depth: 1)),\n"
        }
        return text + ")\nprint(response[\"\(operation.name.dropFirst("Create".count))Arn\"])\n"
    }

    private static func literal(of value: JSONValue, depth: Int) -> String {
        let indent = String(repeating: "    ", count: depth)
        switch value {
        case .string(let text): return quoted(text)
        case .number(let digits): return digits
        case .boolean(let value): return value ? "True" : "False"
        case .null: return "None"
        case .array(let elements):
            let items = elements.map { "\(indent)    \(literal(of: $0, depth: depth + 1)),\n" }
            return items.isEmpty ? "[]" : "[\n" + items.joined() + indent + "]"
        case .object(let members):
            let items = members.map {
                "\(indent)    \(quoted($0.name)): \(literal(of: $0.value, depth: depth + 1)),\n"
            }
            return items.isEmpty ? "{}" : "{\n" + items.joined() + indent + "}"
        }
    }

    /// A string of Python, in which nothing turns the text around or is a command to who shows it; see `DisplayText`.
    ///
    /// Source: https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x23 where result.utf8.last == UInt8(ascii: "#"): result += "\\x23"
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0x0A: result += "\\n"
            case 0x0D: result += "\\r"
            case 0x09: result += "\\t"
            case 0..<0x20, 0x7F..<0xA0: result += "\\x" + hexadecimal(scalar.value, digits: 2)
            case _ where [0x2028, 0x2029].contains(scalar.value) || DisplayText.changesDirection(scalar):
                result += "\\u" + hexadecimal(scalar.value, digits: 4)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private static func isIdentifier(_ name: String) -> Bool {
        guard let first = name.utf8.first, !ASCII.isDigit(first) else { return false }
        return name.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
    }
}
