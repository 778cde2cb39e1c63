import ModelArtifacts
import TestSupport
import Testing

@testable import OptmlCommands

@Suite struct FindingFilesTests {
    private static func file(
        _ kind: SourceKind, _ location: ByteString, path: ByteString? = nil, in folder: ByteString? = "/home/me/project"
    ) -> ByteString {
        FindingFiles(kind: kind, location: location, workingDirectory: folder).file(of: Location(path: path))
    }

    @Test func directories() {
        let path: ByteString = "/opt/ml/model/code/a.py"
        #expect(Self.file(.directory, "model", path: path) == "model/code/a.py")
        #expect(Self.file(.directory, "./model//", path: path) == "model/code/a.py")
        #expect(Self.file(.directory, ".", path: path) == "code/a.py")
        #expect(Self.file(.directory, "/home/me/project/model", path: path) == "model/code/a.py")
        #expect(Self.file(.directory, "../project/model", path: path) == "model/code/a.py")
        #expect(Self.file(.directory, "../other", path: path) == "../other/code/a.py")
        #expect(Self.file(.directory, "/data/model", path: path) == "/data/model/code/a.py")
        #expect(Self.file(.directory, "model") == "model")
        #expect(Self.file(.directory, ".") == ".")
        #expect(Self.file(.directory, "/") == "/")
        #expect(Self.file(.directory, "model", path: "/opt/ml/elsewhere") == "model")
        #expect(Self.file(.directory, "/home/me/project2/m", path: path) == "/home/me/project2/m/code/a.py")
        #expect(Self.file(.directory, "m", path: path, in: nil) == "m/code/a.py")
        #expect(Self.file(.directory, "m", path: path, in: "/") == "m/code/a.py")
        #expect(Self.file(.directory, "./../../you/./x/../m", path: path) == "../../you/m/code/a.py")
        #expect(Self.file(.directory, "..", path: path) == "../code/a.py")
        #expect(Self.file(.directory, "..") == "..")
    }

    /// The runner of GitHub wants an absolute path, and services for code a name in a repository.
    @Test func filesOutside() {
        let folder: ByteString = "/home/me/project"
        func absolute(_ file: ByteString) -> ByteString {
            FindingFiles.absolutePath(of: file, workingDirectory: folder)
        }
        func inRepository(_ file: ByteString) -> ByteString {
            FindingFiles.repositoryPath(of: file, workingDirectory: folder)
        }
        #expect(absolute("../other/a") == "/home/me/other/a")
        #expect(absolute("..") == "/home/me")
        #expect(absolute("/data/a") == "/data/a")
        #expect(absolute("model/a") == "model/a")
        #expect(absolute("..model/a") == "..model/a")
        #expect(inRepository("../other/a") == "home/me/other/a")
        #expect(inRepository("/data/a") == "data/a")
        #expect(inRepository("/") == ".")
        #expect(inRepository("model/a") == "model/a")
        #expect(inRepository("standard-input") == "standard-input")
    }

    /// An editor opens what is named.
    @Test func namesThatOpen() throws {
        let folder = try TemporaryDirectory()
        try folder.write("m1/a", "a")
        try folder.write("m2/config.json", "{}")
        try folder.write("m2/.DS_Store", "x")
        let command = Command.optml(in: folder.path + "/m1")
        let above = try command.run("check", "../m2", "--format", "concise").text
        #expect(above.hasPrefix("../m2/.DS_Store: warning "))
        let absolute = try command.run("check", folder.path + "/m2", "--format", "concise").text
        #expect(absolute.hasPrefix(folder.path + "/m2/.DS_Store: warning "))
        let annotation = try command.run("check", "../m2", "--format", "github").text
        #expect(annotation.contains("file=/") && annotation.contains("/m2/.DS_Store,line=1"))
        #expect(try command.run("check", "../m2", "--format", "sarif").text.contains("/m2/.DS_Store\""))
    }

    @Test func others() {
        let path: ByteString = "/opt/ml/model/code/a.py"
        #expect(Self.file(.archive, "model.tar.gz", path: path) == "model.tar.gz")
        #expect(Self.file(.file, "/data/weights.bin") == "/data/weights.bin")
        #expect(Self.file(.listing, "keys.txt", path: path) == "keys.txt")
        #expect(Self.file(.listing, "-", path: path) == "standard-input")
        #expect(Self.file(.s3, "s3://bucket/model/", path: path) == "bucket/model")
        #expect(Self.file(.s3, "") == ".")
    }

    /// What a channel brings is in the channel's own source, whatever lies in the model's.
    @Test func channels() {
        let folder: ByteString = "/home/me/project"
        let draft = FindingFiles(
            kind: .directory, location: "draft", workingDirectory: folder, mount: ModelDirectory.path(ofChannel: "d"))
        let packed = FindingFiles(
            kind: .archive, location: "d2.tar.gz", workingDirectory: folder, mount: ModelDirectory.path(ofChannel: "d2")
        )
        let files = FindingFiles(
            kind: .directory, location: "model", workingDirectory: folder, channels: [draft, packed])
        func file(_ path: ByteString) -> ByteString { files.file(of: Location(path: path)) }
        #expect(file("/opt/ml/model/model.safetensors") == "model/model.safetensors")
        #expect(file("/opt/ml/additional-model-data-sources/d/model.safetensors") == "draft/model.safetensors")
        #expect(file("/opt/ml/additional-model-data-sources/d2/model.safetensors") == "d2.tar.gz")
        #expect(file("/opt/ml/additional-model-data-sources/d3/a") == "model")
    }

    @Test func referencesAreExact() {
        #expect(URIReference.text("model/a b.txt") == "model/a%20b.txt")
        #expect(URIReference.text("c:d/e") == "c%3Ad/e")
        for byte in UInt8.min...UInt8.max {
            var bytes = Array(URIReference.text(ByteString([0x61, byte, 0x62])).utf8)
            #expect(bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F })
            #expect(PercentEncoding.decode(&bytes, plusIsSpace: false))
            #expect(bytes == [0x61, byte, 0x62])
        }
    }
}
