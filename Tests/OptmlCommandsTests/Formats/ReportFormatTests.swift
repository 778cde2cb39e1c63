import Foundation
import TestSupport
import Testing

/// What all forms of a report have in common.
@Suite struct ReportFormatTests {
    private static let formats = [
        ("sarif", "bad-model.sarif"), ("junit", "bad-model.junit.xml"), ("github", "bad-model.github.txt"),
        ("gitlab", "bad-model.gitlab.json"), ("html", "bad-model.html"), ("markdown", "bad-model.md"),
        ("concise", "bad-model.concise.txt"),
    ]
    private static let rules = "git-lfs-pointer,platform-metadata,secret-file,broken-symlink"

    @Test(arguments: formats) func prints(_ format: String, _ golden: String) throws {
        let arguments = ["check", "bad-model", "--select", Self.rules, "--format", format]
        let result = try Command.optml(in: Samples.folder).run(arguments)
        #expect(result.status == 1 && result.errorText == "")
        try Golden.expect(result.output, "golden/formats/\(golden)")
    }

    @Test(arguments: formats) func printsForAnArchive(_ format: String, _ golden: String) throws {
        let arguments = [
            "check", "wrapped.tar.gz", "--select", "duplicate-path,link-escape,path-traversal,link-member",
        ]
        let result = try Command.optml(in: Samples.folder).run(arguments + ["--format", format])
        try Golden.expect(
            result.output, "golden/formats/" + golden.replacingOccurrences(of: "bad-model", with: "wrapped"))
    }

    /// All at once, and the same bytes as one at a time.
    @Test func severalAtOnce() throws {
        let folder = try TemporaryDirectory()
        let command = Command.optml(in: Samples.folder)
        let copies = Self.formats.flatMap { ["--report", "\($0.0)=\(folder.path)/\($0.1)"] }
        let text = try command.run("check", "bad-model").text
        let result = try command.run(["check", "bad-model"] + copies)
        #expect(result.text == text && result.status == 1)
        for (format, name) in Self.formats {
            let alone = try command.run("check", "bad-model", "--format", format).output
            #expect(try Data(contentsOf: folder.url.appending(path: name)) == alone)
            let layout = try command.run("layout", "bad-model", "--format", format).output
            // Some say which command it was.
            let expected = String(decoding: alone, as: UTF8.self)
                .replacingOccurrences(of: "name=\"optml check ", with: "name=\"optml layout ")
                .replacingOccurrences(of: "\"optml.check\"", with: "\"optml.layout\"")
                .replacingOccurrences(of: ">optml check ·", with: ">optml layout ·")
                .replacingOccurrences(of: "### optml check:", with: "### optml layout:")
            #expect(String(decoding: layout, as: UTF8.self) == expected)
        }
    }

    @Test func wrongUses() throws {
        let command = Command.optml(in: Samples.folder)
        for arguments in [
            ["check", "bad-model", "--format", "xml"], ["check", "bad-model", "--report", "sarif"],
            ["check", "bad-model", "--report", "sarif="], ["check", "bad-model", "--report", "=x"],
            ["layout", "bad-model", "--every-combination", "--format", "sarif"],
            ["layout", "bad-model", "--every-combination", "--report", "junit=x"], ["rules", "--format", "sarif"],
            ["etag", "clash.keys", "--format", "junit"], ["config", "--format", "github"],
        ] {
            let result = try command.run(arguments)
            #expect(result.status == 64 && result.text == "", "\(arguments)")
        }
    }

    @Test func anEmptyReport() throws {
        let command = Command.optml(in: Samples.folder)
        #expect(try command.run("check", "good-model", "--format", "gitlab").text == "[]\n")
        #expect(try command.run("check", "good-model", "--format", "github").text == "")
    }
}
