import Foundation
import TestSupport
import Testing

/// Sources that are not there, cannot be read, hold nothing, or are no files at all.
@Suite struct BadSourceTests {
    private let folder: TemporaryDirectory
    private static let commands = [
        ["check"], ["layout"], ["layout", "--every-combination"], ["manifest", "--s3-uri", "s3://my-bucket/m/"],
        ["model-data-source", "--s3-uri", "s3://my-bucket/m/"], ["etag"],
    ]

    init() throws { folder = try TemporaryDirectory() }

    private func setMode(_ mode: Int, _ name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path + "/" + name)
    }

    @Test(arguments: commands) func missing(_ command: [String]) throws {
        let result = try Command.optml(in: folder).run(command + ["no/such\u{1B}thing", "-o", "result"])
        result.expectFailure(2, "no/such\\x1bthing", "no such file or directory")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test(arguments: commands) func unreadable(_ command: [String]) throws {
        try folder.write("locked", "x")
        try setMode(0, "locked")
        let result = try Command.optml(in: folder).unprivileged.run(command + ["locked"])
        result.expectFailure(2, "locked", "cannot open", "Permission denied")
    }

    @Test func missingOrUnreadableListing() throws {
        let command = Command.optml(in: folder).unprivileged
        try command.run("check", "--listing", "nothing").expectFailure(2, "nothing", "no such file or directory")
        try folder.write("locked", "x")
        try setMode(0, "locked")
        try command.run("check", "--listing", "locked").expectFailure(2, "locked", "Permission denied")
        try folder.write("d/x", "x")
        try command.run("check", "--listing", "d").expectFailure(64, "d: a directory, not a listing")
    }

    @Test func unreadableDirectory() throws {
        try folder.write("locked/x", "x")
        try setMode(0, "locked")
        let result = try Command.optml(in: folder).unprivileged.run("check", "locked")
        result.expectFailure(2, "locked", "Permission denied")
    }

    /// What cannot be read inside a directory is the artifact's fault: the finding says which, and the rest is looked at.
    @Test func unreadableInside() throws {
        for name in ["m/a", "m/sealed/x", "m/sealed/y", "m/z"] { try folder.write(name, "x") }
        try setMode(0, "m/a")
        try setMode(0, "m/sealed")
        let report = try Command.optml(in: folder).unprivileged.report("check", "m")
        #expect(report.status == 1)
        #expect(report.findings("unreadable-file").map(\.path) == ["/opt/ml/model/a", "/opt/ml/model/sealed"])
        #expect(report.errors == ["unreadable-file"])
        let manifest = try Command.optml(in: folder).unprivileged
            .run("manifest", "m", "--s3-uri", "s3://my-bucket/m/", "-o", "m.csv")
        manifest.expectFailure(1, "unreadable-file", "nothing was written")
    }

    /// A directory that may be listed but not entered.
    @Test func unsearchableDirectory() throws {
        try folder.write("m/listed/x", "x")
        try folder.write("m/z", "x")
        try setMode(0o644, "m/listed")
        let report = try Command.optml(in: folder).unprivileged.report("check", "m")
        #expect(report.errors == ["unreadable-file"] && report.status == 1)
    }

    @Test func emptyDirectory() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path + "/m/also/empty", withIntermediateDirectories: true)
        let report = try Command.optml(in: folder).report("check", "m")
        #expect(report.rules == ["no-objects", "empty-directory"] && report.status == 1)
        #expect(report.summary["files"] == 0 && report.summary["objects"] == 0)
        let manifest = try Command.optml(in: folder).run(
            "manifest", "m", "--s3-uri", "s3://my-bucket/m/", "-o", "m.csv")
        manifest.expectFailure(1, "no-objects", "nothing was written")
    }

    @Test func emptyFile() throws {
        try folder.write("weights", "")
        let report = try Command.optml(in: folder).report("check", "weights")
        #expect(report.rules == ["no-objects"] && report.status == 1)
        try folder.write("model.tar.gz", "")
        let archive = try Command.optml(in: folder).report("check", "model.tar.gz")
        #expect(archive.rules == ["not-a-gzip-tar"] && archive.status == 1)
        try folder.write("keys", "")
        let listing = try Command.optml(in: folder).report("check", "--listing", "keys")
        #expect(listing.rules == ["no-objects"] && listing.status == 1)
    }

    /// A FIFO that nobody writes to holds nothing up.
    @Test func fifo() throws {
        let made = try Command.shell("mkfifo pipe; mkdir m; mkfifo m/pipe; echo x > m/x", in: folder)
        #expect(made.status == 0)
        var command = Command.optml(in: folder)
        command.processorLimit = 20
        for arguments in Self.commands {
            try command.run(arguments + ["pipe"]).expectFailure(2, "pipe", "not a regular file")
        }
        let report = try command.report("check", "m")
        #expect(report.errors == ["special-file"] && report.status == 1)
        #expect(report.findings("special-file").map(\.path) == ["/opt/ml/model/pipe"])
        #expect(report.summary["files"] == 1)
    }

    @Test(arguments: ["/dev/null", "/dev/zero", "/dev/full"]) func device(_ name: String) throws {
        try Command.optml(in: folder).run("check", name).expectFailure(2, name, "not a regular file")
    }

    /// A listing may come from a pipe.
    @Test func listingFromAPipe() throws {
        let result = try Command.shell(
            "mkfifo pipe; echo m/x > pipe & optml check --listing pipe --quiet; echo m/x | optml check --listing /dev/stdin --quiet",
            in: folder)
        let line = "no errors, no warnings, no notes in 1 file, size unknown; contents not looked at\n"
        #expect(result.text == line + line)
        #expect(result.errorText == "")
    }
}
