import ModelArtifacts

/// Finds one archive where many are meant.
enum MultiModelArchive: ModelCheck {
    static let rule = Rule(
        "create-model-multi-model-archive", .warning, "a `MultiModel` container names one archive",
        explanation: """
            For the Mode `MultiModel`, `ModelDataUrl` is the prefix below which the archives of all models lie; a caller \
            names one of them by what follows the prefix. The URI of one archive is a prefix below which there is \
            nothing.
            """,
        remedy: "name the prefix of the archives, or leave Mode out for one model",
        example: Rule.Example(
            bad: #"{"Mode": "MultiModel", "ModelDataUrl": "s3://mybucket/models/a.tar.gz"}"#,
            good: #"{"Mode": "MultiModel", "ModelDataUrl": "s3://mybucket/models/"}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers where container.isMultiModel {
            guard let url = container["ModelDataUrl"], let text = url.knownText,
                text.end.hasSuffix(".tar.gz") || text.end.hasSuffix(".tgz")
            else { continue }
            // Where many models are wanted, Mode has to stay; a deployment for one takes no prefix.
            let help: String? =
                switch context.deployment {
                case .multiModel: "name the prefix of the archives"
                case nil, .endpoint: nil
                default: "leave Mode out for one model"
                }
            context.report(
                rule, "'\(ValueText.shortened(text.shown))' is one archive, and MultiModel takes a prefix of archives",
                at: url, help: help)
        }
    }
}
