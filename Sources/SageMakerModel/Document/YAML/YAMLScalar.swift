import ModelArtifacts

/// Tells what a plain scalar of YAML 1.1 is, as CloudFormation takes it: `yes` is true, `0x1F` a number, a date a string.
///
/// Source: https://yaml.org/type/ (bool, float, int, null), with the words of PyYAML's resolver, which leaves out `y` and `n`;
/// CloudFormation has no timestamps:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
enum YAMLScalar {
    private static let null: Set<ByteString> = ["", "~", "null", "Null", "NULL"]
    private static let yes: Set<ByteString> = ["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"]
    private static let no: Set<ByteString> = ["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"]
    private static let special: Set<ByteString> = [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"]

    static func isNull(_ text: ByteString) -> Bool { null.contains(text) }
    /// `.inf`, `.nan`
    static func isSpecial(_ text: ArraySlice<UInt8>) -> Bool { special.contains(ByteString(Array(text))) }

    /// The value that a plain scalar stands for, by a version of YAML.
    static func content(of text: ByteString, by version: YAMLVersion) -> JSONNode.Content {
        version == .v1_1 ? content(of: text) : coreContent(of: text)
    }

    /// The value that a plain scalar of YAML 1.1 stands for. A number keeps the digits that it is written with; ``YAMLNumber``
    /// tells its value.
    static func content(of text: ByteString) -> JSONNode.Content {
        if null.contains(text) { return .null }
        if yes.contains(text) { return .boolean(true) }
        if no.contains(text) { return .boolean(false) }
        return isNumber(text) ? .number(text) : .string(text)
    }

    private static func isNumber(_ text: ByteString) -> Bool {
        var rest = text.bytes[...]
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        if isSpecial(rest) { return true }
        guard let first = rest.first, ASCII.isDigit(first) || first == UInt8(ascii: ".") else { return false }
        if rest.starts(with: "0x".utf8) { return isRun(rest.dropFirst(2)) { isHexadecimal($0) } }
        if rest.starts(with: "0b".utf8) { return isRun(rest.dropFirst(2)) { $0 == 0x30 || $0 == 0x31 } }
        if rest.contains(UInt8(ascii: ":")) { return isSexagesimal(rest) }
        guard let dot = rest.firstIndex(of: UInt8(ascii: ".")) else {
            // With a zero in front it is octal, or, as the numbers of accounts, a string.
            return rest.count > 1 && first == UInt8(ascii: "0")
                ? isRun(rest) { (0x30...0x37).contains($0) } : isRun(rest, ASCII.isDigit)
        }
        return isFraction(rest[..<dot], rest[(dot + 1)...])
    }

    /// Digits, a dot, digits, and with a sign an exponent.
    private static func isFraction(_ whole: ArraySlice<UInt8>, _ fraction: ArraySlice<UInt8>) -> Bool {
        let exponent = fraction.firstIndex { $0 | 0x20 == UInt8(ascii: "e") }
        let digits = fraction[..<(exponent ?? fraction.endIndex)]
        guard whole.isEmpty || isRun(whole, ASCII.isDigit), digits.isEmpty || isRun(digits, ASCII.isDigit),
            !(whole.isEmpty && digits.isEmpty)
        else { return false }
        guard let exponent else { return true }
        let power = fraction[(exponent + 1)...]
        guard let sign = power.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else { return false }
        return power.count > 1 && power.dropFirst().allSatisfy(ASCII.isDigit)
    }

    /// `190:20:30`
    private static func isSexagesimal(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let first = parts.first, let digit = first.first, digit != UInt8(ascii: "0"), isRun(first, ASCII.isDigit)
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            part.allSatisfy(ASCII.isDigit)
                && (part.count == 1 || (part.count == 2 && part.first.map { $0 < UInt8(ascii: "6") } ?? false))
        }
    }

    /// Whether a text is a run of digits of a class, with underscores between them.
    private static func isRun(_ text: ArraySlice<UInt8>, _ isDigit: (UInt8) -> Bool) -> Bool {
        guard let first = text.first, isDigit(first) else { return false }
        return text.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        ASCII.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}
