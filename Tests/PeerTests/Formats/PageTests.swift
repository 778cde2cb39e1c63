import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Pages and Markdown hold what they should and nothing that a name made of itself, for readers that others wrote.
@Suite(.enabled(if: Peer.python.isWanted, "html5lib and markdown-it-py are not installed; Tests/run installs them"))
struct PageTests {
    private struct Page: Decodable {
        let complaints: [String]
        let code: [String]
        let links: Int
        let bytes: Int
    }

    private struct Markdown: Decodable {
        let kinds: [String]
        let code: [String]
    }

    private static let samples = Checkout.testdata.appending(path: "samples").path
    private let folder: TemporaryDirectory
    private let hostile: [String]

    init() throws {
        folder = try TemporaryDirectory()
        hostile = [
            "check", "--listing", try folder.write("keys.json", HostileNames.listing), "--s3-uri", "s3://my-bucket/m/",
        ]
    }

    @Test func pagesAreValidAndLinked() throws {
        let samples = Self.samples
        let many = (0..<120_000).map { "m/\($0 % 700)<&\"\($0 % 13)>/\(String(repeating: "\"&<", count: 30))\($0)/" }
        let runs: [[String]] = [
            ["check", "\(samples)/bad-model"], ["check", "\(samples)/good-model"],
            ["layout", "\(samples)/wrapped.tar.gz"],
            ["check", "--listing", "\(samples)/clash.keys", "--s3-uri", "s3://my-bucket/models/"],
            ["layout", "\(samples)/model.tar.gz", "--channel", "draft=\(samples)/bad-model"], hostile,
            [
                "check", "--listing", try folder.write("many.keys", many.joined(separator: "\n") + "\n"), "--s3-uri",
                "s3://my-bucket/m/",
            ],
            ["verify", "\(samples)/released.csv", "\(samples)/good-model"],
            ["verify", "\(samples)/good-model.csv", "\(samples)/good-model"],
            ["diff", "\(samples)/good-model", "\(samples)/bad-model"],
            ["diff", "\(samples)/good-model", "\(samples)/good-model"], ["check-request", "\(samples)/request.json"],
        ]
        let files = try runs.enumerated().map { index, arguments in
            let file = "\(folder.path)/\(index).html"
            let result = try Command.optml.run(arguments + ["--report", "html=\(file)"])
            guard result.status < 2 else { throw PeerFailed(name: "optml \(arguments)", result: result) }
            return file
        }
        let pages = try JSONDecoder().decode([Page].self, from: PythonScript.validateHTML.run(files))
        #expect(pages.count == runs.count)
        for (arguments, page) in zip(runs, pages) { #expect(page.complaints == [], "\(arguments)") }
        #expect(pages[0].code.contains("/opt/ml/model/.DS_Store") && pages[0].links > 10)
        for name in HostileNames.text where !name.contains("/") {
            let shown = DisplayText.escaped("/opt/ml/model/\(name)/.DS_Store").replacing("\u{FFFE}", with: "\u{FFFD}")
                .replacing("\u{FFFF}", with: "\u{FFFD}")
            #expect(pages[5].code.contains(shown), "\(shown)")
        }
    }

    @Test func namesAreNoMarkup() throws {
        let text = try Command.optml.run(hostile + ["--format", "markdown"])
        #expect(text.status < 2 && text.output.count <= 60_000)
        let markdown = try JSONDecoder().decode(Markdown.self, from: PythonScript.readMarkdown.run(input: text.output))
        let allowed: Set = [
            "bullet_list_close", "bullet_list_open", "code_inline", "em_close", "em_open", "heading_close",
            "heading_open",
            "inline", "list_item_close", "list_item_open", "paragraph_close", "paragraph_open", "strong_close",
            "strong_open", "text", "text_special",
        ]
        #expect(Set(markdown.kinds).subtracting(allowed) == [])
        for name in HostileNames.text where !name.contains("/") {
            #expect(markdown.code.contains(DisplayText.escaped("/opt/ml/model/\(name)/.DS_Store")), "\(name)")
        }
    }

    @Test func markdownIsBounded() throws {
        let keys = (0..<3_000).map { "m/\(String(repeating: "`", count: $0 % 90))*\($0)/" }
        let file = try folder.write("many.keys", keys.joined(separator: "\n") + "\n")
        let result = try Command.optml.run([
            "check", "--listing", file, "--s3-uri", "s3://my-bucket/m/", "--format", "markdown",
        ])
        #expect(result.status == 1 && result.output.count <= 60_000)
        #expect(result.text.contains("3001 errors") && result.text.contains("(3000)") && result.text.contains("more"))
    }
}
