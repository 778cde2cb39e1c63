import Foundation
import TestSupport
import Testing

/// Pages in a browser, driven by keys and at several widths: no message, no request, links that lead somewhere, and parts where they were
/// recorded to be.
@Suite(.enabled(if: Peer.chromium.isWanted, "chromium is not installed; Tests/run installs it"))
struct BrowserTests {
    private struct Page: Decodable {
        let messages: [String]
        let faults: [String]
        let boxes: [String: Boxes]
        /// In light and in dark.
        let backgrounds: [String]
        /// The size of a PDF.
        let printed: Int
    }

    /// Where parts begin and how wide they are, in pixels.
    private struct Boxes: Codable {
        let parts: [String: [[Int]]]
        /// The places of the treemap's areas, in thousandths of it.
        let areas: [[Int]]

        init(from decoder: any Decoder) throws {
            var all = try decoder.singleValueContainer().decode([String: [[Int]]].self)
            areas = all.removeValue(forKey: "areas") ?? []
            parts = all
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(parts.merging(["areas": areas]) { $1 })
        }

        /// What of it lies elsewhere than recorded by more than rounding.
        func differences(from recorded: Boxes) -> [String] {
            let isNear = { (one: [[Int]], other: [[Int]]) in
                one.count == other.count
                    && zip(one, other).allSatisfy { zip($0, $1).allSatisfy { abs($0 - $1) <= 2 } }
            }
            let names = Set(parts.keys).union(recorded.parts.keys).sorted()
            return names.filter { !isNear(parts[$0] ?? [], recorded.parts[$0] ?? []) }
                + (isNear(areas, recorded.areas) ? [] : ["areas"])
        }
    }

    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func pages(_ runs: [[String]]) throws -> [(file: String, page: Page)] {
        let files = try runs.enumerated().map { index, arguments in
            let file = "\(folder.path)/\(index).html"
            var command = Command.optml
            command.directory = Checkout.testdata.appending(path: "samples").path
            let result = try command.run(arguments + ["--report", "html=\(file)"])
            guard result.status < 2 else { throw PeerFailed(name: "optml \(arguments)", result: result) }
            return file
        }
        let browser = try #require(Peer.chromium.path)
        let pages = try JSONDecoder().decode([Page].self, from: PythonScript.browse.run([browser] + files))
        return Array(zip(files, pages))
    }

    /// The samples, whose pages are the same everywhere.
    @Test func samples() throws {
        let names = ["check-bad-model", "layout-model", "diff", "verify", "check-request", "check-good-model"]
        let runs = [
            ["check", "bad-model"], ["layout", "model.tar.gz", "--channel", "draft=bad-model"],
            ["diff", "good-model", "bad-model"], ["verify", "released.csv", "good-model"],
            ["check-request", "request.json"],
            ["check", "good-model"],
        ]
        var boxes: [String: [String: Boxes]] = [:]
        for (name, page) in zip(names, try pages(runs).map(\.page)) {
            #expect(page.messages == [] && page.faults == [], "\(name)")
            #expect(page.backgrounds.count == 2 && page.backgrounds[0] != page.backgrounds[1], "\(name)")
            #expect(page.printed > 5_000, "\(name)")
            boxes[name] = page.boxes
        }
        let golden = "golden/formats/page-boxes.json"
        if Golden.isRecording {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            // A line a page and width, so that changes can be read.
            let lines = try boxes.sorted { $0.key < $1.key }.map { name, widths in
                let rows = try widths.sorted { $0.key < $1.key }.map { width, boxes in
                    "    \"\(width)\": " + String(decoding: try encoder.encode(boxes), as: UTF8.self)
                }
                return "  \"\(name)\": {\n" + rows.joined(separator: ",\n") + "\n  }"
            }
            return try Golden.expect("{\n" + lines.joined(separator: ",\n") + "\n}\n", golden)
        }
        let recorded = try JSONDecoder().decode(
            [String: [String: Boxes]].self, from: Data(contentsOf: Checkout.testdata.appending(path: golden)))
        #expect(Set(recorded.keys) == Set(names))
        for (name, widths) in boxes {
            #expect(Set(widths.keys) == ["400", "800", "1400"])
            for (width, found) in widths {
                let expected = try #require(recorded[name]?[width])
                #expect(found.differences(from: expected) == [], "\(name) at \(width)")
            }
        }
    }

    /// Names that would be markup, and more files than a page shows.
    @Test func hostileNamesAndManyFiles() throws {
        let hostile = try folder.write("keys.json", HostileNames.listing)
        let count = TestScale.count(300_000)
        let many = (0..<count).map { "m/\($0 % 700)<&\"\($0 % 13)>/\($0)\($0 % 100 == 0 ? ".DS_Store" : "")\n" }
            .joined()
        let keys = try folder.write("many.keys", many)
        let uri = ["--s3-uri", "s3://my-bucket/m/"]
        for (file, page) in try pages([["check", "--listing", hostile] + uri, ["layout", "--listing", keys] + uri]) {
            #expect(page.messages == [] && page.faults == [], "\(file)")
            #expect(try Data(contentsOf: URL(filePath: file)).count <= 1_000_000)
        }
    }

    /// Where a server forbids the style sheet, colours of the treemap stay, and words do not run together.
    @Test func withoutTheStyleSheet() throws {
        let page = folder.path + "/plain.html"
        let result = try Command.optml.run([
            "check", Checkout.testdata.appending(path: "samples/bad-model").path, "--format", "html",
        ])
        let plain = result.text.replacing(/<style>.*<\/style>/.dotMatchesNewlines(), with: "")
        #expect(plain.count < result.text.count)
        try Data(plain.utf8).write(to: URL(filePath: page))
        var browser = try Peer.chromium.command()
        browser.environment["HOME"] = folder.path
        let dump = try browser.run(
            "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
            "file://\(page)")
        #expect(dump.status == 0 && dump.text.contains("<b class=\"error\">2</b> errors"))
        #expect(dump.text.contains("fill=\"#b3261e\""))
    }
}
