import ArgumentParser
import ModelArtifacts

/// `optml layout`: shows the tree under `/opt/ml/model`.
struct LayoutCommand: AsyncParsableCommand, SourceCommand {
    static let configuration = CommandConfiguration(
        commandName: "layout", abstract: "Show the tree that SageMaker would create under /opt/ml/model.",
        discussion: CommandHelp.discussion(
            "Sizes stand in front of names; that of a directory is the sum of what it holds.",
            examples: [
                "optml layout model.tar.gz",
                "optml layout s3://my-bucket/model/ --depth 2",
            ]))

    @Argument(help: SourceOptions.argumentHelp)
    var path: ByteArgument?

    @OptionGroup(title: HelpSection.source) var sourceOptions: SourceOptions
    @OptionGroup(title: HelpSection.listing) var listing: ListingOptions
    @OptionGroup(title: HelpSection.filter) var filter: FilterOptions
    @OptionGroup(title: HelpSection.bucket) var bucket: BucketOptions
    @OptionGroup(title: HelpSection.existing) var existing: ExistingOptions
    @OptionGroup(title: HelpSection.bucket) var proof: ProofOptions
    @OptionGroup(title: HelpSection.bucket) var contents: ContentOptions
    @OptionGroup(title: HelpSection.channels) var channels: ChannelOptions
    @OptionGroup(title: HelpSection.container) var container: ContainerOptions
    @OptionGroup(title: HelpSection.rules) var rules: RuleOptions
    @OptionGroup(title: HelpSection.upload) var upload: UploadOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup(title: HelpSection.rules) var configuration: ConfigurationOptions
    @OptionGroup(title: HelpSection.output) var reports: ReportOptions
    @OptionGroup(title: HelpSection.output) var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "Show so many levels of directories, 0 for none, with the sums of what is below (text and JSON).",
            valueName: "n"))
    var depth: Int?

    @Flag(help: "Show the layouts of all four combinations of S3DataType and CompressionType side by side.")
    var everyCombination = false

    @Flag(help: "Compute the ETags that the objects would have, reading everything, for JSON.")
    var etags = false

    init() {}

    func validate() throws {
        _ = try source.resolved()
        try existing.validate(with: source)
        try source.bucket.validate(for: [source.source?.value, existing.existing?.value] + channels.sources)
        if let depth, depth < 0 { throw ValidationError("--depth takes 0 or more.") }
        guard everyCombination else { return }
        if depth != nil { throw ValidationError("--every-combination does not go with --depth.") }
        if source.dataType != nil || source.compressionType != nil {
            throw ValidationError(
                "--every-combination shows them all; leave out --s3-data-type and --compression-type.")
        }
        if existing.existing != nil { throw ValidationError("--every-combination does not go with --existing.") }
        if etags { throw ValidationError("--every-combination does not go with --etags.") }
        for format in try [reports.format] + reports.files().map(\.format) where ResultFormat(format) == nil {
            throw ValidationError("--every-combination has no form '\(format.rawValue)', only text and json.")
        }
        if try !channels.resolved().isEmpty { throw ValidationError("--every-combination does not go with --channel.") }
    }

    func run() async throws {
        let places = try source.places(with: channels, existing: existing)
        try places.checkOutputs(reports.outputs(output))
        let settings = try configuration.configuration(under: rules, upload, container, for: places)
        if everyCombination { return try await showEveryCombination(settings) }
        let report = try await InspectionCommand.report(
            source, settings, work, channels: channels, existing: existing, proof: proof, contents: contents,
            etags: etags, layout: true,
            digest: reports.wants(.html), output: output)
        BaselineCommand.noteStale(report.baseline, settings, output)
        let findings = FindingsReport(report, command: "layout", configuration: settings)
        try InspectionCommand.write(
            report, findings, reports: reports, output: output, tree: true, depth: depth, jobs: work.jobs
        ) { style in
            let text = TextReport(style: style, isQuiet: output.quiet)
            let findings = text.briefFindingLines(of: report)
            return findings + (findings.isEmpty ? [] : [""]) + [text.summary(of: report)]
        }
        if settings.effectiveFailOn.fails(report) { throw ExitStatus.findings }
    }

    /// Findings decide nothing here: of four combinations, some are always wrong.
    private func showEveryCombination(_ settings: Configuration) async throws {
        let listed = try await BucketLister(bucket: source.bucket, output: output).listed(source.resolved(), .prefix)
        var combinations: [InspectionReport] = []
        // What is left out is the same four times.
        var output = output
        output.quiet = true
        for combination in Combination.all {
            var source = source
            source.dataType = combination.dataType
            source.compressionType = combination.compressionType
            combinations.append(
                try await InspectionCommand.report(
                    source, listed: listed, settings, work, etags: false, layout: true, output: output))
        }
        let copies = try reports.files()
        for (format, file) in [(reports.format, output.output)] + copies.map({ ($0.format, Optional($0.file)) }) {
            let result = try ResultOutput(file)
            switch ResultFormat(format) {
            case .json:
                var json = JSONReport { chunk throws(ArtifactError) in try result.write(chunk) }
                json.layoutJobs = Parallelism(jobs: work.jobs).jobs
                try json.write(combinations: combinations)
            case .text, nil: try result.write(lines: CombinationTable().lines(combinations))
            }
            try result.commit()
        }
    }
}
