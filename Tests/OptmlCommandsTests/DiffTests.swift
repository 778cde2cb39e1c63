import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// `optml diff` as people and programs see it.
@Suite struct DiffTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private static let state = JSONShape.object(
        ["type": .word(["file", "directory", "symlink"])],
        optional: [
            "path": .text, "pathBytes": .text, "size": .integer, "etag": .text, "mode": .text, "target": .text,
            "targetBytes": .text,
        ])

    private static let side = JSONShape.object([
        "source": .source,
        "modelDataSource": .object(["s3Uri": .textOrNull, "s3DataType": .text, "compressionType": .text]),
        "files": .integer, "bytes": .integer, "notes": .array(.text),
    ])

    private static let shape = JSONShape.object([
        "schemaVersion": .integer, "tool": .tool, "from": side, "to": side,
        "summary": .object([
            "same": .integer, "added": .integer, "removed": .integer, "changed": .integer, "moved": .integer,
            "type": .integer, "unverified": .integer,
        ]),
        "changes": .array(
            .object(
                ["path": .text, "change": .word(["added", "removed", "changed", "moved", "type"])],
                optional: [
                    "pathBytes": .text, "what": .array(.word(["content", "mode", "target"])), "from": state,
                    "to": state,
                    "remark": .text,
                ])),
        "unverified": .array(
            .object(
                ["path": .text, "reason": .text, "from": state, "to": state], optional: ["pathBytes": .text])),
    ])

    private func json(_ arguments: String...) throws -> [String: Any] {
        let result = try Command.optml(in: folder).run(["diff"] + arguments + ["--format", "json"])
        let value = try JSONSerialization.jsonObject(with: result.output)
        #expect(Self.shape.problems(value) == [], "\(arguments)")
        return try #require(value as? [String: Any])
    }

    private func text(_ arguments: String...) throws -> [String] {
        let result = try Command.optml(in: folder).run(["diff"] + arguments)
        #expect(result.status == 0, "\(result.errorText)")
        return result.text.split(separator: "\n").map(String.init)
    }

    /// Every sign, in text and as JSON.
    @Test func everySign() throws {
        var old = TarBuilder()
        old.add("a", contents: [1])
        old.add("b", contents: Array("bb".utf8))
        old.add("c", contents: [1, 2])
        old.add("d", contents: [3])
        old.add("e", type: "2", link: "a")
        old.add("f/g", contents: [4])
        var new = TarBuilder()
        new.add("b", contents: Array("BB".utf8), mode: 0o755)
        new.add("c", contents: [1, 2, 3])
        new.add("e", type: "2", link: "b")
        new.add("f", contents: [5, 6, 7, 8, 9])
        new.add("h", contents: [3])
        new.add("i", contents: [0, 0])
        try folder.write("old.tgz", Data(gzip(old.finished)))
        try folder.write("new.tgz", Data(gzip(new.finished)))
        #expect(
            try text("old.tgz", "new.tgz") == [
                "Compared archive 'old.tgz' with archive 'new.tgz'",
                "- /opt/ml/model/a (1 B)",
                "~ /opt/ml/model/b (other contents, 2 B; mode 0755, was 0644)",
                "~ /opt/ml/model/c (3 B, was 2 B)",
                "~ /opt/ml/model/e (-> b, was -> a)",
                "! /opt/ml/model/f (a file, was a directory)",
                "- /opt/ml/model/f/g (1 B)",
                "> /opt/ml/model/h (1 B), was /opt/ml/model/d",
                "+ /opt/ml/model/i (2 B)",
                "1 added, 2 removed, 3 changed, 1 moved, 1 of another type, 0 the same; 6 files, 13 B, were 6 files, 7 B",
            ])
        let changes = try #require(try json("old.tgz", "new.tgz")["changes"] as? [[String: Any]])
        #expect(
            changes.map { $0["change"] as? String } == [
                "removed", "changed", "changed", "changed", "type", "removed", "moved", "added",
            ])
        #expect(changes[1]["what"] as? [String] == ["content", "mode"])
        #expect((changes[6]["from"] as? [String: Any])?["path"] as? String == "/opt/ml/model/d")
    }

    @Test func sizesThatRoundToTheSame() throws {
        try folder.write("old/w", Data(count: 5_000_000))
        try folder.write("new/w", Data(count: 5_000_001))
        #expect(try text("old", "new", "--quiet").first == "~ /opt/ml/model/w (4.8 MiB, was 4.8 MiB: 1 byte more)")
        #expect(try text("new", "old", "--quiet").first == "~ /opt/ml/model/w (4.8 MiB, was 4.8 MiB: 1 byte less)")
    }

    @Test func noDifferences() throws {
        try folder.write("m/a", "x")
        let manifest = try Command.optml(in: folder).run("manifest", "m", "--s3-uri", "s3://bucket/m/")
        try folder.write("m.csv", manifest.output)
        for other in ["m", "m.csv"] {
            let result = try Command.optml(in: folder).run("diff", "m", other, "--exit-code", "--quiet")
            #expect(result.status == 0 && result.text == "no differences, 1 the same; 1 file, 1 B\n")
        }
        let keys = try Command.optml(in: folder).run(
            "diff", "m", "--listing-b", "/dev/stdin", "--s3-uri-b", "s3://bucket/m/")
        #expect(keys.status == 0 && keys.text.contains("- /opt/ml/model/a (1 B)"))
    }

    /// What cannot be compared is no match: the status says so too.
    @Test func whatCannotBeCompared() throws {
        try folder.write("m/a", "x")
        try folder.write("keys", "m/a\n")
        let arguments = ["diff", "m", "--listing-b", "keys", "--s3-uri-b", "s3://bucket/m/"]
        let result = try Command.optml(in: folder).run(arguments + ["--exit-code"])
        #expect(result.status == 1)
        #expect(result.text.contains("? /opt/ml/model/a: the contents cannot be compared without an ETag\n"))
        #expect(result.text.contains("1 not comparable, 0 the same; 1 file, sizes unknown, were 1 file, 1 B\n"))
        let listing = try json("m", "--listing-b", "keys", "--s3-uri-b", "s3://bucket/m/")
        #expect((listing["unverified"] as? [[String: Any]])?.first?["reason"] as? String == "no-etag")
    }

    /// A wrong prefix would look as if everything was removed.
    @Test func notesOnWhatIsLeftOut() throws {
        try folder.write("m/a", "x")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/m/gone", withDestinationPath: "nowhere")
        try folder.write("keys", "m/a\nm/b\n")
        let lines = try text("m", "--listing-b", "keys", "--s3-uri-b", "s3://bucket/n/")
        #expect(lines.contains("note: 's3://bucket/n/' does not cover 2 keys of the listing, which are left out"))
        #expect(lines.contains("note: 'gone' is a symbolic link to 'nowhere', which does not exist"))
        let found = try json("m", "--listing-b", "keys", "--s3-uri-b", "s3://bucket/n/")
        #expect(((found["from"] as? [String: Any])?["notes"] as? [String])?.count == 1)
    }

    /// The encryption that an inventory tells, whose ETags are no MD5 although they look like it.
    @Test func encryptedObjects() throws {
        let inventory = """
            {"sourceBucket": "bucket", "destinationBucket": "arn:aws:s3:::bucket", "version": "2016-11-30", \
            "fileFormat": "CSV", "fileSchema": "Bucket, Key, Size, ETag, EncryptionStatus", \
            "files": [{"key": "i/data.csv", "size": SIZE, "MD5checksum": "MD5"}]}
            """
        let rows = "\"bucket\",\"m/a\",\"1\",\"\(String(repeating: "0", count: 32))\",\"SSE-KMS\"\n"
        try folder.write("m/a", "x")
        try folder.write("data.csv", rows)
        var md5 = MD5()
        md5.update(Array(rows.utf8).span.bytes)
        try folder.write(
            "manifest.json",
            inventory.replacing("SIZE", with: "\(rows.utf8.count)").replacing(
                "MD5\"", with: md5.finish().hexadecimal + "\""))
        let found = try json("m", "--listing-b", "manifest.json", "--s3-uri-b", "s3://bucket/m/")
        #expect((found["unverified"] as? [[String: Any]])?.first?["reason"] as? String == "encrypted")
    }

    @Test func damagedArchives() throws {
        var tar = TarBuilder()
        tar.add("a", contents: [UInt8](repeating: 5, count: 4000))
        try folder.write("m/a", "x")
        try folder.write("bad.tgz", Data(gzip(tar.finished).dropLast(9)))
        try Command.optml(in: folder).run("diff", "m", "bad.tgz").expectFailure(2, "bad.tgz", "optml check")
    }

    /// Names stay inert, as text and as JSON; those that are no text are told exactly.
    @Test func hostileNames() throws {
        var names: [ByteString] = []
        for bytes in HostileNames.bytes where RawFile.make(ByteString(Array("\(folder.path)/old/x".utf8) + bytes)) {
            names.append(ByteString(Array("x".utf8) + bytes))
        }
        try folder.write("new/other", "yy")
        for (old, new) in [("old", "new"), ("new", "old")] {
            let result = try Command.optml(in: folder).run("diff", old, new)
            let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.dropFirst(2).dropLast(3).allSatisfy { $0.hasPrefix("+ /opt") || $0.hasPrefix("- /opt") })
            #expect(lines.count == names.count + 1 + 5)
            #expect(!result.text.unicodeScalars.contains { $0.value != 0x0A && ($0.value < 0x20 || $0.value == 0x7F) })
            #expect(!result.text.contains("\u{202E}") && !result.text.contains("\u{9B}"))
            let changes = try #require(try json(old, new)["changes"] as? [[String: Any]])
            let exact = Set(
                changes.compactMap { change -> ByteString? in
                    let bytes = (change["pathBytes"] as? String).flatMap { Data(base64Encoded: $0) }
                    return bytes.map { ByteString(Array($0)) } ?? (change["path"] as? String).map { ByteString($0) }
                })
            #expect(exact == Set(names.map { "/opt/ml/model/" + $0 } + ["/opt/ml/model/other"]))
        }
    }

    /// The result does not depend on the number of threads.
    @Test func isDeterministic() throws {
        for index in 0..<40 {
            try folder.write("old/\(index)", Data(repeating: UInt8(index % 7), count: 1000))
            try folder.write("new/\(index + 13)", Data(repeating: UInt8(index % 5), count: 1000))
        }
        let one = try Command.optml(in: folder).run("diff", "old", "new", "--jobs", "1").text
        for jobs in ["2", "7"] {
            #expect(try Command.optml(in: folder).run("diff", "old", "new", "--jobs", jobs).text == one)
        }
    }

    /// A configuration inside one of the sides is not read.
    @Test func configuration() throws {
        try folder.write("old/.optml.json", #"{"uploader": "nonsense"}"#)
        try folder.write("new/a", "x")
        for (first, second) in [("old", "new"), ("new", "old")] {
            var command = Command.optml(in: folder.path + "/old")
            command.directory = folder.path + "/old"
            let result = try command.run("diff", "../\(first)", "../\(second)")
            #expect(result.status == 0, "\(result.errorText)")
        }
    }
}
