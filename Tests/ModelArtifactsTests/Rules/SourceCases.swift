@testable import ModelArtifacts

extension RuleCase {
    private static let object = Combination(.object, .none)
    private static let gzip = Combination(.object, .gzip)
    private static let prefix = Combination(.prefix, .none)

    private static func uri(_ text: ByteString, _ combination: Combination = Combination(.prefix, .none)) -> Artifact {
        .directory(["weights"], as: combination, uri: text)
    }

    static let uris: [RuleCase] = [
        .bad("prefix-without-slash", "no slash", .listing("s3://mybucket/model", ["model/a", "model-old/a"])),
        .bad("prefix-without-slash", "a bucket", uri("s3://mybucket")),
        .good("prefix-without-slash", "a slash", uri("s3://mybucket/model/")),
        .good("prefix-without-slash", "a bucket with a slash", uri("s3://mybucket/")),
        .good("prefix-without-slash", "an object", .listing("s3://mybucket/a", ["a"], as: object)),
        .good("prefix-without-slash", "no URI", .directory(["a"])),
        .bad("object-uri-ends-with-slash", "a prefix", .listing("s3://mybucket/model/", ["model/"], as: object)),
        .bad("object-uri-ends-with-slash", "an archive", .archive("a").with { $0.uri = S3URI("s3://mybucket/model/") }),
        .good("object-uri-ends-with-slash", "an object", .listing("s3://mybucket/a", ["a"], as: object)),
        .good("object-uri-ends-with-slash", "a bucket", .listing("s3://mybucket/", [], as: object)),
        .bad("invalid-s3-uri", "no scheme", uri("mybucket/model/")),
        .bad("invalid-s3-uri", "no bucket", uri("s3:///model/")),
        .bad("invalid-s3-uri", "an impossible bucket", uri("s3://a/model/")),
        .bad("invalid-s3-uri", "an ARN", uri("s3://arn:aws:s3:::x/model/")),
        .bad(
            "invalid-s3-uri", "1,025 characters", uri("s3://mybucket/" + .many("é", 1010) + "/")),
        .bad(
            "invalid-s3-uri", "too long for an object",
            .listing("s3://mybucket/" + .many("a", 1100), [.many("a", 1100)], as: object),
            otherErrors: ["name-too-long"]),
        .bad("invalid-s3-uri", "not UTF-8", uri("s3://mybucket/" + ByteString([0xFF, 0x2F]))),
        .bad("invalid-s3-uri", "a line break", uri("s3://mybucket/a\nb/")),
        .bad("invalid-s3-uri", "a line break of old", uri("s3://mybucket/a\rb/")),
        .bad("invalid-s3-uri", "a line separator", uri("s3://mybucket/a\u{2028}b/")),
        .good("invalid-s3-uri", "a letter with an accent", uri("s3://mybucket/\u{E9}/")),
        .bad("invalid-s3-uri", "an object without a key", .listing("s3://mybucket/", [], as: object)),
        .good("invalid-s3-uri", "a prefix", uri("s3://mybucket/model/")),
        .good("invalid-s3-uri", "1,024 characters", uri("s3://mybucket/" + .many("é", 400) + "/")),
        .good("invalid-s3-uri", "no URI", .directory(["a"])),
        .bad("legacy-bucket-name", "upper case", uri("s3://MyBucket/model/")),
        .bad("legacy-bucket-name", "an underscore", uri("s3://my_bucket/model/")),
        .good("legacy-bucket-name", "dots and hyphens", uri("s3://my-bucket.example/model/")),
        .bad("https-uri", "virtual-hosted", uri("https://mybucket.s3.us-east-1.amazonaws.com/model/")),
        .bad("https-uri", "another host", uri("https://models.example.com/model/")),
        .bad("https-uri", "a website", uri("https://mybucket.s3-website-us-west-2.amazonaws.com/model/")),
        .good("https-uri", "s3", uri("s3://mybucket/model/")),
        .bad(
            "manifest-inside-prefix", "inside",
            uri("s3://mybucket/model/").with { $0.manifestURI = "s3://mybucket/model/m.csv" }),
        .good(
            "manifest-inside-prefix", "beside",
            uri("s3://mybucket/model/").with { $0.manifestURI = "s3://mybucket/model.csv" }),
        .good(
            "manifest-inside-prefix", "another bucket",
            uri("s3://mybucket/model/").with { $0.manifestURI = "s3://other/model/m.csv" }),
    ]

