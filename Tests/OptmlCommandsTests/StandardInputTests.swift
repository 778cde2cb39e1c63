import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// `-` as a source: an archive from standard input.
@Suite struct StandardInputTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private static let archive: [UInt8] = {
        var tar = TarBuilder()
        tar.add("config.json", contents: Array("{\"a\"".utf8))
        tar.add("model.safetensors", contents: TinyModel.safetensors())
        tar.add("zeros", contents: [UInt8](repeating: 0, count: 3_000_000))
        return gzip(tar.finished, level: 0)
    }()

    private func run(_ bytes: [UInt8], _ arguments: String...) throws -> Command.Result {
        var optml = Command.optml(in: folder)
        optml.input = Data(bytes)
        return try optml.run(arguments)
    }

    @Test(arguments: [["check"], ["check", "--etags"], ["check", "--volume-size", "1MiB"], ["layout"]])
    func isJudgedLikeTheFile(_ command: [String]) throws {
        try folder.write("standard input", Data(Self.archive))
        let options = command.dropFirst() + ["--s3-uri", "s3://bucket/m/model.tar.gz", "--format", "json"]
        let file = try Command.optml(in: folder).run([command[0], "standard input"] + options)
        var optml = Command.optml(in: folder)
        optml.input = Data(Self.archive)
        let piped = try optml.run([command[0], "-"] + options)
        #expect(piped.status == file.status && piped.text == file.text, "\(piped.errorText)")
        #expect(!file.text.isEmpty)
    }

    @Test func manifests() throws {
        try folder.write("model.tar.gz", Data(Self.archive))
        let uri = ["--s3-uri", "s3://bucket/m/model.tar.gz"]
        let file = try Command.optml(in: folder).run(["manifest", "model.tar.gz", "--force"] + uri)
        var optml = Command.optml(in: folder)
        optml.input = Data(Self.archive)
        let piped = try optml.run(["manifest", "-", "--force"] + uri)
        #expect(piped.text == file.text && piped.status == file.status, "\(piped.errorText)")
    }

    @Test func anythingElseIsRefused() throws {
        for bytes in [[], Array("m/config.json\n".utf8), TinyModel.saved] as [[UInt8]] {
            let result = try run(bytes, "check", "-")
            #expect(result.status == 64 && result.errorText.contains("--listing -"), "\(result.errorText)")
        }
        #expect(try run(Self.archive, "check", "-", "--compression-type", "None").status == 64)
        #expect(try run(Self.archive, "check", "-", "-").status == 64)
        #expect(try run(Self.archive, "check", "-", "--existing", "s3://bucket/m/").status == 64)
        #expect(try run(Self.archive, "diff", "-", ".").status == 64)
    }

    @Test func damageIsFound() throws {
        let cut = try run(Array(Self.archive.prefix(100_000)), "check", "-", "--format", "json")
        #expect(cut.status == 1 && cut.text.contains("archive-corrupt"))
    }
}
