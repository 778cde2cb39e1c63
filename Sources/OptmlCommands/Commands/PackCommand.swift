import ArgumentParser
import ModelArtifacts
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// `optml pack`: writes a reproducible tar.gz.
struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Pack a directory into the tar.gz that SageMaker wants, reproducibly.",
        discussion: CommandHelp.discussion(
            """
            Checks first, and on an error writes nothing. Links are replaced by what they point to; only empty directories are \
            members. The same files give the same bytes, whoever packs them, where and when.
            """,
            examples: [
                "optml pack model/ -o model.tar.gz",
                "optml pack model/ -o - | aws s3 cp - s3://my-bucket/model.tar.gz",
            ]))

    @Argument(help: "The directory; what is in it becomes the model directory.")
    var directory: ByteArgument

    @OptionGroup(title: HelpSection.archive) var packing: PackingOptionGroup
    @OptionGroup(title: HelpSection.filter) var filter: FilterOptions
    @OptionGroup(title: HelpSection.rules) var rules: RuleOptions
    @OptionGroup(title: HelpSection.upload) var upload: UploadOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup(title: HelpSection.rules) var configuration: ConfigurationOptions
    @OptionGroup(title: HelpSection.output) var output: OutputOptions

    @Option(help: "Describe the archive on standard output, with all members.")
    var format: PackingSummaryFormat?

    @Flag(help: "Write the archive in spite of findings.")
    var force = false

    init() {}

    func validate() throws {
        try MistakenPlace.check([directory])
        if directory.value.isInS3 {
            throw ValidationError("'\(directory.value)' is in S3; only a directory of this machine can be packed.")
        }
        guard let file = output.output else {
            throw ValidationError("Give -o FILE for the archive; -o - is standard output.")
        }
        guard file == "-" else { return try Self.checkName(file) }
        if format != nil { throw ValidationError("--format does not go with -o -: standard output holds the archive.") }
        if isatty(1) == 1 { throw ValidationError("-o -: standard output is a terminal; redirect it.") }
    }

    /// The endings of names of archives of other kinds.
    private static let otherEndings: [ByteString] = [
        ".zip", ".tar", ".zst", ".tzst", ".bz2", ".tbz2", ".tbz", ".xz", ".txz", ".7z", ".lz4", ".br", ".rar", ".mar",
    ]

    /// Checks that a name does not promise another kind of archive than the one that is written.
    private static func checkName(_ file: ByteString) throws {
        // What is no archive for sure is told in small letters: `x.ZIP` promises as much.
        let folded = ByteString(
            file.bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 })
        if folded != file,
            let ending = ([".tar.gz", ".tgz"] as [ByteString]).first(where: {
                folded.hasSuffix($0) && !file.hasSuffix($0)
            })
        {
            throw ValidationError(
                "'\(file)' does not end with \(ending) in small letters, without which SageMaker takes it for no archive; name it so."
            )
        }
        guard let ending = otherEndings.first(where: folded.hasSuffix) else { return }
        throw ValidationError(
            "'\(file)' ends with \(ending), and what is written is a gzip-compressed tar archive; name it .tar.gz, which ModelDataUrl wants."
        )
    }

    func run() async throws {
        let start = ContinuousClock.now
        let (opened, kind) = try FileSystem.openTellingKind(directory.value)
        try? opened.close()
        guard kind == .directory else {
            throw ArtifactError(
                .readFailed,
                "\(directory.value): not a directory, and nothing else can be packed; give that of the model")
        }
        var options = try packing.packingOptions(filter.filter(arguments: ByteArguments.ofProcess))
        let settings = try configuration.configuration(
            under: rules, upload, for: InspectedPlaces([.path(directory.value)]))
        options.inspection.policy = try settings.policy()
        options.inspection.uploadRule = try settings.uploadRule()
        options.jobs = work.jobs
        let reading = AnnouncedProgress(output, "reading")
        options.inspection.walkProgress = { files, bytes in reading.walked(files: files, bytes: bytes) }
        let packer = ArchivePacker(options: options)
        let plan: PackingPlan
        do {
            defer { reading.clear() }
            plan = try packer.plan(directory.value)
        }
        let target = output.output ?? "-"
        if target != "-", plan.holds(fileAt: target) || plan.wouldHold(fileAt: target) {
            throw ArtifactError(
                .usage,
                "\(target): lies in the directory that is packed; write it elsewhere, or leave it out by --exclude")
        }
        try DataCommand.gate(plan.report, settings.effectiveFailOn, output, force: force)
        let archive = try write(plan, packer, to: target)
        let summary = PackingSummary(plan: plan, archive: archive, target: target, level: options.level)
        if !output.quiet {
            let uploader = settings.partSize == nil ? settings.uploader?.value ?? .awsCLI : nil
            for line in summary.lines(took: ContinuousClock.now - start, uploader: uploader) {
                StandardStream.error.line(line)
            }
        }
        guard format == .json else { return }
        var json = JSONWriter { chunk throws(ArtifactError) in try StandardStream.output.write(chunk) }
        try summary.write(to: &json, modificationTime: options.modificationTime)
    }

    private func write(
        _ plan: PackingPlan, _ packer: ArchivePacker, to target: ByteString
    ) throws(ArtifactError) -> PackedArchive {
        let progress = ProgressLine.make(
            output, "packing", total: plan.contentSize, files: plan.report.summary.files)
        let advance: @Sendable (Int64) -> Void = { bytes in progress?.advance(by: bytes) }
        let filesDone: @Sendable (Int) -> Void = { files in progress?.advance(by: 0, files: files) }
        defer { progress?.clear() }
        guard target != "-" else {
            return try packer.write(
                plan, to: .standardOutput, named: "standard output", progress: advance, filesDone: filesDone)
        }
        let file = try OutputFile(target)
        let archive = try packer.write(
            plan, to: file.open, named: target, progress: advance, filesDone: filesDone)
        try file.commit()
        return archive
    }
}