    static let sources: [RuleCase] = [
        .bad("unsupported-combination", "a directory", .directory(["a"], as: Combination(.prefix, .gzip))),
        .bad(
            "unsupported-combination", "no slash",
            .listing("s3://mybucket/model.tar.gz", [], as: Combination(.prefix, .gzip))),
        .good("unsupported-combination", "an archive", .archive("a")),
        .good("unsupported-combination", "a directory as archive", .directory(["a"], as: gzip)),
        .bad("directory-as-object", "a directory", .directory(["a"], as: object)),
        .good("directory-as-object", "under a prefix", .directory(["a"])),
        .good("directory-as-object", "packed", .directory(["a"], as: gzip)),
        .bad("not-a-gzip-tar", "Gzip is chosen", .file("model.zip", "a zip archive", as: gzip, isExplicit: true)),
        .bad("not-a-gzip-tar", "named like one", .file("model.tar.gz", "a plain tar archive", isNamedTarGzip: true)),
        .bad("not-a-gzip-tar", "empty", .file("model.tar.gz", size: 0, "an empty file", isNamedTarGzip: true)),
        .good(
            "not-a-gzip-tar", "None is chosen",
            .file("model.tgz", "a plain tar archive", isNamedTarGzip: true, isExplicit: true)),
        .good("not-a-gzip-tar", "another name", .file("model.bin", "data")),
        .good("not-a-gzip-tar", "an archive", .archive("a")),
        .bad(
            "not-a-model-archive", "weights among many models",
            .listing("s3://mybucket/m/", ["m/", "m/a.tar.gz", "m/b/weights.bin"]).hosting(.many)),
        .bad("not-a-model-archive", "a directory", .directory(["a.tgz", "README.md"]).hosting(.many)),
        .bad(
            "not-a-model-archive", "an empty archive",
            .listing("s3://mybucket/m/", ["m/a.tar.gz"], size: 0).hosting(.many)),
        .good(
            "not-a-model-archive", "archives and folder markers",
            .listing("s3://mybucket/m/", ["m/", "m/eu/", "m/eu/a.tar.gz", "m/b.tgz"]).hosting(.many)),
        .good("not-a-model-archive", "one model", .directory(["weights.bin"])),
        .good(
            "folder-marker", "many models", .listing("s3://mybucket/m/", ["m/eu/", "m/eu/a.tar.gz"]).hosting(.many)),
        .good("prefix-marker", "many models", .listing("s3://mybucket/m/", ["m/", "m/a.tar.gz"]).hosting(.many)),
        .good("prefix-without-slash", "many models", .listing("s3://mybucket/m", ["m/a.tar.gz"]).hosting(.many)),
        .good("nested-archive", "many models", .directory(["a.tar.gz", "b/c.tgz"]).hosting(.many)),
        .bad("no-objects", "no archive of many models", .directory(["README.md"]).hosting(.many)),
        .good("no-objects", "an archive of many models", .directory(["a.tar.gz"]).hosting(.many)),
        .bad("no-objects", "a directory", .directory([])),
        .bad("no-objects", "an archive", .archive([.member("./", .directory)])),
        .bad("no-objects", "an empty file", .file("weights", size: 0, "an empty file")),
        .bad("no-objects", "a prefix", .listing("s3://mybucket/model/", ["modle/a"])),
        .bad("no-objects", "an object", .listing("s3://mybucket/model/a", ["model/b"], as: object)),
        .bad("no-objects", "an archive in S3", .listing("s3://mybucket/a.tar.gz", ["b.tar.gz"], as: gzip)),
        .bad(
            "no-objects", "only a folder marker", .listing("s3://mybucket/a/", ["a/"]), otherErrors: ["prefix-marker"]),
        .good("no-objects", "a directory", .directory(["a"])),
        .good("no-objects", "an object", .listing("s3://mybucket/model/a", ["model/a"], as: object)),
        .good("no-objects", "an archive in S3", .listing("s3://mybucket/a.tar.gz", ["a.tar.gz"], as: gzip)),
        .good(
            "no-objects", "a damaged archive", .archive([], outcome: ArchiveOutcome(damage: .init(message: "cut off")))),
        .good("no-objects", "not inspected", .directory([]).with { $0.isInspected = false }),
        .good("no-objects", "an unsupported combination", .directory([], as: Combination(.prefix, .gzip))),
        .bad("exceeds-volume", "files", .directory(["a", "b"]).with { $0.volumeSize = 19 }),
        .bad("exceeds-volume", "archive and contents", .archive("a").with { $0.volumeSize = 1009 }),
        .good("exceeds-volume", "files", .directory(["a", "b"]).with { $0.volumeSize = 20 }),
        .good("exceeds-volume", "archive and contents", .archive("a").with { $0.volumeSize = 1010 }),
        .bad("not-inspected", "no source", .directory([]).with { $0.isInspected = false }),
        .bad("not-inspected", "an archive in S3", .listing("s3://mybucket/a.tar.gz", ["a.tar.gz"], as: gzip)),
        .good("not-inspected", "an archive", .archive("a")),
        .good("not-inspected", "a listing", .listing("s3://mybucket/a/", ["a/b"])),
        .bad("key-outside-prefix", "a listing of the bucket", .listing("s3://mybucket/a/", ["a/b", "logs/1", "a"])),
        .bad("key-outside-prefix", "an object", .listing("s3://mybucket/a", ["a", "b"], as: object)),
        .good("key-outside-prefix", "only the prefix", .listing("s3://mybucket/a/", ["a/b"])),
        .bad("listing-of-other-bucket", "a copy", .listing("s3://mybucket/a/", ["a/b"]).listed(in: "other")),
        .good("listing-of-other-bucket", "the same", .listing("s3://mybucket/a/", ["a/b"]).listed(in: "mybucket")),
        .good("listing-of-other-bucket", "nothing", .listing("s3://mybucket/a/", ["a/b"])),
        .good(
            "listing-of-other-bucket", "an access point",
            .listing("s3://mybucket/a/", ["a/b"]).listed(in: "point-0123456789abcdef-s3alias")),
    ]
}
