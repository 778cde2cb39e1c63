import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// `optml model-data-source`: prints the `ModelDataSource` block.
struct ModelDataSourceCommand: AsyncParsableCommand, SourceCommand {
    static let configuration = CommandConfiguration(
        commandName: "model-data-source", abstract: "Print the ModelDataSource block of a CreateModel request.",
        discussion: CommandHelp.discussion(
            "--s3-uri is required, but for s3:// sources. Findings go to standard error; on an error nothing is written.",
            examples: [
                "optml model-data-source model/ --s3-uri s3://my-bucket/model/",
                "optml model-data-source m.tar.gz --s3-uri s3://models/m.tar.gz --etag predict",
            ]))

    @Argument(help: SourceOptions.argumentHelp)
    var path: ByteArgument?

    @OptionGroup(title: HelpSection.source) var sourceOptions: SourceOptions
    @OptionGroup(title: HelpSection.listing) var listing: ListingOptions
    @OptionGroup(title: HelpSection.filter) var filter: FilterOptions
    @OptionGroup(title: HelpSection.bucket) var bucket: BucketOptions
    @OptionGroup(title: HelpSection.rules) var rules: RuleOptions
    @OptionGroup(title: HelpSection.upload) var upload: UploadOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup(title: HelpSection.rules) var configuration: ConfigurationOptions
    @OptionGroup(title: HelpSection.output) var output: OutputOptions
    @OptionGroup(title: HelpSection.modelData) var block: BlockOptions

    @Flag(help: "Print the block in spite of findings.")
    var force = false

    init() {}

    func validate() throws {
        try block.validate(with: source)
        try source.bucket.validate(for: [source.source?.value])
    }

    func run() async throws {
        let places = try source.places()
        try places.checkOutputs([output.output])
        let settings = try configuration.configuration(under: rules, upload, for: places)
        let builder = BlockBuilder(
            source: source, configuration: settings, work: work, options: block, output: output)
        let options = try builder.inspectionOptions()
        let artifact = try await builder.artifact()
        var report = try await InspectionCommand.inspect(artifact, options, output)
        // A failing check comes first: hashing can take long.
        if block.etag == .predict {
            try DataCommand.gate(report, settings.effectiveFailOn, output, force: force, showing: false)
        }
        let result = try await builder.block(&report, of: artifact)
        if let finding = MutableArtifact.check(result) { report.add(finding, policy: options.policy) }
        try DataCommand.gate(report, settings.effectiveFailOn, output, force: force)
        let destination = try ResultOutput(output.output)
        try destination.write(Array(result.json.utf8))
        try destination.commit()
    }
}
