import Foundation
import TestSupport
import Testing

/// The exit statuses, which scripts depend on.
@Suite struct ExitStatusTests {
    private let command = Command.optml(in: Samples.folder)
    private static let uri = ["--s3-uri", "s3://my-bucket/m/"]

    @Test(arguments: [
        ("check good-model", 0), ("check bad-model", 1), ("check nothing", 2), ("check", 64),
        ("layout good-model", 0), ("layout bad-model", 1), ("layout nothing", 2), ("layout", 64),
        ("layout bad-model --every-combination", 0),
        ("manifest good-model --s3-uri s3://my-bucket/m/", 0), ("manifest bad-model --s3-uri s3://my-bucket/m/", 1),
        ("manifest nothing --s3-uri s3://my-bucket/m/", 2), ("manifest good-model", 64),
        ("manifest good-model --columns path,etag", 0), ("rules name-clash case-clash", 0), ("rules *-clash", 0),
        ("model-data-source good-model --s3-uri s3://my-bucket/m/", 0),
        ("model-data-source bad-model --s3-uri s3://my-bucket/m/", 1),
        ("model-data-source nothing --s3-uri s3://my-bucket/m/", 2), ("model-data-source good-model", 64),
        ("etag good-model/config.json", 0), ("etag nothing", 2), ("etag good-model", 2), ("etag", 64),
        ("diff good-model bad-model", 0), ("diff good-model bad-model --exit-code", 1),
        ("diff good-model good-model --exit-code", 0), ("diff good-model nothing", 2), ("diff good-model", 64),
        ("etag good-model/config.json --expect 0f4c39d6bf82702c16af59dfb7749abe", 0),
        ("etag good-model/config.json --expect x", 1), ("etag nothing --expect x", 2),
        ("etag good-model/config.json model.tar.gz --expect x", 64),
        ("verify good-model.csv good-model", 0), ("verify released.csv good-model", 1),
        ("verify good-model.csv nothing", 2), ("verify nothing good-model", 2), ("verify clash.keys good-model", 2),
        ("verify model.tar.gz good-model", 64), ("verify good-model.csv --listing nothing", 2), ("verify", 64),
        ("verify good-model.csv", 64), ("verify good-model.csv good-model --listing clash.keys", 64),
        ("verify good-model.csv good-model --profile x", 64), ("verify good-model.csv good-model --checksums", 64),
        ("verify good-model.csv good-model --exact-parts", 64), ("verify good-model.csv good-model --s3-uri x", 64),
        ("verify good-model.csv good-model --columns x", 64), ("verify good-model.csv good-model --encryption x", 64),
        ("verify - --listing -", 64), ("verify s3://my-bucket/m/ good-model", 64),
        ("verify good-model.csv good-model --manifest x", 64),
        ("verify --request pinned.json model.tar.gz --manifest good-model.csv", 0),
        ("verify --request pinned.json model.tar.gz", 1), ("verify --request request.json model.tar.gz", 1),
        ("verify --request pinned.json", 64), ("verify --request pinned.json --manifest good-model.csv", 64),
        ("verify --request good-model.csv model.tar.gz", 2), ("verify --request pinned.json a b", 64),
        ("rules", 0), ("rules name-clash", 0), ("rules no-such-rule", 64),
        ("--version", 0), ("--help", 0), ("help", 0), ("check --help", 0), ("no-such-command", 64),
    ]) func status(_ arguments: String, _ status: Int32) throws {
        let result = try command.run(arguments.split(separator: " ").map(String.init))
        #expect(result.status == status, "\(result.errorText)")
    }

