import Foundation
import TestSupport
import Testing

/// `s3://` as a source, by an `aws` that says what the test wants.
@Suite struct BucketSourceTests {
    static func object(_ key: String, _ size: Int = 3, _ etag: String = "8a80554c91d9fca8acb82f023de02f11") -> String {
        #"{"Key": "\#(key)", "LastModified": "2026-01-01T00:00:00+00:00", "ETag": "\"\#(etag)\"", "Size": \#(size), "StorageClass": "STANDARD"}"#
    }

    private func stub(_ keys: String...) throws -> StubAWS {
        try StubAWS(pages: [keys.map { Self.object($0) }.joined(separator: ", ")])
    }

    @Test func whatIsListedIsInspected() throws {
        let stub = try stub("m/config.json", "m/weights", "m/weights/part1")
        let report = try stub.optml.report("check", "s3://my-bucket/m/")
        #expect(report.status == 1 && report.rules == ["name-clash"])
        #expect(
            report.json["source"] as? [String: String]
                == ["kind": "s3", "location": "s3://my-bucket/m/", "contents": "none"])
        #expect(report.modelDataSource["s3Uri"] as? String == "s3://my-bucket/m/")
        #expect(report.modelDataSource["s3DataType"] as? String == "S3Prefix")
        let text = try stub.optml.run("check", "s3://my-bucket/m/").text
        #expect(text.hasPrefix("Checked 's3://my-bucket/m/' as S3Prefix/None\n"))
    }

    @Test func everyBatchIsAskedFor() throws {
        let pages = (0..<4).map { page in (0..<3).map { Self.object("m/\(page)\($0)") }.joined(separator: ",") }
        let stub = try StubAWS(pages: pages)
        let result = try stub.optml.run("manifest", "s3://my-bucket/m/", "--columns", "path", "--no-header")
        #expect(result.status == 0, "\(result.errorText)")
        #expect(result.text == (0..<4).flatMap { page in (0..<3).map { "\(page)\($0)\n" } }.joined())
        let request = "s3api list-objects-v2 --bucket my-bucket --prefix m/ --output json --max-items 10000"
        #expect(
            stub.log == ([request] + (1..<4).map { request + " --starting-token t\($0)" }).joined(separator: "\n")
                + "\n")
    }

    /// What the URI names, by what is there.
    @Test(
        arguments: [
            ("s3://my-bucket/m/", ["m/a"], "S3Prefix", "None", []),
            ("s3://my-bucket/", ["a"], "S3Prefix", "None", []),
            ("s3://my-bucket/m", ["m/a"], "S3Prefix", "None", ["prefix-without-slash"]),
            ("s3://my-bucket/m", ["m-old/a", "m/a"], "S3Prefix", "None", ["prefix-without-slash"]),
            ("s3://my-bucket/m", ["m", "m/a"], "S3Object", "None", []),
            ("s3://my-bucket/a.bin", ["a.bin"], "S3Object", "None", []),
            ("s3://my-bucket/m.tar.gz", ["m.tar.gz"], "S3Object", "Gzip", ["not-inspected"]),
            ("s3://my-bucket/m.tgz", ["m.tgz"], "S3Object", "Gzip", ["not-inspected"]),
            ("s3://my-bucket/m.tar.gz", ["m.tar.gz/a"], "S3Prefix", "None", ["prefix-without-slash"]),
            ("s3://my-bucket/m.tar.gz", ["m.tar.gz.old"], "S3Object", "Gzip", ["no-objects", "not-inspected"]),
            ("s3://my-bucket/m", [], "S3Object", "None", ["no-objects"]),
            ("s3://my-bucket/m/", [], "S3Prefix", "None", ["no-objects"]),
        ] as [(String, [String], String, String, [String])])
    func defaults(_ uri: String, _ keys: [String], _ type: String, _ compression: String, _ rules: [String]) throws {
        let stub = try StubAWS(pages: [keys.map { Self.object($0) }.joined(separator: ", ")])
        let report = try stub.optml.report("check", uri)
        #expect(report.modelDataSource["s3DataType"] as? String == type)
        #expect(report.modelDataSource["compressionType"] as? String == compression)
        #expect(report.rules == rules)
    }

    /// Of what is there already, nobody is told to look at it before it is uploaded.
    @Test func archivesThatAreNotRead() throws {
        let stub = try StubAWS(pages: [Self.object("m.tar.gz")])
        for command in ["check", "model-data-source"] {
            let result = try stub.optml.run(command, "s3://my-bucket/m.tar.gz")
            let text = result.text + result.errorText
            #expect(text.contains("`optml check s3://my-bucket/m.tar.gz`, with `--content-limit 1GiB`"), "\(text)")
            #expect(!text.contains("before it is uploaded"))
        }
    }

    /// Of one object, what comes behind it is not asked for.
    @Test func oneObjectIsOneQuestion() throws {
        let stub = try StubAWS(pages: [Self.object("m.tar.gz"), Self.object("m.tar.gz2"), Self.object("m.tar.gz3")])
        let data = try stub.optml.run("model-data-source", "s3://my-bucket/m.tar.gz")
        #expect(data.text.contains(#""ETag": "8a80554c91d9fca8acb82f023de02f11""#))
        #expect(data.text.contains(#""S3Uri": "s3://my-bucket/m.tar.gz""#))
        let explicit = ["--s3-data-type", "S3Object", "--compression-type", "None"]
        #expect(try stub.optml.report(["check", "s3://my-bucket/m.tar.gz"] + explicit).summary["files"] == 1)
        let lines = stub.log.split(separator: "\n")
        #expect(lines.count == 2 && lines[1].hasSuffix("--max-items 1"))
        // As a prefix, all of it would be loaded.
        let whole = try stub.optml.report(
            "check", "s3://my-bucket/m.tar.gz", "--s3-data-type", "S3Prefix", "--compression-type", "None")
        #expect(whole.findings("prefix-without-slash").first?.message.contains("m.tar.gz") ?? false)
        #expect(stub.log.split(separator: "\n").count == 5)
    }

    @Test func everyCommandThatTakesASource() throws {
        let stub = try stub("m/config.json")
        let uri = "s3://my-bucket/m/"
        let optml = stub.optml
        #expect(try optml.report("layout", uri).paths == ["config.json"])
        #expect(try optml.run("layout", uri, "--every-combination").status == 0)
        #expect(
            try optml.run("manifest", uri).text
                == "s3_uri,path,etag,size,part_size\n"
                + "s3://my-bucket/m/config.json,config.json,8a80554c91d9fca8acb82f023de02f11,3,unknown\n")
        #expect(try optml.run("model-data-source", uri).text.contains(#""S3Uri": "s3://my-bucket/m/""#))
        let request = try optml.run(
            "create-model", uri, "--model-name", "m", "--image",
            "123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1", "--role-arn",
            "arn:aws:iam::123456789012:role/role", "--channel", "extra=s3://my-bucket/m/")
        #expect(request.text.components(separatedBy: #""S3Uri": "s3://my-bucket/m/""#).count == 3)
        try stub.folder.write("request.json", try optml.run("model-data-source", uri).output)
        #expect(try optml.run("check-request", "request.json", "--source", uri).status == 0)
        #expect(try optml.run("check-request", "request.json", "--source", "s3://other/m/").status == 64)
        let channel = try optml.report("layout", "model", "--channel", "extra=s3://my-bucket/m/")
        #expect(channel.layout.contains { $0["channel"] as? String == "extra" && $0["type"] as? String == "file" })
    }

    @Test func optionsArePassedOn() throws {
        let stub = try StubAWS(
            #"printf '<%s>' "$@" >"$log"; printf ' pager %s' "${AWS_PAGER-unset}" >>"$log"; cat >>"$log"; echo '{"Contents": []}'"#
        )
        _ = try stub.optml.run(
            "check", "s3://my-bucket/-m/", "--profile", "p q", "--region=-r", "--endpoint-url", "http://x",
            "--no-sign-request", "--expected-bucket-owner", "1", "--request-payer", "requester")
        #expect(
            stub.log
                == "<s3api><list-objects-v2><--bucket><my-bucket><--prefix=-m/><--output><json><--max-items><10000>"
                + "<--profile><p q><--region=-r><--endpoint-url><http://x><--expected-bucket-owner><1>"
                + "<--request-payer><requester><--no-sign-request> pager ")
    }

    @Test(arguments: [
        "pack s3://my-bucket/m/ -o m.tar.gz", "etag s3://my-bucket/m", "check model --profile p",
        "check model --no-sign-request", "check s3://", "check s3://my-bucket/m/ --s3-uri s3://my-bucket/n/",
        "check s3://my-bucket/m/ --existing s3://my-bucket/m/", "check s3://my-bucket/file://etc/passwd",
        "check s3://my-bucket/https://example.com/", "check model --existing s3://", "check model --existing keys",
        "check --listing - --existing - --s3-uri s3://my-bucket/m/",
        "check model --existing s3://my-bucket/m/ --s3-uri s3://my-bucket/",
        "layout model --existing s3://my-bucket/m/ --every-combination",
        "model-data-source s3://my-bucket/m.tar.gz --etag predict",
    ]) func wrongUsage(_ arguments: String) throws {
        let stub = try stub("m/config.json")
        let result = try stub.optml.run(arguments.split(separator: " ").map(String.init))
        #expect(result.status == 64, "\(result.errorText)")
        #expect(result.text == "")
    }

    /// Older versions of `aws` print nothing where there is nothing.
    @Test func silenceIsConfirmed() throws {
        let stub = try StubAWS(
            #"case "$*" in *--no-paginate*) echo '{"IsTruncated": false, "KeyCount": 0, "Name": "b"}';; esac"#)
        #expect(try stub.optml.report("check", "s3://my-bucket/m/").rules == ["no-objects"])
    }
}
