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
            CountOutOfRange.check(
                value, count: Self.count(value.elements, within: count), allowed: count, "element", context)
            for child in value.elements { check(child, is: element) }
        case .map(let key, let constraint, let count):
            let names = Set(value.members.map(\.member.name))
            let hasMore = value.node.traits.contains(.mayHaveMore) && names.count < count.lowerBound
            if !hasMore { CountOutOfRange.check(value, count: names.count, allowed: count, "entry", context) }
            for (member, child) in value.members {
                check(
                    member.name, of: RequestValue(JSONNode(.string(member.name), at: member.place), path: child.path),
                    key)
                check(child, is: .text(constraint))
            }
        case .text(let constraint):
            switch value.node.content {
            case .string(let text): check(text, of: value, constraint)
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

    /// How many elements there are; of those that may be absent, so many as are allowed.
    private static func count(_ elements: [RequestValue], within allowed: ClosedRange<Int>) -> Int {
        let certain = elements.count { !$0.node.traits.contains(.mayBeAbsent) }
        return max(certain, min(elements.count, allowed.upperBound))
    }

    private func check(_ value: RequestValue, is structure: Structure) {
        for (member, child) in value.members {
            UnknownMember.check(spellingOf: member, child, of: structure, in: value, context)
            if let known = structure.member(member.name) {
                check(child, is: known.shape)
            } else if structure.responseMembers.contains(member.name), context.kind == .response {
                ResponseMember.check(member, child, context)
            } else {
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
