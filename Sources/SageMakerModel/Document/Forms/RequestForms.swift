import ModelArtifacts

/// The forms, in the order in which they are tried.
enum RequestForms {
    static let all: [any RequestForm.Type] = [
        CloudFormationTemplateForm.self, TerraformForm.self, StateMachineForm.self, PipelineForm.self,
        CloudTrailForm.self, KubernetesForm.self, TaskParametersForm.self,
    ]

    /// The form of a document, and the requests in it; nil if it is a request itself, or something else.
    static func requests(in document: RequestValue) -> (kind: RequestKind, found: FoundRequests)? {
        for form in all {
            if let found = form.requests(in: document) { return (form.kind, found) }
        }
        return nil
    }
}
