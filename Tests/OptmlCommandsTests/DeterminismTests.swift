import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// The same bytes whatever the number of jobs, the locale, the time zone or the order of input.
@Suite struct DeterminismTests {
    private static let runs = [
        "check bad-model --etags --with-layout --format json", "layout good-model --etags", "rules",
        "manifest good-model --s3-uri s3://my-bucket/m/", "check --listing clash.keys --s3-uri s3://my-bucket/models/",
        "etag good-model/config.json good-model/model.safetensors model.tar.gz",
        "layout wrapped.tar.gz --every-combination",
    ]

    @Test(arguments: runs) func environmentAndJobs(_ arguments: String) throws {
        let plain = Command.optml(in: Samples.folder)
        let words = arguments.split(separator: " ").map(String.init)
        let expected = try plain.run(words)
        let takesJobs = words[0] != "rules"
        for (language, zone, jobs) in [
            ("C", "UTC", "1"), ("tr_TR.UTF-8", "Asia/Kathmandu", "8"), ("de_DE", "EST", "2"),
        ] {
            var command = plain
            command.environment.merge(
                ["LANG": language, "LC_ALL": language, "TZ": zone, "COLUMNS": "40", "HOME": "/nonexistent"]) { $1 }
            let result = try command.run(words + (takesJobs ? ["--jobs", jobs] : []))
            #expect(result.output == expected.output && result.errors == expected.errors)
            #expect(result.status == expected.status)
        }
    }

    @Test func orderOfAListing() throws {
        let listing = try String(contentsOfFile: Samples.folder + "/clash.keys", encoding: .utf8)
        let lines = listing.split(separator: "\n")
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        var outputs: Set<Data> = []
        for turn in 0..<10 {
            var command = Command.optml
            let shuffled = turn == 0 ? lines : lines.shuffled(using: &generator)
            command.input = Data((shuffled.joined(separator: "\n") + "\n").utf8)
            for format in ["text", "json"] {
                outputs.insert(
                    try command.run(
                        "layout", "--listing", "-", "--s3-uri", "s3://my-bucket/models/", "--format", format
                    ).output)
            }
        }
        #expect(outputs.count == 2, "seed \(seed)")
    }
}
