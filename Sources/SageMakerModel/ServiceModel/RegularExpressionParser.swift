/// Takes a pattern of the service model apart.
struct RegularExpressionParser {
    private var rest: ArraySlice<Unicode.Scalar>

    init(_ expression: String) { rest = Array(expression.unicodeScalars)[...] }

    /// The whole pattern; nil if something in it is not known.
    mutating func parse() -> RegularExpressionNode? {
        guard let node = choice(), rest.isEmpty else { return nil }
        return node
    }

    private mutating func choice() -> RegularExpressionNode? {
        var nodes: [RegularExpressionNode] = []
        repeat {
            guard let node = sequence() else { return nil }
            nodes.append(node)
        } while skip("|")
        return nodes.count == 1 ? nodes[0] : .choice(nodes)
    }

    private mutating func sequence() -> RegularExpressionNode? {
        var nodes: [RegularExpressionNode] = []
        while let next = rest.first, next != "|", next != ")" {
            // The whole text has to match anyway.
            if nodes.isEmpty, skip("^") { continue }
            if rest.count == 1, skip("$") { break }
            guard let atom = atom(), let node = quantified(atom) else { return nil }
            nodes.append(node)
        }
        return .sequence(nodes)
    }

    private mutating func atom() -> RegularExpressionNode? {
        guard let first = rest.popFirst() else { return nil }
        switch first {
        case "(":
            if skip("?") {
                if skip("<") {
                    guard skip("!"), case .take(let characters)? = atom(), skip(")") else { return nil }
                    return .notBehind(characters)
                }
                guard skip(":") else { return nil }
            }
            guard let node = choice(), skip(")") else { return nil }
            return node
        case "[": return bracketed().map { .take($0) }
        case ".": return .take(CharacterClass(groups: [.notLineEnd]))
        case "\\": return escaped().map { .take(CharacterClass(groups: [$0])) }
        case "*", "+", "?", "{", "$", "^": return nil
        default: return .take(CharacterClass(groups: [.range(first...first)]))
        }
    }

    private mutating func quantified(_ node: RegularExpressionNode) -> RegularExpressionNode? {
        if skip("*") { return .repeated(node, 0, nil) }
        if skip("+") { return .repeated(node, 1, nil) }
        if skip("?") { return .repeated(node, 0, 1) }
        guard skip("{") else { return node }
        guard let least = number() else { return nil }
        if skip("}") { return .repeated(node, least, least) }
        guard skip(",") else { return nil }
        if skip("}") { return .repeated(node, least, nil) }
        guard let most = number(), most >= least, skip("}") else { return nil }
        return .repeated(node, least, most)
    }

    private mutating func bracketed() -> CharacterClass? {
        var characters = CharacterClass(groups: [], isNegated: skip("^"))
        while let first = rest.popFirst() {
            if first == "]", !characters.groups.isEmpty { return characters }
            guard first != "\\" else {
                guard let group = escaped() else { return nil }
                characters.groups.append(group)
                continue
            }
            if rest.first == "-", let last = rest.dropFirst().first, last != "]" {
                guard last != "\\", first <= last else { return nil }
                rest = rest.dropFirst(2)
                characters.groups.append(.range(first...last))
            } else {
                characters.groups.append(.range(first...first))
            }
        }
        return nil
    }

    private mutating func escaped() -> CharacterClass.Group? {
        guard let name = rest.popFirst() else { return nil }
        switch name {
        case "d": return .digit
        case "w": return .word
        case "s": return .space
        case "S": return .notSpace
        case "p":
            guard skip("{"), let category = rest.popFirst(), skip("}") else { return nil }
            return .category(category)
        default: return name.properties.isAlphabetic ? nil : .range(name...name)
        }
    }

    private mutating func number() -> Int? {
        let digits = rest.prefix { ("0"..."9").contains($0) }
        rest = rest.dropFirst(digits.count)
        return Int(String(String.UnicodeScalarView(digits)))
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest = rest.dropFirst()
        return true
    }
}
