import ModelArtifacts

/// Finds a request without a role.
enum NoRole: ModelCheck {
    static let rule = Rule(
        "create-model-no-role", .note, "the request names no role",
        explanation: """
            The API page says: "In the request, you also provide an IAM role that SageMaker can assume to access model \
            artifacts and docker image". The service model does not require it, and what SageMaker does without one is not \
            documented; Terraform does not take a model without.
            """,
        remedy: "name a role in ExecutionRoleArn (`--role-arn` of `optml create-model`)",
        example: Rule.Example(
            bad: #"{"ModelName": "my-model", "PrimaryContainer": {"…": "…"}}"#,
            good:
                #"{"ModelName": "my-model", "PrimaryContainer": {"…": "…"}, "ExecutionRoleArn": "arn:aws:iam::123456789012:role/my-role"}"#
        ),
        source: RequestSource.createModel)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard let request = model.request, !model.containers.isEmpty, !request.node.traits.contains(.mayHaveMore)
        else { return }
        // One that is only misspelled is reported as that.
        guard !request.members.contains(where: { $0.member.name.folded.hasPrefix("executionrole") }) else { return }
        context.report(
            rule, "no ExecutionRoleArn says by whose rights the image and the data are read",
            at: request.memberPath("ExecutionRoleArn"), request.node.place)
    }
}
