import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// `optml verify` as a pipeline uses it.
@Suite struct VerifyTests {
    private let folder: TemporaryDirectory
    private let command: Command

    init() throws {
        folder = try TemporaryDirectory()
        command = Command.optml(in: folder)
        try folder.write("m/config.json", "{}\n")
        try folder.write("m/sub/weights.bin", Data(repeating: 7, count: 9 << 20))
        let manifest = try command.run("manifest", "m", "--s3-uri", "s3://my-bucket/p/", "-o", "m.csv")
        #expect(manifest.status == 0)
    }

    private func run(_ arguments: String...) throws -> Command.Result { try command.run(["verify"] + arguments) }

    /// The statuses by path of a JSON report.
    private func statuses(_ result: Command.Result) throws -> [String: String] {
        let objects = try Report(result).json["objects"] as? [[String: Any]] ?? []
        return Dictionary(
            uniqueKeysWithValues: objects.map { ($0["path"] as? String ?? "", $0["status"] as? String ?? "") })
    }

    @Test func aManifestOfEachUploaderFits() throws {
        for uploader in Uploader.allCases {
            let name = uploader.rawValue
            let csv = try command.run("manifest", "m", "--s3-uri", "s3://my-bucket/p/", "--uploader", name).output
            try folder.write("u.csv", csv)
            #expect(try run("u.csv", "m").status == 0, "\(name)")
            #expect(try run("m", "--listing", "u.csv", "--s3-uri", "s3://my-bucket/p/").status == 0, "\(name)")
        }
    }

    @Test func columnsAndStandardInput() throws {
        var command = command
        let arguments = ["manifest", "m", "--s3-uri", "s3://my-bucket/p/", "--no-header", "--columns", "etag,key"]
        command.input = try command.run(arguments).output
        let verify = ["verify", "-", "m", "--columns", "etag,key"]
        #expect(try command.run(verify).status == 64)
        #expect(try command.run(verify + ["--s3-uri", "s3://my-bucket/p/"]).status == 0)
        #expect(try command.run(["verify", "-", "m"]).status == 2)
        command.input = try command.run("manifest", "m", "--s3-uri", "s3://my-bucket/p/").output
        #expect(try command.run("verify", "m.csv", "--listing", "-").status == 0)
        #expect(try command.run("verify", "-", "m").status == 0)
    }

    @Test func severalReportsAtOnce() throws {
        try folder.write("m/config.json", "[]\n")
        try folder.write("m/extra", "x")
        let forms = ["json", "sarif", "junit", "github", "gitlab", "text"]
        let result = try command.run(["verify", "m.csv", "m"] + forms.flatMap { ["--report", "\($0)=out.\($0)"] })
        #expect(result.status == 1)
        for form in forms {
            let alone = try run("m.csv", "m", "--format", form)
            #expect(alone.status == 1)
            #expect(try Data(contentsOf: folder.url.appending(path: "out.\(form)")) == alone.output, "\(form)")
        }
        let github = try run("m.csv", "m", "--format", "github").text
        #expect(github.contains("::error file=m/config.json,line=1,title=optml verify-changed::"))
        let accepted = try run("m.csv", "m", "--allow-unexpected", "--format", "github").text
        #expect(accepted.contains("::notice file=m/extra,line=1,title=optml verify-unexpected::"))
    }

