import ModelArtifacts

/// Finds a model package that is to be a version of a group and to have a name of its own.
enum PackageBothNames: ModelCheck {
    static let rule = Rule(
        "create-model-package-both-names", .error,
        "a model package with `ModelPackageGroupName` and `ModelPackageName`",
        explanation: """
            A package is a version of a group, or has a name of its own. With both members the service answers "Both \
            ModelPackageName and ModelPackageGroupName are provided in the input. Cannot determine which one to use.".
            """,
        remedy: "leave one of the two out: ModelPackageName for a version of a group",
        example: Rule.Example(
            bad:
                #"{"ModelPackageGroupName": "my-group", "ModelPackageName": "mine", "InferenceSpecification": {"…": "…"}}"#,
            good: #"{"ModelPackageGroupName": "my-group", "InferenceSpecification": {"…": "…"}}"#),
        source: "https://github.com/getmoto/moto/blob/5.1.0/moto/sagemaker/models.py")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard let request = model.otherRequest, context.isSentAsItStands,
            request.given("ModelPackageGroupName") != nil, let name = request.given("ModelPackageName")
        else { return }
        context.report(rule, "ModelPackageName and ModelPackageGroupName do not go together", at: name)
    }
}
