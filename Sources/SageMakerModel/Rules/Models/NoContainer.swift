import ModelArtifacts

/// Finds a request without a container.
enum NoContainer: ModelCheck {
    static let rule = Rule(
        "create-model-no-container", .error, "the request has neither `PrimaryContainer` nor `Containers`",
        explanation: """
            Neither member is required by the service model, so that boto3, cfn-lint and Terraform let a request without \
            both pass. A model without a container is none: the prose of the API page says that the request describes a \
            primary container, and SageMaker refuses one that does not.
            """,
        remedy: "add PrimaryContainer, or Containers for a pipeline",
        example: Rule.Example(
            bad: #"{"ModelName": "my-model"}"#,
            good: #"{"ModelName": "my-model", "PrimaryContainer": {"Image": "image:1"}}"#),
        source: RequestSource.createModel)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard let request = model.request, request.isObject, request["PrimaryContainer"] == nil,
            request["Containers"].map({ $0.isEmptyArray }) ?? true, !isMisspelled(request)
        else { return }
        context.report(rule, "neither PrimaryContainer nor Containers is given", at: request)
    }

    /// One that is only misspelled is reported as that.
    private static func isMisspelled(_ request: RequestValue) -> Bool {
        request.members.contains { member, _ in
            let meant = UnknownMember.intended(member.name, in: ServiceModel.request)
            return meant == "PrimaryContainer" || meant == "Containers"
        }
    }
}
