import ModelArtifacts

/// Finds what a model package in no group cannot have, or lacks.
enum UnversionedPackage: ModelCheck {
    static let rule = Rule(
        "create-model-unversioned-package", .warning,
        "a model package in no group has what such a package cannot have, or lacks what it needs",
        explanation: """
            A package with a `ModelPackageName` of its own is older than groups, and takes less. With `Environment`, \
            CreateModelPackage answers "Environment variable map cannot be specified when using non-versioned ModelPackages." (an \
            error). The SageMaker SDK makes none with `ModelDataSource`: "Un-versioned SageMaker Model Package currently cannot be \
            created with ModelDataSource." Of `ModelApprovalStatus` the API page says: "This parameter is optional for versioned \
            models, and does not apply to unversioned models." Of the two lists of instance types the API page says: "This parameter is required for \
            unversioned models".
            """,
        remedy: "register it in a group: ModelPackageGroupName in place of ModelPackageName",
        example: Rule.Example(
            bad:
                #"{"ModelPackageName": "mine", "InferenceSpecification": {"Containers": [{"Image": "…", "Environment": {"A": "1"}}]}}"#,
            good:
                #"{"ModelPackageGroupName": "my-group", "InferenceSpecification": {"Containers": [{"Image": "…", "Environment": {"A": "1"}}]}}"#
        ),
        source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceSpecification.html")

    /// Both are required where there is no group.
    private static let instanceTypes: [ByteString] = [
        "SupportedTransformInstanceTypes", "SupportedRealtimeInferenceInstanceTypes",
    ]

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard let request = model.otherRequest, context.isSentAsItStands, request.given("ModelPackageName") != nil,
            request["ModelPackageGroupName"] == nil, let specification = request.given("InferenceSpecification"),
            specification.isObject
        else { return }
        if let status = request.given("ModelApprovalStatus") {
            context.report(rule, "ModelApprovalStatus does not apply to a package in no group", at: status)
        }
        for container in specification["Containers"]?.elements ?? [] {
            if let environment = container.given("Environment"), !environment.members.isEmpty {
                var finding = Finding(rule, "a package in no group has no Environment")
                finding.severity = .error
                context.report(finding, at: environment)
            }
            if let source = container.given("ModelDataSource") {
                context.report(
                    rule, "a package in no group is made with ModelDataUrl", at: source,
                    help:
                        "name a .tar.gz archive in ModelDataUrl, or register it in a group, with ModelPackageGroupName")
            }
        }
        for member in instanceTypes where specification[member] == nil {
            context.report(
                rule, "a package in no group has to say \(member)", at: specification.memberPath(member),
                specification.node.place, help: "list the instance types")
        }
    }
}
