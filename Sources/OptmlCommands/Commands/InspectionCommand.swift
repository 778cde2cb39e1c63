import ArgumentParser
import ModelArtifacts

/// What the commands that report findings have in common.
enum InspectionCommand {
    /// Inspects, hashing what `--etags` asks for.
    static func report(
        _ source: SourceOptions, _ rules: RuleOptions, _ upload: UploadOptions, channels: ChannelOptions? = nil,
        etags: Bool, layout: Bool, output: OutputOptions
    ) async throws -> InspectionReport {
        var options = source.inspectionOptions(arguments: ByteArguments.ofProcess)
        options.policy = try rules.policy()
        options.uploadRule = try upload.rule()
        options.recordsLayout = layout
        options.recordsObjects = etags
        options.hashesArchive = etags
        let artifact = try source.resolved()
        var report = try ArtifactInspector(options: options).inspect(artifact)
        if etags {
            try await hash(&report, of: artifact, options.uploadRule, upload, output)
        }
        for channel in try channels?.resolved() ?? [] {
            let options = channel.inspectionOptions(options)
            var found = try ArtifactInspector(options: options).inspect(channel.artifact)
            if etags { try await hash(&found, of: channel.artifact, options.uploadRule, upload, output) }
            report.add(channel: found)
        }
        return report
    }

    /// Computes the ETags of the report's objects, with progress on a terminal.
    static func hash(
        _ report: inout InspectionReport, of source: ArtifactSource, _ rule: UploadRule, _ upload: UploadOptions,
        _ output: OutputOptions
    ) async throws {
        let progress = ProgressLine.make(output, "hashing", report)
        defer { progress?.clear() }
        try await ObjectHasher(rule: rule, jobs: upload.jobs)
            .hash(&report, of: source) { bytes in progress?.advance(by: bytes) }
    }

    /// Writes the report where the options say.
    static func write(
        _ report: InspectionReport, reports: ReportOptions, output: OutputOptions,
        text: (Style) -> [String]
    ) throws {
        try write(reports.format, to: output.output, Style(output.color, for: 1), report, text)
        for copy in try reports.files() { try write(copy.format, to: copy.file, .plain, report, text) }
    }

    private static func write(
        _ format: ReportFormat, to file: ByteString?, _ style: Style, _ report: InspectionReport,
        _ text: (Style) -> [String]
    ) throws {
        let result = try ResultOutput(file)
        switch format {
        case .json:
            var json = JSONReport { chunk throws(ArtifactError) in try result.write(chunk) }
            try json.write(report)
        case .text: try result.write(lines: text(file == nil ? style : .plain))
        }
        try result.commit()
    }
}
