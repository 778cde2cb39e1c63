import Testing

@testable import ModelArtifacts

/// Layouts that nearly are what a rule looks for: a part is missing, empty, or of another kind.
@Suite struct LayoutEdgeTests {
    private func found(_ rule: String, _ artifact: Artifact) -> [Finding] {
        artifact.findings().filter { $0.rule == rule }
    }

    private func paths(_ rule: String, _ files: ByteString...) -> [ByteString] {
        found(rule, .listing("s3://mybucket/m/", files.map { "m/" + $0 })).compactMap(\.location.path)
            .compactMap(ModelDirectory.path(below:)).sorted()
    }

    /// The three parts of an entry are told apart.
    @Test func partsOfACache() {
        let entry: ByteString = "models--a--b"
        #expect(paths("hugging-face-cache", entry + "/blobs/x", entry + "/snapshots/r/config.json") == [entry])
        #expect(paths("hugging-face-cache", "c/blobs/x", "c/refs/main", "c/snapshots/r/config.json") == ["c"])
        for files in [
            ["refs/main", "snapshots/r/config.json"], ["blobs/x", "refs/main"], ["snapshots/r/config.json"],
        ]
            as [[ByteString]]
        {
            let listing = Artifact.listing("s3://mybucket/m/", files.map { "m/" + entry + "/" + $0 })
            #expect(found("hugging-face-cache", listing).isEmpty, "\(files)")
        }
        #expect(paths("hugging-face-cache", "c/blobs/x", "c/snapshots/r/config.json") == [])
    }

    /// In a model of Spark ML the markers of its parts are its own, and no others.
    @Test func markersInModelsOfSpark() {
        let part: ByteString = "metadata/part-00000"
        #expect(paths("hadoop-marker", part, "metadata/_SUCCESS", "stages/.x.crc", "_SUCCESS") == ["_SUCCESS"])
        #expect(paths("hadoop-marker", "z/" + part, "z/metadata/a_$folder$") == ["z/metadata/a_$folder$"])
        #expect(paths("hadoop-marker", "z/metadatas/part-00000", "z/metadata/_SUCCESS") == ["z/metadata/_SUCCESS"])
        #expect(paths("hadoop-marker", "z/metadata/xpart-00000", "z/metadata/_SUCCESS") == ["z/metadata/_SUCCESS"])
    }

    /// An empty directory beside the one that holds all files changes nothing.
    @Test func wrappedBesideAnEmptyDirectory() {
        let empty = ArchiveMember.member("n", .directory)
        #expect(
            found("wrapped-in-directory", .archive([.member("m/w"), empty])).map(\.location.path) == [
                "/opt/ml/model/m"
            ])
        #expect(found("wrapped-in-directory", .archive([.member("m/w"), .member("n/w")])).isEmpty)
        #expect(found("wrapped-in-directory", .archive([empty])).isEmpty)
    }

    /// A model of Triton stays in the directory of its name, as far as these are told apart.
    @Test func repositoriesOfTriton() {
        let help = { (others: Int) in
            let files = (0..<others).map { ArchiveMember.member(ByteString("top/m/a\($0)/config.pbtxt")) }
            return found("wrapped-in-directory", .archive(files + [.member("top/m/config.pbtxt")])).first?.help ?? ""
        }
        #expect(help(0).contains("-C top .") && help(999).contains("-C top ."))
        #expect(help(1000).contains("-C top/m ."))
        #expect(
            found("wrapped-in-directory", .archive("top/code/inference.py")).first?.help.contains("-C top .") ?? false)
    }

    /// Only a hard link needs its target in front of it.
    @Test func linksBeforeTheirTargets() {
        let members: [ArchiveMember] = [
            .member("l", .symbolicLink, to: "f"), .member("h", .hardLink, to: "f"), .member("f"),
            .member("k", .hardLink, to: "f"),
        ]
        #expect(found("dangling-link", .archive(members)).map(\.location.member) == ["h"])
    }
}
