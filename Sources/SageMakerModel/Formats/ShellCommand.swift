/// Writes a request as a command of the AWS CLI for a shell.
enum ShellCommand {
    static func text(of request: JSONValue, for operation: Operation) -> String {
        let options = (request.members ?? []).map(option)
        return (["aws sagemaker \(SnakeCase.name(of: operation.name, separator: "-"))"] + options).joined(
            separator: " \\\n  ") + "\n"
    }

    private static func option(_ member: JSONValue.Member) -> String {
        let name = SnakeCase.name(of: member.name, separator: "-")
        switch member.value {
        case .boolean(let value): return value ? "--\(name)" : "--no-\(name)"
        case .string(let text): return "--\(name) \(word(text))"
        default: return "--\(name) \(word(member.value.compactJSON))"
        }
    }

    /// A word of a shell, in single quotes where that is needed.
    static func word(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.utf8.allSatisfy { ASCII.isAlphanumeric($0) || "._-/+=:@%,".utf8.contains($0) }
        guard !isPlain else { return text }
        var word = text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        // Words in quotes go on behind one another, which keeps services from taking the text for a command to them; see
        // `DisplayText`.
        word = word.reduce(into: "") { $0 += $1 == "#" && $0.hasSuffix("#") ? "''#" : String($1) }
        if text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            word = word.split(separator: "::", omittingEmptySubsequences: false).joined(separator: ":'':")
        }
        return "'" + word + "'"
    }
}
