import ModelArtifacts

/// Reads one expression of Terraform's language, to tell whether it is one, and what is known of the text that it gives.
///
/// Source: https://developer.hashicorp.com/terraform/language/syntax/configuration and
/// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
struct TerraformExpression {
    /// The most levels of expressions inside one another.
    private static let mostLevels = 64

    /// What is known of the text that the expression gives: that of a string between quotes; nothing of anything else.
    private(set) var known = KnownText.nothing

    private var rest: ArraySlice<UInt8>
    private var level = 0
    /// The names that loops around the place of reading give to values.
    private var names: Set<ByteString> = []

    /// - Returns: nil if the text is no expression.
    init?(_ text: String) {
        rest = Array(text.utf8)[...]
        skipBlanks()
        if rest.first == UInt8(ascii: "\"") {
            var alone = self
            if let text = alone.template(), alone.skippedBlanks().rest.isEmpty { known = text }
        }
        guard expression(), rest.isEmpty else { return nil }
    }

    // MARK: - Expressions

    private mutating func expression() -> Bool {
        guard level < Self.mostLevels else { return false }
        level += 1
        defer { level -= 1 }
        guard operation() else { return false }
        guard take("?") else { return true }
        return expression() && take(":") && expression()
    }

    /// Terms with operators between them.
    private mutating func operation() -> Bool {
        while true {
            // What is negated is a truth value or a number, and never both.
            if take("!") { while take("!") {} } else { while take("-") {} }
            guard term() else { return false }
            let operators: [ByteString] = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "-", "*", "/", "%"]
            guard operators.contains(where: { take($0) }) else { return true }
        }
    }

    private mutating func term() -> Bool {
        guard let first = rest.first else { return false }
        let isReference: Bool
        switch first {
        case UInt8(ascii: "\""):
            guard template() != nil else { return false }
            isReference = false
        case UInt8(ascii: "("):
            guard take("("), expression(), take(")") else { return false }
            isReference = false
        case UInt8(ascii: "["):
            guard list() else { return false }
            isReference = false
        case UInt8(ascii: "{"):
            guard object() else { return false }
            isReference = false
        case _ where ASCII.isDigit(first):
            guard number() else { return false }
            isReference = false
        default:
            guard let name = name() else { return false }
            // Functions of a provider: `provider::aws::arn_parse`.
            while take("::") {
                guard self.name() != nil, rest.starts(with: "::".utf8) || rest.first == UInt8(ascii: "(") else {
                    return false
                }
            }
            if take("(") {
                guard arguments() else { return false }
                isReference = false
            } else {
                // A resource's type, `var` or `local` alone is no value.
                isReference = !["true", "false", "null"].contains(name) && !names.contains(name)
            }
        }
        return accesses(atLeast: isReference ? 1 : 0)
    }

    /// Attributes, elements and splats behind a term.
    private mutating func accesses(atLeast count: Int) -> Bool {
        var found = 0
        while true {
            if rest.first == UInt8(ascii: "."), !rest.starts(with: "...".utf8) {
                rest = rest.dropFirst()
                guard take("*") || digits() || name() != nil else { return false }
            } else if take("[") {
                guard take("*") || expression(), take("]") else { return false }
            } else {
                skipBlanks()
                return found >= count
            }
            found += 1
        }
    }

    private mutating func arguments() -> Bool {
        while !take(")") {
            guard expression() else { return false }
            if take("...") { return take(")") }
            guard take(",") || rest.first == UInt8(ascii: ")") else { return false }
        }
        return true
    }

    private mutating func list() -> Bool {
        guard take("[") else { return false }
        if let isLoop = loop(closing: "]", isObject: false) { return isLoop }
        while !take("]") {
            guard expression(), take(",") || rest.first == UInt8(ascii: "]") else { return false }
        }
        return true
    }

    private mutating func object() -> Bool {
        guard take("{") else { return false }
        if let isLoop = loop(closing: "}", isObject: true) { return isLoop }
        while !take("}") {
            var ahead = self
            // A name alone is a key by itself.
            if ahead.name() != nil, ahead.take("=") || ahead.take(":") {
                self = ahead
            } else {
                guard expression(), take("=") || take(":") else { return false }
            }
            guard expression(), take(",") || rest.first == UInt8(ascii: "}") else { return false }
        }
        return true
    }

    /// `for key, value in list : key => value if condition`; nil if it is no loop.
    private mutating func loop(closing: ByteString, isObject: Bool) -> Bool? {
        var ahead = self
        guard ahead.name() == "for", let first = ahead.name() else { return nil }
        var bound: Set<ByteString> = [first]
        if ahead.take(",") {
            guard let second = ahead.name() else { return false }
            bound.insert(second)
        }
        guard ahead.name() == "in", ahead.expression(), ahead.take(":") else { return false }
        let outer = ahead.names
        ahead.names.formUnion(bound)
        guard ahead.expression() else { return false }
        if isObject {
            guard ahead.take("=>"), ahead.expression() else { return false }
            _ = ahead.take("...")
        }
        var condition = ahead
        if condition.name() == "if" {
            guard condition.expression() else { return false }
            ahead = condition
        }
        ahead.names = outer
        guard ahead.take(closing) else { return false }
        self = ahead
        return true
    }

    // MARK: - Words

    /// A string between quotes, with what is known of it; nil if it is none.
    private mutating func template() -> KnownText? {
        guard rest.first == UInt8(ascii: "\"") else { return nil }
        rest = rest.dropFirst()
        var text = KnownText([])
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                skipBlanks()
                return text
            case UInt8(ascii: "\\"):
                guard let escaped = escape() else { return nil }
                text.append(escaped)
            case UInt8(ascii: "$") where rest.starts(with: "${".utf8),
                UInt8(ascii: "%") where rest.starts(with: "%{".utf8):
                // Doubled, they stand for themselves.
                text.append(ByteString([byte, UInt8(ascii: "{")]))
                rest = rest.dropFirst(2)
            case UInt8(ascii: "$") where rest.first == UInt8(ascii: "{"):
                rest = rest.dropFirst()
                _ = take("~")
                skipBlanks()
                guard expression() else { return nil }
                _ = take("~")
                guard rest.popFirst() == UInt8(ascii: "}") else { return nil }
                text.append(nil as ByteString?)
            case UInt8(ascii: "%") where rest.first == UInt8(ascii: "{"):
                guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
                rest = rest[(end + 1)...]
                text.append(nil as ByteString?)
            default: text.append(ByteString([byte]))
            }
        }
        return nil
    }

    /// What stands behind a backslash.
    private mutating func escape() -> ByteString? {
        guard let byte = rest.popFirst() else { return nil }
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return ByteString([byte])
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let digits = rest.prefix(byte == UInt8(ascii: "u") ? 4 : 8)
            rest = rest.dropFirst(digits.count)
            guard digits.count == (byte == UInt8(ascii: "u") ? 4 : 8),
                let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            else { return nil }
            return ByteString(String(scalar))
        default: return nil
        }
    }

    private mutating func number() -> Bool {
        guard digits() else { return false }
        if rest.first == UInt8(ascii: "."), rest.dropFirst().first.map(ASCII.isDigit) ?? false {
            rest = rest.dropFirst()
            guard digits() else { return false }
        }
        if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, "+-".utf8.contains(sign) { rest = rest.dropFirst() }
            guard digits() else { return false }
        }
        skipBlanks()
        return true
    }

    private mutating func digits() -> Bool {
        let digits = rest.prefix(while: ASCII.isDigit)
        rest = rest[digits.endIndex...]
        return !digits.isEmpty
    }

    /// Letters, digits, underscores and hyphens, and blanks behind them.
    private mutating func name() -> ByteString? {
        guard let first = rest.first, ASCII.isLetter(first) || first == UInt8(ascii: "_") || first >= 0x80 else {
            return nil
        }
        let name = rest.prefix { ASCII.isAlphanumeric($0) || "_-".utf8.contains($0) || $0 >= 0x80 }
        rest = rest[name.endIndex...]
        // What is accessed stands right behind.
        if rest.first != UInt8(ascii: ".") { skipBlanks() }
        return ByteString(Array(name))
    }

    private mutating func take(_ word: ByteString) -> Bool {
        guard rest.starts(with: word.bytes) else { return false }
        rest = rest.dropFirst(word.count)
        skipBlanks()
        return true
    }

    private mutating func skipBlanks() { rest = rest.drop { " \t".utf8.contains($0) } }

    private func skippedBlanks() -> TerraformExpression {
        var copy = self
        copy.skipBlanks()
        return copy
    }
}
