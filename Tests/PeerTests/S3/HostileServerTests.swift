import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import S3

/// A server that does what no store should: whatever it does, nothing is claimed that is not so, and nobody waits for ever.
@Suite(.enabled(if: Peer.python.isWanted, "Python is not installed; Tests/run installs it"))
struct HostileServerTests {
    private static let credentials = #""credentials": {"AK": "SK", "TEMP": ["TEMPSECRET", "TEMPTOKEN"]}"#
    private static let prefix = S3URI(bucket: "my-bucket", key: "p/")
    private static let object = S3URI(bucket: "my-bucket", key: "p/a")

    /// One with an object of 1,000 bytes, and one of none, that does this.
    private static func standin(_ faults: String, objects: String? = nil) throws -> S3Standin {
        let objects = objects ?? #"{"key": "p/a", "size": 1000}, {"key": "p/empty", "text": ""}"#
        return try S3Standin(
            #"{\#(credentials), "buckets": {"my-bucket": {"objects": [\#(objects)]}}, "faults": [\#(faults)]}"#)
    }

    private static func page(_ keys: String..., token: String?) -> String {
        let objects = keys.map { "<Contents><Key>\($0)</Key><Size>1</Size></Contents>" }.joined()
        let more = token.map { "<NextContinuationToken>\($0)</NextContinuationToken>" } ?? ""
        return
            "<ListBucketResult><IsTruncated>\(token != nil)</IsTruncated>\(more)\(objects)</ListBucketResult>"
    }

    /// Who sends a byte now and then has answered nothing.
    @Test func slowDrips() async throws {
        let standin = try S3Standin(
            #"{"buckets": {"my-bucket": {"objects": [{"key": "p/a", "size": 1000}]}}, "faults": [{"do": "drip"}]}"#)
        let library = try #require(CurlLibrary.shared)
        let transport = try CurlTransport(library)
        var request = HTTPRequest(.get, standin.endpoint + "/my-bucket/p/a", headers: [], answerLimit: 1 << 20)
        request.patience.idleSeconds = 1
        let error = try await #require(throws: TransportError.self) { try await transport.send(request) }
        #expect(error.reason == .timeOut && error.isTransient, "\(error.message)")
    }

    /// Lengths that are not those of what comes.
    @Test(arguments: ["999", "1", "0", "1001", "100000000000000000", "-1", "x", "1e3"])
    func wrongLengths(_ length: String) async throws {
        let standin = try Self.standin(
            #"{"path": "/p/a$", "do": "rewrite", "headers": {"Content-Length": "\#(length)", "Connection": "close"}}, {"query": "list-type", "do": "rewrite", "headers": {"Content-Length": "\#(length)", "Connection": "close"}}"#
        )
        let service = standin.service(["AWS_MAX_ATTEMPTS": "1"])
        let read = await #expect(throws: ArtifactError.self) {
            _ = try await service.read(Self.object, 0..<1000, ifMatch: nil)
        }
        #expect(read.map { [.readFailed, .malformedInput, .changedWhileRead].contains($0.code) } == true)
        await #expect(throws: ArtifactError.self) {
            _ = try await service.list(Self.prefix, extent: .prefix, progress: nil)
        }
    }

