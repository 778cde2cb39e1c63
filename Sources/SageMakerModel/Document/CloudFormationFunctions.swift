import ModelArtifacts

/// Tells what is known of the values of a CloudFormation template before it is deployed.
///
/// A function of CloudFormation is an object with one member, `Ref` or one whose name begins with `Fn::`. Nothing is guessed:
/// what a parameter or another resource will give is unknown. But the words that `Fn::Sub` and `Fn::Join` put around it are
/// known, and so is what `Fn::Select` and `Fn::FindInMap` take out of a list or a mapping that stands there.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
package struct CloudFormationFunctions {
    /// A longer list of a mapping is no list of ids or names, and each use of it would take its whole room.
    private static let longestMappedList = 100
    /// No longer text is put together or taken apart for a member, in bytes: none takes one, and each use of it would take its whole
    /// room.
    static let longestMember = 4 << 10

    /// The section `Mappings`.
    let mappings: TemplateMappings

    /// What is known of the resources of the template.
    private let resources: ResourceReferences

    /// What a parameter is assumed to give.
    private var assumed: [ByteString: KnownText] = [:]

    /// - Parameters:
    ///   - section: the section `Mappings` of the template; nil if it has none.
    ///   - resources: the section `Resources`; nil if there is none.
    package init(mappings section: JSONNode? = nil, resources: JSONNode? = nil) {
        self.resources = ResourceReferences(resources)
        mappings = TemplateMappings(section)
    }

    /// The functions where a parameter has a value.
    func assuming(_ choice: Circumstance.Value) -> CloudFormationFunctions {
        var copy = self
        copy.assumed = [choice.name: KnownText([choice.text])]
        return copy
    }

    /// The value with its functions replaced by what is known of their results. Of an `Fn::If` nothing is.
    package func evaluated(_ node: JSONNode) -> JSONNode { evaluated(node, longestText: Self.longestMember) }

    /// - Parameter longestText: a function in the place of the value itself puts no longer text together, in bytes.
    func evaluated(_ node: JSONNode, longestText: Int) -> JSONNode {
        switch node.content {
        case .object(let members):
            if let call = Self.call(in: node) {
                var traits: JSONNode.Traits = CloudFormationConditions.mayBeAbsent(node) ? .mayBeAbsent : []
                if resources.beginWithName(call) { traits.insert(.beginsWithName) }
                return JSONNode(
                    content(of: call.name, call.value, longestText: longestText), at: node.place, traits: traits)
            }
            // A macro adds to what stands beside it, which is meant as it is written.
            let others = members.filter { !Self.isMacro($0.name) }.map {
                JSONNode.Member(name: $0.name, place: $0.place, value: evaluated($0.value))
            }
            let hasMacro = others.count < members.count
            if hasMacro, others.isEmpty { return JSONNode(.unknown(.nothing), at: node.place) }
            var whole = node.with(.object(others))
            if hasMacro { whole.traits.insert(.mayHaveMore) }
            return whole
        case .array(let elements): return node.with(.array(elements.map(evaluated)))
        case .string(let text):
            return JSONNode(DynamicReference.takenAsUnknown(in: KnownText([text])).content, at: node.place)
        default: return node
        }
    }

    /// The function that an object is a call of; nil if it is none. It stands alone in its object, twice perhaps by mistake; an
    /// object with other members only happens to have one of that name.
    static func call(in node: JSONNode) -> JSONNode.Member? {
        guard let members = node.members, let call = members.last, isFunction(call.name), !isMacro(call.name),
            members.allSatisfy({ $0.name == call.name })
        else { return nil }
        return call
    }

    /// The name that a value refers to, `{"Ref": "Name"}`; nil if it is no reference.
    static func reference(_ node: JSONNode) -> ByteString? {
        guard let call = call(in: node), call.name == "Ref", case .string(let name) = call.value.content else {
            return nil
        }
        return name
    }

    private static func isFunction(_ name: ByteString) -> Bool { name == "Ref" || name.hasPrefix("Fn::") }

    /// Macros put in members that nobody knows yet, beside those that are there.
    ///
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-transform.html
    static func isMacro(_ name: ByteString) -> Bool {
        name == "Fn::Transform" || name.hasPrefix("Fn::ForEach::")
    }

    private func content(
        of function: ByteString, _ argument: JSONNode, longestText: Int
    ) -> JSONNode.Content {
        switch (function, argument.content) {
        case ("Ref", .string(let name)): return (assumed[name] ?? resources.known[name] ?? .nothing).content
        case ("Fn::GetAtt", _): return resources.attribute(argument).content
        case ("Fn::Sub", .string(let text)): return Self.substituted(text, assumed, or: resources.known).content
        case ("Fn::Sub", .array(let parts)):
            guard parts.count == 2, case .string(let text) = parts[0].content, let values = parts[1].members else {
                return .unknown(.nothing)
            }
            let known = Dictionary(values.map { ($0.name, pieces(of: $0.value)) }) { $1 }
            let all = known.merging(assumed) { own, _ in own }
            return Self.substituted(text, all, or: resources.known, longestText: longestText).content
        case ("Fn::Join", .array(let parts)):
            guard parts.count == 2, case .string(let separator) = parts[0].content,
                case .array(let elements) = parts[1].content
            else { return .unknown(.nothing) }
            var text = KnownText([])
            var size = 0
            for (index, element) in elements.enumerated() {
                let piece = pieces(of: element)
                size += separator.count + piece.size
                if index > 0, size <= longestText { text.append(separator) }
                // Of a longer one, the beginning is known.
                text.append(size <= longestText ? piece : .nothing)
            }
            return DynamicReference.takenAsUnknown(in: text).content
        case ("Fn::Select", .array(let parts)): return selected(parts)
        case ("Fn::Split", .array(let parts)): return split(parts).map { .array($0) } ?? .unknown(.nothing)
        case ("Fn::FindInMap", .array(let parts)): return found(parts)
        default: return .unknown(.nothing)
        }
    }

    /// The element of a list that stands there.
    private func selected(_ parts: [JSONNode]) -> JSONNode.Content {
        guard parts.count == 2, let index = pieces(of: parts[0]).text?.string.flatMap({ Int($0) }),
            case .array(let elements) = evaluated(parts[1]).content, elements.indices.contains(index),
            !elements[...index].contains(where: { $0.traits.contains(.mayBeAbsent) })
        else { return .unknown(.nothing) }
        return elements[index].content
    }

    /// The pieces of a text that stands there.
    private func split(_ parts: [JSONNode]) -> [JSONNode]? {
        guard parts.count == 2, case .string(let separator) = parts[0].content, !separator.isEmpty,
            var rest = pieces(of: parts[1]).text?.bytes[...], rest.count <= Self.longestMember
        else { return nil }
        var texts: [JSONNode] = []
        while let start = ByteSearch.first(separator, in: rest) {
            guard texts.count < Self.longestMappedList else { return nil }
            texts.append(JSONNode(.string(ByteString(Array(rest[..<start]))), at: parts[1].place))
            rest = rest[(start + separator.count)...]
        }
        return texts + [JSONNode(.string(ByteString(Array(rest))), at: parts[1].place)]
    }

    /// The value of a mapping, where all three names stand there. A default beside them is for names that it does not have.
    private func found(_ parts: [JSONNode]) -> JSONNode.Content {
        let names = parts.prefix(3).compactMap { pieces(of: $0).text }
        guard parts.count <= 4, let value = mappings[names] else { return .unknown(.nothing) }
        switch value.content {
        case .string(let text) where text.count > Self.longestMember: return .unknown(.nothing)
        case .string, .number, .boolean: return evaluated(value).content
        case .array(let elements) where elements.count <= Self.longestMappedList: return .array(elements.map(evaluated))
        default: return .unknown(.nothing)
        }
    }

    /// What is known of an element that is put into a text.
    func pieces(of node: JSONNode) -> KnownText {
        switch evaluated(node).content {
        case .string(let text), .number(let text): KnownText([text])
        case .unknown(let text): text
        default: KnownText([nil])
        }
    }

    /// A text of `Fn::Sub`: `${Name}` stands for a value, and `${!Name}` for `${Name}` itself.
    ///
    /// - Parameters:
    ///   - others: what stands for names that are not among the values.
    ///   - longestText: values are put in that together are no longer, in bytes.
    static func substituted(
        _ text: ByteString, _ values: [ByteString: KnownText], or others: [ByteString: KnownText] = [:],
        longestText: Int = longestMember
    ) -> KnownText {
        var result = KnownText([])
        var rest = text.bytes[...]
        let lastEnd = rest.lastIndex(of: UInt8(ascii: "}")) ?? rest.startIndex
        var added = 0
        while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
            let brace = dollar + 1
            guard brace < lastEnd, rest[brace] == UInt8(ascii: "{"),
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
            } else if let value = values[name] ?? others[name] {
                added += value.size
                result.append(added <= longestText ? value : .nothing)
            } else {
                result.append(nil as ByteString?)
            }
            rest = rest[(end + 1)...]
        }
        result.append(ByteString(Array(rest)))
        // Dynamic references may stand in the words around values, and hold values.
        return DynamicReference.takenAsUnknown(in: result)
    }
}
