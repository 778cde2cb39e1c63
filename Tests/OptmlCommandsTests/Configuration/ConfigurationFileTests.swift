import Foundation
import TestSupport
import Testing

/// Which configuration file is read.
@Suite struct ConfigurationFileTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write("project/sub/model/.DS_Store", "x")
        try folder.write("project/sub/model/code/inference.py", "x")
    }

    /// Runs `optml config --format json` in a folder, and returns the file that it read.
    private func file(in path: String, _ arguments: String...) throws -> String? {
        let output = try Command.optml(in: folder.path + "/" + path).run(["config", "--format", "json"] + arguments)
            .output
        let json = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
        return json["file"] as? String
    }

    @Test func theFirstOneUpwardCounts() throws {
        #expect(try file(in: "project/sub") == nil)
        try folder.write(".optml.json", "{}")
        #expect(try file(in: "project/sub") == "../../.optml.json")
        try folder.write("project/.optml.json", "{}")
        #expect(try file(in: "project/sub") == "../.optml.json")
        #expect(try file(in: "project/sub/model") == "../../.optml.json")
        #expect(try file(in: "project") == ".optml.json")
        try folder.write("project/sub/.optml.json", "{}")
        #expect(try file(in: "project/sub") == ".optml.json")
        #expect(try file(in: "project/sub", "--config", "../../.optml.json") == "../../.optml.json")
    }

    /// An artifact cannot switch off its own gate, wherever the command is run.
    @Test func neverFromInsideTheSource() throws {
        let off = #"{"ignore": [{"rule": "platform-metadata", "reason": "hush"}]}"#
        try folder.write("project/sub/model/.optml.json", off)
        try folder.write("project/sub/model/code/.optml.json", off)
        #expect(try file(in: "project/sub/model") == ".optml.json")
        #expect(try file(in: "project/sub/model", ".") == nil)
        #expect(try file(in: "project/sub/model/code", "..") == nil)
        try folder.write("project/.optml.json", "{}")
        #expect(try file(in: "project/sub/model/code", "..") == "../../../.optml.json")
        #expect(try file(in: "project/sub/model/code", "../../../sub/model/") == "../../../.optml.json")
        for (path, source) in [("project/sub/model", "."), ("project/sub/model/code", ".."), ("project/sub", "model")] {
            let report = try Command.optml(in: folder.path + "/" + path).report("check", source)
            #expect(
                report.rules.contains("platform-metadata") && report.rules.contains("config-in-artifact"), "\(path)")
        }
    }

    @Test func neverThroughALinkIntoTheSource() throws {
        let off = #"{"ignore": [{"rule": "platform-metadata", "reason": "hush"}]}"#
        try folder.write("project/sub/model/settings.json", off)
        let manager = FileManager.default
        try manager.createSymbolicLink(
            atPath: folder.path + "/project/sub/.optml.json", withDestinationPath: "model/settings.json")
        try manager.createSymbolicLink(atPath: folder.path + "/project/alias", withDestinationPath: "sub/model")
        #expect(try file(in: "project/sub") == ".optml.json")
        #expect(try file(in: "project/sub", "model") == nil)
        #expect(try file(in: "project/sub", "../alias") == nil)
        try folder.write("elsewhere.json", "{}")
        try manager.createSymbolicLink(
            atPath: folder.path + "/project/sub/model/.optml.json", withDestinationPath: "../../../elsewhere.json")
        #expect(try file(in: "project/sub/model", ".") == nil)
    }

    @Test func namedInsideTheSourceIsRefused() throws {
        try folder.write("project/sub/model/settings.json", "{}")
        let command = Command.optml(in: folder.path + "/project/sub")
        for file in ["model/settings.json", "./model/../model/settings.json"] {
            try command.run("check", "model", "--config", file).expectFailure(64, "inside the source", "gate")
        }
        #expect(try command.run("check", "model/code", "--config", "model/settings.json").status == 0)
    }

    @Test func cannotBeRead() throws {
        let command = Command.optml(in: folder)
        try command.run("check", "project/sub/model", "--config", "no.json").expectFailure(2, "no.json", "no such file")
        try command.run("check", "project/sub/model", "--config", "project").expectFailure(2, "not a regular file")
        let locked = try folder.write(".optml.json", "{}")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: locked)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        try command.unprivileged.run("check", "project/sub/model").expectFailure(2, ".optml.json", "Permission denied")
    }

    /// Every command that has something to do with a setting heeds the file.
    @Test func everyCommandReadsIt() throws {
        try folder.write(".optml.json", #"{"partSize": "1KiB", "failOn": "warning"}"#)
        try folder.write("model/weights", String(repeating: "x", count: 3000))
        try folder.write("model/.DS_Store", "x")
        let command = Command.optml(in: folder)
        #expect(try command.run("etag", "model/weights").text.contains("-3  "))
        #expect(try command.run("etag", "model/weights", "--uploader", "aws-cli").text.contains("-3  ") == false)
        #expect(try command.run("check", "model").status == 1)
        #expect(try command.run("layout", "model").status == 1)
        let uri = ["--s3-uri", "s3://my-bucket/m/"]
        #expect(try command.run(["manifest", "model"] + uri).status == 1)
        #expect(try command.run(["model-data-source", "model"] + uri).status == 1)
        #expect(try command.run(["manifest", "model", "--fail-on", "error"] + uri).text.contains("-3,3000,1024"))
    }
}
