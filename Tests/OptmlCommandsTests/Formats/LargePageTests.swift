import Foundation
import TestSupport
import Testing

/// The page of a whole bucket: bounded, in bounded memory, with exact counts.
@Suite struct LargePageTests {
    @Test(arguments: [1, 1_000]) func ofAListing(filesPerDirectory: Int) throws {
        let folder = try TemporaryDirectory()
        let count = TestScale.count(300_000)
        var keys = Data()
        for number in 0..<count {
            let digits = "\(1_000_000 + number)"
            let directory = "d\(1_000_000 + number / filesPerDirectory)"
            // Every tenth is junk, so that there are more findings than are listed.
            keys.append(Data("m/\(directory)/\(number % 10 == 0 ? "._" : "w")\(digits)\n".utf8))
        }
        _ = try folder.write("keys.txt", keys)
        var command = Command.optml(in: folder)
        command.measuresMemory = true
        let result = try command.run(
            "check", "--listing", "keys.txt", "--s3-uri", "s3://my-bucket/m/", "--report", "html=page.html", "--report",
            "markdown=page.md")
        #expect(result.status == 0, "\(result.errorText)")
        #expect(result.peakMemory < 160 << 20)
        let page = try Data(contentsOf: folder.url.appending(path: "page.html"))
        #expect(page.count <= 1_000_000)
        let text = String(decoding: page, as: UTF8.self)
        #expect(text.contains("<b>\(count)</b> files"))
        #expect(text.contains("<b class=\"warning\">\(count / 10)</b> warnings"))
        #expect(text.contains("contents not looked at"))
        let markdown = try Data(contentsOf: folder.url.appending(path: "page.md"))
        #expect(markdown.count <= 60_000)
        #expect(String(decoding: markdown, as: UTF8.self).contains("\(count / 10) warnings"))
    }
}
