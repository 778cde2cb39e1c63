import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

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

    /// The search ends below a folder that the environment names, and there alone.
    @Test func ceilings() throws {
        try folder.write(".optml.json", "{}")
        try folder.write("project/.optml.json", "{}")
        func file(below ceilings: String..., in path: String) throws -> String? {
            var command = Command.optml(in: folder.path + "/" + path)
            command.environment[Command.ceilings.variable] =
                (ceilings.map { folder.path + $0 } + [Command.ceilings.value]).joined(separator: ":")
            let output = try command.run("config", "--format", "json").output
            return try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])["file"] as? String
        }
        #expect(try file(below: "/project", in: "project/sub") == nil)
        #expect(try file(below: "/project/", "/other", in: "project/sub/model") == nil)
        #expect(try file(below: "/project/su", "", in: "project/sub") == "../.optml.json")
        #expect(try file(below: "/project", in: "project") == ".optml.json")
        #expect(try file(below: "/project/sub", in: "project/sub/model") == nil)
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

    /// Whatever is looked at counts as the artifact: channels, and both sides of a comparison.
    @Test func neverFromInsideAnythingThatIsLookedAt() throws {
        let off = #"{"ignore": [{"rule": "platform-metadata", "reason": "hush"}], "partSize": "6MiB"}"#
        try folder.write("project/draft/.optml.json", off)
        try folder.write("project/draft/.DS_Store", "x")
        try folder.write("project/r.json", "{}")
        let command = Command.optml(in: folder.path + "/project/draft")
        #expect(try !command.report("check", "../sub/model").rules.contains("platform-metadata"))
        let channel = try command.report("check", "../sub/model", "--channel", "draft=.")
        #expect(channel.rules.contains("platform-metadata"))
        for arguments in [
            ["check", "../sub/model", "--channel", "draft=../draft"], ["layout", ".", "--format", "json"],
            ["verify", ".", "../sub/model"], ["verify", "../sub/model", "."], ["diff", ".", "../sub/model"],
            ["diff", "../sub/model", "."], ["check-request", "../r.json", "--source", "."],
            [
                "create-model", "../sub/model", "--s3-uri", "s3://b/m/", "--channel", "d=.", "--channel-s3-uri",
                "d=s3://b/d/",
            ],
        ] {
            let result = try command.run(arguments)
            #expect(!(result.text + result.errorText).contains("onfiguration: "), "\(arguments)")
            try command.run(arguments + ["--config", "../draft/.optml.json"])
                .expectFailure(64, "inside the source", "gate")
        }
        try folder.write("project/draft/b.json", #"{"schemaVersion": 1, "findings": []}"#)
        try folder.write("project/c.json", #"{"baseline": "draft/b.json"}"#)
        for baseline in [["--baseline", "b.json"], ["--config", "../c.json"]] {
            for source in [["check", "."], ["check", "../sub/model", "--channel", "c=../draft"]] {
                try command.run(source + baseline).expectFailure(64, "baseline", "inside the source", "own findings")
            }
            #expect(try command.run(["check", "../sub/model"] + baseline).status == 0)
        }
    }

    /// git's rule: what someone else may have left there is passed over, and said.
    @Test func neverFromSomeoneElse() throws {
        let off = #"{"ignore": [{"rule": "platform-metadata", "reason": "hush"}]}"#
        let found = try folder.write("project/.optml.json", off)
        let manager = FileManager.default
        let command = Command.optml(in: folder.path + "/project/sub")
        func check(_ words: String) throws {
            let result = try command.run("check", "model")
            #expect(result.text.contains("platform-metadata") && !result.text.contains("Configuration"))
            #expect(result.errorText.hasPrefix("optml: warning: ../.optml.json \(words), so it is not obeyed"))
            // Whoever names it means it.
            let named = try command.run("check", "model", "--config", "../.optml.json")
            #expect(!named.text.contains("platform-metadata") && named.errorText == "")
        }
        #expect(try !command.run("check", "model").text.contains("platform-metadata"))
        try manager.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path + "/project")
        try check("lies in a folder that anyone may write")
        try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/project")
        try manager.setAttributes([.posixPermissions: 0o666], ofItemAtPath: found)
        try check("can be written by anyone")
        try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: found)
        try manager.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: folder.path + "/project")
        try check("lies in a folder that anyone may write")
        try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/project")
        guard geteuid() == 0 else { return }
        try manager.setAttributes([.posixPermissions: 0o775], ofItemAtPath: folder.path + "/project")
        try check("lies in a folder that its group (0) may write")
        let other: [FileAttributeKey: Any] = [.posixPermissions: 0o755, .ownerAccountID: 65534]
        try manager.setAttributes(other, ofItemAtPath: folder.path + "/project")
        try check("lies in a folder of another user (65534)")
        try manager.setAttributes([.ownerAccountID: 0], ofItemAtPath: folder.path + "/project")
        try manager.setAttributes([.posixPermissions: 0o664], ofItemAtPath: found)
        try check("can be written by its group (0)")
        try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: found)
        try manager.setAttributes([.ownerAccountID: 65534], ofItemAtPath: found)
        try check("belongs to another user (65534)")
        // One further up still counts.
        try folder.write(".optml.json", off)
        #expect(try command.run("check", "model").text.contains("Configuration: ../../.optml.json"))
        // Behind sudo, the files of who called it are one's own; the rules of others are no more obeyed than before.
        var sudo = command
        sudo.environment["SUDO_UID"] = "65534"
        #expect(try sudo.run("check", "model").text.contains("Configuration: ../.optml.json"))
        sudo.environment["SUDO_UID"] = "1"
        #expect(try sudo.run("check", "model").errorText.contains("another user"))
    }

    /// Text says by which configuration it was made, even if it is to be short.
    @Test func textSaysWhichIsInForce() throws {
        try folder.write("project/.optml.json", "{}")
        try folder.write("project/r.json", #"{"ModelName": "m"}"#)
        let command = Command.optml(in: folder.path + "/project")
        for arguments in [["check", "sub/model"], ["check", "sub/model", "--quiet"], ["check-request", "r.json"]] {
            let result = try command.run(arguments)
            #expect(result.text.contains("Configuration: .optml.json\n") && result.errorText == "", "\(arguments)")
            try folder.write("named.json", "{}")
            let named = try command.run(arguments + ["--config", "../named.json"]).text
            #expect(named.contains("Configuration: ../named.json\n"), "\(arguments)")
        }
        let uri = ["--s3-uri", "s3://b/m/"]
        for arguments in [
            ["check", "sub/model", "--format", "json"], ["check", "sub/model", "-o", "out"], ["layout", "sub/model"],
            ["manifest", "sub/model"] + uri, ["model-data-source", "sub/model"] + uri, ["etag", "r.json"],
            ["pack", "sub/model", "-o", "m.tar.gz", "--quiet"], ["verify", "sub/model", "sub/model"],
            ["diff", "sub/model", "sub/model"],
        ] {
            #expect(
                try command.run(arguments).errorText.contains("optml: note: configuration: .optml.json\n"),
                "\(arguments)")
        }
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
        try command.run("check", "project/sub/model", "--config", "project").expectFailure(
            2, "project: is a directory; give a file")
        try command.run("check", "project/sub/model", "--config", "").expectFailure(
            64, "--config is empty; give a file")
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
