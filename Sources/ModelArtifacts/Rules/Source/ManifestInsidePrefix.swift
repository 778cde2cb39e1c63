/// Finds a manifest that would be part of the model.
final class ManifestInsidePrefix: SubjectCheck {
    static let rule = Rule(
        "manifest-inside-prefix", .warning, "the manifest lies below the prefix of the model data",
        explanation: """
            For S3Prefix every object below the prefix is part of the model, and the manifest would be one of them. It \
            cannot list itself, since its ETag is not known before it is written, so what it says and what is there \
            always differ by one object.
            """,
        remedy: "upload the manifest beside the prefix, not below it",
        example: Rule.Example(
            bad: "--s3-uri s3://mybucket/model/ --manifest-s3-uri s3://mybucket/model/manifest.csv",
            good: "--s3-uri s3://mybucket/model/ --manifest-s3-uri s3://mybucket/manifests/model.csv"),
        source: RuleSource.uncompressedModels)

    func check(_ subject: Subject, _ context: CheckContext) {
        guard subject.combination.dataType == .prefix, let uri = subject.uri,
            let text = subject.manifestURI, let manifest = S3URI(text),
            manifest.bucket == uri.bucket, manifest.key.hasPrefix(uri.directoryPrefix)
        else { return }
        context.report(
            Finding(
                Self.rule, "'\(manifest)' lies below the prefix '\(uri)', so SageMaker loads it as part of the model",
                at: Location(key: manifest.key)))
    }
}
