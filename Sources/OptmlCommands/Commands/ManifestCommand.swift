import ArgumentParser
import ModelArtifacts

/// `optml manifest`: writes the manifest CSV.
struct ManifestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifest", abstract: "Write a manifest CSV with the S3 ETag of every object.",
        discussion: "--s3-uri is required. Findings go to standard error; on an error nothing is written.")

    @OptionGroup var source: SourceOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var upload: UploadOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "The columns in their order, comma-separated: \(ManifestColumn.writable.map(\.rawValue).joined(separator: ", ")).",
            valueName: "columns"))
    var columns: String?

    @Flag(help: "Leave out the row that names the columns.")
    var noHeader = false

    @Flag(help: "Write the manifest in spite of findings.")
    var force = false

    init() {}

    func validate() throws {
        _ = try source.resolved()
        _ = try chosenColumns()
        if source.s3URI == nil { throw ValidationError("Give --s3-uri: the manifest holds whole S3 URIs.") }
    }

    func run() async throws {
        let artifact = try source.resolved()
        let settings = try configuration.configuration(under: rules, upload, for: artifact)
        var options = source.inspectionOptions(arguments: ByteArguments.ofProcess)
        options.policy = try settings.policy()
        options.uploadRule = try settings.uploadRule()
        options.recordsObjects = true
        options.hashesArchive = true
        options.hashesFiles = true
        options.jobs = upload.jobs
        var report = try ArtifactInspector(options: options).inspect(artifact)
        BaselineCommand.noteStale(report.baseline, settings, output)
        if report.kind == .directory, report.combination == Combination(.object, .gzip) {
            throw ArtifactError(
                .usage, "\(report.location): the archive does not exist yet, so it has no ETag; pack it first")
        }
        try DataCommand.gate(report, settings.effectiveFailOn, output, force: force)
        guard let uri = source.s3URI.flatMap({ S3URI($0.value) }) else {
            throw ArtifactError(.usage, "--s3-uri: not an S3 URI, so no object has a key; give s3://bucket/prefix/")
        }
        try await InspectionCommand.hash(&report, of: artifact, options.uploadRule, upload, output)
        let result = try ResultOutput(output.output)
        var manifest = try ManifestWriter(
            uri: uri, dataType: report.combination.dataType, columns: chosenColumns(), hasHeader: !noHeader
        ) { chunk throws(ArtifactError) in try result.write(chunk) }
        for object in report.objects ?? [] { try manifest.write(object) }
        try manifest.finish()
        try result.commit()
    }

    private func chosenColumns() throws -> [ManifestColumn] {
        guard let columns else { return ManifestColumn.standard }
        return try ManifestColumns.list(columns, of: ManifestColumn.writable)
    }
}