    /// What a proxy compresses although nobody asked for it is not taken for a listing or for contents.
    @Test func compressedAnswers() async throws {
        let standin = try Self.standin(#"{"do": "gzip"}"#)
        let service = standin.service(["AWS_MAX_ATTEMPTS": "1"])
        for call in [
            { _ = try await service.list(Self.prefix, extent: .prefix, progress: nil) },
            { _ = try await service.read(Self.object, 0..<1000, ifMatch: nil) },
        ] as [@Sendable () async throws -> Void] {
            let error = await #expect(throws: ArtifactError.self) { try await call() }
            #expect(error.map { [.malformedInput, .changedWhileRead].contains($0.code) } == true)
        }
        #expect(try await standin.log().allSatisfy { $0.headers?["accept-encoding"] == nil })
    }

    /// Nobody follows to another host, least of all credentials.
    @Test(arguments: [301, 302, 303, 307, 308]) func redirections(_ status: Int) async throws {
        let other = try Self.standin("")
        let place =
            #""headers": {"Location": "\#(other.endpoint)/my-bucket/p/a", "x-amz-bucket-region": "127.0.0.1:\#(other.port)/"}"#
        let standin = try Self.standin(
            #"{"do": "status", "status": \#(status), "code": "TemporaryRedirect", \#(place)}"#)
        for arguments in [
            ["check", "s3://my-bucket/p/"], ["check", "s3://my-bucket/p/a"],
            ["verify", standin.folder.path, "s3://my-bucket/p/"],
        ] {
            let result = try standin.optml(["OPTML_S3": "native"]).run(arguments)
            #expect(result.status == 2 && result.errorText.contains("TemporaryRedirect"), "\(result.errorText)")
        }
        // Nor do those who ask for credentials.
        for variables in [
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI": standin.endpoint + "/credentials/1"],
            ["AWS_EC2_METADATA_DISABLED": "", "AWS_EC2_METADATA_SERVICE_ENDPOINT": standin.endpoint],
        ] {
            let keys = ["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_MAX_ATTEMPTS": "1"]
            let service = standin.service(keys.merging(variables) { $1 })
            await #expect(throws: ArtifactError.self) {
                _ = try await service.list(Self.prefix, extent: .prefix, progress: nil)
            }
        }
        #expect(try await other.log().isEmpty)
        #expect(try await standin.log().count >= 5)
    }

    /// Listings that never end, or come in pieces that do not go together; each is an error, and none is half a listing.
    @Test(
        arguments: [
            #"{"do": "answer", "body": "\#(page("p/a", token: "t"))"}"#,
            #"{"do": "answer", "body": "\#(page(token: "t"))"}"#,
            #"{"do": "answer", "body": "\#(page(token: "tCOUNT"))"}"#,
            #"{"do": "answer", "body": "\#(page("p/a", token: "tCOUNT"))"}"#,
            #"{"do": "answer", "first": 1, "body": "\#(page("p/b", token: "t"))"}, {"do": "answer", "body": "\#(page("p/a", token: nil))"}"#,
            #"{"do": "answer", "first": 1, "body": "\#(page("p/a", "p/b", token: "t"))"}, {"do": "answer", "body": "\#(page("p/b", "p/c", token: nil))"}"#,
        ]) func listings(_ faults: String) throws
    {
        let standin = try Self.standin(faults)
        let result = try standin.optml(["OPTML_S3": "native"]).run("check", "s3://my-bucket/p/")
        #expect(result.status == 2 && result.output.isEmpty, "\(result.text)\(result.errorText)")
        #expect(result.errorText.hasPrefix("optml: error: s3://my-bucket/p/: "), "\(result.errorText)")
    }

    /// What is refused to one question and granted to another.
    @Test func headsAreRefusedWhereContentsAreNot() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("m/config.json", "{\"a\": nothing}")
        let standin = try Self.standin(
            #"{"method": "HEAD", "do": "status", "status": 403, "code": "AccessDenied"}"#,
            objects:
                #"{"key": "p/config.json", "file": "\#(folder.path)/m/config.json", "encryption": "aws:kms", "etag": "0123456789abcdef0123456789abcdef"}"#
        )
        let optml = standin.optml(["OPTML_S3": "native"])
        let verified = try optml.run("verify", folder.path + "/m", "s3://my-bucket/p/")
        #expect(verified.status == 1 && verified.text.contains("1 unverifiable"), "\(verified.text)")
        #expect(verified.text.contains("s3:GetObject"), "\(verified.text)")
        let checked = try optml.run("check", "s3://my-bucket/p/", "--format", "concise")
        #expect(checked.text.contains("invalid-json"), "\(checked.text)\(checked.errorText)")
        #expect(try await standin.log().allSatisfy { ["GET", "HEAD"].contains($0.method) })
    }

