import ModelArtifacts

/// Tells what is known of the values of a CloudFormation template before it is deployed.
///
/// A function of CloudFormation is an object with one member, `Ref` or one whose name begins with `Fn::`. Nothing is guessed:
/// what a parameter, another resource or a mapping will give is unknown. But the words that `Fn::Sub` and `Fn::Join` put
/// around it are known, and so are both values of an `Fn::If`: a template with conditions is several models, each is one variant.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
package enum CloudFormationFunctions {
    /// The most sets of assumptions that are looked at. Templates of people have a handful of conditions.
    private static let mostAssumptions = 64

    /// What conditions decide, by their names.
    private typealias Assumptions = [ByteString: Bool]

    /// The value as it is whatever conditions decide, and then under each assumption about one that decides something in it.
    ///
    /// Only conditions that stand inside one another are assumed together: of others nobody knows which go together, and
    /// what would be said of values that never meet would be false.
    package static func variants(of properties: JSONNode) -> [JSONNode] {
        var assumptions: [Assumptions] = []
        collect(properties, [:], &assumptions)
        return [resolved(properties, [:])] + assumptions.map { resolved(properties, $0) }
    }

    private static func collect(_ node: JSONNode, _ assumed: Assumptions, _ found: inout [Assumptions]) {
        guard found.count < mostAssumptions else { return }
        if let (condition, yes, no) = branches(of: node) {
            for (holds, branch) in [(true, yes), (false, no)] {
                // Inside a branch, its own condition is decided.
                guard assumed[condition] ?? holds == holds else { continue }
                var assumed = assumed
                assumed[condition] = holds
                if !found.contains(assumed) { found.append(assumed) }
                collect(branch, assumed, &found)
            }
            return
        }
        switch node.content {
        case .object(let members): for member in members { collect(member.value, assumed, &found) }
        case .array(let elements): for element in elements { collect(element, assumed, &found) }
        default: return
        }
    }

    /// The condition and the two values of an `Fn::If`; nil if it is none.
    private static func branches(of node: JSONNode) -> (condition: ByteString, yes: JSONNode, no: JSONNode)? {
        guard let members = node.members, members.count == 1, members[0].name == "Fn::If",
            case .array(let parts) = members[0].value.content, parts.count == 3,
            case .string(let condition) = parts[0].content
        else { return nil }
        return (condition, parts[1], parts[2])
    }

    /// The value with its functions replaced by what is known of their results.
    private static func resolved(_ node: JSONNode, _ assumed: Assumptions) -> JSONNode {
        if let (condition, yes, no) = branches(of: node) {
            guard let holds = assumed[condition] else { return JSONNode(.unknown(.nothing), at: node.place) }
            return resolved(holds ? yes : no, assumed)
        }
        switch node.content {
        case .object(let members):
            if members.contains(where: { isMacro($0.name) }) { return JSONNode(.unknown(.nothing), at: node.place) }
            if members.count == 1, let call = members.first, isFunction(call.name) {
                return JSONNode(content(of: call.name, call.value, assumed), at: node.place)
            }
            // A member without a value is not given. One that has none under a condition stays unknown.
            let given = members.filter { !isNoValue($0.value) }
            return JSONNode(
                .object(
                    given.map { JSONNode.Member(name: $0.name, place: $0.place, value: resolved($0.value, assumed)) }),
                at: node.place)
        case .array(let elements):
            return JSONNode(.array(elements.filter { !isNoValue($0) }.map { resolved($0, assumed) }), at: node.place)
        case .string(let text): return JSONNode(withoutReferences(text).content, at: node.place)
        default: return node
        }
    }

    /// A function stands alone in its object; an object with other members only happens to have one of that name.
    private static func isFunction(_ name: ByteString) -> Bool { name == "Ref" || name.hasPrefix("Fn::") }

    /// Macros put in members that nobody knows yet, beside those that are there.
    private static func isMacro(_ name: ByteString) -> Bool {
        name == "Fn::Transform" || name.hasPrefix("Fn::ForEach::")
    }

    private static func isNoValue(_ node: JSONNode) -> Bool {
        guard let members = node.members, members.count == 1, members[0].name == "Ref",
            case .string("AWS::NoValue") = members[0].value.content
        else { return false }
        return true
    }

    private static func content(
        of function: ByteString, _ argument: JSONNode, _ assumed: Assumptions
    ) -> JSONNode.Content {
        switch (function, argument.content) {
        case ("Fn::Sub", .string(let text)): return substituted(text, [:]).content
        case ("Fn::Sub", .array(let parts)):
            guard parts.count == 2, case .string(let text) = parts[0].content, let values = parts[1].members else {
                return .unknown(.nothing)
            }
            let known = values.map { ($0.name, pieces(of: $0.value, assumed)) }
            return substituted(text, Dictionary(known) { $1 }).content
        case ("Fn::Join", .array(let parts)):
            guard parts.count == 2, case .string(let separator) = parts[0].content,
                case .array(let elements) = parts[1].content
            else { return .unknown(.nothing) }
            var text = KnownText([])
            for (index, element) in elements.enumerated() {
                if index > 0 { text.append(separator) }
                text.append(pieces(of: element, assumed))
            }
            return text.content
        default: return .unknown(.nothing)
        }
    }

    /// What is known of an element that is put into a text.
    private static func pieces(of node: JSONNode, _ assumed: Assumptions) -> KnownText {
        switch resolved(node, assumed).content {
        case .string(let text), .number(let text): KnownText([text])
        case .unknown(let text): text
        default: KnownText([nil])
        }
    }

    /// A text of `Fn::Sub`: `${Name}` stands for a value, and `${!Name}` for `${Name}` itself.
    static func substituted(_ text: ByteString, _ values: [ByteString: KnownText]) -> KnownText {
        var result = KnownText([])
        var rest = text.bytes[...]
        while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
            let brace = dollar + 1
            guard brace < rest.endIndex, rest[brace] == UInt8(ascii: "{"),
                let end = rest[brace...].firstIndex(of: UInt8(ascii: "}"))
            else {
                result.append(ByteString(Array(rest[...dollar])))
                rest = rest[brace...]
                continue
            }
            result.append(ByteString(Array(rest[..<dollar])))
            let name = ByteString(Array(rest[(brace + 1)..<end]))
            if name.hasPrefix("!") {
                result.append("${" + ByteString(Array(name.bytes.dropFirst())) + "}")
            } else if let value = values[name] {
                result.append(value)
            } else {
                result.append(nil as ByteString?)
            }
            rest = rest[(end + 1)...]
        }
        result.append(ByteString(Array(rest)))
        // Dynamic references may stand in the words around them.
        return result.pieces.reduce(into: KnownText([])) { all, piece in
            if let piece { all.append(withoutReferences(piece)) } else { all.append(nil as ByteString?) }
        }
    }

    /// The body of a loop: what stands for its variable, `${Name}` or `&{Name}` in any text, is not known.
    static func body(of node: JSONNode, withoutKnowing name: ByteString) -> JSONNode {
        switch node.content {
        case .object(let members):
            let known = members.map { member in
                // What a function does with the variable, it does with any that is not known.
                let isCall = isFunction(member.name) && !isMacro(member.name)
                let value = isCall ? member.value : body(of: member.value, withoutKnowing: name)
                return JSONNode.Member(name: member.name, place: member.place, value: value)
            }
            return JSONNode(.object(known), at: node.place)
        case .array(let elements):
            return JSONNode(.array(elements.map { body(of: $0, withoutKnowing: name) }), at: node.place)
        case .string(let text):
            if ByteSearch.first("${" + name + "}", in: text.bytes[...]) != nil {
                return JSONNode(substituted(text, [:]).content, at: node.place)
            }
            let isVariable = ByteSearch.first("&{" + name + "}", in: text.bytes[...]) != nil
            return isVariable ? JSONNode(.unknown(.nothing), at: node.place) : node
        default: return node
        }
    }

    /// A text with its dynamic references, `{{resolve:SERVICE:KEY}}`, taken as unknown.
    ///
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
    private static func withoutReferences(_ text: ByteString) -> KnownText {
        var result = KnownText([])
        var rest = text.bytes[...]
        while let start = ByteSearch.first(DynamicReference.beginning, in: rest) {
            let tail = rest[(start + DynamicReference.beginning.count)...]
            guard let end = ByteSearch.first("}}", in: tail) else { break }
            result.append(ByteString(Array(rest[..<start])))
            result.append(nil as ByteString?)
            rest = rest[(end + 2)...]
        }
        result.append(ByteString(Array(rest)))
        return result
    }
}
