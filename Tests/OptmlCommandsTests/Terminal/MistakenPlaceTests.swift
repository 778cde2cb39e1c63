import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import OptmlCommands

/// Sources that no command can read.
@Suite struct MistakenPlaceTests {
    @Test(arguments: [
        ("", "unset variable"), ("S3://b/x", "give s3://b/x"), ("s3:/b/x", "give s3://b/x"),

        ("https://bucket.s3.amazonaws.com/a/b", "s3://bucket/a/b"),
        ("https://my.bucket.s3.eu-west-1.amazonaws.com/a%20b?versionId=1", "s3://my.bucket/a%20b"),
        ("https://s3.us-east-1.amazonaws.com/b/x", "s3://b/x"), ("http://b.s3-us-west-2.amazonaws.com/k", "s3://b/k"),
        ("https://huggingface.co/a/b", "optml downloads nothing"), ("https://", "downloads nothing"),
        ("file:///tmp/x", "give the path: /tmp/x"), ("gs://b/x", "not in S3"), ("hf://a/b", "not in S3"),
        ("arn:aws:s3:::b/x", "s3://b/x"),
        ("arn:aws:s3:eu-west-1:1:accesspoint/a/object/k", "s3://arn:aws:s3:eu-west-1"),
        ("arn:aws:sagemaker:us-east-1:1:model/m", "describe-model --model-name m | optml check-request -"),
        ("arn:aws:iam::1:role/r", "not model data"), ("arn:x", "no whole ARN"),
    ]) func saysWhatItIs(_ place: String, _ words: String) throws {
        let problem = try #require(MistakenPlace.problem(with: ByteString(place)))
        #expect(problem.contains(words), "\(problem)")
        let result = try Command.optml(in: Samples.folder).run("check", place)
        result.expectFailure(64, words)
    }

    @Test(arguments: [
        "model", "./s3:/x", "a:b", "s3://b/", "s3://", "C:\\model", "s3:x", "s3:", "http:x", "arns:x", ":", "hf:a", "-",
    ]) func letsOthersBe(_ place: String) {
        // `s3://` alone is for the reader of URIs.
        #expect(MistakenPlace.problem(with: ByteString(place)) == nil)
    }

    /// What is there is what it is.
    @Test func filesOfSuchNames() throws {
        let folder = try TemporaryDirectory()
        for name in ["arn:aws:s3:::b", "S3:/b/x", "https:/h/x"] { try folder.write(name, "x") }
        for name in ["arn:aws:s3:::b", "S3://b/x", "https://h/x"] {
            let result = try Command.optml(in: folder).run("check", name)
            #expect(result.status == 0, "\(name): \(result.errorText)")
        }
    }

    @Test(arguments: [
        ["etag", "https://h/x"], ["check", "good-model", "S3://b/"], ["verify", "good-model", "arn:aws:s3:::b/x"],
        ["verify", "", "good-model"], ["diff", "good-model", "S3://b/"], ["pack", "https://h/x", "-o", "/dev/null"],
        ["layout", "S3://b/x"], ["manifest", "arn:aws:s3:::b/x", "--s3-uri", "s3://my-bucket/"],
        ["check", "good-model", "--channel", "a=https://h/x"],
    ]) func everyCommandSaysIt(_ arguments: [String]) throws {
        try Command.optml(in: Samples.folder).run(arguments).expectFailure(64, "give")
    }

    @Test func aDirectoryHasNoETag() throws {
        try Command.optml(in: Samples.folder).run("etag", "good-model").expectFailure(
            2, "a directory", "optml manifest good-model --columns etag,path")
    }

    @Test func anArchiveIsOneObject() throws {
        let folder = try TemporaryDirectory()
        try folder.write("m/a", "x")
        let optml = Command.optml(in: folder)
        #expect(try optml.run("pack", "m", "-o", "m.tar.gz").status == 0)
        try optml.run("verify", "m", "m.tar.gz").expectFailure(64, "one object", "optml diff m m.tar.gz")
        // Among the files it is one of them.
        #expect(try Command.shell("cp m.tar.gz m/", in: folder).status == 0)
        #expect(try optml.run("verify", "m", "m.tar.gz", "--allow-unexpected").text.contains("1 same"))
    }

    @Test func anArchivesURIMeansGzip() throws {
        let result = try Command.optml(in: Samples.folder).run(
            "check", "good-model", "--s3-uri", "s3://my-bucket/model.tar.gz")
        #expect(result.status == 1 && result.text.contains("--s3-data-type S3Object --compression-type Gzip"))
        let options = ["--s3-data-type", "S3Object", "--compression-type", "Gzip"]
        #expect(
            try Command.optml(in: Samples.folder).run(
                ["check", "good-model", "--s3-uri", "s3://my-bucket/model.tar.gz"] + options
            ).status == 0)
    }

    /// A zip archive is told by its first bytes where its name says nothing, if it is all that there is.
    @Test func aZipWithoutAnEnding() throws {
        let header = Data([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26))
        for (member, isPacked) in [("weights.bin", true), ("archive/data.pkl", false), ("w.npy", false)] {
            let folder = try TemporaryDirectory()
            try folder.write("m/model", header + Data(member.utf8) + Data(count: 600))
            let report = try Command.optml(in: folder).report("check", "m")
            #expect(report.rules.contains("nested-archive") == isPacked, "\(member)")
            try folder.write("m/other", "x")
            #expect(try !Command.optml(in: folder).report("check", "m").rules.contains("nested-archive"))
        }
    }

    @Test func smallParts() throws {
        let result = try Command.optml(in: Samples.folder).run("etag", "model.tar.gz", "--part-size", "4MiB")
        #expect(result.status == 0 && result.errorText.hasPrefix("optml: warning: a part size of 4 MiB"))
        #expect(
            try Command.optml(in: Samples.folder).run("etag", "model.tar.gz", "--part-size", "5MiB").errorText == "")
    }
}
