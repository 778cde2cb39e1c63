import ModelArtifacts
import Testing

@testable import OptmlCommands

/// How far work is, in words.
@Suite struct ProgressTextTests {
    @Test func lines() {
        var text = ProgressText(what: "reading")
        #expect(text.line(after: .seconds(3)) == "reading 0 B")
        (text.files, text.bytes) = (1, 5 << 20)
        #expect(text.line(after: .seconds(3)) == "reading 1 file, 5 MiB")
        text = ProgressText(what: "hashing", bytes: 1 << 30, totalBytes: 3 << 30)
        #expect(text.line(after: .seconds(10)) == "hashing 1 GiB of 3 GiB, 102.4 MiB/s, about 20 seconds left")
        (text.files, text.totalFiles) = (2, 5)
        #expect(
            text.line(after: .seconds(600)).hasPrefix(
                "hashing 2 of 5 files, 1 GiB of 3 GiB, 1.7 MiB/s, about 20 minutes"))
        #expect(text.line(after: .zero) == "hashing 2 of 5 files, 1 GiB of 3 GiB")
        // One file needs no count.
        text.totalFiles = 1
        #expect(text.line(after: .zero) == "hashing 1 GiB of 3 GiB")
        text = ProgressText(what: "listing s3://b/p/", progress: "2 objects")
        #expect(text.line(after: .seconds(3)) == "listing s3://b/p/: 2 objects")
        #expect(text.line(after: .seconds(3), width: 10) == "listing s…")
    }

    @Test func narrowTerminals() {
        let text = ProgressText(what: "hashing", bytes: 1 << 30, totalBytes: 3 << 30)
        for width in [1, 10, 40, 79] {
            let line = text.line(after: .seconds(10), width: width)
            #expect(line.count <= width && (line.hasSuffix("…") || line.hasSuffix("left")))
        }
    }

    @Test(arguments: [
        (0, "a few seconds left"), (4.9, "a few seconds left"), (5, "about 5 seconds left"),
        (43, "about 45 seconds left"),
        (54, "about 55 seconds left"), (55, "about a minute left"), (89, "about a minute left"),
        (90, "about 2 minutes left"), (3500, "about 58 minutes left"), (3600, "about 1 hour left"),
        (7500, "about 2 hours 5 minutes left"), (48 * 3600, "about 2 days left"), (1e12, "years left"),
        (.infinity, "years left"),
    ]) func timeLeft(_ seconds: Double, _ words: String) {
        #expect(ProgressText.left(seconds) == words)
    }

    /// More than was announced, as of files that grow.
    @Test func tooMuch() {
        let text = ProgressText(what: "hashing", bytes: .max, totalBytes: 10, files: 9, totalFiles: 5)
        let line = text.line(after: .seconds(1))
        #expect(line.hasPrefix("hashing 9 of 5 files, 10 B of 10 B, ") && line.hasSuffix("a few seconds left"))
    }
}
