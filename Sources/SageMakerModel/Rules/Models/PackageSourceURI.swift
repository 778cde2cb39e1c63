import ModelArtifacts

/// Finds `SourceUri` where the API does not take it.
enum PackageSourceURI: ModelCheck {
    static let rule = Rule(
        "create-model-package-source-uri", .error, "`SourceUri` stands where the API does not take it",
        explanation: """
            Of `InferenceSpecification` and `SourceUri` a request about a model package takes one: the SageMaker SDK creates the package \
            with the specification, and sets the source with UpdateModelPackage. A package that is in no group cannot be created with a \
            `SourceUri` at all.
            """,
        remedy: "leave SourceUri out, and set it afterwards with UpdateModelPackage",
        example: Rule.Example(
            bad:
                #"{"ModelPackageGroupName": "g", "SourceUri": "s3://mybucket/m/", "InferenceSpecification": {"…": "…"}}"#,
            good: #"{"ModelPackageGroupName": "g", "InferenceSpecification": {"…": "…"}}"#),
        source: "https://github.com/aws/sagemaker-python-sdk/blob/v2.257.1/src/sagemaker/session.py")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        // What exists may have got both one after another.
        guard let request = model.otherRequest, context.kind != .response, let uri = request.given("SourceUri") else {
            return
        }
        if request.given("InferenceSpecification")?.isObject ?? false {
            context.report(rule, "SourceUri and InferenceSpecification do not go together", at: uri)
        } else if context.operation.name == Operation.createModelPackage.name,
            request.given("ModelPackageName") != nil, request["ModelPackageGroupName"] == nil
        {
            context.report(rule, "a package that is in no group has no SourceUri", at: uri)
        }
    }
}
