import ModelArtifacts

/// Finds a version of a model package group that is to be certified for AWS Marketplace.
enum PackageCertified: ModelCheck {
    static let rule = Rule(
        "create-model-package-certified", .warning, "a version of a model package group with `CertifyForMarketplace`",
        explanation: """
            The API page says of `CertifyForMarketplace`: "This parameter is optional for unversioned models, and does not apply to \
            versioned models." A package that is to be listed on AWS Marketplace is in no group.
            """,
        remedy: "leave CertifyForMarketplace out, or give the package a ModelPackageName in place of the group",
        example: Rule.Example(
            bad:
                #"{"ModelPackageGroupName": "my-group", "CertifyForMarketplace": true, "InferenceSpecification": {"…": "…"}}"#,
            good: #"{"ModelPackageName": "mine", "CertifyForMarketplace": true, "InferenceSpecification": {"…": "…"}}"#),
        source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModelPackage.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        // With both names, which kind of package is meant is not known.
        guard let request = model.otherRequest, context.isSentAsItStands,
            request.given("ModelPackageGroupName") != nil, request["ModelPackageName"] == nil,
            let certified = request.given("CertifyForMarketplace"), case .boolean(true) = certified.node.content
        else { return }
        context.report(rule, "CertifyForMarketplace does not apply to a version of a group", at: certified)
    }
}
