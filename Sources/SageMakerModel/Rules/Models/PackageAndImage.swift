import ModelArtifacts

/// Finds a container that names a model package and beside it what a package has already.
enum PackageAndImage: ModelCheck {
    static let rule = Rule(
        "create-model-package-and-image", .error, "`ModelPackageName` stands beside `Image` or `ModelDataUrl`",
        explanation: """
            A model package names the image and the model data of its containers. With one of them beside it CreateModel answers \
            "Specify one of either Image and Model Data URL or ModelPackageName in container definition.".
            """,
        remedy: "leave out Image and ModelDataUrl, or the package",
        example: Rule.Example(
            bad: #"{"PrimaryContainer": {"ModelPackageName": "my-package", "Image": "…"}}"#,
            good: #"{"PrimaryContainer": {"ModelPackageName": "my-package"}}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard model.request != nil, context.kind != .response else { return }
        for container in model.containers where container.given("ModelPackageName") != nil {
            for member in ["Image", "ModelDataUrl"] as [ByteString] {
                guard let value = container.given(member) else { continue }
                context.report(rule, "the model package says it, and \(member) does not go with it", at: value)
            }
        }
    }
}
