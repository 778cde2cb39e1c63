import Foundation
import TestSupport
import Testing

/// How far long work is: on a terminal only, and gone at its end. The delay is none here, so that short work shows it.
@Suite struct ProgressTests {
    static let clearing = "\r\u{1B}[K"
    /// What reads a file from its beginning to its end.
    static let commands = [
        ("optml etag model.tar.gz", "hashing"), ("optml check model.tar.gz", "reading"),
        ("optml check --listing keys.txt --s3-uri s3://bucket/p/", "reading"),
        ("cat keys.txt | optml check --listing - --s3-uri s3://bucket/p/", "reading"),
        ("optml manifest model.tar.gz --s3-uri s3://bucket/p/model.tar.gz", "reading"),
    ]

    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        let model = URL(filePath: Samples.folder).appending(path: "model.tar.gz")
        try FileManager.default.copyItem(atPath: model.path, toPath: folder.path + "/model.tar.gz")
        try folder.write("keys.txt", Data("p/a\np/b\n".utf8))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")), arguments: commands)
    func onATerminal(_ command: String, _ word: String) throws {
        let shown = try onTerminal(command)
        let (first, rest) = try #require(
            shown.firstRange(of: Self.clearing + word + " ").map {
                (shown[..<$0.lowerBound], shown[$0.upperBound...])
            })
        #expect(first.isEmpty)
        // Of a pipe nobody knows how long it is.
        #expect(rest.contains(command.hasPrefix("cat ") ? " B" : " of "))
        // The line makes room for the result, which is the one without a terminal.
        let result = rest[(try #require(rest.range(of: Self.clearing, options: .backwards))).upperBound...]
        #expect(result.replacing("\r\n", with: "\n") == (try Command.shell(command, in: folder)).text)
        for option in ["--no-progress", "--quiet"] {
            #expect(try !onTerminal(command + " " + option).contains(word + " "))
        }
        #expect(try !onTerminal(command, named: "dumb").contains("\u{1B}"))
    }

    /// Directories tell how many files there are so far.
    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
        arguments: [
            ("optml check d", "reading"), ("optml layout d", "reading"), ("optml pack d -o d.tar.gz", "reading"),
            ("optml manifest d --s3-uri s3://my-bucket/d/", "reading"), ("optml diff d d", "reading"),
            ("optml verify d d", "verifying"), ("optml etag d/*", "hashing"),
            ("optml check d --existing keys.txt --s3-uri s3://my-bucket/p/", "reading"),
            ("optml verify manifest.csv d --part-size 5MiB", "verifying"), ("optml pack d -o d.tar.gz", "packing"),
            ("optml diff d e", "hashing"),
        ]) func filesOfADirectory(_ command: String, _ word: String) throws
    {
        for number in 0..<200 { try folder.write("d/\(number)", "x") }
        for number in 0..<200 { try folder.write("e/\(number)", "y") }
        let rows = (0..<200).map { "\($0),0cc175b9c0f1b6a831c399e269772661-1,1" }
        try folder.write("manifest.csv", Data((["path,etag,size"] + rows).joined(separator: "\n").utf8))
        let shown = try onTerminal(command)
        let pattern = try Regex("\(word) [0-9]+ (of [0-9]+ )?files?, ")
        #expect(shown.contains(pattern), "\(shown.prefix(300))")
        #expect(try !onTerminal(command + " -q").contains(word + " "))
    }

    /// What is over soon shows nothing. A machine may be so busy that it is not over soon, so one run of some is enough.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
    func notOfShortRuns() throws {
        let isClean = try (0..<10).contains { _ in
            try !onTerminal("optml check model.tar.gz", delay: nil).contains("\u{1B}")
        }
        #expect(isClean)
    }

    @Test(arguments: commands) func notWithoutATerminal(_ command: String, _ word: String) throws {
        let result = try Command.shell(command, in: folder)
        #expect(!result.errorText.contains(word) && !result.text.contains("\r"))
    }

    /// What a terminal is sent. Colour would be told apart from the result.
    ///
    /// - Parameter delay: for how many milliseconds nothing is shown; nil for the ordinary ones.
    private func onTerminal(_ command: String, named name: String = "xterm", delay: Int? = 0) throws -> String {
        let delay = delay.map { "OPTML_PROGRESS_DELAY=\($0)" } ?? ""
        return try Command.shell(
            "NO_COLOR=1 TERM=\(name) \(delay) script -qec '\(command)' /dev/null </dev/null", in: folder
        ).text
    }
}
