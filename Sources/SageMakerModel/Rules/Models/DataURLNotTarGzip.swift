import ModelArtifacts

/// Finds a `ModelDataUrl` that names no archive.
enum DataURLNotTarGzip: ModelCheck {
    static let rule = Rule(
        "create-model-data-url-not-tar-gz", .error,
        "`ModelDataUrl`, `ArtifactUrl` or `SamplePayloadUrl` names no .tar.gz archive",
        explanation: """
            The API page says of `ModelDataUrl`: "This path must point to a single gzip compressed tar archive (.tar.gz \
            suffix)." A prefix, or a file of another kind, is named by `ModelDataSource`; the service answers "Could not \
            find model data". Only for the Mode `MultiModel` it is a prefix, below which the archives lie. What is in the \
            object counts, and not its name: AWS's own CDK deploys assets as `HASH.gz` (a note). So `.gz` alone, or a name without \
            an extension, is a warning, and `.tgz` means the same as `.tar.gz`. `ArtifactUrl` of an inference component is the \
            same by another name, and its container takes nothing else. Of `SamplePayloadUrl` of a model package the API page says \
            the same in these words.
            """,
        remedy: "name a .tar.gz archive, or use ModelDataSource for anything else where the deployment takes it",
        example: Rule.Example(
            bad: #"{"ModelDataUrl": "s3://mybucket/model/"}"#,
            good: #"{"ModelDataUrl": "s3://mybucket/model.tar.gz"}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers where !container.mayBeMultiModel {
            guard let url = container["ModelDataUrl"], let text = url.knownText, TextPattern.s3URI.mayMatch(text),
                !text.mayBeArchive
            else { continue }
            // As the document spells it, `artifactURL` for example.
            let isArtifact = ByteString(url.path).folded.hasSuffix("artifacturl")
            let others = isArtifact ? artifactHelp : help(container, of: model, context)
            context.report(finding(text, isArtifact ? "ArtifactUrl" : "ModelDataUrl", others), at: url)
        }
        guard let url = model.otherRequest?["SamplePayloadUrl"], let text = url.knownText,
            TextPattern.s3URI.mayMatch(text), !text.mayBeArchive
        else { return }
        context.report(finding(text, "SamplePayloadUrl", "pack the payload and name the archive"), at: url)
    }

    /// What to do with data that is no archive, as far as the deployment and the document allow it.
    private static func help(_ container: RequestValue, of model: RequestedModel, _ context: RequestContext) -> String {
        let maySource = model.mayHaveDataSource(in: container, context)
        let mayHostMany = model.mayHostManyModels(in: container, context)
        switch (maySource, mayHostMany) {
        case (true, true): return "\(prefixHelp), or \(modeHelp)"
        case (true, false): return prefixHelp
        case (false, true): return modeHelp
        case (false, false): return "pack the model and name the archive"
        }
    }

    /// - Parameter others: what to do with data that is no archive.
    private static func finding(_ text: KnownText, _ member: String, _ others: String) -> Finding {
        let shown = ValueText.shortened(text.shown)
        if text.end.hasSuffix("/") {
            return Finding(rule, "'\(shown)' is a prefix, and \(member) names one archive", help: others)
        }
        var finding = Finding(rule, "'\(shown)' does not end with .tar.gz")
        switch text.end.fileExtension {
        case "gz":
            finding.severity = .warning
            finding.message = "'\(shown)' ends with .gz, which does not say that a tar archive is in it"
            finding.help = "name it .tar.gz if it is a gzip-compressed tar archive"
            // The CDK keeps only the last extension of what it is given.
            if text.end.isAssetOfCDK { finding.severity = .note }
        case nil:
            finding.severity = .warning
            finding.help = "name it .tar.gz if it is a gzip-compressed tar archive; if it is a prefix, \(others)"
        default: finding.help = "name a .tar.gz archive; for anything else, \(others)"
        }
        return finding
    }

    private static let prefixHelp = "use ModelDataSource with S3Prefix and None for all objects below a prefix"
    private static let modeHelp = "set Mode to MultiModel for archives"
    /// A `Specification` takes the name of a model in place of a container.
    private static let artifactHelp =
        "make a model whose ModelDataSource names it, and give its ModelName in place of the Container"
}
