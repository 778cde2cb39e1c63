import ArgumentParser
import ModelArtifacts

/// `optml diff`: tells what changes under `/opt/ml/model` from one source to another.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Tell what changes under /opt/ml/model from one source to another.",
        usage: "optml diff [<options>] <a> <b>",
        discussion: CommandHelp.discussion(
            """
            A manifest and the JSON of 'aws s3api list-objects-v2' are taken for what they list; --listing-a and --listing-b \
            name a listing of any other form in the place of a source. Exit status: 0, even if there are differences, unless \
            --exit-code is given.
            """,
            examples: [
                "optml diff old/ new/",
                "optml diff s3://my-bucket/model/ model/ --report html=diff.html",
            ]))

    @Argument(help: "The old side A and the new side B: directories, archives, files, manifests, s3://bucket/prefix/.")
    var sources: [ByteArgument] = []

    @Option(
        help: ArgumentHelp("A listing of keys in the place of A: a file, or - for standard input.", valueName: "file"))
    var listingA: ByteArgument?

    @Option(
        help: ArgumentHelp("A listing of keys in the place of B: a file, or - for standard input.", valueName: "file"))
    var listingB: ByteArgument?

    @Option(
        name: .customLong("s3-uri-a"),
        help: ArgumentHelp(
            "Where A is: what stands in front of the paths in the keys of a listing. Manifests tell paths themselves.",
            valueName: "uri"))
    var s3URIA: ByteArgument?

    @Option(name: .customLong("s3-uri-b"), help: ArgumentHelp("Where B is.", valueName: "uri"))
    var s3URIB: ByteArgument?

    @OptionGroup(title: HelpSection.filter) var filter: FilterOptions

    @Option(
        help: ArgumentHelp(
            "Stop reading an archive whose contents are larger, such as 100GiB (default: 50TiB).", valueName: "size"))
    var maxSize: SizeArgument?

    @Option(help: "The form of the result.")
    var format = DiffFormat.text

    @Option(
        help: ArgumentHelp("Write the result to a file as well: html=diff.html. Repeatable.", valueName: "format=file"),
        completion: WordCompletion.reports(DiffFormat.self))
    var report: [ByteArgument] = []

    @Flag(help: "Exit with 1 if there are differences, or contents that cannot be compared.")
    var exitCode = false

    @OptionGroup(title: HelpSection.bucket) var bucket: BucketOptions
    @OptionGroup(title: HelpSection.bucket) var proof: ProofOptions
    @OptionGroup(title: HelpSection.bucket) var contents: ContentOptions
    @OptionGroup(title: HelpSection.upload) var upload: UploadOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup(title: HelpSection.rules) var configuration: ConfigurationOptions
    @OptionGroup(title: HelpSection.output) var output: OutputOptions

    init() {}

    func validate() throws {
        let missing = [listingA, listingB].count { $0 == nil }
        try MistakenPlace.check(sources)
        guard sources.count == missing else {
            throw ValidationError("Give two sources, A and B; --listing-a and --listing-b stand for one each.")
        }
        if sources.contains(where: { $0.value == "-" }) {
            throw ValidationError(
                "What is compared is read more than once; give a file in the place of standard input.")
        }
        if listingA?.value == "-", listingB?.value == "-" {
            throw ValidationError("Standard input can be one of the listings, not both.")
        }
        try bucket.validate(for: sources.map(\.value))
        _ = try ReportCopies.files(report, as: DiffFormat.self)
    }

    func run() async throws {
        let (first, second) = try await sides()
        var options = ArtifactComparer.Options()
        options.filter = filter.filter(arguments: ByteArguments.ofProcess)
        let places = InspectedPlaces([first.source, second.source], filter: options.filter)
        try places.checkOutputs(
            [output.output] + ReportCopies.files(report, as: DiffFormat.self).map(\.file))
        let settings = try configuration.configuration(under: nil, upload, for: places)
        options.uploadRule = try settings.uploadRule()
        if let maxSize { options.maximumSize = maxSize.value }
        options.jobs = work.jobs
        options.objectReading = contents.reading(by: bucket.service)
        options.oldAttributes = attributes(for: first)
        options.newAttributes = attributes(for: second)
        let diff = try await compare(first, second, options)
        try write(diff)
        if exitCode, diff.mayDiffer { throw ExitStatus.findings }
    }

    /// Who is asked about the objects of a side.
    private func attributes(for side: ComparedSource) -> (any ObjectAttributesSource)? {
        guard case .bucket(let listing) = side.source, !proof.noHead else { return nil }
        return BucketAttributes(bucket: listing.uri.bucket, service: bucket.service)
    }

    private func write(_ diff: ArtifactDiff) throws {
        let copies = try ReportCopies.files(report, as: DiffFormat.self).map { ($0.format, Optional($0.file)) }
        for (format, file) in [(format, output.output)] + copies {
            let result = try ResultOutput(file)
            let sink: OutputBuffer.Sink = { chunk throws(ArtifactError) in try result.write(chunk) }
            switch format {
            case .text:
                let style = file == nil ? Style(output.color, for: 1) : .plain
                try result.write(lines: DiffText(style: style, isQuiet: output.quiet).lines(of: diff))
            case .json:
                var json = DiffJSON(sink: sink)
                try json.write(diff)
            case .html: try HTMLPage(diff).write(to: sink)
            }
            try result.commit()
        }
    }

    private func compare(
        _ first: ComparedSource, _ second: ComparedSource, _ options: ArtifactComparer.Options
    ) async throws -> ArtifactDiff {
        var options = options
        let (reading, hashing) = (AnnouncedProgress(output, "reading"), AnnouncedProgress(output, "hashing"))
        let asking = AnnouncedProgress(output, "asking S3")
        defer { for progress in [reading, hashing, asking] { progress.clear() } }
        options.inquiryProgress = { answered, asked in asking.answered(answered, of: asked) }
        options.progress = { total in reading.begin(total: total) }
        options.walkProgress = { files, bytes in reading.walked(files: files, bytes: bytes) }
        options.fileProgress = { total in hashing.begin(files: total) }
        return try await ArtifactComparer(options: options).compare(first, with: second) { bytes in
            reading.clear()
            return hashing.begin(total: bytes)
        }
    }

    /// The two sides.
    private func sides() async throws -> (ComparedSource, ComparedSource) {
        var rest = sources[...]
        let first = try await side(listingA, &rest, s3URIA)
        return (first, try await side(listingB, &rest, s3URIB))
    }

    /// A side: a listing where one is given, else the next of the arguments.
    private func side(
        _ listing: ByteArgument?, _ rest: inout ArraySlice<ByteArgument>, _ s3URI: ByteArgument?
    ) async throws -> ComparedSource {
        if let listing { return ComparedSource(.listing(listing.value), s3URI: s3URI?.value) }
        guard let argument = rest.popFirst() else { throw ArtifactError(.usage, "give two sources, A and B") }
        if argument.value.isInS3 {
            let listed = try await BucketLister(bucket: bucket, output: output).listed(.path(argument.value))
            return ComparedSource(listed, s3URI: s3URI?.value ?? argument.value)
        }
        return try ComparedSource(detecting: argument.value, s3URI: s3URI?.value)
    }
}
