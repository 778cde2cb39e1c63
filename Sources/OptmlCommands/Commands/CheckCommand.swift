import ArgumentParser
import ModelArtifacts

/// `optml check`: reports findings.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Report everything that would make a deployment fail or surprise its owner.")

    @OptionGroup var source: SourceOptions
    @OptionGroup var channels: ChannelOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var upload: UploadOptions
    @OptionGroup var reports: ReportOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "Compute the ETags that the objects would have, reading everything.")
    var etags = false

    @Flag(help: "Show the layout too.")
    var withLayout = false

    init() {}

    func validate() throws { _ = try source.resolved() }

    func run() async throws {
        let report = try await InspectionCommand.report(
            source, rules, upload, channels: channels, etags: etags, layout: withLayout, output: output)
        try InspectionCommand.write(report, reports: reports, output: output) { style in
            let tree = withLayout ? LayoutTree(style: style).lines(of: report) + [""] : []
            return tree + TextReport(style: style, isQuiet: output.quiet).lines(of: report)
        }
        if rules.failOn.fails(report) { throw ExitStatus.findings }
    }
}
