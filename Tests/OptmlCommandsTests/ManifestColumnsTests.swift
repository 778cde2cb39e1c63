import Foundation
import TestSupport
import Testing

/// A manifest without a place in S3, as far as its columns let it be.
@Suite struct ManifestColumnsTests {
    private let command = Command.optml(in: Samples.folder)

    @Test(arguments: ["path", "etag,path,size", "path,part_size", "sha256,crc64nvme,path"])
    func needNoURI(_ columns: String) throws {
        for source in ["good-model", "model.tar.gz"] {
            let without = try command.run("manifest", source, "--columns", columns)
            let uri = source == "good-model" ? "s3://my-bucket/m/" : "s3://my-bucket/model.tar.gz"
            let with = try command.run("manifest", source, "--columns", columns, "--s3-uri", uri)
            #expect(without.status == 0 && with.status == 0 && without.output == with.output, "\(without.errorText)")
        }
    }

    @Test(arguments: ["s3_uri", "path,bucket", "key"]) func needAURI(_ columns: String) throws {
        let word = columns.split(separator: ",").last.map(String.init) ?? ""
        try command.run("manifest", "good-model", "--columns", columns).expectFailure(64, "--s3-uri", "'\(word)'")
    }

    /// What is wrong with a URI is said before anything is hashed, which here would take minutes.
    @Test func aBadURIIsToldFirst() throws {
        let folder = try TemporaryDirectory()
        let file = try folder.write("m/model.bin", "")
        #expect(truncate(file, 1 << 40) == 0)
        var command = Command.optml(in: folder.path)
        command.processorLimit = 10
        try command.run("manifest", "m", "--s3-uri", "s3://my-bucket/m").expectFailure(1, "slash")
    }

    @Test func otherURIsAreNone() throws {
        try command.run("manifest", "good-model", "--columns", "path", "--s3-uri", "x").expectFailure(
            64, "not an S3 URI")
    }
}
