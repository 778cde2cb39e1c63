import ModelArtifacts

/// A definition of Step Functions, or one of its states: the tasks that call an operation of SageMaker. It stands alone, or as text
/// in a request of `CreateStateMachine` or an answer of `DescribeStateMachine`.
///
/// Source: https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html,
/// https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
enum StateMachineForm: RequestForm {
    static let kind = RequestKind.stepFunctions

    static func requests(in document: RequestValue) -> FoundRequests? {
        // No definition holds another as text.
        let text = EmbeddedJSON.document(in: document["definition"])
        let embedded = text.map { [$0] } ?? []
        let definition = text?.value ?? document
        if definition["States"]?.isObject ?? false {
            return FoundRequests(roots: requests(of: definition), embedded: embedded)
        }
        if text?.fault != nil, document.members.contains(where: { marks.contains($0.member.name) }) {
            return FoundRequests(embedded: embedded)
        }
        guard definition["Type"]?.text != nil, definition["Resource"]?.knownText != nil else { return nil }
        return FoundRequests(roots: task(definition), embedded: embedded)
    }

    /// What stands beside a definition in a request or an answer of Step Functions, and beside no other.
    private static let marks: Set<ByteString> = ["roleArn", "stateMachineArn"]

    /// The requests of a machine, beside the endpoints that it makes.
    private static func requests(of machine: RequestValue) -> [RequestRoot] {
        let states = Self.states(of: machine)
        var roots = states.flatMap(task)
        if !roots.isEmpty { roots[0].productionVariants = states.flatMap(productionVariants) }
        return roots
    }

    /// The states of a machine, each with those of its branches behind it.
    private static func states(of machine: RequestValue) -> [RequestValue] {
        (machine["States"]?.members ?? []).flatMap { _, state in
            let branches = state["Branches"]?.elements ?? []
            let inner = branches + [state["ItemProcessor"], state["Iterator"]].compactMap { $0 }
            return [state] + inner.flatMap(states)
        }
    }

    private static func task(_ state: RequestValue) -> [RequestRoot] {
        guard let name = Self.action(of: state),
            let operation = Operation.all.first(where: { $0.integrationName == name })
        else { return [] }
        // Without parameters a task passes its whole input on.
        let parameters =
            (state["Arguments"] ?? state["Parameters"]).map(TaskParameters.adapted)
            ?? .unknown(below: state, "Parameters")
        return [RequestRoot(parameters, of: operation, as: operation.structure)]
    }

    /// The variants in a task that makes an endpoint configuration, with the names of the API; none for other states.
    private static func productionVariants(of state: RequestValue) -> [RequestValue] {
        guard Self.action(of: state) == "createEndpointConfig",
            let parameters = (state["Arguments"] ?? state["Parameters"]).map(TaskParameters.adapted)
        else { return [] }
        let lists = ["ProductionVariants", "ShadowProductionVariants"] as [ByteString]
        return lists.flatMap { parameters[$0]?.elements ?? [] }
    }

    /// The action of SageMaker that a state calls: `createModel` of `arn:aws:states:::sagemaker:createModel` and of
    /// `arn:aws:states:::aws-sdk:sagemaker:createModel`; nil for other states.
    private static func action(of state: RequestValue) -> ByteString? {
        // Where it is put together, as with the partition of AWS, its end is known.
        guard let resource = state["Resource"]?.knownText?.end,
            ByteSearch.first(":states:::", in: resource.bytes[...]) != nil,
            let start = ByteSearch.first(":sagemaker:", in: resource.bytes[...])
        else { return nil }
        let name = resource.bytes[(start + ":sagemaker:".utf8.count)...].prefix { $0 != UInt8(ascii: ".") }
        return ByteString(Array(name))
    }
}
