import ArgumentParser
import ModelArtifacts

/// `optml manifest`: writes the manifest CSV.
struct ManifestCommand: AsyncParsableCommand, SourceCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifest", abstract: "Write a manifest CSV with the S3 ETag of every object.",
        discussion: CommandHelp.discussion(
            """
            --s3-uri is required, but for s3:// sources and where no column holds it. Findings go to standard error; on an \
            error nothing is written.
            """,
            examples: [
                "optml manifest model/ --s3-uri s3://my-bucket/model/ -o manifest.csv",
                "optml manifest model/ --columns path,size,sha256",
            ]))

    @Argument(help: SourceOptions.argumentHelp)
    var path: ByteArgument?

    @OptionGroup(title: HelpSection.source) var sourceOptions: SourceOptions
    @OptionGroup(title: HelpSection.listing) var listing: ListingOptions
    @OptionGroup(title: HelpSection.filter) var filter: FilterOptions
    @OptionGroup(title: HelpSection.bucket) var bucket: BucketOptions
    @OptionGroup(title: HelpSection.existing) var existing: ExistingOptions
    @OptionGroup(title: HelpSection.bucket) var proof: ProofOptions
    @OptionGroup(title: HelpSection.rules) var rules: RuleOptions
    @OptionGroup(title: HelpSection.upload) var upload: UploadOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup(title: HelpSection.rules) var configuration: ConfigurationOptions
    @OptionGroup(title: HelpSection.output) var output: OutputOptions

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
        try existing.validate(with: source)
        try source.bucket.validate(for: [source.source?.value, existing.existing?.value])
        if source.s3URI == nil, existing.s3URI == nil, let column = try chosenColumns().first(where: \.needsURI) {
            throw ValidationError(
                "Give --s3-uri, or columns that need none: '\(column.rawValue)' tells where objects are in S3.")
        }
    }

    func run() async throws {
        let places = try source.places(existing: existing)
        try places.checkOutputs([output.output])
        let settings = try configuration.configuration(under: rules, upload, for: places)
        var options = source.inspectionOptions(arguments: ByteArguments.ofProcess)
        options.s3URI = options.s3URI ?? existing.s3URI?.value
        options.policy = try settings.policy()
        options.uploadRule = try settings.uploadRule()
        options.recordsObjects = true
        let checksums = Set(try chosenColumns().compactMap(\.checksum))
        // With checksums, all hashing is done afterwards, so that a file that changes in between is found out.
        options.hashesArchive = checksums.isEmpty
        options.hashesFiles = checksums.isEmpty
        options.jobs = work.jobs
        let uri = options.s3URI.flatMap { S3URI($0) }
        if uri == nil, options.s3URI != nil {
            throw ArtifactError(.usage, "--s3-uri: not an S3 URI, so no object has a key; give s3://bucket/prefix/")
        }
        let lister = BucketLister(bucket: source.bucket, output: output)
        let artifact = try await lister.listed(source.resolved(), as: source.dataType)
        options.existing = try await lister.existing(existing, under: artifact, options, proof)
        try checkURI(of: artifact, options, settings)
        var report = try await InspectionCommand.inspect(artifact, options, output)
        BaselineCommand.noteStale(report.baseline, settings, output)
        try DataCommand.gate(report, settings.effectiveFailOn, output, force: force)
        try await InspectionCommand.hash(
            &report, of: artifact, options.uploadRule, work, output, checksums: checksums)
        let result = try ResultOutput(output.output)
        var manifest = try ManifestWriter(
            uri: uri, dataType: report.combination.dataType, columns: chosenColumns(), hasHeader: !noHeader
        ) { chunk throws(ArtifactError) in try result.write(chunk) }
        try manifest.write(report.objects ?? [], jobs: Parallelism(jobs: work.jobs).jobs)
        try manifest.finish()
        try result.commit()
    }

    /// Stops on a URI that fails by itself, before all files of a directory are read for nothing.
    private func checkURI(
        of artifact: ArtifactSource, _ options: InspectionOptions, _ settings: Configuration
    ) throws {
        guard case .path(let path) = artifact, FileSystem.isDirectory(path) else { return }
        if options.compressionType == .gzip, options.dataType != .prefix {
            throw ArtifactError(.usage, "\(path): the archive does not exist yet, so it has no ETag; pack it first")
        }
        guard !force else { return }
        var options = options
        // The contents are not looked at yet, which is nothing to report.
        options.policy.ignored.insert("not-inspected")
        let report = try ArtifactInspector(options: options).inspect(.none)
        guard report.summary.errors > 0 else { return }
        try DataCommand.gate(report, settings.effectiveFailOn, output, force: false)
    }

    private func chosenColumns() throws -> [ManifestColumn] {
        guard let columns else { return ManifestColumn.standard }
        return try ManifestColumns.list(columns, of: ManifestColumn.writable)
    }
}
