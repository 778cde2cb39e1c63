import ModelArtifacts

/// Finds a container that names a model package and beside it what a package has already.
enum PackageAndImage: ModelCheck {
    static let rule = Rule(
        "create-model-package-and-image", .error, "`ModelPackageName` stands beside `Image` or `ModelDataUrl`",
        explanation: """
            A model package names the image and the model data of its containers. With one of them beside it CreateModel answers \
            "Specify one of either Image and Model Data URL or ModelPackageName in container definition.". For a version of a package \
            whose artifacts are restricted, as those of Nova models, the SageMaker SDK sends an image beside the package, so that it is a \
            note there. Whether ModelDataSource goes with a package is not documented (a note).
            """,
        remedy: "leave out what the package names already, or the package",
        example: Rule.Example(
            bad: #"{"PrimaryContainer": {"ModelPackageName": "my-package", "Image": "…"}}"#,
            good: #"{"PrimaryContainer": {"ModelPackageName": "my-package"}}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard model.request != nil, context.kind != .response else { return }
        for container in model.containers {
            guard let package = container.given("ModelPackageName") else { continue }
            let hasURL = container.given("ModelDataUrl") != nil
            for member in ["Image", "ModelDataUrl", "ModelDataSource"] as [ByteString] {
                guard let value = container.given(member) else { continue }
                var finding = Finding(rule, "the model package says it, and \(member) does not go with it")
                if member == "ModelDataSource" {
                    finding.message =
                        "the model package says it, and whether ModelDataSource goes with it is not documented"
                    finding.severity = .note
                } else if member == "Image", !hasURL, mayBeRestricted(package) {
                    finding.message =
                        "the model package says it, and Image goes only with one whose artifacts are restricted"
                    finding.severity = .note
                }
                context.report(finding, at: value)
            }
        }
    }

    /// Whether a package may be one whose artifacts only the service sees: a version of a group, or one that is not known yet.
    ///
    /// Source: `ModelBuilder._build_single_modelbuilder` in `sagemaker-serve/src/sagemaker/serve/model_builder.py` of
    /// aws/sagemaker-python-sdk.
    private static func mayBeRestricted(_ package: RequestValue) -> Bool {
        guard let text = package.text else { return true }
        return version.matches(text)
    }

    /// `arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION`
    private static let version = TextPattern.regular("arn:.*/[0-9]+")
}
