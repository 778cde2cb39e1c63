import ModelArtifacts

/// Compares a value with what the service model says that it has to be, member by member.
struct ValueChecker {
    private let context: RequestContext

    init(_ context: RequestContext) {
        self.context = context
    }

    /// Checks a value and all that it holds.
    func check(_ value: RequestValue, is shape: Shape) {
        if value.isUnknown, value.knownText == nil { return }
        guard WrongType.check(value, is: shape, context) else { return }
        switch shape {
        case .structure(let structure): check(value, is: structure)
        case .list(let element, let count):
            // How many there are in the end, and what of each becomes an element, another program decides.
            if value.node.tag == nil {
                CountOutOfRange.check(
                    value, count: Self.count(value.elements, within: count), allowed: count, "element", context)
            }
            for var child in value.elements {
                child.omission = .element
                if let tag = value.node.tag {
                    child.node.tag = child.node.tag ?? tag
                    child.node.traits.insert(.mayHaveMore)
                }
                check(child, is: element)
            }
        case .map(let key, let constraint, let count):
            check(entriesOf: value, key: key, constraint, count)
        case .text(let constraint):
            switch value.node.content {
            case .string(let text): check(text, of: value, constraint)
            case .number(let digits) where Self.isPlain(digits): check(digits, of: value, constraint)
            case .boolean(let holds): check(holds ? "true" : "false", of: value, constraint)
            case .unknown(let text):
                if UnknownValue.check(text, of: value, constraint, context) { return }
                LengthOutOfRange.check(text, of: value, constraint, context)
                PatternMismatch.check(text, of: value, constraint, context)
            default: break
            }
        case .number(let isWhole, let range): NumberOutOfRange.check(value, isWhole: isWhole, range, context)
        case .boolean, .any: break
        }
    }

    /// Whether CloudFormation makes of a number the text that it is written as: it has other forms in YAML and with exponents.
    private static func isPlain(_ digits: ByteString) -> Bool {
        let parts = digits.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let whole = parts.first, whole.first != UInt8(ascii: "0") || whole.count == 1 else { return false }
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(ASCII.isDigit) }
    }

    private func check(
        entriesOf value: RequestValue, key: TextConstraint, _ constraint: TextConstraint, _ count: ClosedRange<Int>
    ) {
        let members = value.node.members ?? []
        let names = Set(members.map(\.name))
        let mayHaveMore = value.node.traits.contains(.mayHaveMore) && names.count < count.lowerBound
        if !mayHaveMore, value.node.tag == nil {
            CountOutOfRange.check(value, count: names.count, allowed: count, "entry", context)
        }
        // Most entries are right, and need no path that leads to them.
        for member in members where !isRight(member, of: value, key: key, constraint) {
            var child = value.value(of: member)
            child.omission = .entry
            var name = RequestValue(JSONNode(.string(member.name), at: member.place), path: child.path)
            name.omission = .entry
            check(member.name, of: name, key)
            check(child, is: .text(constraint))
        }
    }

    /// Whether nothing is to be said of an entry.
    private func isRight(
        _ member: JSONNode.Member, of map: RequestValue, key: TextConstraint, _ constraint: TextConstraint
    ) -> Bool {
        guard case .string(let text) = member.value.content else { return false }
        return key.allows(member.name) && UnfilledTemplate.placeholder(in: member.name) == nil
            && constraint.allows(text) && (map.isSecret || UnfilledTemplate.placeholder(in: text) == nil)
    }

    /// How many elements there are; of those that may be absent, so many as are allowed.
    private static func count(_ elements: [RequestValue], within allowed: ClosedRange<Int>) -> Int {
        let certain = elements.count { !$0.node.traits.contains(.mayBeAbsent) }
        return max(certain, min(elements.count, allowed.upperBound))
    }

    private func check(_ value: RequestValue, is structure: Structure) {
        for (member, var child) in value.members {
            UnknownMember.check(spellingOf: member, child, of: structure, in: value, context)
            if let known = structure.member(member.name) {
                child.omission = known.isRequired ? nil : .member
                check(child, is: known.shape)
            } else if structure.responseMembers.contains(member.name), context.kind == .response {
                ResponseMember.check(member, child, context)
            } else if value.node.tag == nil {
                UnknownMember.check(member, child, of: structure, in: value, context)
            }
        }
        if structure.name == "InferenceSpecification" { DuplicateElement.check(value, context) }
        // Some servers answer with an empty object for what was not given, as moto does with VpcConfig.
        if context.kind == .response, !value.path.isEmpty, value.members.isEmpty { return }
        for member in structure.members where member.isRequired {
            MissingMember.check(member, of: structure, in: value, context)
        }
    }

    private func check(_ text: ByteString, of value: RequestValue, _ constraint: TextConstraint) {
        if UnknownValue.check(text, of: value, constraint, context) { return }
        let isTooShort = LengthOutOfRange.check(text, of: value, constraint, context)
        if isTooShort { return }
        if let pattern = constraint.pattern, !pattern.matches(text) {
            PatternMismatch.report(text, of: value, constraint, context)
        } else {
            UnfilledTemplate.check(value, context)
        }
    }
}
