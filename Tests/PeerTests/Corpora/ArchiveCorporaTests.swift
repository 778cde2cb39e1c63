import Foundation
import TestSupport
import Testing

/// The command over archives that others made, under limits of time and memory.
@Suite struct ArchiveCorporaTests {
    /// The rules that show what a flag says; one of them is enough.
    static let rules: [String: Set<String>] = [
        "absolute": ["absolute-path"],
        "dotdot": ["path-traversal"],
        "nul": ["null-byte"],
        "duplicate-name": ["duplicate-path"],
        "component>255": ["name-too-long", "archive-corrupt"],
        "path>4096": ["name-too-long", "archive-corrupt"],
        "special-file": ["special-member"],
        "symlink": ["link-member"],
        "hardlink": ["link-member"],
        "type-'V'": ["special-member"],
        "not-utf8": ["key-not-utf8"],
    ]

    /// What is no fault: the SageMaker SDK writes a root member into every archive.
    static let normal: Set<String> = ["root-or-empty-name"]

    @Test(arguments: ArchiveCorpus.names)
    func checks(_ corpus: String) throws {
        let folder = try TemporaryDirectory()
        var count = 0
        var flagCount = 0
        var peakMemory = 0
        for file in try ArchiveCorpus.files(corpus) {
            let content = try Data(contentsOf: file.url)
            let isPlain = file.name.hasSuffix(".tar")
            let archive = try folder.write("model.tar.gz", isPlain ? Data(gzip(Array(content))) : content)
            var optml = Command.optml
            optml.processorLimit = 20
            optml.measuresMemory = true
            let result = try optml.run(
                "check", archive, "--s3-data-type", "S3Object", "--compression-type", "Gzip", "--format", "json")
            #expect([0, 1, 2].contains(result.status), "\(file.name): \(result.status) \(result.errorText)")
            #expect(
                result.peakMemory > 0 && result.peakMemory < 100 << 20,
                "\(file.name): \(result.peakMemory) bytes of memory")
            count += 1
            peakMemory = max(peakMemory, result.peakMemory)
            guard let report = try? JSONDecoder().decode(Report.self, from: result.output) else {
                #expect(result.status == 2 && !result.errors.isEmpty, "\(file.name)")
                continue
            }
            #expect((result.status == 1) == (report.summary.errors > 0), "\(file.name)")
            if file.verdict == "all-fail" {
                #expect(report.findings.contains { $0.severity == "error" }, "\(file.name)")
            }
            // Where the archive ends too early, what comes later cannot show.
            let isCutOff = file.verdict == "all-fail" || report.rules.contains("not-a-gzip-tar")
            for flag in file.flags.subtracting(Self.normal) where !isCutOff {
                flagCount += 1
                if flag.hasPrefix("py:") {
                    #expect(report.findings.contains { $0.severity == "error" }, "\(file.name): \(flag)")
                } else {
                    let expected = try #require(Self.rules[flag], "\(file.name): no rule for \(flag)")
                    #expect(!expected.isDisjoint(with: report.rules), "\(file.name): \(flag), found \(report.rules)")
                }
            }
        }
        print("ArchiveCorporaTests: \(corpus): \(count) files, \(flagCount) flags, at most \(peakMemory >> 20) MiB")
        #expect(count > 0)
    }
}