    @Test func wholeSummaryIsExactAndRulesAreNotListed() throws {
        try folder.write("m/extra", "x")
        let result = try run("m.csv", "m", "--format", "json")
        #expect(
            try Report(result).summary == ["same": 2, "changed": 0, "missing": 0, "unexpected": 1, "unverifiable": 0])
        #expect(try statuses(result) == ["config.json": "same", "extra": "unexpected", "sub/weights.bin": "same"])
        #expect(try !command.run("rules").text.contains("verify-"))
        #expect(try command.run("rules", "verify-changed").status == 64)
    }

    /// A listing that is not whole is an error, and nothing is said of its objects.
    @Test func nothingIsClaimedOfWhatCannotBeRead() throws {
        let page = #"{"Contents": [{"Key": "p/config.json", "Size": 3}], "NextToken": "x"}"#
        try folder.write("cut.json", page)
        try folder.write("broken.json", #"{"Contents": [{"Key": "p/config.json", "Size": 3}, {"Key": "#)
        for listing in ["cut.json", "broken.json"] {
            for format in ["text", "json", "sarif"] {
                let result = try run("m.csv", "--listing", listing, "--format", format)
                #expect(result.status == 2)
                #expect(result.text == "")
                #expect(result.errorText.hasPrefix("optml: error: "))
            }
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything")) func unreadableFilesAreErrors() throws {
        chmod(folder.path + "/m/config.json", 0)
        let result = try run("m.csv", "m")
        #expect(result.status == 2 && result.text == "")
    }

    /// Names that try to be something else stay names.
    @Test func hostileNamesStayInert() throws {
        let names = HostileNames.bytes
        for name in names { RawFile.make(ByteString(Array("\(folder.path)/h/".utf8) + name)) }
        for format in ["text", "github"] {
            let text = try run("m.csv", "h", "--format", format).text
            #expect(
                !text.unicodeScalars.contains {
                    $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E || $0.value == 0x7F
                })
            for line in text.split(separator: "\n") {
                let starts = ["Verified ", "unexpected: '", "missing: '", "  help: ", "::error file="]
                #expect(starts.contains { line.hasPrefix($0) } || line.first?.isNumber == true, "\(line)")
            }
        }
        let objects = try Report(run("m.csv", "h", "--format", "json")).json["objects"] as? [[String: Any]] ?? []
        #expect(objects.count == names.count + 2)
    }

    @Test func filtersAreThoseOfTheUpload() throws {
        try folder.write("m/.DS_Store", "x")
        try folder.write("m/notes.txt", "x")
        #expect(try run("m.csv", "m").status == 1)
        #expect(try run("m.csv", "m", "--exclude-junk", "--exclude", "*.txt").status == 0)
        #expect(
            try run("m.csv", "m", "--exclude-junk", "--exclude", "*", "--include", "*.json", "--include", "*.bin")
                .status == 0)
    }

    @Test func requestsNameETags() throws {
        let etag = try String(
            command.run("etag", "m/sub/weights.bin", "--uploader", "rclone").text.prefix { $0 != " " })
        func request(_ source: String) throws {
            try folder.write(
                "request.json",
                """
                {"Containers": [{"ContainerHostname": "first", "Image": "i"}, {"ContainerHostname": "second", \
                "ModelDataSource": {"S3DataSource": {\(source)}}}]}
                """)
        }
        let object = #""S3Uri": "s3://b-1/x/weights.bin", "S3DataType": "S3Object", "CompressionType": "None", "#
        try request(object + #""ETag": "\"\#(etag)\"""#)
        #expect(try run("--request", "request.json", "m/sub/weights.bin").status == 0)
        #expect(try run("--request", "request.json", "m/sub").status == 0)
        #expect(try run("--request", "request.json", "m").status == 1)
        #expect(try run("--request", "request.json", "m/config.json", "--container", "second").status == 1)
        #expect(try run("--request", "request.json", "m/config.json", "--container", "first").status == 64)
        try folder.write(
            "keys.json", #"[{"Key": "x/other", "ETag": "y"}, {"Key": "x/weights.bin", "ETag": "\#(etag)"}]"#)
        #expect(try run("--request", "request.json", "--listing", "keys.json").status == 0)
        try request(object + #""ETag": """#)
        let none = try run("--request", "request.json", "m/sub/weights.bin")
        #expect(none.status == 1 && none.text.contains("names no ETag") && none.text.contains("--etag"))
        try request(#""S3Uri": "s3://b-1/x/", "S3DataType": "S3Prefix", "CompressionType": "None", "ETag": "\#(etag)""#)
        let prefix = try run("--request", "request.json", "m/sub/weights.bin")
        #expect(prefix.status == 1 && prefix.text.contains("of a prefix"))
    }
}
