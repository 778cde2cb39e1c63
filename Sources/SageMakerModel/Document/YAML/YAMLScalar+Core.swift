import ModelArtifacts

/// Plain scalars of YAML 1.2, with the words of ruamel.yaml's resolver.
///
/// Source: https://sourceforge.net/p/ruamel-yaml/code/ci/default/tree/resolver.py (`implicit_resolvers`)
extension YAMLScalar {
    private static let truths: [ByteString: Bool] = [
        "true": true, "True": true, "TRUE": true, "false": false, "False": false, "FALSE": false,
    ]

    /// The value that a plain scalar stands for. A number is written in decimal digits.
    static func coreContent(of text: ByteString) -> JSONNode.Content {
        if isNull(text) { return .null }
        if let truth = truths[text] { return .boolean(truth) }
        if let digits = coreInteger(text) ?? coreFraction(text) { return .number(digits) }
        return isTimestamp(text) ? .date(text) : .string(text)
    }

    /// Digits without underscores, in decimal; nil for what is no whole number. What is octal begins with `0o`.
    private static func coreInteger(_ text: ByteString) -> ByteString? {
        var rest = text.bytes[...]
        var sign = ""
        // What begins with an underscore is only a number behind a sign.
        var isBegun = rest.first.map(ASCII.isDigit) ?? false
        if let first = rest.first, "+-".utf8.contains(first) {
            sign = first == UInt8(ascii: "-") ? "-" : ""
            rest = rest.dropFirst()
            isBegun = true
        }
        for (prefix, radix) in [("0b", 2), ("0o", 8), ("0x", 16)] where rest.starts(with: prefix.utf8) {
            let digits = String(decoding: rest.dropFirst(2).filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
            guard digits.first != "-", digits.first != "+" else { return nil }
            // A longer one is beyond any range of the API, and its digits are as good as its value.
            return Int64(digits, radix: radix).map { ByteString(sign + String($0)) }
        }
        guard isBegun, rest.contains(where: ASCII.isDigit),
            rest.allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: "_") })
        else { return nil }
        let digits = rest.filter { $0 != UInt8(ascii: "_") }.drop { $0 == UInt8(ascii: "0") }
        return ByteString(Array(sign.utf8) + (digits.isEmpty ? [UInt8(ascii: "0")] : Array(digits)))
    }

    /// A number with a point or an exponent.
    private static func coreFraction(_ text: ByteString) -> ByteString? {
        let rest = text.bytes.first.map { "+-".utf8.contains($0) } ?? false ? text.bytes.dropFirst() : text.bytes[...]
        // What is no number has no sign.
        let isNaN = rest.last.map { $0 | 0x20 == UInt8(ascii: "n") } ?? false
        let hasSign = rest.count < text.count
        if isSpecial(rest) { return isNaN && hasSign ? nil : text }
        guard fraction?.matches(text) ?? false else { return nil }
        return ByteString(text.bytes.filter { $0 != UInt8(ascii: "_") })
    }

    private static let fraction = RegularExpression(
        #"[+\-]?([0-9][0-9_]*(\.[0-9_]*([eE][+\-]?[0-9]+)?|[eE][+\-]?[0-9]+)|\.[0-9_]+([eE][+\-][0-9]+)?)"#)

    /// `2024-01-01`, `2024-1-1 12:30:00.5 +01:00`
    private static func isTimestamp(_ text: ByteString) -> Bool { timestamp?.matches(text) ?? false }

    private static let timestamp = RegularExpression(
        "([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}"
            + #"(\.[0-9]*)?"# + "([ \t]*(Z|[+\\-][0-9]{1,2}(:[0-9]{2})?))?)")
}
