import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Foreign names in text: escaped, and never at the start of a line.
@Suite struct TextSafetyTests {
    /// Names that would move the cursor, turn the text around, or look like lines of our own.
    static let names = [
        "\u{1B}[2J\u{1B}[H", "a\u{7}b", "a\rerror: all is well", "a\nerror forged: x", "\u{202E}cod.exe",
        "\u{2066}x\u{2069}",
        "x\u{200F}y", "line\u{2028}two", "para\u{2029}two", "c1\u{9B}31m", "del\u{7F}", "back\\slash",
        "::error::forged",
        "no errors, no warnings", "##[error]forged", " \u{3000}::error::forged", "x##[error]forged", "##vso[x]forged",
    ]
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        for name in Self.names {
            try FileManager.default.createDirectory(
                atPath: folder.path + "/m/" + name + ".d", withIntermediateDirectories: true)
            for file in [name, name + ".d/.DS_Store", name + ".d/.netrc", name + ".tar.gz"] {
                try Data(Samples.archives[0].bytes).write(to: URL(filePath: folder.path + "/m/" + file))
            }
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/m/" + name + ".link", withDestinationPath: name + "gone")
        }
    }

    private static let ownStarts =
        [
            "+ ", "- ", "~ ", "> ", "! ", "? ", "note: ", "Compared ", "error ", "warning ", "note ", "  ", "Checked ",
            "optml: error: ", "Configuration: ", "no errors,", "/opt/ml/model", "[",
        ] + RuleCatalog.rules.map { $0.id + " " }

    /// Control characters other than line feeds, and what changes the direction of text.
    private static func unsafeScalars(in text: String) -> Set<Unicode.Scalar> {
        Set(
            text.unicodeScalars.filter { scalar in
                switch scalar.value {
                case 0x0A: false
                case ..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
                default: false
                }
            })
    }

    private func expectSafe(_ data: Data, _ what: String) {
        let text = String(decoding: data, as: UTF8.self)
        #expect(Self.unsafeScalars(in: text) == [], "\(what)")
        #expect(LogCommands.lines(in: text) == [], "\(what)")
        let foreign = text.split(separator: "\n").filter { line in
            !(line.first?.isNumber ?? false) && !Self.ownStarts.contains { line.hasPrefix($0) }
        }
        #expect(foreign == [], "\(what)")
    }

    @Test(arguments: [
        "check m", "layout m", "layout m --every-combination", "check m --s3-uri s3://my-bucket/m",
        "manifest m --s3-uri s3://my-bucket/m/", "model-data-source m --s3-uri s3://my-bucket/m/",
    ]) func directory(_ arguments: String) throws {
        let result = try Command.optml(in: folder).run(arguments.split(separator: " ").map(String.init))
        expectSafe(result.output, arguments)
        expectSafe(result.errors, arguments)
        #expect(!(result.text + result.errorText).contains("\nerror forged"))
    }

    @Test func sourcesAndOptions() throws {
        for name in Self.names[..<4] + [Self.names[4...].joined()] {
            for arguments in [
                ["check", name + "x"], ["etag", name + "x"], ["check", "--listing", name + "x"],
                ["check", "m/" + name], ["check", "m", "--s3-uri", name], ["check", "m", "-o", "no/" + name],
            ] {
                let result = try Command.optml(in: folder).run(arguments)
                expectSafe(result.output, "\(arguments)")
                expectSafe(result.errors, "\(arguments)")
            }
        }
    }

    /// What the argument parser says of foreign words is safe as well.
    @Test func usageErrors() throws {
        for name in [Self.names.joined(), "x" + Self.names.joined(separator: "-")] {
            for arguments in [
                ["layout", "m", name], ["check", "m", "--ignore", name], ["check", "m", "--severity", name],
                ["check", "m", "--report", name + "=x"], ["rules", name], ["check", "m", "--format", name],
                ["check", "m", "--" + name], [name], ["check", "m", "--jobs", name],
                ["check", "m", "--part-size", name],
                ["manifest", "m", "--s3-uri", "s3://b/", "--columns", name],
            ] {
                let result = try Command.optml(in: folder).run(arguments)
                #expect(result.status == 64 || arguments.count < 2, "\(arguments)")
                let text = result.errorText
                #expect(Self.unsafeScalars(in: text) == [], "\(arguments)")
                #expect(LogCommands.lines(in: text) == [], "\(arguments)")
                #expect(!text.contains("\nerror forged"))
            }
        }
    }

    /// No form that may be shown in a log holds a command, but for the one that is made of them.
    @Test(arguments: [
        "text", "json", "sarif", "junit", "gitlab", "html", "markdown", "concise", "github",
    ]) func formats(_ format: String) throws {
        let folder = try HostileArtifact.make()
        for source in HostileArtifact.sources {
            let result = try Command.optml(in: folder).run(["check"] + source + ["--format", format])
            let commands = LogCommands.lines(in: result.text)
            if format == "github" {
                let own = ["::error ", "::warning ", "::notice "]
                #expect(commands.allSatisfy { line in own.contains { line.hasPrefix($0) } && !line.contains("##[") })
            } else {
                #expect(commands == [], "\(source)")
            }
        }
    }

    /// What a request says is shown in text and JSON.
    @Test func requests() throws {
        let names = Self.names + HostileNames.text
        let request: [String: Any] = [
            "ModelName": "::error::x", "PrimaryContainer": Dictionary(names.map { ($0, $0) }) { $1 },
            "Tags": names.map { ["Key": $0, $0: $0] },
        ]
        let document = String(decoding: try JSONSerialization.data(withJSONObject: request), as: UTF8.self)
        for (index, name) in (names.filter { !$0.contains("/") } + ["r.json"]).enumerated() {
            try folder.write(name, document)
            let formats = index == 0 ? ["text", "json", "concise", "markdown"] : ["text", "concise"]
            for format in formats {
                let result = try Command.optml(in: folder).run("check-request", "./" + name, "--format", format)
                #expect(LogCommands.lines(in: result.text + result.errorText) == [], "\(name)")
                let bare = try Command.optml(in: folder).run("check-request", name, "--format", format)
                #expect(LogCommands.lines(in: bare.text + bare.errorText) == [], "\(name)")
            }
        }
    }

    @Test func membersAndLinks() throws {
        var tar = TarBuilder()
        for name in Self.names {
            tar.addPax(["path": Array("../\(name)".utf8)])
            tar.add("short", contents: [1])
            tar.addPax(["path": Array("link\(name)".utf8), "linkpath": Array("/\(name)".utf8)])
            tar.add("short", type: "2", link: "x")
        }
        try folder.write("bad.tar.gz", Data(gzip(tar.finished)))
        for arguments in [["check", "bad.tar.gz"], ["layout", "bad.tar.gz"]] {
            let result = try Command.optml(in: folder).run(arguments)
            #expect(result.status == 1)
            expectSafe(result.output, "\(arguments)")
        }
    }
}
