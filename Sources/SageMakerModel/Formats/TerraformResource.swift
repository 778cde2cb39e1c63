import ModelArtifacts

/// Writes a request as a resource `aws_sagemaker_model` of Terraform, laid out as `terraform fmt` does it.
///
/// Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_model
enum TerraformResource {
    static func text(of request: JSONValue) -> String {
        var lines = ["resource \"aws_sagemaker_model\" \"model\" {"]
        lines += body(of: request.members ?? [], depth: 1)
        return (lines + ["}"]).map { $0 + "\n" }.joined()
    }

    /// Arguments come first, aligned with one another, then maps, then blocks, each with an empty line before it.
    private static func body(of members: [JSONValue.Member], depth: Int) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        var arguments: [(String, String)] = []
        var maps: [[String]] = []
        var blocks: [[String]] = []
        for member in members {
            let name = name(of: member.name)
            switch member.value {
            case .object where member.value[RequestReference.terraformName] != nil:
                arguments.append((name, literal(of: member.value)))
            case .object(let entries) where member.name == "Environment":
                maps.append(map(name, entries.map { ($0.name, literal(of: $0.value)) }, indent))
            case .array(let tags) where member.name == "Tags":
                maps.append(map(name, tags.map { ($0["Key"]?.text ?? "", literal(of: $0["Value"] ?? .null)) }, indent))
            case .object(let inner): blocks.append(block(name, inner, depth))
            case .array(let elements) where elements.contains { $0.members != nil } || name == "container":
                blocks += elements.map { block(name, $0.members ?? [], depth) }
            default: arguments.append((name, literal(of: member.value)))
            }
        }
        var lines = aligned(arguments, indent)
        for part in maps + blocks { lines += (lines.isEmpty ? [] : [""]) + part }
        return lines
    }

    private static func block(_ name: String, _ members: [JSONValue.Member], _ depth: Int) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        return ["\(indent)\(name) {"] + body(of: members, depth: depth + 1) + ["\(indent)}"]
    }

    private static func map(_ name: String, _ entries: [(String, String)], _ indent: String) -> [String] {
        guard !entries.isEmpty else { return ["\(indent)\(name) = {}"] }
        return ["\(indent)\(name) = {"] + aligned(entries.map { (quoted($0.0), $0.1) }, indent + "  ") + ["\(indent)}"]
    }

    /// Lines `name = value` with the equals signs below one another.
    private static func aligned(_ pairs: [(String, String)], _ indent: String) -> [String] {
        let width = pairs.map { columns($0.0) }.max() ?? 0
        return pairs.map { name, value in
            "\(indent)\(name)\(String(repeating: " ", count: width - columns(name))) = \(value)"
        }
    }

    /// The width of a text as `terraform fmt` counts it: in grapheme clusters.
    private static func columns(_ text: String) -> Int { text.count }

    private static func literal(of value: JSONValue) -> String {
        if let expression = value[RequestReference.terraformName]?.text { return expression }
        return switch value {
        case .string(let text): quoted(text)
        case .number(let digits): digits
        case .boolean(let value): value ? "true" : "false"
        case .null: "null"
        case .array(let elements): "[" + elements.map(literal).joined(separator: ", ") + "]"
        case .object(let members):
            "{ " + members.map { "\(quoted($0.name)) = \(literal(of: $0.value))" }.joined(separator: ", ") + " }"
        }
    }

    /// A string of HCL. `${` and `%{` would begin a template; what turns text around or is a command to who shows it is
    /// escaped (see `DisplayText`).
    ///
    /// Source: https://developer.hashicorp.com/terraform/language/expressions/strings
    static func quoted(_ text: String) -> String {
        var result = "\""
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "{" where last == "$" || last == "%": result += "\(last){"
            case "#" where result.utf8.last == UInt8(ascii: "#"): result += "\\u0023"
            case _ where isControl(scalar) || DisplayText.changesDirection(scalar):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        return result + "\""
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
    }

    /// `s3_data_source` for `S3DataSource`.
    private static func name(of member: String) -> String {
        TerraformValues.name(of: ByteString(member)).string ?? member
    }
}
