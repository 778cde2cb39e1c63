@testable import ModelArtifacts

/// What is called like the things that rules are about, and is another thing: a link, a directory, a name in an archive.
extension RuleCase {
    static let neighbours =
        archivesNearby + archivesForLMI + wrappingsNearby + leftoversNearby + keysNearby + filesNearby + weightsNearby

    private static let archiveCombination = Combination(.object, .gzip)
    private static let one = Combination(.object, .none)

    private static let archivesNearby: [RuleCase] = [
        .good(
            "nested-archive", "a link called like a zip archive",
            .archive([.member("model.zip", .symbolicLink, to: "weights")])),
        .good(
            "nested-archive", "a link called like an archive",
            .archive([.member("a"), .member("old.tar.gz", .symbolicLink, to: "a")])),
        .good(
            "nested-archive", "a checkpoint without an ending",
            .directory(["model": Array("PK\u{3}\u{4} model/data.pkl".utf8)])),
        .bad(
            "nested-archive", "a large zip archive without an ending",
            .directory(["model": Array("PK\u{3}\u{4} model/weights.h5".utf8) + [UInt8](repeating: 0, count: 70_000)])),
        .good(
            "nested-archive", "under another name, as one object",
            .directory(["model.gz": compressedTar]).with { $0.combination = one }),
    ]

    /// DJL takes archives at the top for models, and opens none; a zip file alone in a directory it unpacks.
    private static let archivesForLMI: [RuleCase] = [
        .bad("missing-model-config", "an archive alone, for LMI", model(.djlLMI, ["bert.zip"]), .error),
        .bad("missing-model-config", "archives alone, for LMI", model(.djlLMI, ["a.tar.gz", "b.tgz"]), .error),
        .good("nested-archive", "an archive alone, of which LMI's decision speaks", model(.djlLMI, ["bert.zip"])),
        .good(
            "missing-model-config", "an archive beside a model of the Hub, for LMI",
            model(.djlLMI, ["bert.zip"], ["HF_MODEL_ID": "a/b"])),
        .good("missing-model-config", "a zip file that LMI unpacks", model(.djlLMI, ["m/bert.zip"])),
        .good("nested-archive", "a zip file that LMI unpacks", model(.djlLMI, ["m/bert.zip"])),
        .good("lmi-several-models", "zip files that LMI unpacks", model(.djlLMI, ["m/bert.zip", "n/model.py"])),
        .bad("missing-model-config", "a tar file that LMI leaves alone", model(.djlLMI, ["m/bert.tar.gz"]), .error),
        .bad(
            "nested-archive", "an archive beside a model of LMI", model(.djlLMI, ["m/model.py", "a.tar.gz"]), .warning),
        .good(
            "nested-archive", "an archive that LMI is to load",
            model(
                .djlLMI, ["m/model.py", "a.tar.gz"], ["SERVING_LOAD_MODELS": "file:///opt/ml/model/a.tar.gz"])),
    ]

    /// The files by which Triton knows a version.
    private static let versionFiles: [ByteString] = [
        "model.py", "model.onnx", "model.plan", "model.pt", "model.pt2", "model.xml", "model.graphdef",
    ]

    private static let wrappingsNearby: [RuleCase] =
        versionFiles.map {
            .good("wrapped-in-directory", "Triton, \($0)", .archive("det/1/" + $0, "det/1/labels.txt"))
        } + [
            .bad(
                "wrapped-in-directory", "code called nearly like Triton's",
                .archive("det/1/mymodel.py", "det/1/labels.txt")),
            .bad(
                "wrapped-in-directory", "a manifest that is none of TorchServe's",
                .archive("m/weights", "m/XMAR-INF/MANIFEST.json")),
        ]

