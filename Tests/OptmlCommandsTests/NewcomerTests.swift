import Foundation
import TestSupport
import Testing

/// What is told to somebody who types something else than what fits.
@Suite struct NewcomerTests {
    private let folder: TemporaryDirectory
    private let command: Command

    init() throws {
        folder = try TemporaryDirectory()
        command = Command.optml(in: folder)
        try folder.write("m/config.json", "{}\n")
        try folder.write("m/weights.bin", "weights")
    }

    private func text(_ arguments: String...) throws -> String {
        let result = try command.run(arguments)
        return result.text + result.errorText
    }

    /// A prefix without a slash that is a key is most likely meant as that.
    @Test func aPrefixThatIsAnObject() throws {
        try folder.write("keys", "m/model.tar.gz\nm/model.tar.gz.old\n")
        let prefix = try command.report("check", "--listing", "keys", "--s3-uri", "s3://my-bucket/m/model.tar.gz")
        #expect(prefix.rules == ["no-objects", "prefix-without-slash"])
        #expect(prefix.findings.allSatisfy { ($0.json["help"] as? String)?.contains("S3Object") == true })
        try folder.write("data", "p/1\np/2/a\n")
        let report = try text("check", "--listing", "data", "--s3-uri", "s3://my-bucket/p/1")
        #expect(report.contains("say `--s3-data-type S3Object`, or end the URI"))
        #expect(report.contains("does not cover 1 key of the listing"))
    }

    @Test func aListingOfAnotherBucket() throws {
        let row = #"{"key":"s3://other/m/NAME","etag":"x","type":"file","size":3}"#
        let listing = ["a", "b"].map { row.replacing("NAME", with: $0) + "\n" }.joined()
        try folder.write("listing", listing)
        let report = try text("check", "--listing", "listing", "--s3-uri", "s3://my-bucket/m/")
        #expect(report.contains("2 keys, all of other buckets") && report.contains("check the bucket of `--s3-uri`"))
        #expect(!report.contains("begins with"))
    }

    /// Other objects were looked at than those that would be loaded.
    @Test func aPageOfAnotherBucket() throws {
        let page = #"{"Name": "BUCKET", "Contents": [{"Key": "m/weights.bin", "Size": 7}], "Prefix": "m/"}"#
        for (bucket, isOther) in [("my-bucket", false), ("other", true)] {
            try folder.write("page", page.replacing("BUCKET", with: bucket))
            let listing = ["--listing", "page", "--s3-uri", "s3://my-bucket/m/"]
            let report = try command.report(["check"] + listing)
            #expect(report.rules == (isOther ? ["listing-of-other-bucket"] : []))
            let verified = try command.run(["verify", "m", "--size-only"] + listing)
            #expect(verified.status == (isOther ? 64 : 1))
            #expect(verified.errorText.contains("a listing of the bucket 'other'") == isOther)
        }
    }

    /// A gate that looks at no model does not pass.
    @Test func noModelThatDeep() throws {
        try folder.write("keys", "m/a\nm/b/c\n")
        let arguments = ["check", "--listing", "keys", "--s3-uri", "s3://my-bucket/"]
        #expect(try command.run(arguments + ["--model-depth", "9"]).status == 1)
        let fine = try command.run(arguments + ["--model-depth", "1"])
        #expect(fine.status == 0)
        let last = fine.text.split(separator: "\n").last ?? ""
        #expect(last.hasPrefix("no errors in ") && !last.contains(" of "))
    }

    @Test func allIsLeftOut() throws {
        let report = try text("check", "m", "--exclude", "*")
        #expect(report.contains("no files but those that are left out") && report.contains("check --exclude"))
        #expect(try !text("check", "m", "--exclude", "*.bin").contains("no-objects"))
    }

    @Test func aFilterOfNothing() throws {
        try folder.write("m.csv", try command.run("manifest", "m", "--s3-uri", "s3://my-bucket/m/").output)
        let note = "no side is a directory"
        #expect(try text("verify", "m.csv", "--listing", "m.csv", "--exclude", "*.bin").contains(note))
        #expect(try !text("verify", "m.csv", "m", "--exclude", "*.bin").contains(note))
        #expect(try !text("verify", "m.csv", "--listing", "m.csv").contains(note))
    }

