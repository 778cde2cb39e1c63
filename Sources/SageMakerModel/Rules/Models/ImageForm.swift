import ModelArtifacts

/// Finds an image that is not written as the API takes it.
enum ImageForm: ModelCheck {
    static let rule = Rule(
        "create-model-image-form", .error, "`Image` is not of a form that SageMaker supports",
        explanation: """
            The API page says: "SageMaker supports both registry/repository[:tag] and registry/repository[@digest] image \
            path formats." The pattern of the service model admits anything without blanks, so that an image without a \
            registry, with a scheme in front of it, with an account that has not 12 digits or with a digest of another length \
            is only refused when the request arrives. The host of a registry in China ends with `.com.cn`, and of no other region. Of an \
            image that a template puts together, what is known is looked at.
            """,
        remedy: "write the image as ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY:TAG",
        example: Rule.Example(
            bad: #"{"Image": "my-image:1"}"#,
            good: #"{"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image:1"}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers {
            // What breaks the pattern, or was not filled in, is reported as that.
            guard let image = container["Image"], let text = image.knownText, TextPattern.image.mayMatch(text),
                UnfilledTemplate.help(text.beginning, context) == nil
            else { continue }
            if let problem = problem(of: text, in: container) {
                context.report(
                    rule, "'\(ValueText.shortened(text.shown))': \(problem)", at: image,
                    help: TaskParameters.help(text.beginning, context))
            }
        }
    }

    private static func problem(of text: KnownText, in container: RequestValue) -> String? {
        let start = text.beginning
        if ByteSearch.first("://", in: start.bytes[...]) != nil { return "the path of an image has no scheme" }
        // Of a text that is not known as a whole, the registry is if a slash follows it.
        let isRegistryKnown = text.text != nil || start.bytes.contains(UInt8(ascii: "/"))
        if isRegistryKnown, let problem = problem(ofRegistryIn: ImageReference(start), start, container) {
            return problem
        }
        if text.text != nil { return ImageReference(start).problem }
        return ImageReference.form.mayMatch(text)
            ? nil
            : "whatever its unknown pieces are, it is no registry/repository[:tag] or registry/repository[@digest]"
    }

    private static func problem(
        ofRegistryIn reference: ImageReference, _ text: ByteString, _ container: RequestValue
    ) -> String? {
        if reference.registry == nil, !container.mayUsePrivateRegistry {
            let isHost = ImageReference(text + "/a").isInECR
            return isHost ? "no repository stands behind the registry" : "no registry stands in front of the repository"
        }
        if let account = reference.mistakenAccount {
            return "'\(account)' is no account of AWS, which has 12 digits"
        }
        return reference.rightDomain.map {
            "the registries of that region are at ACCOUNT.dkr.ecr.\(reference.region ?? "REGION").\($0)"
        }
    }
}
