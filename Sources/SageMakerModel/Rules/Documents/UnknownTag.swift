import ModelArtifacts

/// Says that a value of YAML has a tag that only another program knows.
enum UnknownTag {
    static let rule = Rule(
        "request-unknown-tag", .note, "a value has a tag whose meaning only another program knows",
        explanation: """
            A tag of YAML says what a program makes of a value. Those of YAML itself and the short forms of CloudFormation's functions \
            are known; what another one, as `!Include` or `!Rain::S3`, gives is known to the program that it is for. What stands \
            there is checked as far as the API knows it, but nobody can tell what else is there, or is not. In a request that is given \
            to the AWS CLI it is a warning: the AWS CLI refuses such a document ("could not determine a constructor for the tag").
            """,
        remedy: "give the document that the program makes of it, or write the value itself",
        example: Rule.Example(bad: "ModelName: !Env MODEL_NAME", good: "ModelName: sentiment"),
        source: "https://github.com/aws/aws-cli/blob/v2/awscli/customizations/cliinput.py")

    /// Looks at every value of a document that was read.
    static func check(all document: RequestDocument, _ context: RequestContext) {
        for top in document.tops where holdsTag(top.node) { check(all: top, context) }
    }

    /// Whether there is any: few documents have one, and no path has to be made for the values of others.
    private static func holdsTag(_ node: JSONNode) -> Bool {
        if node.tag != nil { return true }
        return switch node.content {
        case .object(let members): members.contains { holdsTag($0.value) }
        case .array(let elements): elements.contains(where: holdsTag)
        default: false
        }
    }

    private static func check(all value: RequestValue, _ context: RequestContext) {
        if let tag = value.node.tag {
            var finding = Finding(rule, "what another program makes of the tag '\(shown(tag))' is not known")
            if context.kind.isGivenToTheAWSCLI { finding.severity = .warning }
            context.report(finding, at: value)
        }
        for (_, child) in value.members { check(all: child, context) }
        for child in value.elements { check(all: child, context) }
    }

    /// The tag as it is mostly written: `!!binary` for `tag:yaml.org,2002:binary`.
    private static func shown(_ tag: ByteString) -> String {
        let standard: ByteString = "tag:yaml.org,2002:"
        guard tag.hasPrefix(standard) else { return ValueText.shortened(tag) }
        return ValueText.shortened("!!" + ByteString(Array(tag.bytes.dropFirst(standard.count))))
    }
}
