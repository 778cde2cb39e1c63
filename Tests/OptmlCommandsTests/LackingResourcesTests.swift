import Foundation
import TestSupport
import Testing

/// What the process lacks is no fault of the artifact.
@Suite struct LackingResourcesTests {
    /// A tree so deep that it takes more open directories than the process may have.
    private static func deepTree() throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        let deep = (1...60).map { "d\($0)" }.joined(separator: "/")
        _ = try folder.write("m/\(deep)/weights.dat", "weights")
        return folder
    }

    @Test(arguments: [
        "check m", "layout m", "manifest m --s3-uri s3://my-bucket/m/", "manifest m --s3-uri s3://my-bucket/m/ --force",
        "pack m -o m.tar.gz", "diff m m",
    ]) func descriptors(_ arguments: String) throws {
        let folder = try Self.deepTree()
        var command = Command.optml(in: folder.path)
        let words = arguments.split(separator: " ").map(String.init)
        #expect(try command.run(words).status == 0)
        try? FileManager.default.removeItem(atPath: folder.path + "/m.tar.gz")
        command.openFileLimit = 24
        let result = try command.run(words)
        #expect(result.status == 2, "\(result.errorText)")
        #expect(result.output.isEmpty)
        #expect(result.errorText.contains("ulimit -n"), "\(result.errorText)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/m.tar.gz"))
    }

    /// A folder for temporary files is named by bytes, as every other.
    @Test func temporaryFolderThatIsNoText() throws {
        let folder = try TemporaryDirectory()
        let script = """
            cd '\(folder.path)' && name=$(printf 'x\\377') && mkdir "$name" && printf 'm/b\\nm/a\\n' |
            TMPDIR="$PWD/$name" '\(Command.optml.program)' check --listing - --s3-uri s3://my-bucket/m/
            """
        let result = try Command("/bin/sh").run("-c", script)
        #expect(result.status == 0, "\(result.errorText)")
    }

    /// In `/`, which no name would mean, not everybody may write.
    @Test func temporaryFolderWithoutAName() throws {
        var command = Command.optml.unprivileged
        command.input = Data("m/b\nm/a\n".utf8)
        command.environment["TMPDIR"] = ""
        let result = try command.run("check", "--listing", "-", "--s3-uri", "s3://my-bucket/m/")
        #expect(result.status == 0, "\(result.errorText)")
    }

    @Test func temporaryFolderThatIsNotThere() throws {
        let script = """
            printf 'm/b\\nm/a\\n' | TMPDIR=/nowhere/at/all '\(Command.optml.program)' check --listing - --s3-uri s3://my-bucket/m/
            """
        let result = try Command("/bin/sh").run("-c", script)
        #expect(result.status == 2)
        #expect(result.errorText.contains("TMPDIR"), "\(result.errorText)")
    }
}
