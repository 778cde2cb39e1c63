import ArgumentParser
import ModelArtifacts

/// `optml etag`: prints the ETags that files will have in S3.
struct ETagCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "etag", abstract: "Print the ETags that files will have in S3, a line \"ETAG  PATH\" each.",
        discussion: """
            The ETag depends on the uploader's part size. Under SSE-KMS, SSE-C and in directory buckets S3 gives other ETags.
            """)

    @Argument(help: "The files.")
    var files: [ByteArgument]

    @Option(help: "The form of the result.")
    var format = ResultFormat.text

    @OptionGroup var upload: UploadOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    init() {}

    func validate() throws {
        guard let file = files.first(where: { $0.value.isInS3 }) else { return }
        throw ValidationError("'\(file.value)' is in S3, which tells ETags itself; 'optml manifest' lists them.")
    }

    func run() async throws {
        let rule = try configuration.configuration(under: nil, upload).uploadRule()
        let hashed = try await FileHasher(rule: rule, jobs: upload.jobs).hash(files.map(\.value))
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
}
