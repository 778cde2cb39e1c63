import Foundation
import TestSupport
import Testing

/// Directories on disk: links, special files, depth, filters.
@Suite struct DirectoryTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func link(_ name: String, to target: String) throws {
        let path = folder.url.appending(path: name)
        try FileManager.default.createDirectory(
            at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: path.path, withDestinationPath: target)
    }

    @Test func brokenLink() throws {
        try folder.write("m/x", "x")
        try link("m/gone", to: "no/where")
        let report = try Command.optml(in: folder).report("layout", "m")
        #expect(report.errors == ["broken-symlink"] && report.paths == ["x"] && report.status == 1)
    }

    @Test func cycles() throws {
        try folder.write("m/d/x", "x")
        try link("m/d/up", to: "..")
        try link("m/self", to: "self")
        try link("m/here", to: ".")
        let report = try Command.optml(in: folder).report("layout", "m")
        #expect(report.errors == ["symlink-cycle"] && report.status == 1)
        #expect(
            report.findings("symlink-cycle").map(\.path)
                == ["/opt/ml/model/d/up", "/opt/ml/model/here", "/opt/ml/model/self"])
        #expect(report.paths == ["d/", "d/x"])
    }

    @Test func followedLinks() throws {
        try folder.write("m/real/x", "12345")
        try folder.write("outside/secret", "1")
        try link("m/file", to: "real/x")
        try link("m/dir", to: "real")
        try link("m/out", to: "../outside/secret")
        try link("m/outdir", to: "../outside")
        let report = try Command.optml(in: folder).report("layout", "m")
        #expect(report.paths == ["dir/", "dir/x", "file", "out", "outdir/", "outdir/secret", "real/", "real/x"])
        #expect(report.rules == ["external-symlink", "symlink"] && report.status == 0)
        #expect(report.findings("external-symlink").map(\.path) == ["/opt/ml/model/out", "/opt/ml/model/outdir"])
        // Notes on links are grouped.
        #expect(report.findings("symlink").count == 1)
        #expect(report.summary["bytes"] == 17)
    }

    /// A directory reached on two ways is there twice; one that holds itself is not.
    @Test func theSourceItselfMayBeALink() throws {
        try folder.write("real/x", "x")
        try link("m", to: "real")
        let report = try Command.optml(in: folder).report("layout", "m")
        #expect(report.paths == ["x"] && report.rules == [])
    }

    @Test(arguments: [40, 64]) func huggingFaceCache(_ digits: Int) throws {
        let blob = String(repeating: "ab", count: digits / 2)
        let snapshot = "models--org--name/snapshots/\(String(repeating: "0f", count: 20))"
        try folder.write("models--org--name/blobs/\(blob)", Data(TinyModel.safetensors()))
        try link("\(snapshot)/model.safetensors", to: "../../blobs/\(blob)")
        try link("\(snapshot)/sub/model.safetensors", to: "../../../blobs/\(blob)")
        let report = try Command.optml(in: folder).report("layout", snapshot)
        #expect(report.paths == ["model.safetensors", "sub/", "sub/model.safetensors"])
        #expect(report.rules == ["symlink"] && report.status == 0)
        #expect(report.findings.count == 1)
    }

    @Test func specialFiles() throws {
        let made = try Command.shell(
            "mkdir m; echo x > m/x; mkfifo m/pipe; ln -s /dev/null m/null; ln -s pipe m/link", in: folder)
        #expect(made.status == 0)
        let report = try Command.optml(in: folder).report("layout", "m")
        #expect(report.findings("special-file").map(\.path) == ["link", "null", "pipe"].map { "/opt/ml/model/" + $0 })
        #expect(report.errors == ["special-file"] && report.paths == ["x"])
    }

    /// 2,000 levels are more than a path may be long and more than files may be open.
    @Test func deepTree() throws {
        let script = """
            i=0; while [ $i -lt 2000 ]; do mkdir d && cd -P d || exit 1; i=$((i + 1)); done; echo x > x
            """
        let made = try Command.shell(script.replacingOccurrences(of: "cd -P d", with: "cd d"), in: folder)
        try #require(made.status == 0, "\(made.errorText)")
        defer { _ = try? Command.shell("rm -rf d", in: folder) }
        for arguments in [["check"], ["layout", "--s3-data-type", "S3Object", "--compression-type", "Gzip"]] {
            let result = try Command.shell(
                "ulimit -n 200; optml \(arguments.joined(separator: " ")) d --format json", in: folder)
            try #require(!result.output.isEmpty, "\(result.status) \(result.errorText)")
            let report = try Report(result)
            if arguments[0] == "check" {
                #expect(report.errors == ["key-too-long", "no-objects"] && report.status == 1)
            } else {
                #expect(report.summary["directories"] == 1999 && report.summary["files"] == 1)
            }
        }
    }

    @Test func namesOfAnyBytes() throws {
        let script = """
            mkdir m; cd m; echo x > "$(printf 'caf\\351')"; echo x > "$(printf 'a\\033[2Jb')"; echo x > "$(printf 'c\\nd')"
            """
        #expect(try Command.shell(script, in: folder).status == 0)
        let report = try Command.optml(in: folder).report("layout", "m", "--s3-uri", "s3://my-bucket/m/")
        #expect(report.errors == ["key-not-utf8"])
        #expect(report.paths == ["a\u{1B}[2Jb", "c\nd", "caf\u{FFFD}"])
        #expect(
            report.layout[2]["pathBytes"] as? String
                == Data(Array("/opt/ml/model/caf".utf8) + [0xE9]).base64EncodedString())
        #expect(JSONShape.report(withLayout: true).problems(report.json) == [])
    }

    /// Names on the command line are bytes too.
    @Test func argumentsOfAnyBytes() throws {
        let name = Array("caf".utf8) + [0xE9]
        #expect(
            try Command.shell("mkdir \"$(printf 'caf\\351')\"; echo x > \"$(printf 'caf\\351/x')\"", in: folder).status
                == 0)
        let command = Command.optml(in: folder)
        let report = try Report(
            command.run([Array("check".utf8), name] + ["--format", "json"].map { Array($0.utf8) }))
        let source = try #require(report.json["source"] as? [String: String])
        #expect(source["location"] == "caf\u{FFFD}" && source["locationBytes"] == Data(name).base64EncodedString())
        let etag = try command.run([Array("etag".utf8), name + Array("/x".utf8)])
        #expect(etag.status == 0 && etag.text.hasSuffix("  caf\\xe9/x\n"))
        let missing = try command.run([Array("check".utf8), [0xFF, 0xFE]])
        missing.expectFailure(2, "\\xff\\xfe: no such file")
        let output = try command.run([Array("rules".utf8), Array("-o".utf8), [0xFF]])
        #expect(output.status == 0)
        #expect(try Command.shell("test -s \"$(printf '\\377')\"", in: folder).status == 0)
    }

    /// `--exclude` and `--include` as `aws s3 sync` takes them: `*` crosses slashes and the last that matches decides.
    @Test(arguments: [
        ("--exclude *", []), ("--exclude *.txt", ["a/b.bin", "c.bin"]), ("--exclude a/*", ["c.bin", "d.txt"]),
        ("--exclude a", ["a/b.bin", "a/e.txt", "c.bin", "d.txt"]),
        ("--exclude * --include *.txt", ["a/e.txt", "d.txt"]), ("--include *.txt --exclude *", []),
        ("--exclude *.txt --include a/*", ["a/b.bin", "a/e.txt", "c.bin"]),
        ("--exclude=* --include=a/* --exclude=*.bin", ["a/e.txt"]),
        ("--exclude [ad]*", ["c.bin"]), ("--exclude [!ad]*", ["a/b.bin", "a/e.txt", "d.txt"]),
        ("--exclude ?.bin", ["a/b.bin", "a/e.txt", "d.txt"]),
    ]) func filters(_ arguments: String, _ expected: [String]) throws {
        for name in ["a/b.bin", "a/e.txt", "c.bin", "d.txt"] { try folder.write("m/" + name, "x") }
        let words = arguments.split(separator: " ").map(String.init)
        let report = try Command.optml(in: folder).report(["layout", "m"] + words)
        #expect(report.paths.filter { !$0.hasSuffix("/") } == expected)
        #expect(report.errors == (expected.isEmpty ? ["no-objects"] : []))
        let manifest = try Command.optml(in: folder).run(
            ["manifest", "m", "--s3-uri", "s3://my-bucket/", "--columns", "path", "--no-header", "--force"] + words)
        #expect(manifest.text.split(separator: "\n").map(String.init) == expected)
    }

    @Test func excludesJunk() throws {
        for name in [
            ".DS_Store", "code/__pycache__/a.pyc", "__MACOSX/._x", ".git/HEAD", "x.incomplete", ".gitkeep", "w",
        ] {
            try folder.write("m/" + name, "x")
        }
        let all = try Command.optml(in: folder).report("check", "m")
        #expect(all.rules == ["development-leftover", "platform-metadata"])
        let report = try Command.optml(in: folder).report("layout", "m", "--exclude-junk")
        #expect(report.rules == [] && report.paths == [".gitkeep", "w"])
    }

    /// A configuration inside the source decides nothing.
    @Test func configurationInside() throws {
        try folder.write("m/.optml.json", #"{"ignore": ["config-in-artifact"]}"#)
        let report = try Command.optml(in: folder).report("check", "m")
        #expect(report.rules == ["config-in-artifact"])
    }
}
