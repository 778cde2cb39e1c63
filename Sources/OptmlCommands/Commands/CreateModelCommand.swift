import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// `optml create-model`: prints a whole `CreateModel` request.
struct CreateModelCommand: AsyncParsableCommand, SourceCommand {
    static let configuration = CommandConfiguration(
        commandName: "create-model", abstract: "Print a whole CreateModel request.",
        discussion: CommandHelp.discussion(
            """
            --s3-uri is required, but for s3:// sources and with --model-package-name. The source and the request are checked; findings go to standard error, and on an error \
            nothing is written. The JSON is what 'aws sagemaker create-model --cli-input-json file://FILE' takes.
            """,
            examples: [
                "optml create-model model/ --s3-uri s3://my-bucket/model/ --model-name m",
                "optml create-model s3://my-bucket/model.tar.gz --format terraform",
            ]))

    @Argument(help: SourceOptions.argumentHelp)
    var path: ByteArgument?

    @OptionGroup(title: HelpSection.source) var sourceOptions: SourceOptions
    @OptionGroup(title: HelpSection.listing) var listing: ListingOptions
    @OptionGroup(title: HelpSection.filter) var filter: FilterOptions
    @OptionGroup(title: HelpSection.bucket) var bucket: BucketOptions
    @OptionGroup(title: HelpSection.request) var request: RequestOptions
    @OptionGroup(title: HelpSection.container) var framework: FrameworkOption
    @OptionGroup(title: HelpSection.modelData) var block: BlockOptions
    @OptionGroup(title: HelpSection.channels) var channels: ChannelOptions
    @OptionGroup(title: HelpSection.channels) var terms: ChannelTermOptions

    @Flag(
        name: .customLong("model-data-url"),
        help: "Name a gzip-compressed archive in ModelDataUrl, which every deployment takes, not in ModelDataSource.")
    var usesModelDataURL = false

