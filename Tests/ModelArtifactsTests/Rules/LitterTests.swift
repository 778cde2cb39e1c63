import Testing

@testable import ModelArtifacts

/// How severe findings on litter and on archives in odd places are, and what they advise.
@Suite struct LitterTests {
    private func findings(_ rule: String, _ artifact: Artifact) -> [Finding] {
        artifact.findings().filter { $0.rule == rule }
    }

    /// Only the version directory that Triton waits for is worth an error.
    @Test func emptyVersionDirectories() {
        let empty = { (path: ByteString) in DirectoryEntry(path: path, kind: .emptyDirectory) }
        let severities = { (files: [ByteString], entries: [DirectoryEntry]) in
            findings("empty-directory", .directory(files, entries: entries)).map(\.severity)
        }
        #expect(severities(["p/config.pbtxt"], [empty("p/1")]) == [.error])
        #expect(severities(["p/config.pbtxt", "p/2/model.onnx"], [empty("p/1")]) == [.note])
        #expect(severities(["p/config.pbtxt"], [empty("p/cache")]) == [.note])
        #expect(severities(["p/weights"], [empty("p/1")]) == [.note])
        #expect(severities(["config.pbtxt"], [empty("1")]) == [.error])
        #expect(severities(["q/config.pbtxt", "q/1/m"], [empty("p/1")]) == [.note])
    }

    @Test func joinedArchives() {
        let outcome = { (isTar: Bool) in
            ArchiveOutcome(trailingData: [.init(place: .afterTar, byteOffset: 10_240, isTar: isTar)])
        }
        let severities = { (isTar: Bool) in
            findings("archive-trailing-data", .archive([.member("a")], outcome: outcome(isTar))).map(\.severity)
        }
        #expect(severities(true) == [.error] && severities(false) == [.warning])
    }

    @Test func theSnapshotIsNamed() throws {
        let revision = String(repeating: "0123abcdef", count: 4)
        let found = findings(
            "hugging-face-cache",
            .directory(
                ["m/blobs/0a", "m/refs/main", ByteString("m/snapshots/\(revision)/w")],
                contents: ["m/refs/main": revision]))
        #expect(found.map(\.help) == ["give the snapshot, which holds the model: model/m/snapshots/\(revision)"])
        // A listing tells it, too, if there is only one.
        let listed = { (paths: [ByteString]) in
            findings(
                "hugging-face-cache",
                .listing("s3://mybucket/m/", (["blobs/0a", "refs/main"] + paths).map { "m/" + $0 })
            ).first
        }
        let one = try #require(listed(["snapshots/0b/config.json", "snapshots/0b/w"]))
        #expect(one.help == "deploy the snapshot alone, which is below snapshots/0b")
        #expect(one.message.contains("contents are there twice"))
        #expect(listed(["snapshots/0b/model_index.json"])?.help.hasSuffix("snapshots/0b") ?? false)
        let others: [[ByteString]] = [
            ["snapshots/0b/config.json", "snapshots/0c/config.json"], ["snapshots/0b/w"],
            ["snapshots/0b/unet/config.json"],
        ]
        for paths in others { #expect(listed(paths)?.help.hasSuffix("snapshots/REVISION") ?? false, "\(paths)") }
        // Links of an archive stay links.
        let packed = findings("hugging-face-cache", .archive("blobs/0a", "refs/main", "snapshots/0b/config.json"))
        #expect(packed.map(\.message).allSatisfy { !$0.contains("twice") } && packed.count == 1)
    }

    @Test func packingInOneStep() {
        let help = { (names: [ByteString]) in
            findings("wrapped-in-directory", .archive(names.map { .member($0) })).map(\.help)
        }
        #expect(
            help(["opt/ml/model/a", "opt/ml/model/b/c"])
                == [
                    "pack from inside the directory: `tar -czf model.tar.gz -C opt/ml/model .`, or with `-C /opt/ml/model` where "
                        + "the archive was made"
                ])
        #expect(help(["a/code/x", "a/code/y"]).first?.contains("-C a .") ?? false)
        #expect(help(["r/m/config.pbtxt", "r/m/1/x"]).first?.contains("-C r .") ?? false)
        #expect(help(["v2/saved_model.pb", "v2/variables/x"]).first?.contains("`mv v2 2`") ?? false)
        #expect(
            help(["m/v1/saved_model.pb"]).first?.contains("`mv m/v1 m/1`, then `tar -czf model.tar.gz -C m 1`") ?? false
        )
        #expect(help(["final/saved_model.pb"]).first?.contains("`mv final 1`") ?? false)
    }

    /// Litter beside a model is a warning each, and litter alone an error besides.
    @Test func litterAloneIsNoModel() {
        let severities = { (names: [ByteString]) in
            Set(findings("platform-metadata", .archive(names.map { .member($0) })).map(\.severity))
        }
        #expect(severities([".DS_Store", "__MACOSX/._a", "a"]) == [.warning])
        #expect(severities([".DS_Store", "__MACOSX/._a"]) == [.warning, .error])
    }

    /// The options that leave files out speak of directories only, and nobody else is told to use them here.
    @Test(arguments: ["platform-metadata", "development-leftover", "hadoop-marker", "training-leftover"])
    func leavingOutDependsOnTheSource(_ rule: String) throws {
        let names: [ByteString] = ["weights.pt", ".DS_Store", "a/x.pyc", ".git/config", "_SUCCESS", "optimizer.pt"]
        let directory = try #require(findings(rule, .directory(names)).first)
        #expect(directory.help.contains("`--exclude"))
        let archive = try #require(findings(rule, .archive(names.map { .member($0) })).first)
        #expect(archive.help.hasPrefix("pack the archive again without it: `optml pack DIRECTORY --exclude"))
        let listing = try #require(findings(rule, .listing("s3://mybucket/m/", names.map { "m/" + $0 })).first)
        #expect(listing.help.hasPrefix("delete it in S3"))
    }

    @Test func linksOfACacheNeedNothing() throws {
        let links = [DirectoryEntry(path: "w", kind: .symbolicLink(target: "../../blobs/b", .huggingFaceCache))]
        let found = try #require(findings("symlink", .directory(["a"], entries: links)).first)
        #expect(!found.help.contains("--no-follow-symlinks"))
    }
}
