@testable import ModelArtifacts

extension RuleCase {
    private static func link(_ name: ByteString, to target: ByteString, _ others: ArchiveMember...) -> Artifact {
        .archive([.member(name, .symbolicLink, to: target)] + others)
    }

    private static func hardLink(_ name: ByteString, to target: ByteString, _ others: ArchiveMember...) -> Artifact {
        .archive([.member("a")] + others + [.member(name, .hardLink, to: target)])
    }

    static let archives: [RuleCase] = [
        .bad("path-traversal", "out of the directory", .archive("a", "../b")),
        .bad("path-traversal", "inside", .archive("a/../b")),
        .bad("path-traversal", "to the root", .archive("a", "a/..")),
        .bad("path-traversal", "a directory", .archive([.member("a"), .member("../", .directory)])),
        .good("path-traversal", "dots in a name", .archive("..a", "a..", "...")),
        .bad("absolute-path", "a file", .archive("/etc/passwd", "a")),
        .bad("absolute-path", "with parents", .archive("/../a", "a"), otherErrors: ["path-traversal"]),
        .good(
            "absolute-path", "the root entries",
            .archive([
                .member("/", .directory), .member("./", .directory), .member("", .directory),
                .member("//.", .directory),
                .member("a"),
            ])),
        .bad("link-escape", "relative", link("a/b", to: "../../c")),
        .bad("link-escape", "absolute", link("a", to: "/opt/ml/model/b", .member("b"))),
        .bad("link-escape", "a hard link", hardLink("b/c", to: "../a")),
        .good("link-escape", "to a sibling", link("a/b", to: "../c", .member("c"))),
        .good("link-escape", "a hard link", hardLink("b/c", to: "a")),
        .bad("link-member", "symbolic", link("b", to: "c", .member("c"))),
        .bad("link-member", "hard", hardLink("b", to: "./a")),
        .good("link-member", "files", .archive("a", "b")),
        .bad("dangling-link", "symbolic", link("b/c", to: "a", .member("a"))),
        .bad("dangling-link", "hard", hardLink("b/c", to: "c")),
        .bad("dangling-link", "a circle", link("b", to: "c/x", .member("c", .symbolicLink, to: "b/y"))),
        .bad(
            "dangling-link", "no target", .archive([.member("a"), .member("a/b", .hardLink, to: "z")]),
            otherErrors: ["name-clash"]),
        .bad(
            "dangling-link", "a hard link before its target",
            .archive([.member("b", .hardLink, to: "./a"), .member("a")])),
        .good(
            "dangling-link", "hard links behind their target",
            .archive([.member("a"), .member("b", .hardLink, to: "a"), .member("c", .hardLink, to: "b"), .member("d")])),
        .good("dangling-link", "a file", link("b/c", to: "../a", .member("a"))),
        .good("dangling-link", "a directory", link("b", to: "a/", .member("a/", .directory))),
        .good("dangling-link", "a directory without a member", link("b", to: "a", .member("a/x"))),
        .good("dangling-link", "the root", link("b", to: ".", .member("a"))),
        .good(
            "dangling-link", "through another link",
            link("b", to: "c/x", .member("c", .symbolicLink, to: "d"), .member("d/x"))),
        .good("dangling-link", "a link that escapes", link("b", to: "../x")),
        .bad("special-member", "a FIFO", .archive([.member("a"), .member("f", .fifo)])),
        .bad("special-member", "a device", .archive([.member("a"), .member("sda", .blockDevice)])),
        .bad("special-member", "a volume label", .archive([.member("a"), .member("label", .special(0x56))])),
        .good("special-member", "a directory", .archive([.member("a/", .directory), .member("a/b")])),
        .bad("unreadable-member", "a file", .archive([.member("a", mode: 0o044)])),
        .bad("unreadable-member", "a directory", .archive([.member("a", .directory, mode: 0o644), .member("a/b")])),
        .good("unreadable-member", "only the owner", .archive([.member("a", mode: 0o400)])),
        .bad("wrapped-in-directory", "one directory", .archive("model/config.json", "model/weights")),
        .bad("wrapped-in-directory", "one file", .archive("./model/weights")),
        .bad("wrapped-in-directory", "with macOS files", .archive("._model", "model/weights", "__MACOSX/._model")),
        .bad(
            "wrapped-in-directory", "a directory to pack", .directory(["m/a", "m/b"], as: Combination(.object, .gzip))),
        .good("wrapped-in-directory", "a file beside it", .archive("model/weights", "config.json")),
        .good("wrapped-in-directory", "two directories", .archive("a/x", "b/x")),
        .good("wrapped-in-directory", "a version", .archive("1/saved_model.pb")),
        .good("wrapped-in-directory", "code", .archive("code/inference.py")),
        .good("wrapped-in-directory", "Triton", .archive("resnet/config.pbtxt", "resnet/1/model.onnx")),
        .good("wrapped-in-directory", "TensorFlow Serving", .archive("half_plus_two/1/saved_model.pb")),
        .good("wrapped-in-directory", "TensorFlow Serving, deeper", .archive("export/Servo/1/saved_model.pb")),
        .good("wrapped-in-directory", "DJL", .archive("m/serving.properties", "m/model.safetensors")),
        .good("wrapped-in-directory", "code of DJL", .archive("m/model.py", "m/requirements.txt")),
        .bad("wrapped-in-directory", "DJL one level too deep", .archive("a/m/serving.properties", "a/m/weights")),
        .bad("wrapped-in-directory", "a version that is no number", .archive("v1/saved_model.pb")),
        .bad("wrapped-in-directory", "a repository of Triton in a directory", .archive("r/m/config.pbtxt", "r/m/1/x")),
        .bad(
            "wrapped-in-directory", "TensorFlow Serving among many models",
            .archive("half_plus_two/1/saved_model.pb").hosting(.oneOfMany)),
        .bad(
            "wrapped-in-directory", "TensorFlow Serving among many models, beside another file",
            .archive("half_plus_two/1/saved_model.pb", "README.md").hosting(.oneOfMany)),
        .good("wrapped-in-directory", "a model archive of TorchServe", .archive("mm/m.pt", "mm/MAR-INF/MANIFEST.json")),
        .bad(
            "wrapped-in-directory", "a model archive of TorchServe too deep",
            .archive("a/mm/m.pt", "a/mm/MAR-INF/MANIFEST.json")),
        .bad(
            "wrapped-in-directory", "TensorFlow Serving, told, among many models",
            .archive("half_plus_two/1/saved_model.pb").hosting(.oneOfMany)
                .served(by: .tensorFlowServing)),
        .good(
            "wrapped-in-directory", "TensorFlow Serving, told",
            .archive("m/v1/saved_model.pb").served(by: .tensorFlowServing)),
        .good(
            "wrapped-in-directory", "a version among many models",
            .archive("1/saved_model.pb", "1/assets/2/saved_model.pb").hosting(.oneOfMany)),
        .good(
            "wrapped-in-directory", "Triton among many models",
            .archive("resnet/config.pbtxt", "resnet/1/model.onnx").hosting(.oneOfMany)),
        .good("wrapped-in-directory", "a prefix", .directory(["m/a", "m/b"])),
    ]

