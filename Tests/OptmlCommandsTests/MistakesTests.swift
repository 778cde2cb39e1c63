import Foundation
import TestSupport
import Testing

/// What is said to somebody who gave a command something that it cannot mean.
@Suite struct MistakesTests {
    private let folder: TemporaryDirectory
    private var optml: Command { .optml(in: folder) }

    init() throws { folder = try TemporaryDirectory() }

    private func writeModel() throws {
        try folder.write("m/weights", Data((0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 37) }))
        try folder.write("m/config.json", "{}\n")
        #expect(try optml.run("pack", "m", "-o", "m.tar.gz").status == 0)
        #expect(try optml.run("manifest", "m", "--s3-uri", "s3://mybucket/m/", "-o", "m.csv").status == 0)
    }

    @Test func sidesOfVerify() throws {
        try writeModel()
        try optml.run("verify", "m.tar.gz", "m").expectFailure(64, "m.tar.gz: an archive", "optml diff m.tar.gz m")
        try optml.run("verify", "m/weights", "m/weights").expectFailure(
            64, "m/weights: data of an unknown kind", "optml diff")
        try optml.run("verify", "m/config.json", "m/config.json").expectFailure(
            64, "text, and no table", "optml manifest")
        try optml.run("verify", "m", "m.csv").expectFailure(64, "comes first: optml verify m.csv m")
        try optml.run("verify", "m.csv", "m.tar.gz").expectFailure(
            64, "m.tar.gz: an archive", "'m.csv' has none of that name", "optml diff m.csv m.tar.gz")
        #expect(try optml.run("diff", "m.csv", "m.tar.gz").status == 0)
        #expect(try optml.run("verify", "m.csv", "m").status == 0)
        #expect(try optml.run("verify", "m", "m").status == 0)
    }

    /// What a manifest names is compared, archives too.
    @Test func archivesThatAManifestNames() throws {
        try writeModel()
        try folder.write("all/a", "a")
        try FileManager.default.copyItem(atPath: folder.path + "/m.tar.gz", toPath: folder.path + "/all/m.tar.gz")
        #expect(try optml.run("manifest", "all", "--s3-uri", "s3://mybucket/all/", "-o", "all.csv").status == 0)
        let result = try optml.run("verify", "all.csv", "m.tar.gz")
        #expect(result.status == 1 && result.text.contains("1 same") && result.text.contains("missing: 'a'"))
    }

    /// Nobody is told to delete a good upload.
    @Test func namesThatLieDeeper() throws {
        try writeModel()
        try folder.write("keys", "x/m/config.json\nx/m/more\nx/m/weights\n")
        let deeper = try optml.run("verify", "m", "--listing", "keys")
        #expect(deeper.status == 1 && deeper.text.contains("give --s3-uri s3://BUCKET/x/m/"))
        #expect(!deeper.text.contains("delete it") && !deeper.text.contains("upload"))
        let named = try optml.run("verify", "m", "--listing", "keys", "--s3-uri", "s3://mybucket/x/")
        #expect(named.text.contains("give --s3-uri s3://mybucket/x/m/"))
        let right = try optml.run("verify", "m", "--listing", "keys", "--s3-uri", "s3://mybucket/x/m/")
        #expect(right.text.contains("unexpected: 'more'") && right.text.contains("unexpected: delete it"))
        try FileManager.default.createDirectory(atPath: folder.path + "/out", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: folder.path + "/m", toPath: folder.path + "/out/m")
        #expect(try optml.run("verify", "m", "out").text.contains("give out/m in place of out"))
        try folder.write("others", "y/a\ny/b\n")
        #expect(try optml.run("verify", "m", "--listing", "others").text.contains("unexpected: delete it"))
    }

    @Test func anArchiveOfWhatIsExpected() throws {
        try writeModel()
        try folder.write("keys", "x/m.tar.gz\n")
        let listed = try optml.run("verify", "m", "--listing", "keys", "--s3-uri", "s3://mybucket/x/m.tar.gz")
        #expect(listed.status == 1 && listed.text.contains("'optml diff m s3://mybucket/x/m.tar.gz' compares what is"))
        #expect(!listed.text.contains("delete it"))
        try folder.write("others", "x/other\n")
        let other = try optml.run("verify", "m", "--listing", "others", "--s3-uri", "s3://mybucket/x/")
        #expect(other.text.contains("unexpected: delete it"))
    }

    /// To `aws s3 sync` it would leave out something, and here nothing.
    @Test func absolutePatterns() throws {
        try writeModel()
        for option in ["--exclude", "--include"] {
            try optml.run("check", "m", option, "/tmp/m/*").expectFailure(64, "\(option) /tmp/m/*", "are relative")
        }
        let result = try optml.run("layout", "m", "--exclude", "w*")
        #expect(result.status == 0 && !result.text.contains("weights"))
    }

    /// A gate that compares nothing does not pass.
    @Test func nothingAgainstNothing() throws {
        for name in ["e1", "e2"] {
            try FileManager.default.createDirectory(
                atPath: folder.path + "/" + name, withIntermediateDirectories: true)
        }
        let result = try optml.run("verify", "e1", "e2")
        #expect(result.status == 1 && result.text.contains("nothing: neither side has an object"))
        let annotation = try optml.run("verify", "e1", "e2", "--format", "github")
        #expect(annotation.status == 1 && annotation.text.contains("::error file=e2,line=1,title=optml verify-nothing"))
        try folder.write("e1/a", "a")
        try folder.write("e2/a", "a")
        #expect(try optml.run("verify", "e1", "e2").status == 0)
    }

    @Test(arguments: [
        ["etag", "f", "--part-size", "8"], ["etag", "f", "--multipart-threshold", "8"],
        ["check", "m", "--volume-size", "30"],
        ["check", "m", "--max-size", "5"], ["pack", "m", "-o", "x.tar.gz", "--volume-size", "30"],
        ["manifest", "m", "--s3-uri", "s3://mybucket/m/", "--part-size", "16"],
    ]) func sizesWithoutAUnit(_ arguments: [String]) throws {
        try folder.write("f", "x")
        try folder.write("m/a", "x")
        let number = arguments.last ?? ""
        let result = try optml.run(arguments)
        result.expectFailure(64, "\(number) is \(number) bytes", "KiB, MiB, GiB, TiB")
        if arguments.contains("--part-size") { result.expectFailure(64, "5 MiB", "8MB is 8 MiB") }
        #expect(try optml.run(arguments.dropLast() + ["\(number)MiB"]).status == 0)
    }

    @Test func sizesOfConfigurations() throws {
        try folder.write("f", "x")
        for (value, isGood) in [
            ("8", false), ("\"8\"", false), ("\"8MiB\"", true), ("8388608", true), ("\"8388608\"", true),
        ] {
            try folder.write("c.json", "{\"partSize\": \(value)}")
            let result = try optml.run("etag", "f", "--config", "c.json")
            #expect((result.status == 0) == isGood, "\(value): \(result.errorText)")
            if !isGood { #expect(result.errorText.contains("8MiB")) }
        }
    }

    @Test(arguments: ["x.zip", "x.tar", "x.zst", "d/x.tar.bz2", "x.7z"]) func namesOfOtherArchives(_ name: String)
        throws
    {
        try folder.write("m/a", "x")
        try optml.run("pack", "m", "-o", name).expectFailure(64, "gzip-compressed tar archive", ".tar.gz")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/" + name))
    }

    @Test(arguments: ["x.tar.gz", "x.tgz", "model", "x.gz"]) func namesOfArchives(_ name: String) throws {
        try folder.write("m/a", "x")
        #expect(try optml.run("pack", "m", "-o", name).status == 0)
    }

    /// What is not shown can be read where the text says, or the text says nothing.
    @Test func findingsThatAreNotShown() throws {
        let keys = { (count: Int) in (0..<count).map { "m/\($0)/.DS_Store\n" }.joined() + "m/a\n" }
        for (count, text) in [
            (20, nil), (25, "… and 5 more; --format json lists them\n"),
            (1_500, "… and 1480 more; --format json lists the first 1000\n"),
        ] {
            try folder.write("keys", keys(count))
            let output = try optml.run("check", "--listing", "keys", "--s3-uri", "s3://mybucket/m/").text
            #expect(text.map(output.contains) ?? !output.contains("more"), "\(count)")
        }
        let data = try optml.run("manifest", "--listing", "keys", "--s3-uri", "s3://mybucket/m/")
        #expect(data.errorText.contains("… and 1480 more\n"))
    }
}
