import ModelArtifacts

/// Finds a container of which nothing says what runs in it.
enum NoImage: ModelCheck {
    static let rule = Rule(
        "create-model-no-image", .warning, "a container with neither `Image` nor `ModelPackageName`",
        explanation: """
            The API page says: "For the primary container, you specify the Docker image that contains inference code". A \
            model package names one as well. The service model requires neither, so boto3 sends a container that has none.
            """,
        remedy: "name the image in Image, or a model package in ModelPackageName",
        example: Rule.Example(
            bad: #"{"PrimaryContainer": {"ModelDataUrl": "s3://mybucket/model.tar.gz"}}"#,
            good: #"{"PrimaryContainer": {"Image": "…", "ModelDataUrl": "s3://mybucket/model.tar.gz"}}"#),
        source: RequestSource.createModel)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        // A container that stands alone may be a part that is put into another.
        guard model.request != nil else { return }
        for container in model.containers {
            // A macro may put it there.
            if container.node.traits.contains(.mayHaveMore) { continue }
            // One that is only misspelled is reported as that.
            let isNamed = container.members.contains { member, _ in
                ["image", "modelpackagename"].contains(member.name.folded)
            }
            if isNamed { continue }
            context.report(
                rule, "nothing says what runs in the container", at: container.memberPath("Image"), container.node.place
            )
        }
    }
}