    /// What was given and is not looked at is an error.
    @Test func aRequestNamesLessThanIsGiven() throws {
        let block = #"{"S3DataSource":{"S3Uri":"s3://my-bucket/MORE}}"#
        let archive =
            #"m.tar.gz","S3DataType":"S3Object","CompressionType":"Gzip","ETag":"7b25fe0c4ea4025ebb9859f9a95939bf""#
        let prefix =
            #"m/","S3DataType":"S3Prefix","CompressionType":"None","ManifestS3Uri":"s3://my-bucket/m.csv","#
            + #""ManifestEtag":"7b25fe0c4ea4025ebb9859f9a95939bf""#
        try folder.write("archive.json", block.replacing("MORE", with: archive))
        try folder.write("prefix.json", block.replacing("MORE", with: prefix))
        try folder.write("m.csv", "s3_uri,etag,size\n")
        let verify = { (request: String, rest: [String]) in try command.run(["verify", "--request", request] + rest) }
        try verify("archive.json", ["m/weights.bin", "--manifest", "none.csv"]).expectFailure(64, "no ManifestEtag")
        try verify("prefix.json", ["none", "--manifest", "m.csv"]).expectFailure(64, "give --manifest alone")
        // Nothing is known of the sizes.
        let changed = try verify("archive.json", ["m/weights.bin"])
        #expect(changed.status == 1 && changed.text.contains("other contents"))
        #expect(!changed.text.contains("of the same size"))
        #expect(try verify("prefix.json", ["--manifest", "m.csv"]).status == 1)
    }

    /// A request records the objects that it deploys, not those of another version.
    @Test func aManifestOfAnotherPlace() throws {
        try folder.write("m.csv", try command.run("manifest", "m", "--s3-uri", "s3://my-bucket/1/").output)
        let manifest = ["--manifest", "m.csv", "--manifest-s3-uri", "s3://my-bucket/m.csv"]
        for (uri, isOther) in [("s3://my-bucket/1/", false), ("s3://my-bucket/2/", true)] {
            let result = try command.run(["model-data-source", "m", "--s3-uri", uri] + manifest)
            #expect(result.status == 0)
            #expect(result.errorText.contains("warning request-manifest-of-other-data") == isOther, "\(uri)")
            try folder.write("block.json", result.output)
            let checked = try command.report("check-request", "block.json", "--manifest", "m.csv")
            #expect(checked.rules == (isOther ? ["request-manifest-of-other-data"] : []))
        }
    }

    /// Of several sources it is never left unsaid which a finding is of.
    @Test func severalSourcesAreNamed() throws {
        try folder.write("n/config.json", "{}\n")
        try folder.write("n/.DS_Store", "x")
        let several = try text("check", "m", "n", "--quiet")
        #expect(several.contains("Checked directory 'm'") && several.contains("Checked directory 'n'"))
        #expect(try !text("check", "n", "--quiet").contains("Checked"))
        try folder.write("a.json", "{}")
        try folder.write("b.json", "{}")
        #expect(try text("check-request", "a.json", "b.json", "--quiet").contains("'b.json'"))
    }

    /// A remedy is one for the sides that were given.
    @Test func remediesOfComparisons() throws {
        try folder.write("m.csv", "s3_uri,path,etag,size\ns3://my-bucket/m/weights.bin,weights.bin,abc,7\n")
        let local = try text("verify", "m.csv", "m")
        #expect(local.contains("unverifiable: make the manifest anew from the files"))
        #expect(!local.contains("--checksums"))
        let listed = try text("verify", "m", "--listing", "m.csv", "--s3-uri", "s3://my-bucket/m/")
        #expect(listed.contains("give s3://BUCKET/PREFIX/ in place of the listing"))
    }

    @Test func aBaselineThatIsNotThere() throws {
        try folder.write(".optml.json", #"{"baseline":"b.json"}"#)
        try command.run("check", "m").expectFailure(2, ".optml.json:1:13: baseline: b.json")
        try command.run("check", "m", "--config", "m").expectFailure(2, "m: is a directory; give a file")
    }

    @Test func aVolumeThatIsTooSmall() throws {
        #expect(try !text("check", "m", "--volume-size", "1B").contains("uncompressed"))
        try command.run("manifest", "m", "--compression-type", "Gzip", "--s3-uri", "s3://my-bucket/m.tar.gz")
            .expectFailure(64, "pack it first")
    }
}
