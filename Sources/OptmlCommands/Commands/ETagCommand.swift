import ArgumentParser
import ModelArtifacts

/// `optml etag`: prints the ETags that files will have in S3.
struct ETagCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "etag", abstract: "Print the ETags that files will have in S3, a line \"ETAG  PATH\" each.",
        usage: "optml etag [<options>] <file> ...",
        discussion: CommandHelp.discussion(
            """
            The ETag depends on the uploader's part size. Under SSE-KMS, SSE-C and in directory buckets S3 gives other ETags. \
            With --expect, it says which uploader and part size give an ETag, or exits 1 if none does.
            """,
            examples: [
                "optml etag model.tar.gz",
                "optml etag model.tar.gz --expect 1f3870be274f6c49b3e31a0c6728957f-12",
            ]))

    @Argument(help: "The files.")
    var files: [ByteArgument]

    @Option(help: ArgumentHelp("Find the uploaders and part sizes that give this ETag.", valueName: "etag"))
    var expect: ByteArgument?

    @Option(help: "The form of the result.")
    var format = ResultFormat.text

    @OptionGroup(title: HelpSection.upload) var upload: UploadOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup(title: HelpSection.rules) var configuration: ConfigurationOptions
    @OptionGroup(title: HelpSection.output) var output: OutputOptions

    init() {}

    func validate() throws {
        try MistakenPlace.check(files)
        if let file = files.first(where: { $0.value.isInS3 }) {
            throw ValidationError("'\(file.value)' is in S3, which tells ETags itself; 'optml manifest' lists them.")
        }
        guard let expect else { return }
        if files.count > 1 { throw ValidationError("--expect is about one file.") }
        if expect.value.isEmpty { throw ValidationError("--expect takes an ETag.") }
    }

    func run() async throws {
        for file in files where FileSystem.isDirectory(file.value) {
            let name = ShellWord.quoted(file.value)
            throw ArtifactError(
                .readFailed,
                "\(file.value): a directory, which S3 gives no ETag; 'optml manifest \(name) --columns etag,path' lists those of its files"
            )
        }
        let places = InspectedPlaces(files.map { .path($0.value) })
        try places.checkOutputs([output.output])
        let rule = try configuration.configuration(under: nil, upload, for: places).uploadRule()
        if let expect, let file = files.first {
            return try await explain(ETag(DisplayText.escaped(expect.value.bytes)), file.value, rule)
        }
        let progress = AnnouncedProgress(output, "hashing", files: files.count)
        let hasher = FileHasher(
            rule: rule, jobs: work.jobs, progress: { total in progress.begin(total: total) },
            filesDone: { files in progress.advance(files: files) })
        let hashed: [FileHasher.HashedFile]
        do {
            defer { progress.clear() }
            hashed = try await hasher.hash(files.map(\.value))
        }
        let result = try ResultOutput(output.output)
        switch format {
        case .text: try result.write(lines: hashed.map { "\($0.etag)  \($0.path)" })
        case .json:
            var json = JSONWriter { chunk throws(ArtifactError) in try result.write(chunk) }
            try json.beginObject()
            try json.writeTool()
            try json.beginArray("etags")
            for file in hashed {
                try json.beginObject()
                try json.write("path", name: file.path)
                try json.write("etag", file.etag.text)
                try json.write("size", file.size)
                if let partSize = file.partSize { try json.write("partSize", partSize) }
                try json.endObject()
            }
            try json.endArray()
            try json.endObject()
            try json.finish()
        }
        try result.commit()
    }

    /// Says what gives an ETag.
    private func explain(_ etag: ETag, _ file: ByteString, _ rule: UploadRule) async throws {
        let progress = AnnouncedProgress(output, "hashing")
        let explainer = ETagExplainer(rule: rule, jobs: work.jobs) { total in progress.begin(total: total) }
        let explanation: ETagExplanation
        do {
            defer { progress.clear() }
            explanation = try await explainer.explain(etag, of: file)
        }
        let report = ETagExplanationReport(explanation: explanation)
        let result = try ResultOutput(output.output)
        switch format {
        case .text: try result.write(lines: report.lines)
        case .json:
            var json = JSONWriter { chunk throws(ArtifactError) in try result.write(chunk) }
            try report.write(to: &json)
        }
        try result.commit()
        if explanation.matches.isEmpty { throw ExitStatus.findings }
    }
}
