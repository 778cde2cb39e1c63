import Testing

@testable import ModelArtifacts

/// Archives that stay archives: by the places where they lie, and by what a source turned out to be.
@Suite struct ArchivePlaceTests {
    private func said(_ rule: String, _ artifact: Artifact) -> [Finding] {
        artifact.findings().filter { $0.rule == rule }
    }

    /// A source distribution has a version behind a hyphen, wherever the hyphen stands.
    @Test(arguments: [
        ("code/-1.tar.gz", true), ("code/a-1.tar.gz", true), ("code/a-b1.tar.gz", false), ("code/a1.tar.gz", false),
        ("code/a-.tar.gz", false), ("a-1/wheels/a.tar.gz", true), ("wheels/x/y/a.tar.gz", true),
        ("wheels-1/a.tar.gz", false), ("m-1/code/data.tar.gz", false), ("m/code/x/data.tar.gz", true),
    ])
    func packagesForPip(_ path: String, _ isPackage: Bool) {
        #expect(said("nested-archive", .directory([ByteString(path), "w"])).isEmpty == isPackage)
    }

    /// Of an archive under another name it is told whether SageMaker could unpack it.
    @Test func archivesUnderOtherNames() {
        let alone = said("nested-archive", .directory(["model.gz": RuleCase.compressedTar]))
        #expect(alone.map(\.location.path) == ["/opt/ml/model/model.gz"])
        #expect(alone.first?.help.hasPrefix("deploy the archive itself") ?? false)
        #expect(said("nested-archive", .directory(["model.gz": RuleCase.compressedTar], "w")).isEmpty)
    }

    private func file(_ name: ByteString, _ kind: ContentKind, isModelArchive: Bool, isNamedTarGzip: Bool) -> Artifact {
        Artifact.file(name, "a zip archive", isNamedTarGzip: isNamedTarGzip).with {
            $0.content?.kind = kind
            $0.content?.isModelArchive = isModelArchive
        }
    }

    /// What should be a gzip-compressed tar archive and is none is said once.
    @Test func otherArchivesThatAreNamedTarGzip() {
        let archive = file("m.tar.gz", .zip, isModelArchive: true, isNamedTarGzip: true)
        #expect(said("not-a-gzip-tar", archive).count == 1 && said("archive-not-extracted", archive).isEmpty)
        let other = file("m.bin", .zip, isModelArchive: true, isNamedTarGzip: false)
        #expect(
            said("archive-not-extracted", other).map(\.message) == [
                "'m.bin' is a model archive of TorchServe (.mar) under another name, will not be unpacked, and lies in "
                    + "/opt/ml/model as a file"
            ])
        #expect(said("archive-not-extracted", other).first?.help.contains("optml pack") ?? false)
    }

    /// What a gzip-compressed tar archive is needs no words.
    @Test func archivesThatWouldBeUnpacked() {
        var archive = Artifact.archive([.member("w")], as: Combination(.object, .none))
        archive.subject.content = Artifact.file("m.tar.gz", "a gzip-compressed tar archive").subject.content
        let finding = said("archive-not-extracted", archive).first
        #expect(finding?.message == "'model.tar.gz' will not be unpacked, and lies in /opt/ml/model as a file")
        #expect(finding?.help == ArchiveNotExtracted.rule.remedy)
        archive.subject.location = "model.tar.zst"
        #expect(said("archive-not-extracted", archive).first?.help.contains("optml pack") ?? false)
    }
}
