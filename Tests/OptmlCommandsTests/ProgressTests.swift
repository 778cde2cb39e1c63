import Foundation
import TestSupport
import Testing

/// How far long work is: on a terminal only, and gone at its end.
@Suite struct ProgressTests {
    static let clearing = "\r\u{1B}[K"
    /// What reads a file from its beginning to its end.
    static let commands = [
        ("optml etag model.tar.gz", "hashing"), ("optml check model.tar.gz", "reading"),
        ("optml check --listing keys.txt --s3-uri s3://bucket/p/", "reading"),
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
        #expect(rest.contains(" of "))
        // The line makes room for the result, which is the one without a terminal.
        let result = rest[(try #require(rest.range(of: Self.clearing, options: .backwards))).upperBound...]
        #expect(result.replacing("\r\n", with: "\n") == (try Command.shell(command, in: folder)).text)
        for option in ["--no-progress", "--quiet"] {
            #expect(try !onTerminal(command + " " + option).contains(word + " "))
        }
    }

    /// Directories tell how many files there are so far.
    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
        arguments: [
            ("optml check d", "reading"), ("optml layout d", "reading"), ("optml pack d -o d.tar.gz", "reading"),
            ("optml manifest d --s3-uri s3://my-bucket/d/", "reading"), ("optml diff d d", "reading"),
            ("optml verify d d", "verifying"), ("optml etag d/*", "hashing"),
        ]) func filesOfADirectory(_ command: String, _ word: String) throws
    {
        for number in 0..<200 { try folder.write("d/\(number)", "x") }
        let shown = try onTerminal(command)
        let pattern = try Regex("\(word) [0-9]+ (of [0-9]+ )?files?, ")
        #expect(shown.contains(pattern), "\(shown.prefix(300))")
        #expect(try !onTerminal(command + " -q").contains(word + " "))
    }

    @Test(arguments: commands) func notWithoutATerminal(_ command: String, _ word: String) throws {
        let result = try Command.shell(command, in: folder)
        #expect(!result.errorText.contains(word) && !result.text.contains("\r"))
    }

    /// What a terminal is sent. Colour would be told apart from the result.
    private func onTerminal(_ command: String) throws -> String {
        try Command.shell("NO_COLOR=1 TERM=dumb script -qec '\(command)' /dev/null </dev/null", in: folder).text
    }
}
