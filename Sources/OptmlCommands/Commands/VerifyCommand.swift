import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// `optml verify`: compares what is expected with what is there.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Compare a manifest or directory with a directory, a file or what S3 holds.",
        discussion: CommandHelp.discussion(
            """
            Objects match by path. A single file as ACTUAL is compared with the only row of a manifest whatever its name. \
            Files are hashed with the part size of the manifest, or the one that explains the ETag. Whatever is not the \
            same exits 1: changed, missing, unexpected, and what could not be compared.
            """,
            examples: [
                "optml verify manifest.csv s3://my-bucket/model/",
                "optml verify model/ s3://my-bucket/model/",
                "optml verify --request request.json model.tar.gz",
            ]))

    @Argument(help: "What there should be: a manifest (- for standard input) or a directory.")
    var expected: ByteArgument?

    @Argument(help: "What there is: a directory, a file, or s3://bucket/prefix/, which the AWS CLI lists.")
    var actual: ByteArgument?

    @OptionGroup(title: HelpSection.listing) var listing: ListingOptions

    @Option(
        help: ArgumentHelp(
            "Expect the ETag and ManifestEtag of this CreateModel request or ModelDataSource; - for standard input.",
            valueName: "file"))
    var request: ByteArgument?

    @Option(help: ArgumentHelp("The manifest that a request names by ManifestS3Uri.", valueName: "file"))
    var manifest: ByteArgument?

    @Option(
        help: ArgumentHelp(
            "The container of the request that is meant, if several have model data: an index from 0, or a hostname.",
            valueName: "index|hostname"))
    var container: String?

    @OptionGroup(title: HelpSection.comparison) var comparison: ComparisonOptions
    @OptionGroup(title: HelpSection.comparison) var proof: ProofOptions
    @OptionGroup(title: HelpSection.filter) var filter: FilterOptions
    @OptionGroup(title: HelpSection.bucket) var bucket: BucketOptions
    @OptionGroup(title: HelpSection.upload) var upload: UploadOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup(title: HelpSection.rules) var configuration: ConfigurationOptions
    @OptionGroup(title: HelpSection.output) var reports: ReportOptions
    @OptionGroup(title: HelpSection.output) var output: OutputOptions

    init() {}

    func validate() throws {
        try MistakenPlace.check([expected, actual].compactMap(\.self))
        try bucket.validate(for: [expected?.value, actual?.value])
        if proof.noHead, comparison.checksums || comparison.exactParts {
            throw ValidationError("--checksums and --exact-parts ask S3 about objects, which --no-head forbids.")
        }
        let given = [expected, actual].compactMap(\.self).count + (listing.file == nil ? 0 : 1)
        if let request {
            if given > 1 { throw ValidationError("With --request give one thing to compare it with.") }
            if given == 0, manifest == nil {
                throw ValidationError(
                    "Give a file, a directory, or a listing with --listing to compare the request with.")
            }
            if comparison.s3URI != nil || comparison.columns != nil {
                throw ValidationError("--s3-uri and --columns do not go with --request, which says where the data is.")
            }
            if request.value == "-", listing.file?.value == "-" {
                throw ValidationError("Only one of the request and the listing can come from standard input.")
            }
            return
        }
        if manifest != nil || container != nil {
            throw ValidationError("--manifest and --container are about a request; give --request.")
        }
        if expected?.value.isInS3 ?? false {
            throw ValidationError(
                "s3:// can be what there is, not what is expected; give a manifest or a directory first.")
        }
        guard given == 2, expected != nil else {
            throw ValidationError(
                "Give what is expected (a manifest or a directory) and what is there (a directory, a file, s3://bucket/prefix/, or --listing)."
            )
        }
        if expected?.value == "-", listing.file?.value == "-" {
            throw ValidationError("Only one of the manifest and the listing can come from standard input.")
        }
    }

    func run() async throws {
        var options = try comparison.options(filter.filter(arguments: ByteArguments.ofProcess))
        var places = InspectedPlaces(artifact.map { [$0] } ?? [], filter: options.filter)
        for expected in [expected, actual, request, manifest] { places.add(expected?.value, options.filter) }
        try places.checkOutputs(reports.outputs(output))
        options.uploadRule = try configuration.configuration(under: nil, upload, for: places).uploadRule()
        options.jobs = work.jobs
        options.listingFormat = listing.format
        options.keysURLEncoded = listing.keysURLEncoded
        let (progress, asking) = (AnnouncedProgress(output, "verifying"), AnnouncedProgress(output, "asking S3"))
        options.inquiryProgress = { answered, asked in asking.answered(answered, of: asked) }
        options.walkProgress = { files, bytes in progress.walked(files: files, bytes: bytes) }
        options.fileProgress = { total in progress.begin(files: total) }
        let report: VerificationReport
        do {
            defer { for progress in [progress, asking] { progress.clear() } }
            report = try await verify(options) { total in progress.begin(total: total) }
        }
        FilterNotice.show(report, options.filter, output)
        try ReportOutput(reports: reports, output: output).write(
            findings: { () throws(ArtifactError) in try FindingsReport(report) },
            text: { (style, sink) throws(ArtifactError) in
                var text = VerificationText(style: style, isQuiet: output.quiet, sink: sink)
                try text.write(report)
            },
            json: { sink throws(ArtifactError) in
                var json = VerificationJSON(sink: sink)
                try json.write(report)
            }, html: { () throws(ArtifactError) in try HTMLPage(report, FindingsReport(report)) })
        if !report.passes { throw ExitStatus.findings }
    }

    /// What there is; nil if only the manifest of a request is compared.
    private var artifact: ArtifactSource? {
        if let listing = listing.file { return .listing(listing.value) }
        return (request == nil ? actual : expected).map { .path($0.value) }
    }

    private func verify(
        _ options: VerificationOptions, _ progress: @escaping WorkProgress
    ) async throws -> VerificationReport {
        var options = options
        var source = artifact
        if let artifact {
            source = try await BucketLister(bucket: bucket, output: output).listed(artifact)
            if case .bucket(let listing) = source {
                options.attributes = BucketAttributes(bucket: listing.uri.bucket, service: bucket.service)
                options.provesContents = !proof.noHead
                options.fileChecksums = { file, wanted, partSize throws(ArtifactError) in
                    try FileChecksums.compute(file, wanted, partSize: partSize)
                }
            }
        }
        if let request {
            let verification = RequestVerification(options: options, service: bucket.service, progress: progress)
            return try await verification.verify(
                request.value, container: container, actual: source, manifest: manifest?.value)
        }
        guard let expected, let source else { throw ExitStatus.unfinished }
        return try await ArtifactVerifier(options: options, progress: progress)
            .verify(expected: expected.value, actual: source)
    }
}
