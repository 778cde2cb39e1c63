import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// `optml check`: reports findings.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Report everything that would make a deployment fail or surprise its owner.")

    @OptionGroup var source: SourceOptions
    @OptionGroup var existing: ExistingOptions

    @Option(
        help:
            "What the model is to be deployed as. For multi-model, the source holds archives, each a model of its own.")
    var deployment: Deployment?

    @OptionGroup var channels: ChannelOptions
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
        if deployment == .multiModel, existing.existing != nil || withLayout {
            throw ValidationError(
                "--deployment multi-model does not go with --existing and --with-layout: nothing is laid out.")
        }
        if writeBaseline != nil, rules.baseline != nil {
            throw ValidationError("Give either --baseline or --write-baseline.")
        }
    }

    func run() async throws {
        let places = try source.places(with: channels, existing: existing)
        try places.checkOutputs(reports.outputs(output) + [writeBaseline?.value])
        var settings = try configuration.configuration(
            under: rules, upload, for: places, isReported: reports.showsText(output))
        // What is written takes the place of what was there.
        if writeBaseline != nil { settings.baseline = nil }
        var report = try await InspectionCommand.report(
            source, settings, upload, deployment: deployment, channels: channels, existing: existing, etags: etags,
            layout: withLayout,
            digest: reports.wants(.html), recordsBaseline: writeBaseline != nil, output: output)
        if let finding = deployment.flatMap({ DeploymentWithoutSource.finding(on: report, $0) }) {
            report.add(finding, policy: try settings.policy())
        }
        BaselineCommand.noteStale(report.baseline, settings, output)
        if let file = writeBaseline?.value { try BaselineCommand.write(report.baseline, to: file, output) }
        let findings = FindingsReport(report, command: "check", configuration: settings)
        try InspectionCommand.write(report, findings, reports: reports, output: output, tree: withLayout) { style in
            TextReport(style: style, isQuiet: output.quiet, configuration: settings.file).lines(of: report)
        }
        if settings.effectiveFailOn.fails(report) { throw ExitStatus.findings }
    }
}
