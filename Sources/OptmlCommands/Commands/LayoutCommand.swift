import ArgumentParser
import ModelArtifacts

/// `optml layout`: shows the tree under `/opt/ml/model`.
struct LayoutCommand: AsyncParsableCommand, SourceCommand {
    static let configuration = CommandConfiguration(
        commandName: "layout", abstract: "Show the tree that SageMaker would create under /opt/ml/model.")

    @OptionGroup var sourceOptions: SourceOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var bucket: BucketOptions
    @OptionGroup var existing: ExistingOptions
    @OptionGroup var proof: ProofOptions
    @OptionGroup var contents: ContentOptions
    @OptionGroup var channels: ChannelOptions
    @OptionGroup var container: ContainerOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var upload: UploadOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var reports: ReportOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "Show the layouts of all four combinations of S3DataType and CompressionType side by side.")
    var everyCombination = false

    @Flag(help: "Compute the ETags that the objects would have, reading everything.")
    var etags = false

    init() {}

    func validate() throws {
        _ = try source.resolved()
        try existing.validate(with: source)
        try source.bucket.validate(for: [source.source?.value, existing.existing?.value] + channels.sources)
        guard everyCombination else { return }
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
            source, settings, upload, channels: channels, existing: existing, proof: proof, contents: contents,
            etags: etags, layout: true,
            digest: reports.wants(.html), output: output)
        BaselineCommand.noteStale(report.baseline, settings, output)
        let findings = FindingsReport(report, command: "layout", configuration: settings)
        try InspectionCommand.write(report, findings, reports: reports, output: output, tree: true) { style in
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
        for combination in Combination.all {
            var source = source
            source.dataType = combination.dataType
            source.compressionType = combination.compressionType
            combinations.append(
                try await InspectionCommand.report(
                    source, listed: listed, settings, upload, etags: false, layout: true, output: output))
        }
        let copies = try reports.files()
        for (format, file) in [(reports.format, output.output)] + copies.map({ ($0.format, Optional($0.file)) }) {
            let result = try ResultOutput(file)
            switch ResultFormat(format) {
            case .json:
                var json = JSONReport { chunk throws(ArtifactError) in try result.write(chunk) }
                try json.write(combinations: combinations)
            case .text, nil: try result.write(lines: CombinationTable().lines(combinations))
            }
            try result.commit()
        }
    }
}