    @Test(arguments: [
        "check good-model --listing clash.keys", "check good-model wrapped.tar.gz --s3-uri s3://my-bucket/m/",
        "check good-model --no-such-option",
        "check good-model --format yaml", "check good-model --fail-on fatal", "check good-model --severity name-clash",
        "check good-model --severity name-clash=fatal", "check good-model --severity no-such-rule=error",
        "check good-model --select no-such-rule", "check good-model --ignore no-such-rule",
        "check good-model --ignore name-clash,no-such-rule", "check good-model --s3-data-type prefix",
        "check good-model --compression-type gzip", "check good-model --jobs 0", "check good-model --jobs many",
        "check good-model --part-size 0", "check good-model --part-size 16XB", "check good-model --uploader ftp",
        "check good-model --uploader boto3 --part-size 16MiB", "check good-model --volume-size -1",
        "check good-model --report json", "check good-model --report yaml=x", "check good-model --report json=",
        "check --listing clash.keys --listing-format xml",
        "check --listing clash.keys --s3-data-type S3Object",
        "layout good-model --every-combination --s3-data-type S3Prefix",
        "layout good-model --every-combination --etags",
        "manifest good-model --s3-uri s3://my-bucket/m/ --columns s3_uri,colour",
        "manifest good-model --s3-uri s3://my-bucket/m.tar.gz --s3-data-type S3Object --compression-type Gzip",
        "manifest good-model --s3-uri nonsense --force",
        "model-data-source --no-source --s3-uri s3://my-bucket/m/",
        "model-data-source good-model --no-source --s3-uri s3://my-bucket/m/ --s3-data-type S3Prefix --compression-type None",
        "model-data-source good-model --s3-uri s3://my-bucket/m/ --manifest m.csv",
        "model-data-source good-model --s3-uri s3://my-bucket/m/ --etag predict",
        "model-data-source good-model --s3-uri s3://my-bucket/m/ --manifest-etag none",
        "diff good-model bad-model wrapped.tar.gz", "diff good-model bad-model --listing-a clash.keys",
        "diff --listing-a clash.keys", "diff --listing-a - --listing-b -", "diff good-model bad-model --format sarif",
        "diff good-model --listing-b clash.keys", "diff good-model list-objects-v2.json",
        "diff s3://my-bucket/m/", "diff good-model bad-model --profile x",
        "rules name-clash no-such-rule", "rules --format yaml",
    ]) func wrongUsage(_ arguments: String) throws {
        let result = try command.run(arguments.split(separator: " ").map(String.init))
        #expect(result.status == 64, "\(result.text)\(result.errorText)")
        #expect(result.text == "")
        #expect(result.errorText.count > 20)
    }

    /// The least severity that fails: findings of each severity against each level.
    @Test(arguments: ["error", "warning", "note"]) func failOn(_ severity: String) throws {
        let folder = try TemporaryDirectory()
        try folder.write("m/file", "x")
        try folder.write("m/.DS_Store", "x")
        let arguments = ["check", "m", "--severity", "platform-metadata=\(severity)"]
        let order = ["error", "warning", "note"]
        for (index, level) in order.enumerated() {
            let result = try Command.optml(in: folder).run(arguments + ["--fail-on", level])
            #expect(result.status == (index >= order.firstIndex(of: severity) ?? 9 ? 1 : 0))
        }
        #expect(try Command.optml(in: folder).run(arguments + ["--fail-on", "never"]).status == 0)
        let report = try Command.optml(in: folder).report(arguments)
        #expect(report.findings.map(\.severity) == [severity])
        #expect(report.summary[severity + "s"] == 1)
    }

    @Test func selectAndIgnore() throws {
        let all = try command.report("check", "bad-model")
        #expect(all.errors.count >= 2 && all.status == 1)
        let selected = try command.report("check", "bad-model", "--select", "platform-metadata, secret-file")
        #expect(Set(selected.rules) == ["platform-metadata", "secret-file"] && selected.status == 0)
        let errors = all.errors.joined(separator: ",")
        let ignored = try command.report("check", "bad-model", "--ignore", errors)
        #expect(ignored.errors == [] && ignored.status == 0 && ignored.summary["errors"] == 0)
        let both = try command.report("check", "bad-model", "--select", "secret-file", "--ignore", "secret-file")
        #expect(both.rules == [] && both.status == 0)
    }

    @Test func forceWrites() throws {
        for arguments in [["manifest", "bad-model"] + Self.uri, ["model-data-source", "bad-model"] + Self.uri] {
            let refused = try command.run(arguments)
            #expect(refused.status == 1 && refused.text == "" && refused.errorText.contains("--force"))
            let forced = try command.run(arguments + ["--force"])
            #expect(forced.status == 0 && !forced.text.isEmpty)
            #expect(forced.errorText.contains("git-lfs-pointer"))
        }
    }

    /// A name that the format cannot hold is refused even with `--force`.
    @Test func forceCannotWriteWhatTheFormatCannotHold() throws {
        let folder = try TemporaryDirectory()
        var command = Command.optml(in: folder)
        command.input = Data(Array("m/caf".utf8) + [0xE9, 0x0A])
        let result = try command.run(["manifest", "--listing", "-", "--force"] + Self.uri)
        #expect(result.status != 0)
        #expect(result.text == "" && result.errorText.contains("UTF-8"))
    }

    /// A data command stops on an error even where `--fail-on never` would let `check` pass.
    @Test func dataCommandsGateOnErrors() throws {
        let result = try command.run(["manifest", "bad-model", "--fail-on", "never"] + Self.uri)
        #expect(result.status == 1 && result.text == "")
        let warned = try command.run(
            ["manifest", "bad-model", "--ignore", "git-lfs-pointer,broken-symlink", "--fail-on", "warning"] + Self.uri)
        #expect(warned.status == 1 && warned.text == "")
    }
}
