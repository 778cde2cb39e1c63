import ModelArtifacts

/// Puts something in the place of the variable of a loop of CloudFormation: "All instances of `${Identifier}` or `&{Identifier}`
/// in the OutputKey and OutputValue parameters will be replaced with the values from the Collection parameter."
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
struct LoopBody {
    private let variable: ByteString
    /// What stands for the variable; nil if that is not known.
    private let element: ByteString?
    private let word: ByteString

    init(_ variable: ByteString, _ element: ByteString?) {
        self.variable = variable
        self.element = element
        word = "{" + variable + "}"
    }

    /// The body, whose members keep the names that lead to them in the document.
    func members(of body: JSONNode) -> JSONNode {
        guard let members = body.members else { return filled(body) }
        return body.with(
            .object(
                members.map { member in
                    let value = member.name.hasPrefix("Fn::ForEach::") ? loop(member.value) : filled(member.value)
                    return JSONNode.Member(name: member.name, place: member.place, value: value)
                }))
    }

    /// A loop in the body, whose own body keeps its names, too.
    private func loop(_ node: JSONNode) -> JSONNode {
        guard case .array(let parts) = node.content, parts.count == 3 else { return filled(node) }
        return node.with(.array([parts[0], filled(parts[1]), members(of: parts[2])]))
    }

    private func filled(_ node: JSONNode) -> JSONNode {
        switch node.content {
        case .object(let members):
            if CloudFormationFunctions.reference(node) == variable {
                return JSONNode(element.map { .string($0) } ?? .unknown(.nothing), at: node.place)
            }
            let function = CloudFormationFunctions.call(in: node)?.name
            let known = members.compactMap { member -> JSONNode.Member? in
                filled(KnownText([member.name])).text.map { name -> JSONNode.Member in
                    let value = function.map { argument(member.value, of: $0) } ?? filled(member.value)
                    return JSONNode.Member(name: name, place: member.place, value: value)
                }
            }
            var copy = node.with(.object(known))
            // A member whose name is not known may be any.
            if known.count < members.count { copy.traits.insert(.mayHaveMore) }
            return copy
        case .array(let elements): return node.with(.array(elements.map(filled)))
        case .string(let text): return isNamed(in: text) ? node.with(filled(KnownText([text])).content) : node
        case .unknown(let text): return node.with(filled(text).content)
        default: return node
        }
    }

    private func argument(_ node: JSONNode, of function: ByteString) -> JSONNode {
        switch (function, node.content) {
        // The name of a condition stays as it is written.
        case ("Fn::If", .array(let parts)):
            return node.with(.array(Array(parts.prefix(1)) + parts.dropFirst().map(filled)))
        // What it does with the variable, it does with any name that is not known.
        case ("Fn::Sub", .string(let text)) where element == nil:
            return isNamed(in: text) ? node.with(.string(referred(text))) : node
        case ("Fn::Sub", .array(let parts)) where element == nil:
            let text = parts.prefix(1).map { argument($0, of: function) }
            return node.with(.array(text + parts.dropFirst().map(filled)))
        default: return filled(node)
        }
    }

    /// A text of `Fn::Sub` with `${Name}` for each `&{Name}`.
    private func referred(_ text: ByteString) -> ByteString {
        var bytes = text.bytes
        var rest = text.bytes[...]
        while let start = ByteSearch.first("&" + word, in: rest) {
            bytes[start] = UInt8(ascii: "$")
            rest = rest[(start + 1)...]
        }
        return ByteString(bytes)
    }

    private func isNamed(in text: ByteString) -> Bool { ByteSearch.first(word, in: text.bytes[...]) != nil }

    /// A text with what stands for the variable; pieces beyond the length of any member are taken as unknown.
    func filled(_ text: KnownText) -> KnownText {
        var result = KnownText([])
        var added = 0
        for piece in text.pieces {
            guard let piece else {
                result.append(nil as ByteString?)
                continue
            }
            var rest = piece.bytes[...]
            while let start = ByteSearch.first(word, in: rest) {
                let end = start + word.count
                let mark = start > rest.startIndex ? rest[start - 1] : nil
                guard mark == UInt8(ascii: "$") || mark == UInt8(ascii: "&") else {
                    result.append(ByteString(Array(rest[..<end])))
                    rest = rest[end...]
                    continue
                }
                result.append(ByteString(Array(rest[..<(start - 1)])))
                added += element?.count ?? 0
                let isShort = added <= CloudFormationFunctions.longestMember
                result.append(isShort ? value(isStripped: mark == UInt8(ascii: "&")) : nil)
                rest = rest[end...]
            }
            result.append(ByteString(Array(rest)))
        }
        return result
    }

    /// What stands for the variable: `&{Name}` has only its letters and digits, which a logical ID may have.
    private func value(isStripped: Bool) -> ByteString? {
        guard isStripped, let element else { return element }
        return ByteString(element.bytes.filter(ASCII.isAlphanumeric))
    }
}
