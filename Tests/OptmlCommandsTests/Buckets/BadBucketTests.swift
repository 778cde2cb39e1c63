import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An `aws` that fails, lies or goes mad: nothing is claimed.
@Suite struct BadBucketTests {
    private static let object = BucketSourceTests.object("m/a")

    /// Scripts, and what the message names.
    static let scripts: [(script: String, word: String)] = [
        (#"printf '{"Contents": [{"Key": "m/a"'; kill -9 $$"#, "signal 9"),
        (#"printf '{"Contents": [{"Key": "m/a"'; exit 3"#, "status 3"),
        (#"echo '{"Contents": [\#(object)]}'; exit 1"#, "status 1"),
        (#"printf '{"Contents": [{"Key": "m/a"'"#, "unexpected end"),
        (#"printf '{"Contents": [\#(object)]'"#, "unexpected end"),
        (#"echo '{"Contents": [\#(object)]} and more'"#, "after the end"),
        (#"echo '{"Contents": [\#(object)]}{"Contents": []}'"#, "after the end"),
        (#"echo '{"Contents": [\#(object)], "NextToken": "t"}'"#, "does not end"),
        (#"echo '{"Contents": [], "NextToken": "t"}'"#, "does not end"),
        (
            #"case "$*" in *token\ a*) t=b;; *) t=a;; esac; echo '{"Contents": [\#(object)], "NextToken": "'$t'"}'"#,
            "does not end"
        ),
        (
            #"case "$*" in *token*) printf '{"Cont';; *) echo '{"Contents": [\#(object)], "NextToken": "t"}';; esac"#,
            "unterminated"
        ),
        (#"case "$*" in *token*) ;; *) echo '{"Contents": [\#(object)], "NextToken": "t"}';; esac"#, "printed nothing"),
        (
            #"case "$*" in *token*) exit 1;; *) echo '{"Contents": [\#(object)], "NextToken": "t"}';; esac"#,
            "status 1"
        ),
        ("exit 0", "printed nothing"), ("echo", "printed nothing"), ("echo '{}'", "printed nothing"),
        ("echo null", "expected an object"), ("echo '[]'", "expected an object"), (#"echo '"m/a"'"#, "an object"),
        (#"echo '{"Objects": []}'"#, "a member"), (#"echo '{"Contents": {}}'"#, "expected an array"),
        (#"echo '{"Contents": ["m/a"]}'"#, "expected an object"), (#"echo '{"Contents": [{"Key": 1}]}'"#, "a string"),
        (#"echo '{"Contents": [{"Size": 1}]}'"#, "without a \"Key\""),
        (#"echo '{"Contents": [], "IsTruncated": true}'"#, "not complete"),
        (#"echo '{"Contents": [], "NextToken": 7}'"#, "a string"),
        (#"echo '{"Contents": [\#(object)], "NextToken": "file:///etc/passwd"}'"#, "continues"),
        (#"echo '{"Contents": [{"Key": "m/a", "Size": -1}]}'"#, "not a size"),
        (#"echo "<html>hello</html>""#, "expected"), ("echo usage: aws [options] >&2; exit 252", "usage: aws"),
        ("yes '                                '", "standard output"), ("yes >&2", "standard error"),
        (#"echo "An error occurred (AccessDenied) when calling" >&2; exit 254"#, "s3:ListBucket"),
        (#"echo "An error occurred (ExpiredToken) when calling" >&2; exit 254"#, "aws sso login"),
        (#"echo "An error occurred (NoSuchBucket) when calling" >&2; exit 254"#, "name of the bucket"),
        (
            #"printf '\033]0;owned\007\033[2J\342\200\256 ::error::x\n%%\n' >&2; exit 255"#,
            #"\x1b]0;owned\x07\x1b[2J\u{202e}"#
        ),
    ]

    @Test(arguments: scripts.indices) func nothingIsClaimed(_ index: Int) throws {
        let stub = try StubAWS(Self.scripts[index].script)
        for arguments in [
            ["check", "s3://my-bucket/m/"], ["manifest", "s3://my-bucket/m/"],
            ["check", "model", "--existing", "s3://my-bucket/m/"],
        ] {
            // One is enough for what prints much.
            if Self.scripts[index].script.hasPrefix("yes"), arguments[0] == "manifest" { break }
            let result = try stub.optml.run(arguments)
            result.expectFailure(2, Self.scripts[index].word)
            #expect(result.errors.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
            #expect(result.errors.count < 2500)
        }
        #expect(
            try Set(FileManager.default.contentsOfDirectory(atPath: stub.folder.path)).subtracting(["log"]) == [
                "bin", "model",
            ])
    }

    @Test func thereIsNoAWS() throws {
        let stub = try StubAWS("exit 0")
        var optml = stub.optml
        optml.environment["PATH"] = stub.folder.path + "/model"
        try optml.run("check", "s3://my-bucket/m/").expectFailure(2, "no such command", "install", "--listing")
    }

    @Test func awsCannotBeRun() throws {
        let stub = try StubAWS("exit 0")
        try stub.folder.write("other/aws", "#!/no/such/interpreter\n")
        let shell = try Command.shell("chmod +x other/aws; mv other/aws bin/aws", in: stub.folder)
        #expect(shell.status == 0)
        try stub.optml.run("check", "s3://my-bucket/m/").expectFailure(2, "aws")
    }

    @Test func theTemporaryFolderIsMissing() throws {
        let stub = try StubAWS(pages: [Self.object])
        var optml = stub.optml
        optml.environment["TMPDIR"] = "/no/such/folder"
        try optml.run("check", "s3://my-bucket/m/").expectFailure(2, "temporary file")
    }

    @Test func theDiskIsFull() throws {
        let stub = try StubAWS("yes '                                '")
        var optml = stub.optml
        optml.fileSizeLimit = 1 << 20
        try optml.run("check", "s3://my-bucket/m/").expectFailure(2, "temporary file")
    }

    /// Whoever ends optml ends `aws`, even one that does not want to.
    @Test(arguments: [(SIGTERM, ""), (SIGINT, ""), (SIGTERM, "trap '' TERM INT")])
    func interruptionEndsAWS(_ signal: Int32, _ preparation: String) throws {
        // The script holds the FIFO open as long as it lives, and says when it does.
        let stub = try StubAWS("\(preparation)\nexec 9>'fifo'; echo ready >&9; exec tail -f /dev/null")
        let fifo = stub.folder.path + "/fifo"
        #expect(mkfifo(fifo, 0o600) == 0)
        let process = Process()
        process.executableURL = URL(filePath: stub.optml.program)
        process.arguments = ["check", "s3://my-bucket/m/"]
        process.environment = stub.optml.environment.merging([Command.ceilings.variable: Command.ceilings.value]) { $1 }
        process.currentDirectoryURL = stub.folder.url
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, output)
        try process.run()
        let reader = try #require(FileHandle(forReadingAtPath: fifo))
        #expect(reader.availableData == Data("ready\n".utf8))
        kill(process.processIdentifier, signal)
        // The end of the file is the end of aws.
        #expect(try reader.readToEnd() ?? Data() == Data())
        process.waitUntilExit()
        #expect(process.terminationStatus == 128 + signal)
        let words = signal == SIGINT ? "interrupted" : "terminated"
        #expect(try output.fileHandleForReading.readToEnd() == Data("optml: error: \(words)\n".utf8))
    }
}