    @Option(help: "What the model is to be deployed as.")
    var deployment: Deployment?

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
        if request.modelPackageName != nil { return try requireNoModelData() }
        try block.validate(with: source)
        try source.bucket.validate(for: [source.source?.value] + channels.sources)
        for channel in try channels.resolved(terms) where channel.s3URI == nil {
            throw ValidationError("Give --channel-s3-uri \(channel.name)=URI: the request names it.")
        }
        guard usesModelDataURL else { return }
        let isOther =
            block.etag != nil || block.manifestS3URI != nil || block.acceptEula || block.hubContentArn != nil
        if isOther {
            throw ValidationError(
                "--model-data-url has no place for --etag, --manifest-s3-uri, --accept-eula and --hub-content-arn.")
        }
    }

    /// A package names the model data, and nothing beside it does: "Specify one of either Image and Model Data URL or ModelPackageName in
    /// container definition."
    private func requireNoModelData() throws {
        let isGiven =
            path != nil || listing.file != nil || source.s3URI != nil || block.isGiven || usesModelDataURL
            || !channels.channel.isEmpty || !channels.channelS3URI.isEmpty
        guard isGiven else { return }
        throw ValidationError(
            "--model-package-name: the package names its own model data; leave out the source and all that is said of it."
        )
    }

    func run() async throws {
        let places = try source.places(with: channels)
        try places.checkOutputs([output.output])
        let settings = try configuration.configuration(under: rules, upload, for: places)
            .overlaid(by: framework.configuration())
        let policy = try settings.policy()
        var builder = try base()
        try request.apply(to: &builder)
        let printer = RequestPrinter(
            format: format, operation: .createModel, settings: settings, output: output, force: force)
        if request.modelPackageName != nil { return try print(packaged: builder, settings, printer) }
        if let package = builder.container.modelPackageName {
            throw ArtifactError(
                .usage,
                "--base: the container takes its model from the package '\(DisplayText.escaped(package))', which names its own model data"
            )
        }
        let blocks = BlockBuilder(
            source: source, configuration: settings, work: work, options: block, output: output)
        var options = try blocks.inspectionOptions()
        options.hostsManyModels =
            deployment == .multiModel || (request.mode ?? builder.container.mode) == .multiModel
        options.container = container(of: builder, settings)
        let artifact = try await blocks.artifact()
        var report = try await InspectionCommand.inspect(artifact, options, output)
        if usesModelDataURL, !options.hostsManyModels { try BlockBuilder.requireModelDataURL(for: report) }
        if block.etag == .predict {
            try DataCommand.gate(report, settings.effectiveFailOn, output, force: force, showing: false)
        }
        let source = try await blocks.block(&report, of: artifact)
        if usesModelDataURL {
            builder.setModelData(url: source.s3DataSource?.s3URI ?? "")
        } else {
            builder.setModelData(source)
            if let finding = MutableArtifact.check(source, in: format) { report.add(finding, policy: policy) }
        }
        var built = [builder.containerPath + (usesModelDataURL ? ".ModelDataUrl" : ".ModelDataSource")]
        try await add(channels: options, to: &builder, &report, &built)
        try print(builder, without: built, settings, printer, report)
    }

    /// Prints a request whose model is that of a package.
    private func print(packaged builder: RequestBuilder, _ settings: Configuration, _ printer: RequestPrinter) throws {
        var builder = builder
        builder.removeModelData()
        var options = InspectionOptions()
        // Nothing is there to be looked at.
        options.policy = RulePolicy(selected: [])
        try print(builder, without: [], settings, printer, ArtifactInspector(options: options).inspect(.none))
    }

    /// Prints a request with its references.
    ///
    /// - Parameter built: the paths of what was made of inspected sources.
    private func print(
        _ builder: RequestBuilder, without built: [String], _ settings: Configuration, _ printer: RequestPrinter,
        _ report: InspectionReport
    ) throws {
        let references = try request.reference.map { try RequestReference($0.value, for: format) }
        let whole = references.reduce(builder.request.jsonValue) { $1.applied(to: $0) }
        let node = references.reduce(JSONNode(whole)) { $1.unknown(in: $0) }
        try printer.print(
            whole, checkedAs: node,
            findings(on: node, without: built, references.map(\.path), builder.containerPath, settings), report)
    }

    /// The container that the request describes.
    private func container(of builder: RequestBuilder, _ settings: Configuration) -> Container? {
        var container = RequestedContainer(RequestValue(JSONNode(builder.container.jsonValue))).container(
            settings.framework?.value)
        container.environmentSource = .options
        if deployment == .multiModel { container.hosting = .many }
        return container
    }

    private func base() throws(ArtifactError) -> RequestBuilder {
        guard let file = request.base?.value else { return RequestBuilder() }
        return try RequestBuilder(
            base: try RequestFile.read(file), name: file == "-" ? "standard input" : file, container: request.container)
    }

    /// Inspects the channels and puts them into the request.
    private func add(
        channels model: InspectionOptions, to builder: inout RequestBuilder, _ report: inout InspectionReport,
        _ built: inout [String]
    ) async throws {
        let lister = BucketLister(bucket: source.bucket, output: output)
        for channel in try channels.resolved(terms) {
            let artifact = try await lister.listed(channel.artifact)
            let found = try await InspectionCommand.inspect(artifact, channel.inspectionOptions(model), output)
            report.add(channel: found)
            guard let uri = channel.s3URI?.string else {
                throw ArtifactError(.usage, "--channel-s3-uri: not UTF-8, which a request has to be")
            }
            let place = S3ModelDataSource(
                s3URI: uri, dataType: found.combination.dataType, compressionType: found.combination.compressionType,
                acceptEULA: channel.acceptsEULA ? true : nil, hubContentARN: channel.hubContentARN?.string)
            built.append(builder.setChannel(AdditionalModelDataSource(channelName: channel.name, s3DataSource: place)))
        }
    }

    /// What is to be said of the request, without what the inspection has said of the URIs that it was made of.
    ///
    /// - Parameters:
    ///   - built: the paths of what was made of inspected sources.
    ///   - references: the paths of what stands there in the place of that.
    ///   - container: the path of the container that it was made for, of whose environment the inspection speaks.
    private func findings(
        on request: JSONNode, without built: [String], _ references: [String], _ container: String,
        _ settings: Configuration
    ) -> [Finding] {
        let inspected = RequestInspector.Inspected(paths: [container], framework: settings.framework?.value)
        return RequestChecker(deployment: deployment, inspected: inspected).findings(request).compactMap { finding in
            var finding = finding
            let path = finding.location.jsonPath ?? ""
            let isBuilt = built.contains { path == $0 || path.hasPrefix($0 + ".") } && !references.contains(path)
            if isBuilt, RequestChecker.isSaidByInspection(finding) { return nil }
            // What Terraform needs is said of it alone.
            if finding.rule == "create-model-no-role", format == .terraform { return nil }
            if finding.rule == "request-missing-member", path == "ModelName" {
                // CloudFormation and Terraform make up a name.
                if format.target()?.members.first(where: { $0.name == "ModelName" })?.isRequired == false { return nil }
                finding.help = "give --model-name"
            }
            return finding
        }
    }
}
