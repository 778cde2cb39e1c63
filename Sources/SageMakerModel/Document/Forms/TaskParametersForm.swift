import ModelArtifacts

/// The parameters of a task of Step Functions alone: a request in which paths and expressions stand for values.
enum TaskParametersForm: RequestForm {
    static let kind = RequestKind.stepFunctions

    static func roots(in document: RequestValue) -> [RequestRoot]? {
        guard document.isObject, TaskParameters.hasExpressions(document.node) else { return nil }
        let adapted = TaskParameters.adapted(document)
        let names = adapted.members.map(\.member.name)
        let scores = Operation.all.map { ($0, $0.structure.score(names)) }
        guard let best = scores.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
        return [RequestRoot(adapted, of: best.0, as: best.0.structure)]
    }
}
