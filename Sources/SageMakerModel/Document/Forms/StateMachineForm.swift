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
            return FoundRequests(roots: tasks(of: definition), embedded: embedded)
        }
        if text?.fault != nil, document.members.contains(where: { marks.contains($0.member.name) }) {
            return FoundRequests(embedded: embedded)
        }
        guard definition["Type"]?.text != nil, definition["Resource"]?.knownText != nil else { return nil }
        return FoundRequests(roots: task(definition), embedded: embedded)
    }

    /// What stands beside a definition in a request or an answer of Step Functions, and beside no other.
    private static let marks: Set<ByteString> = ["roleArn", "stateMachineArn"]

    /// The tasks of a machine, or of a branch of one.
    private static func tasks(of machine: RequestValue) -> [RequestRoot] {
        (machine["States"]?.members ?? []).flatMap { _, state in
            let branches = state["Branches"]?.elements ?? []
            let inner = branches + [state["ItemProcessor"], state["Iterator"]].compactMap { $0 }
            return task(state) + inner.flatMap(tasks)
        }
    }

    private static func task(_ state: RequestValue) -> [RequestRoot] {
        // Where it is put together, as with the partition of AWS, its end is known.
        guard let resource = state["Resource"]?.knownText?.end, let operation = operation(calledBy: resource) else {
            return []
        }
        // Without parameters a task passes its whole input on.
        let parameters =
            (state["Arguments"] ?? state["Parameters"]).map(TaskParameters.adapted)
            ?? .unknown(below: state, "Parameters")
        return [RequestRoot(parameters, of: operation, as: operation.structure)]
    }

    /// `arn:aws:states:::sagemaker:createModel`, `arn:aws:states:::aws-sdk:sagemaker:createModel`
    private static func operation(calledBy resource: ByteString) -> Operation? {
        guard ByteSearch.first(":states:::", in: resource.bytes[...]) != nil,
            let start = ByteSearch.first(":sagemaker:", in: resource.bytes[...])
        else { return nil }
        let name = resource.bytes[(start + ":sagemaker:".utf8.count)...].prefix { $0 != UInt8(ascii: ".") }
        return Operation.all.first { $0.integrationName == ByteString(Array(name)) }
    }
}