    /// Statuses that answer other questions, and a listing that promises bytes that are not there.
    @Test(
        arguments: [
            (#"{"path": "p/a", "do": "status", "status": 304, "code": "NotModified"}"#, 2, "S3 says "),
            (#"{"path": "p/a", "do": "status", "status": 416, "code": "InvalidRange"}"#, 2, "was replaced"),
            (#"{"path": "p/a", "do": "status", "status": 200, "code": "InternalError"}"#, 2, "not to be understood"),
            (#"{"path": "p/a", "do": "status", "status": 100, "code": "Continue"}"#, 2, "no answer"),
            (#"{"path": "p/a", "do": "status", "status": 999, "code": "Odd"}"#, 2, "S3 says Odd"),
            (
                #"{"query": "list-type", "do": "rewrite", "replace": [["<Size>0</Size>", "<Size>7</Size>"]]}"#, 2,
                "was replaced"
            ),
            (
                #"{"query": "list-type", "do": "rewrite", "replace": [["<Size>1000</Size>", "<Size>999</Size>"]]}"#, 2,
                "changed in S3"
            ),
            (#"{"query": "list-type", "do": "rewrite", "replace": [["&quot;", ""]]}"#, 0, ""),
            (#"{"path": "p/a", "do": "rewrite", "headers": {"ETag": "W/\"other\""}}"#, 2, "was replaced"),
        ]) func statuses(_ fault: String, _ status: Int, _ words: String) throws
    {
        let standin = try Self.standin(
            fault, objects: #"{"key": "p/a.bin", "size": 1000}, {"key": "p/a.safetensors", "text": ""}"#)
        let result = try standin.optml(["OPTML_S3": "native", "AWS_MAX_ATTEMPTS": "1"]).run(
            "check", "s3://my-bucket/p/")
        #expect(Int(result.status) == status || status == 0 && result.status == 1, "\(result.text)\(result.errorText)")
        #expect(words.isEmpty || result.errorText.contains(words), "\(result.errorText)")
    }

    /// An archive in a store that lists no ETags: the first answer tells it, and what is replaced meanwhile is an error.
    @Test func storesThatListNoETags() async throws {
        let folder = try TemporaryDirectory()
        var random = SplitMix64(seed: 12)
        var tar = TarBuilder()
        tar.add("config.json", contents: Array("{}".utf8))
        tar.add("weights.bin", contents: random.bytes(20_000_000))
        try folder.write("m.tar.gz", Data(gzip(tar.finished, level: 1)))
        func check(_ hides: String, _ fault: String) async throws -> (Command.Result, [S3Standin.Asked]) {
            let standin = try Self.standin(
                fault, objects: #"{"key": "p/m.tar.gz", "file": "\#(folder.path)/m.tar.gz", "hidesETag": "\#(hides)"}"#)
            let result = try standin.optml(["OPTML_S3": "native"]).run("check", "s3://my-bucket/p/m.tar.gz")
            return (result, try await standin.log().filter { $0.headers?["range"] != nil })
        }
        let (whole, ranges) = try await check("listing", "")
        #expect(whole.status == 0, "\(whole.errorText)")
        #expect(ranges.count > 3 && ranges.dropFirst().allSatisfy { $0.headers?["if-match"] != nil })
        let replaced = #"{"path": "m.tar.gz", "from": 3, "do": "rewrite", "headers": {"ETag": "\"other\""}}"#
        let (mixed, _) = try await check("listing", replaced)
        #expect(mixed.status == 2 && mixed.errorText.contains("run again"), "\(mixed.errorText)")
        let (untold, _) = try await check("always", "")
        #expect(untold.status == 2 && untold.errorText.contains("tells no ETag"), "\(untold.errorText)")
    }

    /// Where neither way can be gone, it says what to install.
    @Test func withoutALibraryAndWithoutACommand() throws {
        let standin = try Self.standin("")
        let optml = standin.optml(["OPTML_CURL": "off", "PATH": standin.folder.path])
        for arguments in [["check", "s3://my-bucket/p/"], ["verify", standin.folder.path, "s3://my-bucket/p/"]] {
            let result = try optml.run(arguments)
            #expect(result.status == 2 && result.output.isEmpty)
            for words in ["OPTML_CURL is off", "libcurl4", "AWS CLI", "--listing"] {
                #expect(result.errorText.contains(words), "\(result.errorText)")
            }
        }
        #expect(try optml.run("version", "--verbose").text.contains("S3: not possible: "))
    }

    /// How far questions and contents are, on a terminal.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"))) func progress() throws {
        let folder = try TemporaryDirectory()
        let contents = [#""text": "{}""#, #""encryption": "aws:kms""#, #""etag": "0123456789abcdef0123456789abcdef""#]
        let objects = try (0..<30).map { number in
            try folder.write("m/\(number).json", "{}")
            return #"{"key": "p/\#(number).json", \#(contents.joined(separator: ", "))}"#
        }
        let standin = try Self.standin("", objects: objects.joined(separator: ", "))
        for (command, pattern) in [
            ("check s3://my-bucket/p/", "reading [0-9]+ files?, "),
            ("verify \(folder.path)/m s3://my-bucket/p/", "asking S3: [0-9]+ of [0-9]+ objects?"),
            ("diff \(folder.path)/m s3://my-bucket/p/", "asking S3: [0-9]+ of [0-9]+ objects?"),
            ("check \(folder.path)/m --existing s3://my-bucket/p/", "asking S3: [0-9]+ of [0-9]+ objects?"),
        ] {
            var shell = Command("/usr/bin/script")
            shell.environment =
                standin.optml(["OPTML_S3": "native", "TERM": "xterm", "OPTML_PROGRESS_DELAY": "0", "NO_COLOR": "1"])
                .environment
            shell.input = Data()
            let shown = try shell.run("-qec", "\(Command.optml.program) \(command)", "/dev/null").text
            let regex = try Regex(pattern)
            #expect(shown.contains(regex), "\(shown.prefix(300))")
            let quiet = try shell.run("-qec", "\(Command.optml.program) \(command) --no-progress", "/dev/null").text
            #expect(!quiet.contains(regex))
        }
    }
}