    static let archivesAsWhole: [RuleCase] = [
        .bad(
            "archive-corrupt", "cut off",
            .archive(
                [.member("a")],
                outcome: ArchiveOutcome(damage: .init(message: "it ends early", byteOffset: 99, afterMember: "a")))),
        .bad("archive-corrupt", "a member", .archive([.member("a", warning: "bad header")])),
        .good("archive-corrupt", "whole", .archive("a")),
        .good(
            "archive-corrupt", "a name beyond the locale",
            .archive([.member("é", warning: "Pathname can't be converted from UTF-8 to current locale.")])),
        .bad(
            "archive-trailing-data", "after gzip",
            .archive(
                [.member("a")], outcome: ArchiveOutcome(trailingData: [.init(place: .afterGzip, byteOffset: 9)]))),
        .bad(
            "archive-trailing-data", "after tar",
            .archive(
                [.member("a")], outcome: ArchiveOutcome(trailingData: [.init(place: .afterTar, byteOffset: 9)]))),
        .good("archive-trailing-data", "none", .archive("a")),
        .bad(
            "compression-bomb", "zeros",
            .archive(
                [.member("a")], outcome: ArchiveOutcome(compressedBytes: 10_000_000, uncompressedBytes: 1_100_000_000))),
        .bad(
            "compression-bomb", "holes",
            .archive(
                [.member("a")],
                outcome: ArchiveOutcome(compressedBytes: 1000, uncompressedBytes: 2000, memberBytes: 1 << 40))),
        .bad("compression-bomb", "over the limit", .archive([.member("a")], outcome: ArchiveOutcome(exceededSize: 5))),
        .good(
            "compression-bomb", "small",
            .archive(
                [.member("a")], outcome: ArchiveOutcome(compressedBytes: 1000, uncompressedBytes: 1_000_000_000))),
        .good(
            "compression-bomb", "large",
            .archive(
                [.member("a")], outcome: ArchiveOutcome(compressedBytes: .max, uncompressedBytes: .max))),
        .bad("archive-not-extracted", "S3Object", .archive([], as: Combination(.object, .none))),
        .bad("archive-not-extracted", "S3Prefix", .archive([], as: Combination(.prefix, .none))),
        .bad(
            "archive-not-extracted", "in S3",
            .listing("s3://mybucket/a.tar.gz", ["a.tar.gz"], as: Combination(.object, .none))),
        .good("archive-not-extracted", "Gzip", .archive("a")),
        .good(
            "archive-not-extracted", "a file",
            .listing("s3://mybucket/a.bin", ["a.bin"], as: Combination(.object, .none))),
        .bad("nested-archive", "under a prefix", .directory(["code/source.tar.gz", "a"])),
        .bad("nested-archive", "in an archive", .archive("a", "old.tgz")),
        .good(
            "nested-archive", "the source itself",
            .listing("s3://mybucket/a.tgz", ["a.tgz"], as: Combination(.object, .none))),
        .good("nested-archive", "a directory", .directory(["a.tar.gz/b"])),
        .bad("too-many-entries", "members", .archive([.member("a")], outcome: ArchiveOutcome(exceededMembers: 5))),
        .bad("too-many-entries", "links", .entry("a/b", .tooManyEntries(limit: 1000))),
        .good("too-many-entries", "few", .archive("a")),
    ]
}
