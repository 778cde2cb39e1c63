import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// What the commands that report findings have in common.
enum InspectionCommand {
    /// Inspects, hashing what `--etags` asks for.
    ///
    /// - Parameters:
    ///   - listed: the source with what its bucket holds, if it has been listed before.
    ///   - isOneOfSeveral: whether a baseline has to tell the source from others.
    static func report(
        _ source: GivenSource, listed: ArtifactSource? = nil, _ configuration: Configuration, _ work: WorkOptions,
        deployment: Deployment? = nil, channels: ChannelOptions? = nil, existing: ExistingOptions? = nil,
        proof: ProofOptions? = nil, contents: ContentOptions? = nil, etags: Bool,
        layout: Bool, digest: Bool = false, recordsBaseline: Bool = false, hintsFramework: Bool = false,
        isOneOfSeveral: Bool = false, output: OutputOptions
    ) async throws -> InspectionReport {
        var options = source.inspectionOptions(arguments: ByteArguments.ofProcess)
        options.policy = try source.policy(
            configuration, recordsBaseline: recordsBaseline, isOneOfSeveral: isOneOfSeveral)
        options.uploadRule = try configuration.uploadRule()
        options.hostsManyModels =
            deployment == .multiModel || (!layout && configuration.container?.framework == .multiModel)
        options.container = configuration.container
        options.hintsFramework = hintsFramework
        options.recordsLayout = layout
        options.digestsLayout = digest
        options.recordsObjects = etags
        options.hashesArchive = etags
        options.hashesFiles = etags
        options.jobs = work.jobs
        options.s3URI = options.s3URI ?? existing?.s3URI?.value
        let lister = BucketLister(bucket: source.bucket, output: output)
        let artifact =
            if let listed { listed } else {
                try await lister.listed(source.resolved(), as: options.hostsManyModels ? .prefix : source.dataType)
            }
        // Whether contents are read depends on how the bucket was reached.
        options.objectReading = contents?.reading(by: source.bucket.service)
        if let existing { options.existing = try await lister.existing(existing, under: artifact, options, proof) }
        var report = try await inspect(artifact, options, output)
        FilterNotice.show(report, options.filter, output)
        if etags {
            try await hash(&report, of: artifact, options.uploadRule, work, output)
        }
        for channel in try channels?.resolved() ?? [] {
            var options = channel.inspectionOptions(options)
            let artifact = try await lister.listed(channel.artifact)
            options.objectReading = contents?.reading(by: source.bucket.service)
            var found = try await inspect(artifact, options, output)
            if etags { try await hash(&found, of: artifact, options.uploadRule, work, output) }
            report.add(channel: found)
        }
        return report
    }

    /// Inspects, with progress on a terminal.
    static func inspect(
        _ source: ArtifactSource, _ options: InspectionOptions, _ output: OutputOptions
    ) async throws -> InspectionReport {
        let progress = AnnouncedProgress(output, "reading")
        defer { progress.clear() }
        var options = options
        options.progress = { total in progress.begin(total: total) }
        options.walkProgress = { files, bytes in progress.walked(files: files, bytes: bytes) }
        let inspector = ArtifactInspector(options: options)
        let report: InspectionReport
        if options.objectReading != nil, case .bucket = source {
            // Whoever reads from S3 waits for tasks.
            report = try await OwnThread.run { () throws(ArtifactError) in try inspector.inspect(source) }
        } else {
            report = try inspector.inspect(source)
        }
        progress.clear()
        JunkNotice.show(report.excludedJunk, output)
        for remark in report.remarks where !output.quiet { Notice.note.show(remark) }
        return report
    }

    /// Computes the ETags of the report's objects, with progress on a terminal.
    static func hash(
        _ report: inout InspectionReport, of source: ArtifactSource, _ rule: UploadRule, _ work: WorkOptions,
        _ output: OutputOptions, checksums: Set<ChecksumAlgorithm> = []
    ) async throws {
        let progress = ProgressLine.make(output, "hashing", report, passes: checksums.isEmpty ? 1 : 2)
        defer { progress?.clear() }
        try await ObjectHasher(rule: rule, jobs: work.jobs)
            .hash(
                &report, of: source, checksums: checksums, progress: { bytes in progress?.advance(by: bytes) },
                filesDone: { files in progress?.advance(by: 0, files: files) })
    }

    /// Writes the report where the options say.
    ///
    /// - Parameters:
    ///   - tree: whether the text begins with the layout as a tree.
    ///   - depth: how many levels of the layout are shown; nil for all.
    ///   - jobs: how many threads may put the layout into words; nil for as many as there are processors.
    ///   - text: makes the lines for people.
    static func write(
        _ report: InspectionReport, _ findings: FindingsReport, reports: ReportOptions, output: OutputOptions,
        tree: Bool, depth: Int? = nil, jobs: Int?, text: (Style) -> [String]
    ) throws {
        let jobs = Parallelism(jobs: jobs).jobs
        try ReportOutput(reports: reports, output: output).write(
            findings: { () throws(ArtifactError) in findings },
            text: { style, sink throws(ArtifactError) in
                var buffer = OutputBuffer(sink: sink)
                if tree {
                    try LayoutTree(style: style, depth: depth, jobs: jobs).write(report, to: &buffer)
                    buffer.bytes.append(UInt8(ascii: "\n"))
                }
                for line in text(style) { buffer.bytes += Array(line.utf8) + [UInt8(ascii: "\n")] }
                try buffer.flush()
            },
            json: { sink throws(ArtifactError) in
                var json = JSONReport(sink: sink)
                json.layoutJobs = jobs
                try json.write(report, depth: depth)
            },
            html: { () throws(ArtifactError) in HTMLPage(report, findings) })
    }
}
