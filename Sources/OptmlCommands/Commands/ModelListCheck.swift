import ArgumentParser
import ModelArtifacts

/// `optml check` of each of the models of a listing.
struct ModelListCheck {
    let source: GivenSource
    let models: ModelListOptions
    let work: WorkOptions
    let reports: ReportOptions
    let output: OutputOptions

    /// - Throws: `ValidationError` for what is about no more than one model.
    func validate(isAboutOne: Bool) throws {
        guard source.listing.file != nil else {
            throw ValidationError("--model-depth and --models report the models of a listing; give it with --listing.")
        }
        if isAboutOne || source.dataType == .object || source.compressionType == .gzip {
            throw ValidationError(
                "--model-depth and --models report many models, each an uncompressed S3Prefix; give what is about one model without them."
            )
        }
        if models.modelDepth != nil { _ = try place() }
    }

    /// Where the models lie.
    private func place() throws -> S3URI {
        guard let given = source.givenS3URI?.value, let uri = S3URI(given) else {
            throw ValidationError(
                "--model-depth counts components below --s3-uri; give s3://BUCKET/ or s3://BUCKET/PREFIX/.")
        }
        return S3URI(bucket: uri.bucket, key: uri.directoryPrefix)
    }

    func run(_ settings: Configuration) throws {
        let report = try inspected(settings)
        let findings = FindingsReport(report, configuration: settings)
        try ReportOutput(reports: reports, output: output).write(
            findings: { () throws(ArtifactError) in findings },
            text: { style, sink throws(ArtifactError) in
                var buffer = OutputBuffer(sink: sink)
                try ModelsText(style: style, isQuiet: output.quiet, configuration: settings.file).write(
                    report, to: &buffer)
                try buffer.flush()
            },
            json: { sink throws(ArtifactError) in
                var json = JSONReport(sink: sink)
                try json.write(report)
            },
            html: { () throws(ArtifactError) in HTMLPage(report, findings) })
        if settings.effectiveFailOn.fails(findings.counts) { throw ExitStatus.findings }
    }

    private func inspected(_ settings: Configuration) throws -> ModelsReport {
        guard let listing = source.listing.file?.value else { throw ExitStatus.findings }
        var options = source.inspectionOptions(arguments: ByteArguments.ofProcess)
        options.policy = try settings.policy()
        options.uploadRule = try settings.uploadRule()
        options.container = settings.container
        options.hintsFramework = true
        options.jobs = work.jobs
        let progress = AnnouncedProgress(output, "reading")
        defer { progress.clear() }
        options.progress = { total in progress.begin(total: total) }
        if let depth = models.modelDepth {
            return try ModelListInspector(below: try place(), options: options).inspect(listing, depth: depth)
        }
        let given = source.givenS3URI == nil ? nil : try place()
        let list = try ModelList(models.models?.value ?? "", below: given)
        let place = list.place ?? S3URI(bucket: "", key: "")
        return try ModelListInspector(below: place, options: options).inspect(listing, prefixes: list.prefixes)
    }
}
