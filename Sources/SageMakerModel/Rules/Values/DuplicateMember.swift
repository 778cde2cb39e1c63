import ModelArtifacts

/// Finds a name that occurs twice in an object.
enum DuplicateMember {
    static let rule = Rule(
        "request-duplicate-member", .error, "a name occurs twice in one object",
        explanation: """
            JSON leaves open what a name means that occurs twice (RFC 8259, section 4), and YAML forbids it. Most readers take the last value \
            and drop the others without a word, some take the first, and some refuse the document. So nobody can tell which \
            of the values is deployed.
            """,
        remedy: "keep the one that is meant, and delete the others",
        example: Rule.Example(
            bad: #"{"Image": "image:1", "Image": "image:2"}"#, good: #"{"Image": "image:2"}"#),
        source: RequestSource.json)

    /// Looks into every object of a document: what a second `Resources` puts aside is not there to be checked
    /// either. Those in its texts count as well.
    static func check(all document: RequestDocument, _ context: RequestContext) {
        for top in document.tops + document.embedded.compactMap(\.value) where holdsDuplicate(top.node) {
            check(all: top, context)
        }
    }

    /// Whether a name occurs twice anywhere: few documents have one, and no path has to be made for the values of others.
    private static func holdsDuplicate(_ node: JSONNode) -> Bool {
        switch node.content {
        case .object(let members):
            if members.count > 1, Set(members.map(\.name)).count < members.count { return true }
            return members.contains { holdsDuplicate($0.value) }
        case .array(let elements): return elements.contains(where: holdsDuplicate)
        default: return false
        }
    }

    private static func check(all value: RequestValue, _ context: RequestContext) {
        switch value.node.content {
        case .object:
            check(value, context)
            for (_, child) in value.members { check(all: child, context) }
        case .array: for child in value.elements { check(all: child, context) }
        default: return
        }
    }

    private static func check(_ object: RequestValue, _ context: RequestContext) {
        var first: [ByteString: JSONNode.Member] = [:]
        for (member, value) in object.members {
            guard let earlier = first[member.name] else {
                first[member.name] = member
                continue
            }
            let line = earlier.place.map { " in line \($0.line)" } ?? ""
            context.report(
                rule, "'\(ValueText.shortened(member.name))' is there already\(line)", at: value.path, member.place,
                related: [RequestValue.location(value.path, earlier.place)])
        }
    }
}
