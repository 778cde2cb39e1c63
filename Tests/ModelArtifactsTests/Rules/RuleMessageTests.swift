import Testing

@testable import ModelArtifacts

/// What findings say beyond that there is one.
@Suite struct RuleMessageTests {
    private func findings(_ rule: String, _ artifact: Artifact) -> [Finding] {
        artifact.findings().filter { $0.rule == rule }
    }

    @Test func linksAreGrouped() {
        let links: [(ByteString, DirectoryEntry.LinkReach)] = [
            ("c", .inside), ("b", .inside), ("d", .inside), ("x", .huggingFaceCache), ("y", .outside),
        ]
        let entries = links.map { DirectoryEntry(path: $0, kind: .symbolicLink(target: "t", $1)) }
        let found = findings("symlink", .directory(["a"], entries: entries))
        #expect(found.map(\.count) == [3, 1])
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

    /// The command that checks requests has no options for what a request says.
    @Test func remediesSpeakOfTheRequest() throws {
        var stopped = Artifact.archive([.member("a")], outcome: ArchiveOutcome(exceededSize: 5))
        let raise = try #require(findings("compression-bomb", stopped).first)
        #expect(raise.message.contains("of `--max-size`") && raise.help.contains("raise `--max-size`"))
        stopped.subject.isOfRequest = true
        let check = try #require(findings("compression-bomb", stopped).first)
        #expect(!check.message.contains("--max-size") && check.help.contains("`optml check --max-size`"))
        var listing = Artifact.listing("s3://mybucket/a/", ["a/b", "logs/1"])
        let option = try #require(findings("key-outside-prefix", listing).first)
        #expect(option.help.hasSuffix("check `--s3-uri`"))
        listing.subject.isOfRequest = true
        #expect(findings("key-outside-prefix", listing).first?.help.hasSuffix("check the URI in the request") ?? false)
        // A limit that is not reached, no option raises.
        let full = ArchiveOutcome(compressedBytes: 1000, memberBytes: 1 << 40)
        let large = findings("compression-bomb", .archive([.member("a")], outcome: full)).first
        #expect(!(large?.help.contains("--max-size") ?? true))
    }

    /// Nobody is told to leave out what a container loads first.
    @Test func whatToLeaveOutDependsOnTheContainer() {
        let help = { (names: [ByteString]) -> String in
            let listing = Artifact.listing("s3://mybucket/m/", names.map { "m/" + $0 })
            return findings("redundant-weights", listing).first?.help ?? ""
        }
        let shards: [ByteString] = ["model-00001-of-00001.safetensors", "model.safetensors.index.json"]
        #expect(help(["consolidated.safetensors"] + shards).contains("vLLM takes 'consolidated.safetensors' first"))
        #expect(help(["model.safetensors", "onnx/model.onnx"]).contains("Text Embeddings Inference on processors"))
        #expect(help(["model.safetensors", "pytorch_model.bin"]) == RedundantWeights.rule.remedy)
        #expect(!["onnx", "consolidated"].contains { RedundantWeights.rule.remedy.contains($0) })
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

    /// Of many names the first are told, and how many more there are.
    @Test func manyMissingShards() {
        let message = { (count: Int) in
            findings("missing-shard", .directory([ByteString("model-00001-of-0000\(count).safetensors")])).first?
                .message
                .replacing(".safetensors", with: "").replacing("model-0000", with: "")
        }
        #expect(message(2) == "'1-of-00002' is one of 2 files, and '2-of-00002' is not there")
        #expect(message(3) == "'1-of-00003' is one of 3 files, and '2-of-00003' and '3-of-00003' are not there")
        let three = "'2-of-00004', '3-of-00004' and '4-of-00004'"
        #expect(message(4) == "'1-of-00004' is one of 4 files, and \(three) are not there")
        let more = "'2-of-00006', '3-of-00006', '4-of-00006' and 2 more"
        #expect(message(6) == "'1-of-00006' is one of 6 files, and \(more) are not there")
    }

    /// What becomes of a copy depends on who reads the folder.
    @Test func copiesAreReadByWhomTheyAreSaidToBe() throws {
        func message(
            _ files: [ByteString], _ framework: Framework?, contents: [ByteString: String] = [:]
        ) throws -> String {
            let model = Artifact.directory(files + contents.keys.sorted(), contents: contents)
            let found = findings("conflicting-weights", framework.map { model.served(by: $0) } ?? model)
            return try String(#require(found.first).message.drop { $0 != ":" }.dropFirst(2))
        }
        let files: [ByteString] = ["config.json", "tokenizer.json", "model.safetensors", "model (1).safetensors"]
        let both = "the server reads both, and keeps the tensors of the one that comes last"
        #expect(try message(files, .vllm) == both)
        #expect(try message(files, .sglang) == both)
        let index: [ByteString: String] = [
            "model.safetensors.index.json": #"{"metadata": {}, "weight_map": {"a": "model.safetensors"}}"#
        ]
        #expect(try message(files, .vllm, contents: index) == "the server leaves the copy alone")
        #expect(try message(files, nil) == "servers that read every file of the folder, as TGI does, load both")
        #expect(try message(files, .huggingFace) == "the container has no use for the copy")
        let (two, first): ([ByteString], String) = (
            ["a.gguf", "a (1).gguf"], " takes the first *.gguf by its name, which is the copy"
        )
        #expect(try message(two, nil) == "llama.cpp's container" + first)
        #expect(try message(two, .llamaCpp) == "the container" + first)
        #expect(try message(["b.gguf", "b copy.gguf", "a.gguf"], .llamaCpp) == "the container has no use for the copy")
    }

    /// A piece of a split archive is told as that, and not as whatever its bytes are.
    @Test func piecesTellHowToJoinThem() throws {
        let piece = Artifact.file("m.tar.gz.00", "data").with { $0.content?.isPiece = true }
        let found = try #require(findings("not-a-gzip-tar", piece).first)
        #expect(found.message == "'m.tar.gz.00' is a piece of an archive that was split, which nothing joins")
        #expect(found.help.contains("`cat`"))
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
