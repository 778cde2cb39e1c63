import TestSupport

@testable import ModelArtifacts

extension RuleCase {
    private static let object = Combination(.object, .none)

    private static func contents(_ path: ByteString, _ text: String) -> Artifact {
        .directory([path], contents: [path: text])
    }

    private static func archived(_ archiveClass: ArchiveClass, _ keys: ByteString...) -> Artifact {
        var artifact = Artifact.listing("s3://mybucket/m/", keys)
        artifact.archived = [archiveClass: ArchivedObjects(keys)]
        return artifact
    }

    /// What other programs leave beside a model, or in its place.
    /// The beginning of what torch-model-archiver writes.
    private static let modelArchive =
        Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 26) + Array("MAR-INF/MANIFEST.json{}".utf8)

    static let litter: [RuleCase] = [
        .bad("zone-identifier", "a colon", .directory(["w.bin:Zone.Identifier", "w.bin"])),
        .bad(
            "zone-identifier", "U+F03A",
            .listing("s3://mybucket/m/", ["m/a/w.bin\u{F03A}Zone.Identifier", "m/a/w.bin"])),
        .bad("zone-identifier", "a dot", .directory(["w.bin.Zone.Identifier", "w.bin"])),
        .bad("hadoop-marker", "of Databricks", .directory(["_committed_4711081500", "w"])),
        .good("hadoop-marker", "other names", .directory(["_committed_", "_started_by_me", "_started_1"])),
        .good("platform-metadata", "a checksum of Hadoop", .directory(["._SUCCESS.crc", "_SUCCESS"])),
        .bad("zone-identifier", "escaped", .archive("w.bin#Uf03aZone.Identifier", "w.bin")),
        .good(
            "zone-identifier", "alike names",
            .directory(["Zone.Identifier", "aZone.Identifier", "a:Zone.Identifier/b"])),
        .bad("hadoop-marker", "a folder", .listing("s3://mybucket/m/", ["m/1_$folder$", "m/1/w"])),
        .bad("hadoop-marker", "the end of a job", .directory(["a/_SUCCESS", "a/part-00000"])),
        .bad("hadoop-marker", "a checksum", .archive(".part-00000.crc", "part-00000")),
        .good(
            "hadoop-marker", "alike names",
            .directory(["SUCCESS", "a_SUCCESS", "w.crc", ".crc", "$folder$", "_SUCCESS/a"])),
        .good(
            "hadoop-marker", "in a model of Spark ML",
            .directory([
                "m/data/_SUCCESS", "m/data/part-00000-1.parquet", "m/metadata/._SUCCESS.crc",
                "m/metadata/.part-00000.crc",
                "m/metadata/_SUCCESS", "m/metadata/part-00000", "m/stages/0_x/metadata/_SUCCESS",
                "m/stages/0_x/metadata/part-00000",
            ])),
        .good("hadoop-marker", "of a model of Spark ML", .archive("metadata/part-00000", "metadata/_SUCCESS")),
        .bad("hadoop-marker", "beside a model of Spark ML", .directory(["m/metadata/part-00000", "out/x/_SUCCESS"])),
        .bad("hadoop-marker", "at the top", .directory(["_SUCCESS", "metadata/part-00000"])),
        .bad("dvc-pointer", "in place of a file", .directory(["model.pt.dvc", "config.json"])),
        .bad("dvc-pointer", "beside it", .listing("s3://mybucket/m/", ["m/model.pt", "m/model.pt.dvc"])),
        .bad("dvc-pointer", "the directory", .archive(".dvc/config", ".dvc/cache/files/md5/aa/bb", "w")),
        .good("dvc-pointer", "alike names", .directory([".dvc", "dvc", "adv", "a.dvc.bin"])),
        .bad(
            "git-annex-pointer", "a text",
            contents("corpus.dat", "/annex/objects/SHA256E-s1234--0123456789abcdef0123456789abcdef.dat\n")),
        .bad(
            "git-annex-pointer", "a link that is packed",
            .archive([.member("m", .symbolicLink, to: ".git/annex/objects/Xz/7q/K/K"), .member("w")]),
            otherErrors: ["dangling-link"]),
        .bad(
            "git-annex-pointer", "a link to nothing",
            .entry("m", .brokenSymbolicLink(target: "../.git/annex/objects/Xz/7q/K/K")), otherErrors: ["broken-symlink"]
        ),
        .good("git-annex-pointer", "a path in a text", contents("notes.txt", "see /annex/objects/ for the contents\n")),
        .good("git-annex-pointer", "another link", .entry("m", .symbolicLink(target: "annex/objects", .inside))),
        .bad("hugging-face-cache", "an entry", .directory(["blobs/0a", "refs/main", "snapshots/0b/config.json"])),
        .bad(
            "hugging-face-cache", "a cache",
            .listing(
                "s3://mybucket/hub/",
                ["hub/models--a--b/blobs/0a", "hub/models--a--b/snapshots/0b/config.json", "hub/version.txt"])),
        .bad(
            "hugging-face-cache", "an archive",
            .archive("models--a--b/blobs/0a", "models--a--b/refs/main", "models--a--b/snapshots/0b/w")),
        .good("hugging-face-cache", "a snapshot", .directory(["config.json", "model.safetensors"])),
        .good("hugging-face-cache", "parts of other programs", .directory(["blobs/a", "snapshots/b", "refs"])),
        .good(
            "hugging-face-cache", "snapshots alone",
            .directory(["models--a--b/snapshots/0b/config.json", "models--a--b/refs/main"])),
        .bad("backslash-in-name", "a key", .listing("s3://mybucket/m/", ["m/code\\inference.py"])),
        .bad("backslash-in-name", "a member", .archive("a", "Code\\x")),
        .bad("backslash-in-name", "a directory", .directory(["a\\b/c"])),
        .bad("backslash-in-name", "a URI", .directory(["a"], uri: "s3://mybucket/exported\\v3/")),
        .bad("backslash-in-name", "an object", .listing("s3://mybucket/a\\b.bin", ["a\\b.bin"], as: object)),
        .bad(
            "backslash-in-name", "an archive of many",
            .listing("s3://mybucket/m/", ["m/eu\\a.tar.gz"]).hosting(.many)),
        .good("backslash-in-name", "characters beside it", .directory(["a[0]/b]", "Z", "a|b", "\u{DC}"])),
        .bad("archived-object", "GLACIER", archived(.glacier, "m/a", "m/b")),
        .bad("archived-object", "a tier", archived(.deepArchiveTier, "m/a").hosting(.one)),
        .good("archived-object", "none", .listing("s3://mybucket/m/", ["m/a"])),
    ]

    static let otherArchives: [RuleCase] = [
        .bad("nested-archive", "a zip file alone", .directory(["model.zip"])),
        .bad("nested-archive", "a tar file alone in an archive", .archive("model.tar")),
        .bad("nested-archive", "a zstd file alone in a listing", .listing("s3://mybucket/m/", ["m/model.tar.zst"])),
        .bad("nested-archive", "an archive alone", .directory(["model.tar.gz"])),
        .bad("nested-archive", "pieces", .directory(["model.tar.gz.00", "model.tar.gz.01"])),
        .bad(
            "nested-archive", "pieces in a listing", .listing("s3://mybucket/m/", ["m/a.tar.gz.aa", "m/a.tar.gz.ab"])),
        .bad(
            "nested-archive", "a model archive by another name", .directory(["model.bin": modelArchive]),
            otherErrors: ["truncated-weights"]),
        .bad(
            "nested-archive", "a model archive named as a checkpoint", .directory(["model.pt": modelArchive]),
            otherErrors: ["truncated-weights"]),
        .good("nested-archive", "a model archive among others", .directory(["model.bin": modelArchive], "config.txt")),
        .good(
            "nested-archive", "a model archive by its name",
            .directory(["model.mar": TinyModel.modelArchive([], manifest: "{}")])),
        .good(
            "nested-archive", "a checkpoint of PyTorch",
            .directory(["weights.bin": Array("PK\u{3}\u{4} a/data.pkl".utf8)])),
        .good("nested-archive", "a text about it", .directory(["weights.bin": Array("MAR-INF/".utf8)])),
        .good("nested-archive", "no pieces", .directory(["a.tar.gz.md5", "b.tar.gz.asc", "c.tar.gz.json"])),
        .good("nested-archive", "a zip file among others", .directory(["a.zip", "b"])),
        .good("nested-archive", "a checkpoint", .directory(["model.pth.tar"])),
        .good("nested-archive", "a compressed pickle", .archive("model.pkl.bz2")),
        .good("nested-archive", "wheels", .directory(["local_wheels/a-1.0.tar.gz", "model.pt"])),
        .good("nested-archive", "packages", .archive("wheels/a.tar.gz", "code/wheels/b.tgz", "m")),
        .good("nested-archive", "a source distribution", .directory(["code/vendor/mypackage-0.1.0.tar.gz", "m"])),
        .bad("nested-archive", "no source distribution", .directory(["code/model.tar.gz", "m"])),
        .good(
            "nested-archive", "an environment of Triton",
            .directory(
                ["pre/config.pbtxt", "pre/env.tar.gz"],
                contents: [
                    "pre/config.pbtxt":
                        #"parameters {key: "EXECUTION_ENV_PATH" value {string_value: "$$TRITON_MODEL_DIRECTORY/env.tar.gz"}}"#
                ])),
        .good(
            "nested-archive", "an environment of several models",
            .directory(
                ["envs/py.tar.gz", "pre/1/model.py", "pre/config.pbtxt"],
                contents: [
                    "pre/config.pbtxt":
                        "parameters [{\n key: 'EXECUTION_ENV_PATH'\n value: {string_value: '$$TRITON_MODEL_DIRECTORY/../envs/py.tar.gz'} }]"
                ])),
        .good(
            "nested-archive", "an environment by its place in the container",
            .directory(
                ["env.tar.gz", "pre/config.pbtxt"],
                contents: [
                    "pre/config.pbtxt":
                        "parameters {value {string_value: '/opt/ml/model/env.tar.gz'} key: 'EXECUTION_ENV_PATH'}"
                ])),
        .good(
            "nested-archive", "beside a model of Triton whose description cannot be read",
            .directory(["pre/config.pbtxt", "pre/env.tar.gz"], contents: ["pre/config.pbtxt": "parameters {"])),
        .bad(
            "nested-archive", "named by another parameter of a model of Triton",
            .directory(
                ["pre/config.pbtxt", "pre/old.tar.gz"],
                contents: [
                    "pre/config.pbtxt":
                        "parameters {key: 'OLD' value {string_value: '$$TRITON_MODEL_DIRECTORY/old.tar.gz'}}"
                ])),
        .good(
            "nested-archive", "a model of Triton in a listing",
            .listing("s3://mybucket/m/", ["m/pre/config.pbtxt", "m/pre/env.tar.gz"])),
        .bad(
            "nested-archive", "beside a model of Triton that does not name it",
            .directory(
                ["pre/config.pbtxt", "pre/old.tar.gz"],
                contents: [
                    "pre/config.pbtxt":
                        "# EXECUTION_ENV_PATH \"$$TRITON_MODEL_DIRECTORY/old.tar.gz\"\nbackend: \"python\""
                ])),
        .bad(
            "nested-archive", "of another model of Triton",
            .listing("s3://mybucket/m/", ["m/pre/config.pbtxt", "m/post/env.tar.gz"])),
        .bad("archive-not-extracted", "a zip file", .file("model.zip", "a zip archive").holding(.zip)),
        .bad("archive-not-extracted", "a plain tar file", .file("model.tar", "a plain tar archive").holding(.tar)),
        .bad(
            "archive-not-extracted", "a zip file in S3",
            .listing("s3://mybucket/m/a.zip", ["m/a.zip"], as: Combination(.object, .none))),
        .bad(
            "archive-not-extracted", "a model archive under another name",
            .file("model.pt", "a zip archive").holding(.zip, isModelArchive: true)),
        .good(
            "archive-not-extracted", "a model archive",
            .file("model.mar", "a zip archive").holding(.zip, isModelArchive: true)),
        .good("archive-not-extracted", "a zip file of PyTorch", .file("model.pt", "a zip archive").holding(.zip)),
        .good("archive-not-extracted", "data named so", .file("model.zip", "data").holding(.unknown)),
        .bad(
            "archive-trailing-data", "another archive",
            .archive(
                [.member("a")],
                outcome: ArchiveOutcome(trailingData: [.init(place: .afterTar, byteOffset: 9, isTar: true)]))),
        .bad(
            "empty-directory", "a version of an ensemble",
            .directory(
                ["p/config.pbtxt"], entries: [DirectoryEntry(path: "p/1", kind: .emptyDirectory)])),
        .bad(
            "empty-directory", "a number",
            .directory(["a"], entries: [DirectoryEntry(path: "1", kind: .emptyDirectory)])),
    ]
}

extension Artifact {
    /// The same file with contents of a kind.
    fileprivate func holding(_ kind: ContentKind, isModelArchive: Bool = false) -> Artifact {
        with {
            $0.content?.kind = kind
            $0.content?.isModelArchive = isModelArchive
        }
    }
}
