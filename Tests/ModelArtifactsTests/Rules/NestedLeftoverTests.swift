import Testing

@testable import ModelArtifacts

/// Of leftovers inside leftovers the outermost says it all; and what findings on whole directories advise.
@Suite struct NestedLeftoverTests {
    private func found(_ rule: String, _ artifact: Artifact) -> [Finding] {
        artifact.findings().filter { $0.rule == rule }
    }

    @Test(arguments: [
        ("dvc-pointer", ".dvc"), ("platform-metadata", "__MACOSX"), ("development-leftover", ".git"),
        ("training-leftover", "checkpoint-1"),
    ])
    func theOutermostDirectoryIsSaid(_ rule: String, _ name: ByteString) {
        let files: [ByteString] = [name + "/a", name + "/x/" + name + "/b", name + "/z"]
        let findings = found(rule, .directory(files + ["model.safetensors"]))
        #expect(findings.map(\.count) == [3] && findings.allSatisfy { $0.message.hasPrefix("'\(name)'") })
    }

    /// More than a tenth of all bytes is worth a warning, and what lies before a leftover inside counts.
    @Test func allBytesBelowTheOutermostCount() {
        let model: [ByteString] = ["model.safetensors"] + (1...20).map { ByteString("w/\($0)") }
        let left: [ByteString] = [
            "checkpoint-1/a", "checkpoint-1/b", "checkpoint-1/c", "checkpoint-1/x/checkpoint-2/d",
        ]
        #expect(found("training-leftover", .directory(model + left)).map(\.severity) == [.warning])
        #expect(found("training-leftover", .directory(model + left.suffix(1))).map(\.severity) == [.note])
    }

    @Test func aLinkIsNoLeftoverOfTraining() {
        let link = ArchiveMember.member("optimizer.pt", .symbolicLink, to: "model.pt")
        #expect(found("training-leftover", .archive([.member("model.pt"), link])).isEmpty)
        #expect(!found("training-leftover", .archive("model.pt", "optimizer.pt")).isEmpty)
    }

    /// The revision that `refs/main` names, or the only one; else there is no telling.
    @Test func whichSnapshotOfACache() {
        let revision = String(repeating: "0a", count: 20)
        let help = { (main: String, snapshots: [ByteString]) in
            found(
                "hugging-face-cache",
                .directory(
                    ["blobs/b", "refs/main"] + snapshots.map { "snapshots/" + $0 + "/config.json" },
                    contents: ["refs/main": main])
            )
            .first?.help ?? ""
        }
        #expect(help(revision, ["a", "b"]).contains("snapshots/\(revision)"))
        #expect(help(revision + "\n", ["a", "b"]).contains("snapshots/\(revision)"))
        #expect(help(revision + String(repeating: " ", count: 24), ["a", "b"]).contains("snapshots/\(revision)"))
        for main in ["", String(revision.dropLast()), revision + "0", revision + String(repeating: " ", count: 25)] {
            #expect(help(main, ["a", "b"]).contains("snapshots/REVISION"), "\(main)")
            #expect(help(main, ["a"]).contains("snapshots/a"), "\(main)")
        }
    }

    @Test func aPrefixThatIsAnArchive() {
        for (name, isArchive) in [("m.tar.gz", true), ("m.tgz", true), ("mtgz", false), ("m", false)] {
            let key = ByteString(name)
            let finding = found("prefix-without-slash", .listing("s3://mybucket/" + key, [key])).first
            #expect(finding?.help.contains("names an archive") == isArchive, "\(name)")
        }
    }

    @Test func keysOfNoModel() {
        let message = { (keys: Int) in
            KeyOutsidePrefix.finding(ofModelsIn: "s3://mybucket/", keys: keys, policy: RulePolicy()).message
        }
        #expect(message(1).hasSuffix("1 key of the listing lies in no model"))
        #expect(message(2).hasSuffix("2 keys of the listing lie in no model"))
    }
}
