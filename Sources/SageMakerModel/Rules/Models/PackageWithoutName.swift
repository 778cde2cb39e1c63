import ModelArtifacts

/// Finds a model package of which nothing says what it is called.
enum PackageWithoutName: ModelCheck {
    static let rule = Rule(
        "create-model-package-without-name", .error,
        "a model package with neither `ModelPackageGroupName` nor `ModelPackageName`",
        explanation: """
            The API page says of `ModelPackageGroupName`: "This parameter is required for versioned models", and of \
            `ModelPackageName`: "This parameter is required for unversioned models." A package is either, but the service model \
            requires none of the two members, so that boto3 and the AWS CLI send a request without both.
            """,
        remedy:
            "give ModelPackageGroupName for a version, or ModelPackageName (`optml model-package` has an option for each)",
        example: Rule.Example(
            bad: #"{"InferenceSpecification": {"…": "…"}}"#,
            good: #"{"ModelPackageGroupName": "my-group", "InferenceSpecification": {"…": "…"}}"#),
        source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModelPackage.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        // A template may leave it to the tool.
        guard context.isSentAsItStands, let request = model.otherRequest,
            request.isObject, request["ModelPackageGroupName"] == nil, request["ModelPackageName"] == nil
        else { return }
        // One that is only misspelled is reported as that.
        let isMisspelled = request.members.contains { member, _ in
            let meant = UnknownMember.intended(member.name, in: ServiceModel.modelPackage)
            return meant == "ModelPackageGroupName" || meant == "ModelPackageName"
        }
        if isMisspelled { return }
        context.report(
            rule, "neither ModelPackageGroupName nor ModelPackageName is given",
            at: request.memberPath("ModelPackageGroupName"), request.node.place)
    }
}
