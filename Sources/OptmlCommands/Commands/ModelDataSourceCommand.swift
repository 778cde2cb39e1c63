import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// `optml model-data-source`: prints the `ModelDataSource` block.
struct ModelDataSourceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model-data-source", abstract: "Print the ModelDataSource block of a CreateModel request.",
        discussion: "--s3-uri is required. Findings go to standard error; on an error nothing is written.")

    @OptionGroup var source: SourceOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var upload: UploadOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "There is nothing to inspect; needs --s3-data-type and --compression-type.")
    var noSource = false

    @Option(
        help: ArgumentHelp(
            "The object's ETag: a value, 'predict' for the one that the uploader will give it, or 'none'.",
            discussion: "By default the ETag that a listing tells, else none.", valueName: "etag"))
    var etag: ETagOption?

    @Option(help: ArgumentHelp("A manifest that 'optml manifest' wrote; needs --manifest-s3-uri.", valueName: "file"))
    var manifest: ByteArgument?

    @Option(
        name: .customLong("manifest-s3-uri"),
        help: ArgumentHelp("Where the manifest is, or will be, in S3.", valueName: "uri"))
    var manifestS3URI: ByteArgument?

    @Option(
        help: ArgumentHelp("The manifest's ETag: a value, or 'none' (default: of --manifest).", valueName: "etag"))
    var manifestEtag: ETagOption?

    @Flag(help: "Accept the end-user licence agreement of a gated model.")
    var acceptEula = false

    @Option(help: ArgumentHelp("The ARN of hub content.", valueName: "arn"))
    var hubContentArn: ByteArgument?

    @Flag(help: "Print the block in spite of findings.")
    var force = false

    init() {}

    func validate() throws {
        if noSource {
            guard source.source == nil, source.listing == nil else {
                throw ValidationError("--no-source does not go with a source.")
            }
            guard source.dataType != nil, source.compressionType != nil else {
                throw ValidationError("--no-source needs --s3-data-type and --compression-type.")
            }
            if etag == .predict { throw ValidationError("--etag predict needs a source.") }
        } else {
            _ = try source.resolved()
        }
        if source.s3URI == nil { throw ValidationError("Give --s3-uri: the block names it.") }
        if manifest != nil, manifestS3URI == nil {
            throw ValidationError("--manifest needs --manifest-s3-uri: the block names where it is in S3.")
        }
        if manifestEtag != nil, manifestS3URI == nil {
            throw ValidationError("--manifest-etag needs --manifest-s3-uri.")
        }
        if manifestEtag == .predict, manifest == nil {
            throw ValidationError("--manifest-etag predict needs --manifest, the file itself.")
        }
        if let hubContentArn, !(1...255).contains(hubContentArn.value.count) {
            throw ValidationError("--hub-content-arn has 1 to 255 characters.")
        }
    }

    func run() async throws {
        var options = source.inspectionOptions(arguments: ByteArguments.ofProcess)
        options.policy = try rules.policy()
        options.uploadRule = try upload.rule()
        options.manifestURI = manifestS3URI?.value
        options.recordsObjects = etag == nil || etag == .predict
        options.hashesArchive = etag == .predict
        let inspector = ArtifactInspector(options: options)
        let artifact = noSource ? ArtifactSource.none : try source.resolved()
        var report = try inspector.inspect(artifact)
        let block = ModelDataSource(
            s3DataSource: S3DataSource(
                s3URI: try text(source.s3URI, "--s3-uri"), dataType: report.combination.dataType,
                compressionType: report.combination.compressionType, acceptEULA: acceptEula ? true : nil,
                hubContentARN: try hubContentArn.map { try text($0, "--hub-content-arn") },
                manifestS3URI: try manifestS3URI.map { try text($0, "--manifest-s3-uri") },
                etag: nil, manifestETag: try await manifestETag(options.uploadRule)))
        var result = block
        // A failing check comes first: hashing can take long.
        if etag == .predict { try DataCommand.gate(report, rules, output, force: force, showing: false) }
        result.s3DataSource?.etag = try await objectETag(&report, artifact, options.uploadRule)
        if let finding = MutableArtifact.check(result) { report.add(finding, policy: options.policy) }
        try DataCommand.gate(report, rules, output, force: force)
        let destination = try ResultOutput(output.output)
        try destination.write(Array(result.json.utf8))
        try destination.commit()
    }

    /// The ETag for the block: what was asked for, or what a listing tells of the one object.
    private func objectETag(
        _ report: inout InspectionReport, _ artifact: ArtifactSource, _ rule: UploadRule
    ) async throws -> String? {
        switch etag {
        case .value(let value): return value
        case .some(.none): return nil
        case .predict:
            guard report.combination.dataType == .object else {
                throw ArtifactError(.usage, "--etag predict: a prefix has no ETag; name a manifest instead")
            }
            guard report.kind != .directory, report.kind != .listing else {
                throw ArtifactError(
                    .usage, "--etag predict: \(report.location) is not the object itself; give the packed archive")
            }
            try await InspectionCommand.hash(&report, of: artifact, rule, upload, output)
            return report.objects?.first?.etag?.text
        case nil:
            guard report.kind == .listing, report.combination.dataType == .object else { return nil }
            return report.objects?.first?.etag?.text
        }
    }

    private func manifestETag(_ rule: UploadRule) async throws -> String? {
        switch manifestEtag {
        case .value(let value): return value
        case .some(.none): return nil
        case .predict, nil:
            guard let manifest else { return nil }
            return try await ETag.of(file: manifest.value, rule: rule, jobs: upload.jobs).text
        }
    }

    /// A URI as the text that JSON can hold.
    private func text(_ argument: ByteArgument?, _ option: String) throws -> String {
        guard let text = argument?.value.string else {
            throw ArtifactError(.usage, "\(option): not UTF-8, which a request has to be")
        }
        return text
    }
}
