import ModelArtifacts

/// The parameters of a task of Step Functions alone: a request in which paths and expressions stand for values.
enum TaskParametersForm: RequestForm {
    static let kind = RequestKind.stepFunctions

    static func requests(in document: RequestValue) -> FoundRequests? {
        guard document.isObject, TaskParameters.hasExpressions(document.node) else { return nil }
        let adapted = TaskParameters.adapted(document)
        let (operation, score) = Operation.told(by: adapted.members.map(\.member.name))
        guard score > 0 else { return nil }
        return FoundRequests(roots: [RequestRoot(adapted, of: operation, as: operation.structure)])
    }
}
