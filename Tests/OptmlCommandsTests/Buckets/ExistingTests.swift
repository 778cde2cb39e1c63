import Foundation
import TestSupport
import Testing

/// `--existing`: a source over what its prefix holds already.
@Suite struct ExistingTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write("m/config.json", "{}\n")
        try folder.write("m/sub/weights", "12345")
        try folder.write("m/zero", "")
    }

    private let uri = ["--s3-uri", "s3://my-bucket/m/"]
    private let config = ("m/config.json", 3, "8a80554c91d9fca8acb82f023de02f11")
    private let weights = ("m/sub/weights", 5, "827ccb0eea8a706c4c34a16891f84e7b")

    private func listing(_ objects: (String, Int, String)...) throws -> String {
        let rows = objects.map { BucketSourceTests.object($0.0, $0.1, $0.2) }
        try folder.write("keys.json", #"{"Contents": [\#(rows.joined(separator: ","))]}"#)
        return "keys.json"
    }

    private func report(_ arguments: [String], command: String = "check") throws -> Report {
        try Command.optml(in: folder).report([command, "m"] + uri + arguments)
    }

    @Test func theSameAgainIsNothing() throws {
        let report = try report(["--existing", listing(config, weights)])
        #expect(report.status == 0 && report.findings.isEmpty && report.summary["objects"] == 3)
        var empty = Command.optml(in: folder)
        empty.input = Data("{\"Contents\": []}".utf8)
        #expect(try empty.report(["check", "m"] + uri + ["--existing", "-"]).findings.isEmpty)
    }

    @Test func whatDiffersIsNamed() throws {
        let other = "0123456789abcdef0123456789abcdef"
        let report = try report([
            "--existing",
            listing(("m/config.json", 4, config.2), ("m/sub/weights", 5, other), ("m/zero", 0, other + "-1")),
        ])
        #expect(
            report.findings("overwrites-object").map(\.message) == [
                "'m/config.json' exists in S3 and is replaced: it has 4 bytes, and the new one 3 bytes",
                "'m/sub/weights' exists in S3 and is replaced: its ETag is '\(other)', and that of the new one '\(weights.2)'",
                "'m/zero' exists in S3 and is replaced by one of another ETag than '\(other)-1'",
            ])
        #expect(report.findings.count == 3 && report.status == 0)
    }

    /// What stays has to be readable; what is replaced gets the class of the upload.
    @Test func whatIsLeftOverInAnArchive() throws {
        let row = { (key: String, storageClass: String) in
            #"{"Key": "m/\#(key)", "Size": 1, "ETag": "\"4d7a214614ab2935c943f9e0ff69d22e\"", "StorageClass": "\#(storageClass)"}"#
        }
        let rows = [
            row("config.json", "GLACIER"), row("old", "GLACIER"), row("older", "DEEP_ARCHIVE"),
            row("oldest", "GLACIER_IR"),
            row("sub/weights", "DEEP_ARCHIVE"), row("x", "GLACIER"),
        ]
        for order in [rows, rows.reversed()] {
            try folder.write("keys.json", #"{"Contents": [\#(order.joined(separator: ","))]}"#)
            for source in [["check", "m"], ["check", "--listing", "new.txt"]] {
                try folder.write("new.txt", "m/config.json\nm/sub/weights\n")
                let report = try Command.optml(in: folder).report(source + uri + ["--existing", "keys.json"])
                let found = report.findings("archived-object")
                #expect(report.status == 1 && found.map(\.key) == ["m/old", "m/older"])
                #expect(found.map { $0.json["count"] as? Int } == [2, 1])
                #expect(
                    found.first?.message.contains("'m/old' and 1 other object are in the storage class GLACIER")
                        ?? false)
            }
        }
        // Of an archive in S3, nothing below the prefix is left in the model.
        try folder.write("m.tar.gz", "x")
        let object = [
            "check", "--listing", "new.txt", "--s3-uri", "s3://my-bucket/m/config.json", "--s3-data-type", "S3Object",
        ]
        let alone = try Command.optml(in: folder).report(object + ["--existing", "keys.json"])
        #expect(alone.findings("archived-object").isEmpty)
    }

    @Test func whatIsLeftOverIsPartOfTheModel() throws {
        let existing = try listing(
            ("m/", 0, config.2), config, ("m/config.json/x", 1, config.2), ("m/old", 7, "opaque"),
            ("m/sub/", 0, config.2),
            ("n/other", 1, config.2))
        let report = try report(["--existing", existing, "--etags"], command: "layout")
        #expect(report.status == 1)
        #expect(report.errors == ["folder-marker", "name-clash", "prefix-marker"])
        #expect(report.findings("stale-object").map(\.key) == ["m/", "m/config.json/x", "m/old", "m/sub/"])
        #expect(report.paths == ["config.json", "config.json/", "config.json/x", "old", "sub/", "sub/weights", "zero"])
        #expect(report.layout.map { $0["etag"] as? String }.contains("opaque"))
        let manifest = try Command.optml(in: folder).run(
            ["manifest", "m", "--force", "--existing", existing, "--columns", "key,etag,size,part_size"] + uri)
        #expect(
            manifest.text
                == """
                key,etag,size,part_size
                m/,8a80554c91d9fca8acb82f023de02f11,0,unknown
                m/config.json,8a80554c91d9fca8acb82f023de02f11,3,
                m/config.json/x,8a80554c91d9fca8acb82f023de02f11,1,unknown
                m/old,opaque,7,unknown
                m/sub/,8a80554c91d9fca8acb82f023de02f11,0,unknown
                m/sub/weights,827ccb0eea8a706c4c34a16891f84e7b,5,
                m/zero,d41d8cd98f00b204e9800998ecf8427e,0,

                """)
    }

    @Test func plainKeysTellNeitherSizeNorETag() throws {
        try folder.write("keys.txt", "m/config.json\nm/old\n")
        let report = try report(["--existing", "keys.txt"])
        #expect(report.rules == ["overwrites-object", "stale-object"])
        #expect(report.findings[0].message.hasSuffix("nothing tells whether it is the same"))
        let manifest = try Command.optml(in: folder).run(
            ["manifest", "m", "--existing", "keys.txt", "--columns", "path,etag"] + uri)
        #expect(manifest.text.contains("\nold,\n") && manifest.text.contains("\nconfig.json,\(config.2)\n"))
    }

    @Test func oneObject() throws {
        let archive = try Command.optml(in: folder).run("pack", "m", "-o", "m.tar.gz", "--format", "json")
        let packed = try JSONSerialization.jsonObject(with: archive.output) as? [String: Any]
        let member = try #require(packed?["archive"] as? [String: Any])
        let size = try #require(member["size"] as? Int), etag = try #require(member["etag"] as? String)
        let arguments = ["--s3-uri", "s3://my-bucket/a.tar.gz", "--existing"]
        let optml = Command.optml(in: folder)
        func findings(_ source: [String], _ existing: String) throws -> [String] {
            try optml.report(["check"] + source + arguments + [existing]).findings.map(\.message)
        }
        // What lies beside it is of no account.
        let same = try listing(("a.tar.gz", size, etag), ("a.tar.gz.old", 1, etag), ("a.tar.gz/x", 1, etag))
        #expect(try findings(["m.tar.gz"], same) == [])
        #expect(
            try findings(["m.tar.gz", "--compression-type", "None", "--ignore", "archive-not-extracted"], same) == [])
        #expect(
            try findings(["m", "--compression-type", "Gzip"], same)
                == ["'a.tar.gz' exists in S3 and is replaced; nothing tells whether it is the same"])
        let other = try listing(("a.tar.gz", size, config.2))
        #expect(try findings(["m.tar.gz"], other).first?.contains("that of the new one '\(etag)'") ?? false)
    }

    @Test func aListingOverAListing() throws {
        try folder.write("new.json", "[\(BucketSourceTests.object("m/a")), \(BucketSourceTests.object("m/b", 3, "x"))]")
        let existing = try listing(("m/a", 3, config.2), ("m/b", 3, "y"), ("m/c", 3, "z"))
        let report = try Command.optml(in: folder).report(
            ["layout", "--listing", "new.json", "--existing", existing] + uri)
        #expect(report.rules == ["overwrites-object", "stale-object"] && report.findings.map(\.key) == ["m/b", "m/c"])
        #expect(report.paths == ["a", "b", "c"])
    }

    /// The URI of `s3://` says where the upload goes.
    @Test func aBucket() throws {
        let stub = try StubAWS(pages: [BucketSourceTests.object("m/config.json"), BucketSourceTests.object("m/old")])
        let report = try stub.optml.report("check", "model", "--existing", "s3://my-bucket/m/")
        #expect(report.rules == ["stale-object"] && report.modelDataSource["s3Uri"] as? String == "s3://my-bucket/m/")
        #expect(try stub.optml.run("manifest", "model", "--existing", "s3://my-bucket/m/").status == 0)
    }
}
