@testable import ModelArtifacts

extension RuleCase {
    private static func keys(_ paths: ByteString...) -> Artifact {
        .listing("s3://mybucket/model/", paths.map { "model/" + $0 })
    }

    static let names: [RuleCase] = [
        .bad("empty-name", "two slashes", keys("a//b")),
        .bad("empty-name", "a slash after the prefix", keys("/a")),
        .bad("empty-name", "a blank file", keys("a/ ")),
        .bad("empty-name", "a blank directory", keys(" \t/a")),
        .bad("empty-name", "a blank beyond ASCII", keys("\u{3000}")),
        .bad("empty-name", "a long run of slashes", keys("a" + .many("/", 900) + "b")),
        .good("empty-name", "a name with a space", keys("a b", " c")),
        .good("empty-name", "a folder marker", keys("a/", "a/b")),
        .good("empty-name", "an archive", .archive("", "./", "a//b")),
        .bad("null-byte", "a file", keys("a\0b")),
        .bad("null-byte", "a directory", keys("a\0b/c")),
        .bad("null-byte", "a member", .archive("a\0b")),
        .good("null-byte", "the digit", keys("a0b")),
        .bad("name-too-long", "256 bytes", keys(.many("a", 256))),
        .bad("name-too-long", "a directory", keys(.many("a", 256) + "/b")),
        .bad("name-too-long", "128 letters of two bytes", keys(.many("é", 128))),
        .bad("name-too-long", "a member", .archive(.many("a", 256))),
        .bad("name-too-long", "a path of 4,096 bytes", .archive("weights", .many("a/", 2047) + "bc")),
        .good("name-too-long", "255 bytes", keys(.many("a", 255))),
        .good("name-too-long", "a path of 4,095 bytes", .archive("./" + .many("a/", 2047) + "b")),
        .bad("dot-name", "a single dot", keys("./a")),
        .bad("dot-name", "a double dot", keys("a/../b")),
        .bad("dot-name", "a file", keys("a/..")),
        .good("dot-name", "three dots", keys("...", ".a")),
        .good("dot-name", "an archive", .archive("./a", ".")),
        .bad("name-clash", "a key and a key below it", keys("weights", "weights/part1")),
        .bad("name-clash", "a member and a directory", .archive([.member("a"), .member("a", .directory)])),
        .good("name-clash", "alike beginnings", keys("weights", "weights-old", "weights.d/part1")),
        .good("name-clash", "a file and a folder marker", keys("weights", "weights/")),
        .bad("case-clash", "files", keys("Config.json", "config.json")),
        .bad("case-clash", "directories", keys("A/x", "a/y")),
        .bad("case-clash", "a file and a directory", keys("Weights", "weights/a")),
        .bad("case-clash", "beyond ASCII", keys("É", "é")),
        .good("case-clash", "different directories", keys("a/Config.json", "b/config.json")),
        .good("case-clash", "normalisation", keys("e\u{301}", "\u{E9}")),
        .good("case-clash", "the same bytes", keys("A", "A/b")),
        .bad("unicode-clash", "files", keys("e\u{301}", "\u{E9}")),
        .bad("unicode-clash", "directories", keys("x/e\u{301}/a", "x/\u{E9}/a")),
        .good("unicode-clash", "case", keys("É", "é")),
        .good("unicode-clash", "different directories", keys("a/e\u{301}", "b/\u{E9}")),
        .good("unicode-clash", "not UTF-8", keys(ByteString([0xE9]), ByteString([0xE8]))),
        .bad("duplicate-path", "a key twice", keys("a", "b", "a")),
        .bad("duplicate-path", "two spellings of a member", .archive("weights", "./weights")),
        .good(
            "duplicate-path", "directories twice",
            .archive([.member("a/", .directory), .member("a", .directory), .member("a/b")])),
        .good("duplicate-path", "a folder marker twice", keys("a/", "a/", "a/b")),
    ]

    static let objects: [RuleCase] = [
        .bad("folder-marker", "below the prefix", keys("weights/", "weights/part1")),
        .bad("folder-marker", "with a second slash", keys("weights//", "a"), otherErrors: ["empty-name"]),
        .good("folder-marker", "no marker", keys("weights/part1")),
        .good("folder-marker", "the prefix's own", keys("", "weights")),
        .bad("prefix-marker", "the prefix", keys("", "weights")),
        .good("prefix-marker", "one below", keys("weights/", "weights/part1")),
        .bad("key-too-long", "1,025 bytes", keys(.many("abcd/", 203) + "abcd")),
        .bad("key-too-long", "no URI", .directory([.many("abcd/", 205) + "a"])),
        .bad("key-too-long", "an archive", .archive("a").with { $0.uri = S3URI("s3://b-1/" + .many("é", 513)) }),
        .good("key-too-long", "1,024 bytes", keys(.many("abcd/", 203) + "abc")),
        .bad("key-not-utf8", "Latin-1", keys(ByteString([0x63, 0xE9]))),
        .good("key-not-utf8", "UTF-8", keys("café")),
        .bad("key-not-utf8", "a member", .archive(ByteString([0x63, 0xE9]))),
        .bad(
            "object-too-large", "more than S3 holds",
            .listing("s3://mybucket/model/", ["model/a"], size: 53_687_091_200_001)),
        .bad(
            "object-too-large", "more than the uploader sends",
            .listing("s3://mybucket/model/", ["model/a"], size: 160_000_000_000)
                .with { $0.uploadRule = UploadRule(.s3cmd) }),
        .good(
            "object-too-large", "as much as S3 holds",
            .listing("s3://mybucket/model/", ["model/a"], size: 53_687_091_200_000)),
        .good("object-too-large", "no size", .listing("s3://mybucket/model/", ["model/a"], size: nil)),
    ]
}
