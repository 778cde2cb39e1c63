import ModelArtifacts

/// Writes a request as a command of the AWS CLI for a shell.
enum ShellCommand {
    static func text(of request: JSONValue, for operation: Operation) -> String {
        let members = request.members ?? []
        let literal = members.filter(isTakenForAPlace)
        var options = members.filter { !isTakenForAPlace($0) }.map(option)
        if !literal.isEmpty { options.append("--cli-input-json \(word(JSONValue.object(literal).compactJSON))") }
        return (["aws sagemaker \(SnakeCase.name(of: operation.name, separator: "-"))"] + options).joined(
            separator: " \\\n  ") + "\n"
    }

    /// Whether the AWS CLI would put what it finds at a place in the place of a text. In `--cli-input-json` it takes texts by the letter.
    ///
    /// Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html; version 1 follows URLs as well
    /// (`cli_follow_urlparam` in https://docs.aws.amazon.com/cli/v1/topic/config-vars.html).
    private static func isTakenForAPlace(_ member: JSONValue.Member) -> Bool {
        guard let text = member.value.text else { return false }
        return ["file://", "fileb://", "http://", "https://"].contains(where: text.hasPrefix)
    }

    private static func option(_ member: JSONValue.Member) -> String {
        let name = SnakeCase.name(of: member.name, separator: "-")
        switch member.value {
        case .boolean(let value): return value ? "--\(name)" : "--no-\(name)"
        // What begins with a hyphen would be taken for another option.
        case .string(let text): return "--\(name)\(text.hasPrefix("-") ? "=" : " ")\(word(text))"
        default: return "--\(name) \(word(member.value.compactJSON))"
        }
    }

    /// A word of a shell, in single quotes where that is needed.
    ///
    /// What a terminal would not show as it is, is written by `printf` in octal, which every POSIX shell has, and `$'…'` not
    /// every one. Words in quotes go on behind one another, which keeps services from taking the text for a command to them;
    /// see `DisplayText`.
    ///
    /// Source: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/printf.html
    static func word(_ text: String) -> String {
        guard !ShellWord.isPlain(text) else { return text }
        let hasLines = text.utf8.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        var last: Unicode.Scalar = " "
        return ShellWord.singleQuoted(text) { scalar in
            defer { last = scalar }
            switch scalar {
            case "#" where last == "#", ":" where last == ":" && hasLines: return "''\(scalar)"
            case "\n": return "\n"
            case _ where isHidden(scalar):
                let octal = String(scalar).utf8.map { "\\" + String($0, radix: 8) }.joined()
                return "'\"$(printf '\(octal)')\"'"
            default: return String(scalar)
            }
        }
    }

    /// Whether a terminal does something else with a character than to show it.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
            || DisplayText.changesDirection(scalar)
    }
}
