import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// `optml check`: reports findings.
struct CheckCommand: AsyncParsableCommand, SourceCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Report everything that would make a deployment fail or surprise its owner.",
        discussion: CommandHelp.discussion(examples: [
            "optml check model/ --s3-uri s3://my-bucket/model/",
            "optml check model.tar.gz --framework huggingface",
            "optml check s3://my-bucket/model/ --report sarif=optml.sarif",
        ]))

    @Argument(
        help: ArgumentHelp(
            "Directories, tar.gz archives, other files, or s3://bucket/prefix/; each is checked by itself.",
            valueName: "source"))
    var sources: [ByteArgument] = []

    @OptionGroup(title: HelpSection.source) var sourceOptions: SourceOptions
    @OptionGroup(title: HelpSection.listing) var listing: ListingOptions
    @OptionGroup(title: HelpSection.filter) var filter: FilterOptions
    @OptionGroup(title: HelpSection.bucket) var bucket: BucketOptions

    @OptionGroup(title: HelpSection.listing) var models: ModelListOptions
    @OptionGroup(title: HelpSection.existing) var existing: ExistingOptions
    @OptionGroup(title: HelpSection.bucket) var proof: ProofOptions
    @OptionGroup(title: HelpSection.bucket) var contents: ContentOptions

    @Option(
        help:
            "What the model is to be deployed as. For multi-model, the source holds archives, each a model of its own.")
    var deployment: Deployment?

    @OptionGroup(title: HelpSection.channels) var channels: ChannelOptions
    @OptionGroup(title: HelpSection.container) var container: ContainerOptions
    @OptionGroup(title: HelpSection.rules) var rules: RuleOptions
    @OptionGroup(title: HelpSection.upload) var upload: UploadOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup(title: HelpSection.rules) var configuration: ConfigurationOptions
    @OptionGroup(title: HelpSection.output) var reports: ReportOptions
    @OptionGroup(title: HelpSection.output) var output: OutputOptions

    @Flag(help: "Compute the ETags that the objects would have, reading everything, for JSON with --with-layout.")
    var etags = false

    @Flag(help: "Show the layout too.")
    var withLayout = false

    @Option(
        help: ArgumentHelp(
            "Write the present findings to a file for --baseline. They are accepted by that, so none is reported.",
            valueName: "file"))
    var writeBaseline: ByteArgument?

    init() {}

    var path: ByteArgument? { sources.first }

    /// The sources behind the first.
    private var further: ArraySlice<ByteArgument> { sources.dropFirst() }

    func validate() throws {
        _ = try source.resolved()
        try MistakenPlace.check(further)
        if !further.isEmpty { try validateForSeveral() }
        let streams = ([source.source].compactMap(\.self) + further).count { $0.value == "-" }
        if streams > 1 { throw ValidationError("Only one of the sources can come from standard input.") }
        if models.isGiven { try validateForModels() }
        try existing.validate(with: source)
        try source.bucket.validate(
            for: [source.source?.value, existing.existing?.value] + further.map { Optional($0.value) }
                + channels.sources)
        if deployment == .multiModel, existing.existing != nil || withLayout {
            throw ValidationError(
                "--deployment multi-model does not go with --existing and --with-layout: nothing is laid out.")
        }
        if writeBaseline != nil, rules.baseline != nil {
            throw ValidationError("Give either --baseline or --write-baseline.")
        }
    }

    /// What is about one source goes with no more than one.
    private func validateForSeveral() throws {
        let channels = try channels.resolved()
        let isAboutOne = source.givenS3URI != nil || existing.existing != nil || !channels.isEmpty
        if isAboutOne {
            throw ValidationError("--s3-uri, --existing and --channel are about one source; give no more than one.")
        }
    }

    private func validateForModels() throws {
        let channels = try channels.resolved()
        try modelListCheck.validate(
            isAboutOne: existing.existing != nil || !channels.isEmpty || deployment != nil || etags || withLayout
                || rules.baseline != nil || writeBaseline != nil)
    }

    private var modelListCheck: ModelListCheck {
        ModelListCheck(source: source, models: models, work: work, reports: reports, output: output)
    }

    func run() async throws {
        var places = try source.places(with: channels, existing: existing)
        for path in further where path.value != "-" {
            places.add(path.value, source.filter.filter(arguments: ByteArguments.ofProcess))
        }
        try places.checkOutputs(reports.outputs(output) + [writeBaseline?.value])
        var settings = try configuration.configuration(
            under: rules, upload, container, for: places, isReported: reports.showsText(output))
        // What is written takes the place of what was there.
        if writeBaseline != nil { settings.baseline = nil }
        if models.isGiven { return try modelListCheck.run(settings) }
        if !further.isEmpty { return try await checkAll(settings) }
        let report = try await inspected(source, settings)
        try keep(report.baseline, of: [source], settings)
        let findings = FindingsReport(report, command: "check", configuration: settings)
        try InspectionCommand.write(
            report, findings, reports: reports, output: output, tree: withLayout, jobs: work.jobs
        ) { style in
            TextReport(style: style, isQuiet: output.quiet, configuration: settings.file).lines(of: report)
        }
        if settings.effectiveFailOn.fails(report) { throw ExitStatus.findings }
    }

    /// Checks every source by itself, and writes one report.
    private func checkAll(_ settings: Configuration) async throws {
        var checked: [InspectionReport] = []
        let each = sources.map { path in
            var one = source
            one.source = path
            return one
        }
        for source in each { checked.append(try await inspected(source, settings)) }
        guard var outcome = checked.first?.baseline else { return }
        for report in checked.dropFirst() { outcome.join(report.baseline) }
        try keep(outcome, of: each, settings)
        let jobs = Parallelism(jobs: work.jobs).jobs
        let findings = checked.map { FindingsReport($0, command: "check", configuration: settings) }
        try ReportOutput(reports: reports, output: output).write(
            findings: { () throws(ArtifactError) in FindingsReport(joining: findings, of: "source") },
            text: { style, sink throws(ArtifactError) in
                let text = TextReport(style: style, isQuiet: output.quiet, isOneOfSeveral: true)
                var buffer = OutputBuffer(sink: sink)
                for line in TextReport.head(configuration: settings.file) {
                    buffer.bytes += Array(line.utf8) + [UInt8(ascii: "\n")]
                }
                for report in checked {
                    if withLayout {
                        try LayoutTree(style: style, jobs: jobs).write(report, to: &buffer)
                        buffer.bytes.append(UInt8(ascii: "\n"))
                    }
                    for line in text.lines(of: report) + [""] {
                        buffer.bytes += Array(line.utf8) + [UInt8(ascii: "\n")]
                    }
                }
                buffer.bytes += Array(text.sum(of: checked, "source").utf8) + [UInt8(ascii: "\n")]
                try buffer.flush()
            },
            json: { sink throws(ArtifactError) in
                var json = JSONReport(sink: sink)
                json.layoutJobs = jobs
                try json.write(checked)
            },
            html: { () throws(ArtifactError) in
                HTMLPage(zip(checked, findings).map { ($0.location, $1) }, "source")
            })
        if checked.contains(where: { settings.effectiveFailOn.fails($0) }) { throw ExitStatus.findings }
    }

    private func inspected(_ source: GivenSource, _ settings: Configuration) async throws -> InspectionReport {
        var report = try await InspectionCommand.report(
            source, settings, work, deployment: deployment, channels: channels, existing: existing, proof: proof,
            contents: contents, etags: etags,
            layout: withLayout, digest: reports.wants(.html) && further.isEmpty,
            recordsBaseline: writeBaseline != nil, hintsFramework: true, isOneOfSeveral: !further.isEmpty,
            output: output)
        if let finding = deployment.flatMap({ DeploymentWithoutSource.finding(on: report, $0) }) {
            let policy = try source.policy(
                settings, recordsBaseline: writeBaseline != nil, isOneOfSeveral: !further.isEmpty)
            report.add(finding, policy: policy)
        }
        return report
    }

    /// Says what became of the baseline, and writes it where that was asked for.
    private func keep(_ outcome: BaselineOutcome, of sources: [GivenSource], _ settings: Configuration) throws {
        var outcome = outcome
        // Of sources that were not looked at, nothing is known.
        let names = Set(sources.compactMap(\.documentName))
        outcome.stale.removeAll { $0.document.map { !names.contains($0) } ?? false }
        BaselineCommand.noteStale(outcome, settings, output)
        if let file = writeBaseline?.value { try BaselineCommand.write(outcome, to: file, output) }
    }
}
