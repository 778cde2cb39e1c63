import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// `optml model-package`: prints a `CreateModelPackage` request.
struct ModelPackageCommand: AsyncParsableCommand, SourceCommand {
    static let configuration = CommandConfiguration(
        commandName: "model-package", abstract: "Print a CreateModelPackage request.",
        discussion: CommandHelp.discussion(
            """
            --s3-uri is required, but for s3:// sources. The source and the request are checked; findings go to standard error, \
            and on an error nothing is written. The JSON is what 'aws sagemaker create-model-package --cli-input-json \
            file://FILE' takes.
            """,
            examples: [
                "optml model-package s3://my-bucket/model/ --model-package-group-name llm",
                "optml model-package model.tar.gz --s3-uri s3://my-bucket/model.tar.gz",
            ]))

    @Argument(help: SourceOptions.argumentHelp)
    var path: ByteArgument?

    @OptionGroup(title: HelpSection.source) var sourceOptions: SourceOptions
    @OptionGroup(title: HelpSection.listing) var listing: ListingOptions
    @OptionGroup(title: HelpSection.filter) var filter: FilterOptions
    @OptionGroup(title: HelpSection.bucket) var bucket: BucketOptions
    @OptionGroup(title: HelpSection.request) var registration: ModelPackageOptions
    @OptionGroup(title: HelpSection.modelData) var block: BlockOptions

    @Flag(
        name: .customLong("model-data-url"),
        help: "Name a gzip-compressed archive in ModelDataUrl and its ETag in ModelDataETag, not in ModelDataSource.")
    var usesModelDataURL = false

    @Option(help: "The form of the request.")
    var format = RequestFormat.json

    @OptionGroup(title: HelpSection.rules) var rules: RuleOptions
    @OptionGroup(title: HelpSection.upload) var upload: UploadOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup(title: HelpSection.rules) var configuration: ConfigurationOptions
    @OptionGroup(title: HelpSection.output) var output: OutputOptions

    @Flag(help: "Print the request in spite of findings.")
    var force = false

    init() {}

    func validate() throws {
        try block.validate(with: source)
        try source.bucket.validate(for: [source.source?.value])
        if !format.takes(.createModelPackage) {
            throw ValidationError("--format \(format.rawValue) has no resource for a model package.")
        }
        let isOther = block.manifestS3URI != nil || block.acceptEula || block.hubContentArn != nil
        if usesModelDataURL, isOther {
            throw ValidationError(
                "--model-data-url has no place for --manifest-s3-uri, --accept-eula and --hub-content-arn.")
        }
    }

    func run() async throws {
        let places = try source.places()
        try places.checkOutputs([output.output])
        let settings = try configuration.configuration(under: rules, upload, for: places)
        let policy = try settings.policy()
        var blocks = BlockBuilder(
            source: source, configuration: settings, work: work, options: block, output: output)
        // A registry of models is there to say which version is meant.
        blocks.predictsETag = format.hasETags
        let artifact = try await blocks.artifact()
        var report = try await InspectionCommand.inspect(artifact, try blocks.inspectionOptions(), output)
        if usesModelDataURL { try BlockBuilder.requireModelDataURL(for: report) }
        if blocks.etag(of: report) == .predict {
            try DataCommand.gate(report, settings.effectiveFailOn, output, force: force, showing: false)
        }
        let data = try await blocks.block(&report, of: artifact)
        let request = try registration.request(container: container(of: data)).jsonValue
        if let finding = MutableArtifact.check(data, in: format) { report.add(finding, policy: policy) }
        let node = JSONNode(request)
        let printer = RequestPrinter(
            format: format, operation: .createModelPackage, settings: settings, output: output, force: force)
        try printer.print(request, checkedAs: node, findings(on: node), report)
    }

    /// A container with the model data.
    private func container(of data: ModelDataSource) -> ModelPackageContainerDefinition {
        guard usesModelDataURL else { return ModelPackageContainerDefinition(modelDataSource: data) }
        return ModelPackageContainerDefinition(
            modelDataURL: data.s3DataSource?.s3URI, modelDataETag: data.s3DataSource?.etag)
    }

    /// What is to be said of the request, without what the inspection has said of the URI.
    private func findings(on request: JSONNode) -> [Finding] {
        RequestChecker().findings(request).compactMap { finding in
            if RequestChecker.isSaidByInspection(finding) { return nil }
            var finding = finding
            if finding.rule == "create-model-package-without-name" {
                finding.help = "give --model-package-group-name or --model-package-name"
            }
            return finding
        }
    }
}
