import Foundation
import TestSupport
import Testing

/// What settings do, and which of several wins.
@Suite struct ConfigurationTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        for name in ["m/.DS_Store", "m/vendor/.DS_Store", "m/vendor/a/b.pyc", "m/b.pyc", "m/.netrc"] {
            try folder.write(name, "x")
        }
    }

    private func report(_ configuration: String, _ arguments: String...) throws -> Report {
        try folder.write("c.json", configuration)
        return try Command.optml(in: folder).report(["check", "m", "--config", "c.json"] + arguments)
    }

    private static let vendor =
        #"{"ignore": [{"rule": "platform-metadata", "paths": ["vendor/*"], "reason": "not ours"}]}"#

    @Test func ignoresByPath() throws {
        let report = try report(Self.vendor)
        #expect(report.findings("platform-metadata").map(\.path) == ["/opt/ml/model/.DS_Store"])
        #expect(report.findings("development-leftover").count == 2)
        #expect(report.summary["warnings"] == 4 && report.summary["ignored"] == 1)
        #expect(JSONShape.report().problems(report.json) == [])
        let text = try Command.optml(in: folder).run("check", "m", "--config", "c.json").text
        #expect(text.hasSuffix("; 1 ignored by the configuration\n"))
    }

    /// Exact beyond the 1,000 that are listed.
    @Test func ignoresCountExactly() throws {
        try folder.write(
            "keys", (0..<3000).map { "m/\($0 % 2 == 0 ? "a" : "b")/f\($0)/" }.joined(separator: "\n") + "\nm/file\n")
        try folder.write("c.json", #"{"ignore": [{"rule": "folder-marker", "paths": ["m/a/*"], "reason": "r"}]}"#)
        let report = try Command.optml(in: folder).report(
            "check", "--listing", "keys", "--s3-uri", "s3://my-bucket/m/", "--config", "c.json")
        #expect(report.summary["errors"] == 1500 && report.summary["ignored"] == 1500 && report.status == 1)
        #expect(report.findings("folder-marker").count == 1000)
        #expect(report.findings.allSatisfy { $0.rule != "folder-marker" || $0.key?.hasPrefix("m/b/") == true })
        try folder.write("c.json", #"{"ignore": [{"rule": "folder-marker", "paths": ["*/*"], "reason": "r"}]}"#)
        let none = try Command.optml(in: folder).report(
            "check", "--listing", "keys", "--s3-uri", "s3://my-bucket/m/", "--config", "c.json")
        #expect(none.summary["errors"] == 0 && none.summary["ignored"] == 3000 && none.status == 0)
    }

    @Test func ignoresARuleEverywhere() throws {
        let off = #"{"ignore": [{"rule": "platform-metadata", "reason": "who cares"}]}"#
        #expect(try report(off).rules == ["development-leftover", "secret-file"])
        let junit = try Command.optml(in: folder).run("check", "m", "--config", "c.json", "--format", "junit").text
        #expect(junit.contains(#"<skipped message="ignored by c.json: who cares">"#))
        // The command line wins.
        #expect(try report(off, "--select", "platform-metadata").rules == ["platform-metadata"])
        #expect(try report(off, "--ignore", "secret-file").rules == ["development-leftover"])
        #expect(try report(Self.vendor, "--select", "platform-metadata").findings.count == 1)
    }

    @Test func severitiesAndFailOn() throws {
        let loud = #"{"severities": {"secret-file": "error", "platform-metadata": "note"}, "failOn": "note"}"#
        let report = try report(loud)
        #expect(report.summary["errors"] == 1 && report.summary["notes"] == 2 && report.status == 1)
        let options = ["--severity", "secret-file=warning", "--fail-on", "error"]
        let quiet = try Command.optml(in: folder).report(["check", "m", "--config", "c.json"] + options)
        #expect(quiet.summary["errors"] == 0 && quiet.summary["notes"] == 2 && quiet.status == 0)
    }

    /// An uploader and a part size stand for each other.
    @Test func theCommandLineWinsOverUploads() throws {
        try folder.write("c.json", #"{"partSize": "5MiB", "multipartThreshold": "7MiB"}"#)
        func rows(_ arguments: String...) throws -> [String] {
            let lines = try Command.optml(in: folder).run(["config", "--config", "c.json"] + arguments).text
            return lines.split(separator: "\n").suffix(5).prefix(3).map {
                $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
            }
        }
        #expect(
            try rows() == [
                "uploader - default", "partSize 5242880 c.json:1:14", "multipartThreshold 7340032 c.json:1:44",
            ])
        #expect(
            try rows("--uploader", "rclone") == [
                "uploader rclone command line", "partSize - default", "multipartThreshold - default",
            ])
        #expect(
            try rows("--multipart-threshold", "8MiB") == [
                "uploader - default", "partSize 5242880 c.json:1:14", "multipartThreshold 8388608 command line",
            ])
        try folder.write("c.json", #"{"uploader": "mountpoint"}"#)
        let result = try Command.optml(in: folder).run("config", "--config", "c.json", "--multipart-threshold", "8MiB")
        result.expectFailure(64, "does not go with 'mountpoint'")
    }

    /// The framework of a file, and over it those of the command line: an image takes the place of both.
    @Test func theContainerDecidesOnRules() throws {
        try folder.write("b/resnet/config.pbtxt", "")
        let here = #"{"framework": "triton", "environment": {"SAGEMAKER_TRITON_DEFAULT_MODEL_NAME": "other"}}"#
        try folder.write("c.json", here)
        func rules(_ arguments: String...) throws -> Set<String> {
            Set(try Command.optml(in: folder).report(["check", "b", "--config", "c.json"] + arguments).rules)
        }
        #expect(try rules() == ["triton-ambiguous-model"])
        #expect(try rules("--env", "SAGEMAKER_TRITON_DEFAULT_MODEL_NAME=resnet") == ["triton-no-version"])
        #expect(try rules("--framework", "llamacpp") == ["missing-weights", "framework-mismatch"])
        let image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"
        #expect(try rules("--image", image) == ["missing-weights", "framework-mismatch"])
        #expect(try rules("--image", "mine:1") == ["framework-not-told"])
        #expect(try rules("--image", "mine:1", "--framework", "triton") == ["triton-ambiguous-model"])
        for wrong in [["--framework", "tritn"], ["--env", "A"], ["--env", "=a"]] {
            #expect(try Command.optml(in: folder).run(["check", "b"] + wrong).status == 64)
        }
    }

    @Test func printsWhatIsInForce() throws {
        try folder.write(
            ".optml.json",
            "{\n  \"failOn\": \"warning\",\n  \"ignore\": [\n    {\"rule\": \"symlink\", \"reason\": \"a\\u001bb\"}\n  ]\n}\n"
        )
        let result = try Command.optml(in: folder).run("config", "--ignore", "case-clash", "--baseline", "b.json")
        #expect(
            result.text == """
                Configuration of '.optml.json'

                failOn              warning     .optml.json:2:13
                ignore              symlink     .optml.json:4:5  (a\\x1bb)
                ignore              case-clash  command line
                baseline            b.json      command line
                uploader            aws-cli     default
                partSize            -           default
                multipartThreshold  -           default
                framework           -           default
                image               -           default

                """)
        #expect(result.status == 0 && result.errorText == "")
    }
}
