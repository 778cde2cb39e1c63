import Testing

@testable import ModelArtifacts

/// What findings say beyond that there is one.
@Suite struct RuleMessageTests {
    private func findings(_ rule: String, _ artifact: Artifact) -> [Finding] {
        artifact.findings().filter { $0.rule == rule }
    }

    @Test func linksAreGrouped() {
        let links: [(ByteString, DirectoryEntry.LinkReach)] = [
            ("c", .inside), ("b", .inside), ("x", .huggingFaceCache), ("y", .outside),
        ]
        let entries = links.map { DirectoryEntry(path: $0, kind: .symbolicLink(target: "t", $1)) }
        let found = findings("symlink", .directory(["a"], entries: entries))
        #expect(found.map(\.count) == [2, 1])
        #expect(found.map(\.location.path) == ["/opt/ml/model/b", "/opt/ml/model/x"])
    }

    @Test func directoriesOfLeftoversAreReportedOnce() {
        let files: [ByteString] = [".git/HEAD", ".git/x/__pycache__/a.pyc", "b/__pycache__/a.pyc", "a"]
        let found = findings("development-leftover", .directory(files))
        #expect(found.map(\.location.path) == ["/opt/ml/model/.git", "/opt/ml/model/b/__pycache__"])
        #expect(found.map(\.count) == [2, 1])
        let metadata = findings("platform-metadata", .directory(["__MACOSX/._a", "__MACOSX/b/.DS_Store", "a"]))
        #expect(metadata.map(\.location.path) == ["/opt/ml/model/__MACOSX"])
    }

    @Test func aWrappedArchiveIsToldHowToPack() throws {
        let found = try #require(findings("wrapped-in-directory", .archive("my model/a", "my model/b")).first)
        #expect(found.message == "'my model' holds all files, so they land in /opt/ml/model/my model/")
        #expect(found.help == "pack from inside the directory: `tar -czf model.tar.gz -C 'my model' .`")
        #expect(found.count == 2)
        // To a shell, a quote is one whatever accent is on it.
        let quote = try #require(findings("wrapped-in-directory", .archive("a'\u{301};b/a", "a'\u{301};b/b")).first)
        #expect(
            quote.help.unicodeScalars.elementsEqual(
                "pack from inside the directory: `tar -czf model.tar.gz -C 'a'\\''\u{301};b' .`".unicodeScalars))
    }

    @Test func aBombThatStopsTheReadingIsAnError() {
        let stopped = Artifact.archive([.member("a")], outcome: ArchiveOutcome(exceededSize: 5))
        #expect(findings("compression-bomb", stopped).map(\.severity) == [.error])
        let full = ArchiveOutcome(compressedBytes: 1000, memberBytes: 1 << 40)
        #expect(findings("compression-bomb", .archive([.member("a")], outcome: full)).map(\.severity) == [.warning])
    }

    @Test func aRunOfSlashesIsOneFinding() {
        let keys: [ByteString] = ["m/a////b", "m//b", "m///b"]
        let found = findings("empty-name", .listing("s3://mybucket/m/", keys))
        #expect(found.map(\.location.key) == ["m/", "m/a/"])
    }

    @Test func damageIsLocated() throws {
        let damage = ArchiveOutcome.Damage(message: "the CRC-32 differs", byteOffset: 77, afterMember: "a")
        let artifact = Artifact.archive([.member("a")], outcome: ArchiveOutcome(damage: damage))
        let found = try #require(findings("archive-corrupt", artifact).first)
        #expect(found.byteOffset == 77 && found.location.member == "a")
        #expect(
            found.message == "'model.tar.gz' is damaged at byte 77, after the member 'a': the CRC-32 differs")
    }

    @Test func duplicatesAreCounted() throws {
        let found = try #require(findings("duplicate-path", .archive("a", "./a", "b", "a")).first)
        #expect(found.count == 3)
        #expect(found.message == "'a' is the path of 3 members: each overwrites the one before, and the last one stays")
    }

    @Test func eachLaterNameIsReportedOnce() {
        let found = findings("case-clash", .directory(["x/A", "x/a", "x/b"]))
        #expect(found.map(\.location.path) == ["/opt/ml/model/x/a"])
        #expect(found.map { $0.related.map(\.path) } == [["/opt/ml/model/x/A"]])
        #expect(findings("case-clash", .directory(["AB", "Ab", "aB", "ab"])).count == 3)
    }

    @Test func pointersTellTheSizeThatWasMeant() throws {
        let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 123\n"
        let artifact = Artifact.directory(["model.bin"], contents: ["model.bin": pointer])
        let found = try #require(findings("git-lfs-pointer", artifact).first)
        #expect(found.message == "'model.bin' is a Git LFS pointer for a file of 123 bytes, not the file itself")
    }

    @Test func namesAreSafeToShow() throws {
        let found = try #require(findings("link-member", .archive([.member("a\n\u{1B}", .hardLink, to: "b\r")])).first)
        #expect(found.message.contains("'a\\n\\x1b'") && found.message.contains("'b\\r'"))
    }

    @Test func whatExplainsItselfIsSaidOnce() {
        let misnamed = Artifact.file("model.tar.gz", size: 0, "an empty file", isNamedTarGzip: true)
        #expect(misnamed.findings().map(\.rule) == ["not-a-gzip-tar"])
        let prefixed = Artifact.listing("s3://mybucket/a.tar.gz", [], as: Combination(.prefix, .gzip))
        #expect(prefixed.findings().map(\.rule) == ["unsupported-combination"])
    }
}
