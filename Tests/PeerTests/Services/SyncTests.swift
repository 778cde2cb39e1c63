import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// A manifest of a directory is what `aws s3 sync` of it uploads.
@Suite(.enabled(if: MotoServer.isWanted, .init(rawValue: MotoServer.hint)))
struct SyncTests {
    /// Options of the AWS CLI that the tool takes too.
    static let filters: [[String]] = [
        [],
        ["--exclude", "*", "--include", "*.json"],
        ["--exclude", "sub/*", "--include", "sub/keep*", "--exclude", "*.tmp"],
        ["--include", "*.tmp", "--exclude", "*.tmp"],
        ["--exclude=[a-c]*", "--exclude", "?.bin", "--include", "c[!x]*"],
        ["--exclude", ".git/*", "--exclude", "*/linked*", "--exclude", "*\n*"],
    ]

    static let names = [
        "config.json", "a.bin", "b b.bin", "cx.txt", "cy.txt", "x.tmp", "ü.txt", "u\u{308}.txt", "q'uo\"te",
        "per%41cent+plus&amp;", "#hash?mark", ".hidden", "日本/模型.bin", "[x]", "star*", "back\\slash",
        " leading", "trailing ", "comma,semi;colon", "sub/keep.txt", "sub/drop.txt", "sub/deep/keep.json", "sub/y.tmp",
        ".git/HEAD", "sub/.git/HEAD", "weights-old", "weights/part1", "weights.bin", "empty",
    ]

    @Test(arguments: filters.indices)
    func uploadsWhatTheManifestSays(_ index: Int) throws {
        let folder = try TemporaryDirectory()
        let outside = try TemporaryDirectory()
        // moto does not take a key with a line break.
        let odd = Self.filters[index].contains("*\n*") ? ["line\nbreak"] : []
        for name in Self.names + odd {
            try folder.write(name, name == "empty" ? "" : name == "config.json" ? "{}" : "content of \(name)")
        }
        try outside.write("other/file.txt", "from elsewhere")
        let files = FileManager.default
        for (link, target) in [
            ("link.json", "config.json"), ("sub/linked", "../a.bin"), ("linked-folder", "sub/deep"),
            ("elsewhere", outside.path + "/other"),
        ] {
            try files.createSymbolicLink(atPath: folder.path + "/" + link, withDestinationPath: target)
        }
        try files.createDirectory(atPath: folder.path + "/nothing", withIntermediateDirectories: true)

        let bucket = "sync-\(index)"
        let manifest = try Optml.manifest([folder.path, "--s3-uri", "s3://\(bucket)/m/"] + Self.filters[index])
        let aws = try AWS()
        try aws.run("s3", "mb", "s3://\(bucket)")
        try aws.run(["s3", "sync", "--only-show-errors", folder.path, "s3://\(bucket)/m/"] + Self.filters[index])
        let listed = try aws.etags(bucket: bucket, prefix: "")
        #expect(manifest == listed)
        #expect(!listed.isEmpty)
        if index == 0 { #expect(listed.count == Self.names.count + 4) }
    }

    /// What `--exclude-junk` leaves out, `aws s3 sync` leaves out with the options that are printed.
    @Test func leavesOutTheSameJunk() throws {
        let folder = try TemporaryDirectory()
        let names = [
            "config.json", ".DS_Store", "a/.DS_Store", "a/b/Thumbs.db", "._a", "._", "a/._b", "a/._/c", "__pycache__/x",
            "a/__pycache__/y.pyc", "a/z.pyc", ".git/HEAD", ".cache/huggingface/download/x", ".cache/other",
            "a/w.incomplete",
            "x.DS_Store", "huggingface/x", ".gitignore",
        ]
        for name in names { try folder.write("m/\(name)", name == "config.json" ? "{}" : name) }
        let arguments = [
            "manifest", "m", "--s3-uri", "s3://junk/m/", "--exclude-junk", "--columns", "path", "--no-header",
        ]
        var optml = Command.optml
        optml.directory = folder.path
        let result = try optml.run(arguments)
        let options = try #require(result.errorText.firstRange(of: " give ").map { result.errorText[$0.upperBound...] })
        var words = options.split(whereSeparator: \.isWhitespace).map { $0.trimmingCharacters(in: ["'"]) }
        words.removeAll { $0.isEmpty }
        let aws = try AWS()
        try aws.run("s3", "mb", "s3://junk")
        try aws.run(["s3", "sync", "--only-show-errors", folder.path + "/m", "s3://junk/m/"] + words)
        let kept = Set(result.text.split(separator: "\n").map { ByteString("m/\($0)") })
        #expect(try Set(aws.etags(bucket: "junk", prefix: "").keys) == kept)
        #expect(kept.count == 7, "\(kept)")
    }
}
