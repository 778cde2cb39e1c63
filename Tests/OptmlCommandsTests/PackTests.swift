import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `optml pack` as a command: what it writes, says and refuses.
@Suite struct PackTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write("m/config.json", "{}\n")
        try folder.write("m/code/inference.py", "def model_fn(path): ...\n")
        try folder.write("m/weights.bin", Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }))
    }

    private var optml: Command { .optml(in: folder) }

    private func names(_ place: String = "") throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + place))
    }

    private func archive(_ name: String = "m.tar.gz") throws -> Data {
        try Data(contentsOf: folder.url.appending(path: name))
    }

    @Test func writesAnArchiveThatIsClean() throws {
        let result = try optml.run("pack", "m", "-o", "m.tar.gz")
        #expect(result.status == 0 && result.text == "")
        let lines = result.errorText.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].hasPrefix("Packed 3 files, 195.3 KiB, into 'm.tar.gz', "))
        let etag = try optml.run("etag", "m.tar.gz").text.prefix { $0 != " " }
        #expect(lines[1] == "ETag \(etag) (aws-cli)")
        #expect(
            try optml.run("check", "m.tar.gz", "--quiet").text
                == "no errors, no warnings, no notes in 3 files, 195.3 KiB\n")
        #expect(try names() == ["m", "m.tar.gz"])
    }

    /// What a directory is laid out as before, the archive is laid out as after.
    @Test func layoutsAgree() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/m/a/empty", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/m/link", withDestinationPath: "code")
        for options in [[], ["--exclude-junk"], ["--exclude", "*.json"]] {
            #expect(try optml.run(["pack", "m", "-o", "m.tar.gz"] + options).status == 0)
            let before = try optml.report(["layout", "m", "--compression-type", "Gzip"] + options)
            let after = try optml.report("layout", "m.tar.gz")
            #expect(before.paths == after.paths && before.paths.contains("a/empty/"))
            #expect(before.layout.map { $0["size"] as? Int } == after.layout.map { $0["size"] as? Int })
            #expect(before.modelDataSource["s3DataType"] as? String == "S3Object")
            #expect(before.summary == after.summary || before.rules == ["symlink"])
        }
    }

    @Test func json() throws {
        try folder.write("m/.DS_Store", "x")
        let result = try optml.run(
            "pack", "m", "-o", "m.tar.gz", "--format", "json", "--exclude-junk", "--mtime", "86400", "--level", "store")
        #expect(result.status == 0)
        let json = try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        #expect(JSONShape.packing.problems(json) == [])
        let archive = try #require(json["archive"] as? [String: Any])
        #expect(try archive["size"] as? Int == self.archive().count)
        #expect(archive["level"] as? String == "store" && archive["modificationTime"] as? Int == 86400)
        let members = try #require(json["members"] as? [[String: Any]])
        #expect(members.map { $0["path"] as? String } == ["code/inference.py", "config.json", "weights.bin"])
        #expect((json["leftOut"] as? [[String: Any]])?.map { $0["path"] as? String } == [".DS_Store"])
        let again = try optml.run(
            "pack", "m", "-o", "m.tar.gz", "--format", "json", "--exclude-junk", "--mtime", "86400", "--level", "store")
        #expect(again.output == result.output)
    }

    @Test func saysWhatItLeftOut() throws {
        for index in 0..<30 { try folder.write("m/\(index + 10).log", "x") }
        try folder.write("m/__pycache__/x.pyc", "x")
        let result = try optml.run("pack", "m", "-o", "m.tar.gz", "--exclude", "*.log", "--exclude-junk")
        #expect(result.errorText.hasPrefix("left out '10.log'\nleft out '11.log'\n"))
        #expect(result.errorText.contains("left out 11 more\nPacked 3 files"))
        let quiet = try optml.run("pack", "m", "-o", "m.tar.gz", "--exclude", "*.log", "--exclude-junk", "--quiet")
        #expect(quiet.errorText == "" && quiet.text == "" && quiet.status == 0)
    }

    @Test func streams() throws {
        #expect(try optml.run("pack", "m", "-o", "m.tar.gz").status == 0)
        let result = try optml.run("pack", "m", "-o", "-", "--quiet")
        #expect(try result.status == 0 && result.output == archive() && result.errorText == "")
        let piped = try Command.shell("optml pack m -o - --quiet | cat", in: folder)
        #expect(try piped.output == archive())
        let device = try Command.shell("optml pack m -o /dev/stdout --quiet | cat", in: folder)
        #expect(try device.output == archive())
    }

    @Test(arguments: [
        ["pack", "m"], ["pack", "m", "-o", "-", "--format", "json"], ["pack", "m", "-o", "x", "--level", "10"],
        ["pack", "m", "-o", "x", "--level", "0"], ["pack", "m", "-o", "x", "--mtime", "-1"],
        ["pack", "m", "-o", "x", "--mtime", "yesterday"], ["pack", "m", "-o", "x", "--mtime", "8589934592"],
        ["pack", "m", "-o", "x", "--jobs", "0"], ["pack", "-o", "x"], ["pack", "m", "-o", "m/x"],
        ["pack", "m", "-o", "m/code/x"],
        ["pack", ".", "-o", "x"],
    ])
    func wrongUsage(_ arguments: [String]) throws {
        let result = try optml.run(arguments)
        #expect(result.status == 64 && result.text == "" && !result.errorText.isEmpty)
        #expect(try names() == ["m"] && names("m") == ["config.json", "code", "weights.bin"])
    }

    @Test(arguments: ["none", "m/config.json"]) func isNoDirectory(_ path: String) throws {
        try optml.run("pack", path, "-o", "x").expectFailure(2, path)
        #expect(try names() == ["m"])
    }

    /// The archive may lie in the directory if it is left out.
    @Test func leavesItselfOut() throws {
        let arguments = ["pack", "m", "-o", "m/m.tar.gz", "--exclude", "*.tar.gz"]
        #expect(try optml.run(arguments).status == 0)
        let first = try archive("m/m.tar.gz")
        #expect(try optml.run(arguments).status == 0)
        #expect(try archive("m/m.tar.gz") == first)
        #expect(try names("m") == ["config.json", "code", "weights.bin", "m.tar.gz"])
    }

    @Test func sameBytesInAnyPlace() throws {
        #expect(try optml.run("pack", "m", "-o", "1").status == 0)
        try FileManager.default.createDirectory(atPath: folder.path + "/other", withIntermediateDirectories: true)
        let script = """
            cp -r m other/n && touch other/n/config.json && chmod -R go-rwx,u+rwX other/n && chmod 666 other/n/config.json
            cd other && umask 077 && TZ=Asia/Kathmandu LC_ALL=tr_TR.UTF-8 optml pack ./n/ -o ../2 --jobs 7 2>/dev/null
            chmod -R a+rX . && cd n && optml pack . -o ../3 2>/dev/null; mv ../3 ../..
            """
        #expect(try Command.shell(script, in: folder).errorText == "")
        var other = Command.optml
        other.directory = "/"
        if geteuid() == 0 { other.user = 65534 }
        try FileManager.default.createDirectory(atPath: folder.path + "/open", withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path + "/open")
        #expect(
            try other.run("pack", folder.path + "/other/n", "-o", folder.path + "/open/4", "--jobs", "1").status == 0)
        for name in ["2", "3", "open/4"] { #expect(try archive(name) == archive("1"), "\(name)") }
    }

    @Test func sourceDateEpoch() throws {
        var command = optml
        command.environment["SOURCE_DATE_EPOCH"] = "1700000000"
        #expect(try command.run("pack", "m", "-o", "1").status == 0)
        #expect(try optml.run("pack", "m", "-o", "2", "--mtime", "1700000000").status == 0)
        #expect(try command.run("pack", "m", "-o", "3", "--mtime", "0").status == 0)
        #expect(try optml.run("pack", "m", "-o", "4").status == 0)
        #expect(try archive("1") == archive("2") && archive("3") == archive("4") && archive("1") != archive("3"))
        command.environment["SOURCE_DATE_EPOCH"] = "today"
        #expect(try command.run("pack", "m", "-o", "5").status == 64)
        command.environment["SOURCE_DATE_EPOCH"] = ""
        #expect(try command.run("pack", "m", "-o", "5").status == 0)
        #expect(try archive("5") == archive("4"))
    }

    @Test func checksFirst() throws {
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/m/broken", withDestinationPath: "nowhere")
        try folder.write("m.tar.gz", "old")
        let refused = try optml.run("pack", "m", "-o", "m.tar.gz")
        #expect(refused.status == 1 && refused.text == "")
        #expect(refused.errorText.contains("broken-symlink") && refused.errorText.contains("nothing was written"))
        #expect(try archive() == Data("old".utf8) && names() == ["m", "m.tar.gz"])
        let forced = try optml.run("pack", "m", "-o", "m.tar.gz", "--force")
        #expect(forced.status == 0 && forced.errorText.contains("broken-symlink"))
        #expect(forced.errorText.contains("left out 'broken'"))
        #expect(
            try optml.report("layout", "m.tar.gz").paths == [
                "code/", "code/inference.py", "config.json", "weights.bin",
            ])
        let ignored = try optml.run("pack", "m", "-o", "m.tar.gz", "--ignore", "broken-symlink")
        #expect(ignored.status == 0)
    }

    @Test func warningsStopWhereTheyAreToFail() throws {
        try folder.write("m/.DS_Store", "x")
        #expect(try optml.run("pack", "m", "-o", "1").status == 0)
        #expect(try optml.run("pack", "m", "-o", "2", "--fail-on", "warning").status == 1)
        #expect(try optml.run("pack", "m", "-o", "2", "--fail-on", "warning", "--exclude-junk").status == 0)
    }

    @Test func fullDisk() throws {
        try folder.write("m.tar.gz", "old")
        var command = optml
        for limit in [0, 512, 100 << 10] {
            command.fileSizeLimit = limit
            let result = try command.run("pack", "m", "-o", "m.tar.gz", "--level", "store")
            #expect(result.status == 2 && result.text == "")
            #expect(try archive() == Data("old".utf8) && names() == ["m", "m.tar.gz"])
        }
        try Command.shell("optml pack m -o /dev/full --level store", in: folder)
            .expectFailure(2, "/dev/full", "No space left on device")
        try Command.shell("optml pack m -o - --level store >/dev/full", in: folder)
            .expectFailure(2, "standard output", "No space left on device")
    }

    @Test func readerGoesAway() throws {
        let result = try Command.shell(
            "{ optml pack m -o - --level store --quiet; echo $? >&2; } | head -c 1 >/dev/null", in: folder)
        #expect(result.errorText == "2\n")
    }

    /// Interrupted in the middle of a file with a terabyte of nothing.
    @Test(arguments: [("INT", "130"), ("TERM", "143")]) func interruption(_ signal: (name: String, status: String))
        throws
    {
        let script = """
            truncate -s 1T m/huge || exit 9
            echo old >m.tar.gz
            optml pack m -o m.tar.gz --ignore exceeds-volume 2>errors & process=$!
            until ls .optml-* >/dev/null 2>&1; do kill -0 $process || exit 8; done
            kill -\(signal.name) $process; wait $process; echo $?; cat m.tar.gz; ls -A
            """
        let result = try Command.shell(script, in: folder)
        #expect(result.text == "\(signal.status)\nold\nerrors\nm\nm.tar.gz\n")
    }

    /// A file that is written to while those before it are packed.
    @Test func changesMeanwhile() throws {
        let script = """
            truncate -s 2G m/a-huge || exit 9
            optml pack m -o m.tar.gz --quiet 2>errors & process=$!
            until ls .optml-* >/dev/null 2>&1; do kill -0 $process || exit 8; done
            echo more >>m/weights.bin; wait $process; echo $?; cat errors; ls -A
            """
        let result = try Command.shell(script, in: folder)
        #expect(result.text.hasPrefix("2\noptml: error: m/weights.bin: changed while it was "))
        #expect(result.text.hasSuffix("run again when nothing writes to it\nerrors\nm\n"))
    }

    /// Memory does not grow with the files.
    @Test func memory() throws {
        #expect(try Command.shell("truncate -s 1G m/huge", in: folder).status == 0)
        var command = optml
        command.measuresMemory = true
        let result = try command.run("pack", "m", "-o", "m.tar.gz", "--level", "fast")
        #expect(result.status == 0 && result.peakMemory < 100 << 20, "\(result.peakMemory >> 20) MiB")
    }
}

extension JSONShape {
    fileprivate static let packing = JSONShape.object([
        "schemaVersion": .integer, "tool": tool,
        "source": .object(["kind": .word(["directory"]), "location": .text]),
        "archive": .object(
            [
                "path": .text, "size": .integer, "etag": .text, "level": .text, "modificationTime": .integer,
                "formatVersion": .integer,
            ], optional: ["partSize": .integer]),
        "summary": .object(
            [
                "members": .integer, "files": .integer, "bytes": .integer, "unpackedBytes": .integer,
                "errors": .integer,
                "warnings": .integer, "notes": .integer, "ratio": .number,
            ]),
        "members": .array(
            .object(
                ["path": .text, "type": .word(["file", "directory", "symlink"]), "mode": .text],
                optional: ["size": .integer, "target": .text, "pathBytes": .text, "targetBytes": .text])),
        "leftOut": .array(
            .object(
                [
                    "path": .text, "type": .word(["file", "directory"]),
                    "reason": .word(["excluded", "empty-directory", "unusable"]),
                ], optional: ["pathBytes": .text])),
    ])
}
