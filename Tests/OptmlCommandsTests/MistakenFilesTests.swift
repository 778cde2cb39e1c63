import Foundation
import TestSupport
import Testing

/// What is said of files that are not what their names or their places promise, and how layouts mark what a script may load.
@Suite struct MistakenFilesTests {
    private let folder: TemporaryDirectory
    private var optml: Command { .optml(in: folder) }

    init() throws { folder = try TemporaryDirectory() }

    @Test func aSecondManifestIsNoModelFile() throws {
        try folder.write("m/a", "x")
        for name in ["a.csv", "b.csv"] {
            #expect(try optml.run("manifest", "m", "--s3-uri", "s3://mybucket/m/", "-o", name).status == 0)
        }
        try optml.run("verify", "a.csv", "b.csv").expectFailure(64, "b.csv: a manifest", "optml diff a.csv b.csv")
        // A model may hold tables.
        try folder.write(
            "t/b.csv", String(decoding: try Data(contentsOf: folder.url.appending(path: "b.csv")), as: UTF8.self))
        #expect(try optml.run("manifest", "t", "--s3-uri", "s3://mybucket/t/", "-o", "t.csv").status == 0)
        #expect(try optml.run("verify", "t.csv", "t/b.csv").status == 0)
    }

    @Test(arguments: ["x.TAR.GZ", "x.Tgz", "x.ZIP"]) func endingsInCapitalsAreRefused(_ name: String) throws {
        try folder.write("m/a", "x")
        try optml.run("pack", "m", "-o", name).expectFailure(64, name)
        #expect(try optml.run("pack", "m", "-o", "X.tar.gz").status == 0)
    }

    @Test func directoriesAndFilesInEachOthersPlaces() throws {
        try folder.write("m/a", "x")
        try optml.run("pack", "m/a", "-o", "x.tar.gz").expectFailure(
            2, "m/a: not a directory", "give that of the model")
        try optml.run("check-request", "m").expectFailure(2, "m: a directory, not a request", "optml check m")
    }

    @Test func aScriptDecidesOfWhatNobodyKnows() throws {
        try folder.write("m/labels.json", "{}")
        try folder.write("m/README.md", "x")
        try folder.write("m/code/inference.py", "def model_fn(path): ...")
        let text = try optml.run("layout", "m", "--framework", "pytorch").text
        #expect(text.contains("labels.json  (the script decides)") && text.contains("README.md  (ignored)"))
        let json = try optml.run("layout", "m", "--framework", "pytorch", "--format", "json").text
        #expect(json.contains("\"use\": \"depends-on-script\""))
    }
}
