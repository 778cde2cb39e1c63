import Foundation
import TestSupport
import Testing

/// Results in files: whole or not at all.
@Suite struct OutputFileTests {
    private static let manifest = ["manifest", "m", "--s3-uri", "s3://my-bucket/m/"]
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write("m/config.json", "{}\n")
    }

    private func names() throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)) }

    private func content(_ name: String) throws -> String {
        try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
    }

    @Test func writesAFileWholeAndNothingElse() throws {
        let command = Command.optml(in: folder)
        let expected = try command.run(Self.manifest).text
        let result = try command.run(Self.manifest + ["-o", "m.csv"])
        #expect(result.status == 0 && result.text == "" && result.errorText == "")
        #expect(try content("m.csv") == expected)
        #expect(try names() == ["m", "m.csv"])
    }

    @Test func keepsTheModeAndTheLinkOfAnOldFile() throws {
        let file = try folder.write("real/old.csv", "old")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/m.csv", withDestinationPath: "real/old.csv")
        #expect(try Command.optml(in: folder).run(Self.manifest + ["-o", "m.csv"]).status == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
        #expect(try content("real/old.csv").contains("s3://my-bucket/m/config.json"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/m.csv") == "real/old.csv")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/real") == ["old.csv"])
    }

    /// A link stays a link, whether it leads to a file already or not.
    @Test func writesThroughALinkThatLeadsNowhereYet() throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: folder.path + "/real", withIntermediateDirectories: true)
        for (name, target) in [
            ("a.csv", "real/new.csv"), ("b.csv", "a2.csv"), ("a2.csv", folder.path + "/real/far.csv"),
            ("lost.csv", "no/such/x.csv"), ("circle", "circle2"), ("circle2", "circle"),
        ] { try manager.createSymbolicLink(atPath: folder.path + "/" + name, withDestinationPath: target) }
        let command = Command.optml(in: folder)
        for (name, file) in [("a.csv", "real/new.csv"), ("b.csv", "real/far.csv")] {
            #expect(try command.run(Self.manifest + ["-o", name]).status == 0)
            #expect(try content(file).contains("s3://my-bucket/m/config.json"))
            #expect((try? manager.destinationOfSymbolicLink(atPath: folder.path + "/" + name)) != nil)
        }
        for name in ["lost.csv", "circle"] {
            try command.run(Self.manifest + ["-o", name]).expectFailure(2, name, "leads nowhere")
            #expect((try? manager.destinationOfSymbolicLink(atPath: folder.path + "/" + name)) != nil)
        }
        #expect(try manager.contentsOfDirectory(atPath: folder.path + "/real").sorted() == ["far.csv", "new.csv"])
    }

    /// What is written into the artifact would be uploaded with it.
    @Test(arguments: [
        ["manifest", "m", "--s3-uri", "s3://b/m/", "-o", "m/x.csv"], ["check", "m", "-o", "m/x"],
        ["check", "m", "--report", "json=m/../m/x"], ["check", "m", "--write-baseline", "m/x"],
        ["check", "m", "-o", "alias/x"], ["check", "m", "-o", "m/out"], ["check", "m", "-o", "into"],
        ["layout", "m", "--report", "sarif=m/x"], ["check", "m", "--channel", "c=n", "-o", "n/x"],
        ["model-data-source", "m", "--s3-uri", "s3://b/m/", "-o", "m/x"],
        ["create-model", "m", "--s3-uri", "s3://b/m/", "--model-name", "x", "-o", "m/x"],
        ["check-request", "r.json", "--source", "m", "-o", "m/x"], ["check-request", "r.json", "-o", "r.json"],
        ["verify", "m", "n", "-o", "m/x"], ["verify", "m", "n", "--report", "json=n/x"],
        ["diff", "m", "n", "-o", "n/x"],
        ["etag", "r.json", "-o", "r.json"], ["pack", "m", "-o", "m/x.tar.gz"],
    ])
    func neverIntoTheArtifact(_ arguments: [String]) throws {
        try folder.write("n/config.json", "{}")
        try folder.write("r.json", "{}")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folder.path + "/alias", withDestinationPath: "m")
        try manager.createSymbolicLink(atPath: folder.path + "/m/out", withDestinationPath: "../outside")
        try manager.createSymbolicLink(atPath: folder.path + "/into", withDestinationPath: "m/new")
        let before = try manager.subpathsOfDirectory(atPath: folder.path).sorted()
        let result = try Command.optml(in: folder).run(arguments)
        #expect(result.status == 64 && result.text == "", "\(result.errorText)")
        #expect(["lies in", "itself"].contains { result.errorText.contains($0) }, "\(result.errorText)")
        #expect(try manager.subpathsOfDirectory(atPath: folder.path).sorted() == before)
        #expect(try content("r.json") == "{}")
    }

    /// Beside it, and where it is left out, is fine.
    @Test func besideTheArtifact() throws {
        let command = Command.optml(in: folder)
        for file in ["m.csv", "m2/x.csv"] {
            try folder.write("m2/y", "")
            #expect(try command.run(Self.manifest + ["-o", file]).status == 0)
        }
        #expect(try command.run(Self.manifest + ["-o", "m/x.csv", "--exclude", "*.csv"]).status == 0)
        #expect(try content("m/x.csv").contains("config.json"))
        #expect(
            try command.run(Self.manifest + ["-o", "m/y.csv", "--exclude", "*.csv", "--include", "y*"]).status == 64)
    }

    @Test func leavesAnOldFileAloneWhenThereAreErrors() throws {
        try folder.write("m.csv", "old")
        try folder.write("empty.d/.gitkeep", "")
        try FileManager.default.removeItem(atPath: folder.path + "/empty.d/.gitkeep")
        let result = try Command.optml(in: folder).run(
            "manifest", "empty.d", "--s3-uri", "s3://my-bucket/m/", "-o", "m.csv")
        #expect(result.status == 1)
        #expect(try content("m.csv") == "old")
        #expect(try names() == ["m", "m.csv", "empty.d"])
    }

    @Test(arguments: [
        ["manifest", "m", "--s3-uri", "s3://my-bucket/m/"], ["check", "m"], ["etag", "m/config.json"], ["rules"],
    ])
    func leavesAnOldFileAloneOnAFullDisk(_ arguments: [String]) throws {
        try folder.write("result", "old")
        var command = Command.optml(in: folder)
        command.fileSizeLimit = 0
        let result = try command.run(arguments + ["-o", "result"])
        #expect(result.status == 2)
        #expect(try content("result") == "old")
        #expect(try names() == ["m", "result"])
    }

    @Test func saysWhatIsWrongOnAFullDisk() throws {
        let result = try Command.shell(
            "cd '\(folder.path)'; (ulimit -f 0; exec optml rules -o result 2>/dev/null); echo $? >&2; ls")
        #expect(result.errorText == "2\n" && result.text == "m\n")
        let full = try Command.shell("optml rules -o /dev/full")
        full.expectFailure(2, "/dev/full", "No space left on device")
    }

    @Test func folderIsMissing() throws {
        let result = try Command.optml(in: folder).run(Self.manifest + ["-o", "no/such/m.csv"])
        result.expectFailure(2, "no/such/m.csv", "cannot write", "check the folder")
        #expect(try names() == ["m"])
    }

    @Test func folderIsReadOnly() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/locked", withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path + "/locked")
        let result = try Command.optml(in: folder).unprivileged.run(Self.manifest + ["-o", "locked/m.csv"])
        result.expectFailure(2, "locked/m.csv", "Permission denied")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/locked") == [])
    }

    @Test(arguments: ["m", "m/", ""]) func isNoPossibleFile(_ name: String) throws {
        let result = try Command.optml(in: folder).run(Self.manifest + ["-o", name])
        #expect(result.status == 2 || result.status == 64)
        #expect(result.text == "" && !result.errorText.isEmpty)
        #expect(try names() == ["m"])
    }

    @Test func writesToDevicesAndPipesDirectly() throws {
        let command = Command.optml(in: folder)
        let expected = try command.run(Self.manifest).text
        #expect(try command.run(Self.manifest + ["-o", "/dev/null"]).status == 0)
        let manifest = "optml " + Self.manifest.joined(separator: " ")
        #expect(try Command.shell("\(manifest) -o /dev/stdout | cat", in: folder).text == expected)
        let fifo = try Command.shell("mkfifo pipe; cat pipe & \(manifest) -o pipe; wait; ls", in: folder)
        #expect(fifo.text == expected + "m\npipe\n")
        #expect(fifo.errorText == "")
    }

    @Test func copiesOfTheReport() throws {
        try folder.write("m/.DS_Store", "x")
        let command = Command.optml(in: folder)
        let json = try command.run("check", "m", "--format", "json").output
        let text = try command.run("check", "m", "--color", "never").output
        let result = try command.run(
            "check", "m", "--color", "always", "--report", "json=r.json", "--report", "text=r.txt", "-o", "out")
        #expect(result.status == 0 && result.text == "")
        #expect(try Data(contentsOf: folder.url.appending(path: "r.json")) == json)
        #expect(try Data(contentsOf: folder.url.appending(path: "r.txt")) == text)
        #expect(try Data(contentsOf: folder.url.appending(path: "out")) == text)
        let missing = try command.run("check", "m", "--report", "json=no/such/r.json")
        #expect(missing.status == 2 && missing.errorText.contains("no/such/r.json"))
    }

    /// A copy goes where no standard stream is, even if the caller closed all of them.
    @Test func closedStreamsAreNotMistakenForFiles() throws {
        let result = try Command.shell(
            "optml manifest m --s3-uri s3://my-bucket/m --force -o m.csv <&- >&- 2>&-; echo $?; cat m.csv", in: folder)
        #expect(
            result.text == "0\ns3_uri,path,etag,size,part_size\n"
                + "s3://my-bucket/m/config.json,config.json,8a80554c91d9fca8acb82f023de02f11,3,\n")
    }
}
