import ModelArtifacts

/// Finds an ARN of something else than what is asked for.
enum ForeignARN: ModelCheck {
    static let rule = Rule(
        "create-model-foreign-arn", .error, "an ARN names another kind of thing than the member is for",
        explanation: """
            The service model takes any text for two ARNs, of which the API page says what they name: \
            `RepositoryCredentialsProviderArn` "an Amazon Web Services Lambda function that provides credentials to \
            authenticate to the private Docker registry", and `HubContentArn` "the hub content for which deployment access \
            is allowed". `ModelPackageName` takes any ARN of SageMaker, and names "the model package to use to create the \
            model": a version, and not its group.
            """,
        remedy: "give the ARN of what the member is for",
        example: Rule.Example(
            bad: #"{"HubContentArn": "arn:aws:sagemaker:us-east-1:123456789012:hub/my-hub"}"#,
            good:
                #"{"HubContentArn": "arn:aws:sagemaker:us-east-1:123456789012:hub-content/my-hub/Model/my-model/1.0.0"}"#
        ),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers {
            let credentials = container["ImageConfig"]?["RepositoryAuthConfig"]?["RepositoryCredentialsProviderArn"]
            check(credentials, "lambda", "function:", "a Lambda function", context)
            // It may be a name, too.
            if let package = container["ModelPackageName"], package.knownText?.beginning.hasPrefix("arn:") ?? false {
                check(package, "sagemaker", "model-package/", "a model package", context)
            }
        }
        for source in model.dataSources {
            check(
                source["HubAccessConfig"]?["HubContentArn"], "sagemaker", "hub-content/", "the content of a hub",
                context)
        }
    }

    /// What an ARN looks like of which not all is known. A function may have a version behind its name.
    private static func form(_ service: ByteString, _ beginning: ByteString) -> RegularExpression? {
        let rest = service == "lambda" ? "[^:]*(:[^:]*)?" : "[^:]*"
        return RegularExpression("arn:aws[^:]*:\(service):[^:]*:[^:]*:\(beginning)\(rest)")
    }

    private static func check(
        _ value: RequestValue?, _ service: ByteString, _ beginning: ByteString, _ what: String,
        _ context: RequestContext
    ) {
        guard let value, let known = value.knownText, known.text?.isEmpty != true else { return }
        if let text = known.text {
            if UnfilledTemplate.help(text, context) != nil { return }
            if let name = AmazonResourceName(text), name.service == service, name.resource.hasPrefix(beginning) {
                return
            }
        } else if form(service, beginning)?.mayMatch(known) ?? true {
            return
        }
        context.report(
            rule, "\(ValueText.shown(value)) is not the ARN of \(what)", at: value,
            help: "write it as arn:aws:\(service):REGION:ACCOUNT:\(beginning)…")
    }
}