    private static let pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "0", count: 64))\nsize 12\n"

    private static let leftoversNearby: [RuleCase] = [
        .good("secret-file", "a directory", .directory([".env/bin/python", "m/id_rsa/a"])),
        .good("config-in-artifact", "a directory", .directory([".optml.json/a"])),
        .good("hadoop-marker", "a directory", .directory(["_SUCCESS/a", "m_$folder$/a"])),
        .good("zone-identifier", "a directory", .directory(["model.bin:Zone.Identifier/a"])),
        .good("dvc-pointer", "a link", .archive([.member("m.pt"), .member("m.pt.dvc", .symbolicLink, to: "m.pt")])),
        .good(
            "git-lfs-pointer", "inside Git", .directory([".git/a/model.bin"], contents: [".git/a/model.bin": pointer])),
        .good(
            "empty-weights", "a file that should be an archive",
            .file("xgboost-model", size: 0, "an empty file", as: archiveCombination)),
    ]

    /// In Latin-1.
    private static let latin = ByteString([0x63, 0x61, 0x66, 0xE9])

    private static func toPack(members: ArchiveMember...) -> Artifact {
        var artifact = Artifact.directory(["a"], as: archiveCombination)
        artifact.members = members
        return artifact
    }

    private static let keysNearby: [RuleCase] = [
        .good("empty-name", "a blank name in an archive", .archive("a/ /b")),
        .good("key-not-utf8", "the file of an archive", .directory([latin], as: archiveCombination)),
        .good(
            "key-not-utf8", "one object, of which the URI tells",
            .listing("s3://mybucket/" + latin, [latin], as: one)),
        .bad("key-not-utf8", "one file", .file(latin, "data"), .error),
        .bad("key-not-utf8", "a name to pack", toPack(members: .member(latin)), .error),
        .good("key-too-long", "a name to pack", .directory([.many("a/", 600) + "b"], as: archiveCombination)),
        .good(
            "key-too-long", "a URI that is too long",
            .listing("s3://mybucket/" + .many("k", 1030), [.many("k", 1030)], as: archiveCombination)),
    ]

    private static func named(_ combination: Combination, isGzipTar: Bool = false) -> Artifact {
        Artifact.file("m.tar.gz", "a text", isNamedTarGzip: true, as: combination).with {
            $0.content?.isGzipTar = isGzipTar
        }
    }

    private static func emptyArchive() -> Artifact {
        var artifact = Artifact.directory(["a.tar.gz"]).hosting(.many)
        artifact.keys = [("a.tar.gz", 0)]
        return artifact
    }

    private static let filesNearby: [RuleCase] = [
        .good("not-a-model-archive", "an empty archive, which is looked into", emptyArchive()),
        .bad("not-a-gzip-tar", "a text", named(archiveCombination)),
        .good("not-a-gzip-tar", "an archive", named(archiveCombination, isGzipTar: true)),
        .good("not-a-gzip-tar", "an archive as one object", named(one, isGzipTar: true)),
        .good(
            "not-a-gzip-tar", "what is not looked into", named(archiveCombination).with { $0.isInspected = false }),
        .good("not-a-gzip-tar", "a combination that does not exist", named(Combination(.prefix, .gzip))),
        .bad(
            "not-a-gzip-tar", "a piece",
            Artifact.file("m.tar.gz.00", "data").with { $0.content?.isPiece = true }),
    ]

    private static let weightsNearby: [RuleCase] = [
        .good(
            "conflicting-weights", "an index of other names",
            .directory(
                ["model-00001-of-00001.safetensors", "model.safetensors.index.json", "other.safetensors"],
                contents: ["model.safetensors.index.json": #"{"weight_map": {"a": "other.safetensors"}}"#])),
        .good(
            "incomplete-saved-model", "other numbered files",
            .directory(["1/saved_model.pb", "1/variables/notes-00000-of-00002"])),
        .good(
            "incomplete-saved-model", "one as text",
            .directory([
                "1/saved_model.pbtxt", "1/variables/variables.index", "1/variables/variables.data-00000-of-00001",
            ])),
    ]
}
