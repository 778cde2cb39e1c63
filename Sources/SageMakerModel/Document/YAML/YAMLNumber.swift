import ModelArtifacts

/// Tells the value of a number of YAML 1.1, which may be written in ways that JSON has not: `0x1F`, `0b11`, `017` (octal), `1_000`
/// and `1:30` (sexagesimal).
///
/// Source: https://yaml.org/type/int.html and https://yaml.org/type/float.html
enum YAMLNumber {
    /// The value; nil for what is no number.
    static func value(of digits: ByteString) -> Double? {
        var rest = digits.bytes.filter { $0 != UInt8(ascii: "_") }[...]
        var sign = 1.0
        if let first = rest.first, "+-".utf8.contains(first) {
            sign = first == UInt8(ascii: "-") ? -1 : 1
            rest = rest.dropFirst()
        }
        guard let text = ByteString(Array(rest)).string, !text.isEmpty else { return nil }
        if text.lowercased() == ".inf" { return sign * .infinity }
        if text.lowercased() == ".nan" { return .nan }
        if text.hasPrefix("0x") { return whole(text.dropFirst(2), radix: 16).map { sign * $0 } }
        if text.hasPrefix("0b") { return whole(text.dropFirst(2), radix: 2).map { sign * $0 } }
        if text.contains(":") { return sexagesimal(text).map { sign * $0 } }
        if text.hasPrefix("0"), text.utf8.count > 1, text.utf8.allSatisfy(ASCII.isDigit) {
            return whole(text[...], radix: 8).map { sign * $0 }
        }
        return Double(text).map { sign * $0 }
    }

    /// Digits of any number.
    private static func whole(_ digits: Substring, radix: Int) -> Double? {
        guard !digits.isEmpty else { return nil }
        var value = 0.0
        for digit in digits {
            guard let number = digit.hexDigitValue, number < radix else { return nil }
            value = value * Double(radix) + Double(number)
        }
        return value
    }

    private static func sexagesimal(_ text: String) -> Double? {
        var value = 0.0
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            guard let number = Double(part) else { return nil }
            value = value * 60 + number
        }
        return value
    }
}

extension RequestValue {
    /// The value of a number, or of a string that is one, which CloudFormation takes for a number; nil for what is neither.
    var number: Double? {
        switch node.content {
        case .number(let digits): YAMLNumber.value(of: digits)
        case .string(let text): text.string.flatMap { Double($0) }
        default: nil
        }
    }
}
