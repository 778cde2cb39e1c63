import ModelArtifacts
import Testing

@testable import OptmlCommands

/// When a line of progress is shown, by a clock that stands still unless it is told otherwise.
@Suite struct ProgressLineTests {
    /// What a terminal was sent, at what time it is.
    private final class Screen: Sendable {
        private struct State {
            var shown: [String] = []
            var time = ContinuousClock.now
        }

        private let state = Lock(State())

        var shown: [String] { state.withLock { $0.shown } }
        var time: ContinuousClock.Instant { state.withLock { $0.time } }

        func show(_ bytes: [UInt8]) { state.withLock { $0.shown.append(String(decoding: bytes, as: UTF8.self)) } }

        func wait(_ milliseconds: Int) { state.withLock { $0.time += .milliseconds(milliseconds) } }
    }

    private static let clearing = "\r\u{1B}[K"
    private let screen = Screen()

    private func line(_ text: ProgressText) -> ProgressLine {
        let schedule = ProgressSchedule(now: { [screen] in screen.time })
        return ProgressLine(text, on: TerminalLine { [screen] in screen.show($0) }, schedule)
    }

    @Test func nothingInTheFirstHalfSecond() {
        let line = line(ProgressText(what: "hashing", totalBytes: 100))
        line.advance(by: 1)
        screen.wait(499)
        line.advance(by: 1)
        line.refresh()
        line.clear()
        #expect(screen.shown.isEmpty)
    }

    @Test func tenTimesASecondAtMost() {
        let line = line(ProgressText(what: "hashing", totalBytes: 100, totalFiles: 9))
        screen.wait(500)
        for _ in 0..<10 { line.advance(by: 1, files: 0) }
        #expect(screen.shown.count == 1)
        screen.wait(99)
        line.advance(by: 1, files: 4)
        #expect(screen.shown.count == 1)
        screen.wait(1)
        line.refresh()
        #expect(screen.shown.count == 2)
        #expect(screen.shown[1].hasPrefix(Self.clearing + "hashing 4 of 9 files, 11 B of 100 B, "))
        #expect(screen.shown[1].hasSuffix(" left"))
    }

    /// What waits for an answer says nothing by itself; the timer does it.
    @Test func whatStandsStillIsShown() {
        let line = line(ProgressText(what: "listing s3://b/"))
        line.show("asking S3")
        #expect(screen.shown.isEmpty)
        screen.wait(600)
        line.refresh()
        #expect(screen.shown == [Self.clearing + "listing s3://b/: asking S3"])
    }

    @Test func nothingAfterItsEnd() {
        let line = line(ProgressText(what: "reading"))
        screen.wait(1000)
        line.show(files: 65, bytes: 1024)
        line.clear()
        #expect(screen.shown == [Self.clearing + "reading 65 files, 1 KiB", Self.clearing])
        screen.wait(1000)
        line.advance(by: 5)
        line.refresh()
        #expect(screen.shown.count == 2)
    }

    /// Of two kinds of work the one that was heard of last is shown; a timer alone does not bring back the other.
    @Test func oneLineForAll() {
        let terminal = TerminalLine { [screen] in screen.show($0) }
        let schedule = ProgressSchedule(now: { [screen] in screen.time })
        let hashing = ProgressLine(ProgressText(what: "hashing", totalBytes: 9), on: terminal, schedule)
        let asking = ProgressLine(ProgressText(what: "asking S3"), on: terminal, schedule)
        screen.wait(500)
        hashing.advance(by: 1)
        asking.show("1 of 2 objects")
        screen.wait(1000)
        hashing.refresh()
        asking.refresh()
        hashing.clear()
        #expect(
            screen.shown.dropFirst() == [
                Self.clearing + "asking S3: 1 of 2 objects", Self.clearing + "asking S3: 1 of 2 objects",
            ])
        asking.clear()
        #expect(screen.shown.last == Self.clearing && screen.shown.count == 4)
    }

    @Test func moreIsExpected() {
        let line = line(ProgressText(what: "verifying", totalBytes: 10, totalFiles: 1))
        #expect(line.expect(more: 30, files: 4))
        screen.wait(500)
        line.advance(by: 20, files: 2)
        #expect(screen.shown.first?.hasPrefix(Self.clearing + "verifying 2 of 4 files, 20 B of 40 B, ") == true)
        #expect(!self.line(ProgressText(what: "reading")).expect(more: 1, files: nil))
    }

    /// Where the terminal cannot write over a line, there is none.
    @Test func terminalsThatAreWanted() {
        #expect(ProgressLine.isWanted(isTerminal: true) { _ in nil })
        #expect(ProgressLine.isWanted(isTerminal: true) { $0 == "TERM" ? "xterm-256color" : nil })
        #expect(!ProgressLine.isWanted(isTerminal: true) { $0 == "TERM" ? "dumb" : nil })
        #expect(!ProgressLine.isWanted(isTerminal: false) { _ in nil })
    }

    @Test(arguments: [("0", 0), ("20", 20), ("-1", 500), ("", 500), ("1s", 500), ("99999999999999", 500)])
    func delays(_ text: String, _ milliseconds: Int) {
        #expect(ProgressSchedule.delay(text) == .milliseconds(milliseconds))
        #expect(ProgressSchedule.delay(nil) == .milliseconds(500))
    }
}
