import ModelArtifacts

/// Finds tags of a version of a model package group.
enum PackageTags: ModelCheck {
    static let rule = Rule(
        "create-model-package-tags", .error, "a version of a model package group has no `Tags` of its own",
        explanation: """
            The API page says: "If you supply `ModelPackageGroupName`, your model package belongs to the model group you specify \
            and uses the tags associated with the model group. In this case, you cannot supply a `tag` argument."
            """,
        remedy:
            "leave Tags out, and put them on the group: `aws sagemaker add-tags --resource-arn GROUP_ARN --tags Key=…,Value=…`",
        example: Rule.Example(
            bad:
                #"{"ModelPackageGroupName": "my-group", "Tags": [{"Key": "team", "Value": "ml"}], "InferenceSpecification": {"…": "…"}}"#,
            good: #"{"ModelPackageGroupName": "my-group", "InferenceSpecification": {"…": "…"}}"#),
        source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModelPackage.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard let request = model.otherRequest, context.isSentAsItStands,
            request.given("ModelPackageGroupName") != nil, let tags = request.given("Tags")
        else { return }
        context.report(rule, "a version of a group uses the tags of the group", at: tags)
    }
}
