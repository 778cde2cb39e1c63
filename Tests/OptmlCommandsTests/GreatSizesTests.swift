import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Sizes whose sum is more than a number holds: listings, manifests and headers can claim any, and so can sparse files.
@Suite struct GreatSizesTests {
    private static let size = Int64.max

    /// A listing of three objects, as `aws s3api list-objects-v2` prints it.
    private static func listing(etags: Bool = true) -> String {
        let objects = ["a.bin", "b.bin", "c/d.bin"].map { name in
            let etag = etags ? #", "ETag": "\"0123456789abcdef0123456789abcdef\"""# : ""
            return #"{"Key": "m/\#(name)", "Size": \#(size)\#(etag)}"#
        }
        return #"{"Contents": [\#(objects.joined(separator: ", "))]}"#
    }

    @Test(arguments: [
        "check --listing FIRST --s3-uri s3://my-bucket/m/ --format FORMAT",
        "check --listing FIRST --s3-uri s3://my-bucket/m/ --volume-size 100GiB --format FORMAT",
        "check --listing FIRST --s3-uri s3://my-bucket/m/ --existing SECOND --format FORMAT",
        "layout --listing FIRST --s3-uri s3://my-bucket/m/ --format FORMAT",
        "layout --listing FIRST --s3-uri s3://my-bucket/m/ --every-combination",
        "diff FIRST SECOND --format FORMAT", "diff FIRST FIRST --format FORMAT",
        "manifest --listing FIRST --s3-uri s3://my-bucket/m/", "verify FIRST --listing SECOND --format FORMAT",
        "verify FIRST --listing FIRST --format FORMAT",
        "model-data-source --listing FIRST --s3-uri s3://my-bucket/m/",
    ]) func areAddedUp(_ arguments: String) throws {
        let folder = try TemporaryDirectory()
        _ = try folder.write("first.json", Self.listing())
        _ = try folder.write("second.json", Self.listing(etags: false))
        for format in arguments.contains("FORMAT") ? ["text", "json", "html", "markdown"] : ["text"] {
            let words = arguments.replacing("FIRST", with: "first.json").replacing("SECOND", with: "second.json")
                .replacing("FORMAT", with: format).split(separator: " ").map(String.init)
            let result = try Command.optml(in: folder.path).run(words)
            #expect([0, 1, 2, 64].contains(result.status), "\(words): \(result.status)")
            #expect(!result.errorText.contains("Fatal error"), "\(words)")
        }
    }

    /// Files of the greatest size that the file system takes; in memory, Linux takes any.
    @Test(arguments: [
        "check m", "layout m", "layout m --format json", "check m --format html", "diff m n", "diff m n --format json",
        "check m --s3-data-type S3Object --compression-type Gzip", "pack m -o m.tar.gz --dry-run",
    ]) func sparseFiles(_ arguments: String) throws {
        let memory = "/dev/shm"
        let folder = try TemporaryDirectory(
            in: FileManager.default.isWritableFile(atPath: memory) ? memory : nil)
        // Of another size than any in the other, or nobody would get to the end of reading them.
        _ = try folder.write("n/a.dat", "x")
        for name in ["m/a.dat", "m/b.dat", "m/c.dat"] {
            let path = try folder.write(name, "")
            var size = Self.size
            while size > 1 << 40, truncate(path, off_t(size)) != 0 { size /= 2 }
        }
        let result = try Command.optml(in: folder.path).run(
            arguments.split(separator: " ").map(String.init))
        #expect([0, 1, 2, 64].contains(result.status), "\(result.status)")
        #expect(!result.errorText.contains("Fatal error"))
    }

    @Test func membersOfArchives() throws {
        let folder = try TemporaryDirectory()
        var tar = TarBuilder()
        for name in ["a.bin", "b.bin", "c.bin"] {
            tar.add(
                ByteString(name),
                change: { header in
                    // Base 256, as GNU tar writes sizes that octal digits do not hold.
                    header.replaceSubrange(
                        124..<136, with: [0x80, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
                })
        }
        let path = try folder.write("model.tar.gz", Data(gzip(tar.finished)))
        for command in ["check", "layout"] {
            let result = try Command.optml.run(command, path, "--format", "json")
            #expect(result.status == 1, "\(command): \(result.status)")
        }
    }
}
