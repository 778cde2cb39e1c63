import ModelArtifacts

/// Finds an image that is not written as the API takes it.
enum ImageForm: ModelCheck {
    static let rule = Rule(
        "create-model-image-form", .error, "`Image` is not of a form that SageMaker supports",
        explanation: """
            The API page says: "SageMaker supports both registry/repository[:tag] and registry/repository[@digest] image \
            path formats." The pattern of the service model admits anything without blanks, so that an image without a \
            registry, with a scheme in front of it or with a digest of another length is only refused when the request \
            arrives.
            """,
        remedy: "write the image as ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY:TAG",
        example: Rule.Example(
            bad: #"{"Image": "my-image:1"}"#,
            good: #"{"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image:1"}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers {
            // What breaks the pattern, or was not filled in, is reported as that.
            guard let image = container["Image"], let text = image.text, TextPattern.image.matches(text),
                UnfilledTemplate.help(text, context) == nil
            else { continue }
            if let problem = problem(of: text, in: container) {
                context.report(rule, "'\(ValueText.shortened(text))': \(problem)", at: image)
            }
        }
    }

    private static func problem(of text: ByteString, in container: RequestValue) -> String? {
        if ByteSearch.first("://", in: text.bytes[...]) != nil { return "the path of an image has no scheme" }
        let reference = ImageReference(text)
        if reference.registry == nil, !container.mayUsePrivateRegistry {
            return "no registry stands in front of the repository"
        }
        return reference.problem
    }
}
