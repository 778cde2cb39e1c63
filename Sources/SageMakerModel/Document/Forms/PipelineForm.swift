import ModelArtifacts

/// A definition of SageMaker Pipelines: its steps that make or register a model. It stands alone, or as text in a request of
/// `CreatePipeline` or an answer of `DescribePipeline`.
///
/// Source: https://aws-sagemaker-mlops.github.io/sagemaker-model-building-pipeline-definition-JSON-schema/
enum PipelineForm: RequestForm {
    static let kind = RequestKind.pipeline

    static func requests(in document: RequestValue) -> FoundRequests? {
        // No definition holds another as text.
        let text = EmbeddedJSON.document(in: document["PipelineDefinition"])
        let embedded = text.map { [$0] } ?? []
        if text?.fault != nil { return FoundRequests(embedded: embedded) }
        guard let steps = (text?.value ?? document)["Steps"], case .array = steps.node.content else { return nil }
        return FoundRequests(roots: roots(of: steps), embedded: embedded)
    }

    private static func roots(of steps: RequestValue) -> [RequestRoot] {
        steps.elements.flatMap { step -> [RequestRoot] in
            guard let arguments = step["Arguments"], let type = step["Type"]?.text else { return [] }
            let branches = [arguments["IfSteps"], arguments["ElseSteps"]].compactMap { $0 }
            if let operation = Operation.all.first(where: { $0.pipelineStep == type }), arguments.isObject {
                let value = RequestValue(adapted(arguments.node), path: arguments.path)
                return [RequestRoot(value, of: operation, as: operation.pipelineStructure)]
            }
            return branches.flatMap(roots)
        }
    }

    /// The value with its functions replaced by what is known of their results.
    private static func adapted(_ node: JSONNode) -> JSONNode {
        switch node.content {
        case .object(let members):
            if members.count == 1, let call = members.first, call.name == "Get" || call.name.hasPrefix("Std:") {
                return JSONNode(content(of: call), at: node.place)
            }
            return node.with(
                .object(members.map { JSONNode.Member(name: $0.name, place: $0.place, value: adapted($0.value)) }))
        case .array(let elements): return node.with(.array(elements.map(adapted)))
        default: return node
        }
    }

    /// What a function gives: of `Std:Join` the values that stand there.
    private static func content(of call: JSONNode.Member) -> JSONNode.Content {
        guard call.name == "Std:Join", case .array(let values)? = call.value["Values"]?.content else {
            return .unknown(.nothing)
        }
        var separator: ByteString = ""
        if case .string(let text)? = call.value["On"]?.content { separator = text }
        var known = KnownText([])
        for (index, value) in values.enumerated() {
            if index > 0 { known.append(separator) }
            switch adapted(value).content {
            case .string(let text), .number(let text): known.append(text)
            case .unknown(let text): known.append(text)
            default: known.append(nil as ByteString?)
            }
        }
        return known.content
    }
}
