import ModelArtifacts

/// Tells what is known of the parameters of a task of Step Functions before it runs.
///
/// In JSONPath a member `X.$` stands for X, with a path or a function as its value; in JSONata any string between `{%` and `%}`
/// is an expression. In the templates of AWS SAM, `${Name}` is filled in when they are deployed.
///
/// Source: https://states-language.net/#payload-template, https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
enum TaskParameters {
    /// The parameters with the names of the API, and unknown values for expressions.
    static func adapted(_ parameters: RequestValue) -> RequestValue {
        RequestValue(adapted(parameters.node, parameters.path), path: parameters.path)
    }

    /// Whether there is an expression among the members of an object, or in what they hold.
    static func hasExpressions(_ node: JSONNode) -> Bool {
        switch node.content {
        case .object(let members):
            members.contains { $0.name.hasSuffix(".$") || hasExpressions($0.value) }
        case .array(let elements): elements.contains(where: hasExpressions)
        case .string(let text): StepFunctionsExpression.jsonata(in: text) != nil
        default: false
        }
    }

    /// What to say of a text in a request of Step Functions that is wrong because it is a path or a function of JSONPath whose member
    /// is not marked as one; nil for others.
    static func help(_ text: ByteString, _ context: RequestContext) -> String? {
        guard context.kind == .stepFunctions, ["$.", "$$.", "States."].contains(where: text.hasPrefix) else {
            return nil
        }
        return
            "it is sent as it stands: only where the name of the member ends with '.$' is the value taken from a path"
    }

    private static func adapted(_ node: JSONNode, _ path: String) -> JSONNode {
        let value = RequestValue(node, path: path)
        switch node.content {
        case .object:
            return node.with(
                .object(
                    value.members.map { member, child in
                        var name = member.name
                        var result = adapted(child.node, child.path)
                        if name.hasSuffix(".$"), let content = content(ofPath: child.node) {
                            name = ByteString(Array(name.bytes.dropLast(2)))
                            result = JSONNode(content, at: child.node.place, path: child.path)
                        }
                        // What a path leads to may be null, which is as if the member were not given.
                        if case .unknown(KnownText.nothing) = result.content,
                            name != member.name || isJSONata(child.node)
                        {
                            result.traits.insert(.mayBeAbsent)
                        }
                        return JSONNode.Member(name: name, place: member.place, value: result)
                    }))
        case .array: return node.with(.array(value.elements.map { adapted($0.node, $0.path) }))
        case .string(let text):
            // `${Name}` is what AWS SAM puts a value in the place of.
            let content =
                StepFunctionsExpression.jsonata(in: text).map(StepFunctionsExpression.content(ofJSONata:))
                ?? CloudFormationFunctions.substituted(text, [:]).content
            return JSONNode(content, at: node.place)
        case .unknown(let text) where text.beginning.hasPrefix("{%"):
            return JSONNode(.unknown(.nothing), at: node.place)
        default: return node
        }
    }

    /// Whether a string is an expression of JSONata, or a template makes one of it.
    private static func isJSONata(_ node: JSONNode) -> Bool {
        switch node.content {
        case .string(let text): StepFunctionsExpression.jsonata(in: text) != nil
        case .unknown(let text): text.beginning.hasPrefix("{%")
        default: false
        }
    }

    /// What a path or a function of JSONPath gives; nil for what is none. Of one that a template puts together nothing is known.
    private static func content(ofPath node: JSONNode) -> JSONNode.Content? {
        switch node.content {
        case .string(let text): StepFunctionsExpression.content(ofPath: text)
        case .unknown: .unknown(.nothing)
        default: nil
        }
    }
}
