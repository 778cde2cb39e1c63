import ArgumentParser
import ModelArtifacts

/// `optml check`: reports findings.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Report everything that would make a deployment fail or surprise its owner.")

    @OptionGroup var source: SourceOptions
    @OptionGroup var existing: ExistingOptions
    @OptionGroup var channels: ChannelOptions
    @OptionGroup var container: ContainerOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var upload: UploadOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var reports: ReportOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "Compute the ETags that the objects would have, reading everything.")
    var etags = false

    @Flag(help: "Show the layout too.")
    var withLayout = false

    @Option(
        help: ArgumentHelp(
            "Write the present findings to a file for --baseline. They are accepted by that, so none is reported.",
            valueName: "file"))
    var writeBaseline: ByteArgument?

    init() {}

    func validate() throws {
        _ = try source.resolved()
        try existing.validate(with: source)
        try source.bucket.validate(for: [source.source?.value, existing.existing?.value] + channels.sources)
        if writeBaseline != nil, rules.baseline != nil {
            throw ValidationError("Give either --baseline or --write-baseline.")
        }
    }

    func run() async throws {
        var settings = try configuration.configuration(under: rules, upload, container, for: source.resolved())
        // What is written takes the place of what was there.
        if writeBaseline != nil { settings.baseline = nil }
        let report = try await InspectionCommand.report(
            source, settings, upload, channels: channels, existing: existing, etags: etags, layout: withLayout,
            digest: reports.wants(.html), recordsBaseline: writeBaseline != nil, hintsFramework: true, output: output)
        BaselineCommand.noteStale(report.baseline, settings, output)
        if let file = writeBaseline?.value { try BaselineCommand.write(report.baseline, to: file, output) }
        let findings = FindingsReport(report, command: "check", configuration: settings)
        try InspectionCommand.write(report, findings, reports: reports, output: output, tree: withLayout) { style in
            TextReport(style: style, isQuiet: output.quiet).lines(of: report)
        }
        if settings.effectiveFailOn.fails(report) { throw ExitStatus.findings }
    }
}
