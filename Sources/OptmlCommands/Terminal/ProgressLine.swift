import Dispatch
import ModelArtifacts

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One line on standard error that says how far the work is; nothing where standard error is not a terminal.
final class ProgressLine: Sendable {
    private struct State {
        var text: ProgressText
        var lastShown: ContinuousClock.Instant?
        var isOver = false
        /// Shows the line where the work says nothing of itself, as while an answer is waited for.
        var timer: (any DispatchSourceTimer)?
    }

    private let schedule: ProgressSchedule
    private let terminal: TerminalLine
    private let start: ContinuousClock.Instant
    private let state: Lock<State>

    /// A line for work on the bytes of those objects of a report that have no ETag yet; nil if none is wanted.
    ///
    /// - Parameter passes: how many times they are read.
    static func make(
        _ output: OutputOptions, _ what: String, _ report: InspectionReport, passes: Int64 = 1
    ) -> ProgressLine? {
        guard isWanted(output) else { return nil }
        let unhashed = report.objects?.lazy.filter { $0.etag == nil && !$0.isLeftover }
        let bytes = unhashed?.map { $0.size ?? 0 }.sumClamped { $0 } ?? report.summary.bytes
        return make(
            ProgressText(
                what: what, totalBytes: bytes.multipliedClamped(by: passes),
                totalFiles: unhashed?.count { $0.size != nil }))
    }

    /// A line for work on a number of bytes and files; nil if none is wanted.
    ///
    /// - Parameters:
    ///   - total: the bytes; nil if their number is not known.
    ///   - files: the files; nil if their number is not known, or they are not counted.
    static func make(_ output: OutputOptions, _ what: String, total: Int64? = nil, files: Int? = nil) -> ProgressLine? {
        isWanted(output) ? make(ProgressText(what: what, totalBytes: total, totalFiles: files)) : nil
    }

    private static func isWanted(_ output: OutputOptions) -> Bool {
        !output.noProgress && !output.quiet && isWanted(isTerminal: isatty(2) == 1, Style.environment)
    }

    /// Whether there can be a line: on a terminal that knows how to write over one.
    ///
    /// - Parameter variable: the value of a variable of the environment.
    static func isWanted(isTerminal: Bool, _ variable: (String) -> String?) -> Bool {
        isTerminal && variable("TERM") != "dumb"
    }

    private static func make(_ text: ProgressText) -> ProgressLine {
        // Whoever ends the process leaves no half line behind.
        Interruption.shared.watch()
        let line = ProgressLine(text, on: .shared, .ofProcess)
        line.startTimer()
        return line
    }

    init(_ text: ProgressText, on terminal: TerminalLine, _ schedule: ProgressSchedule) {
        (self.terminal, self.schedule) = (terminal, schedule)
        start = schedule.now()
        state = Lock(State(text: text))
    }

    /// Counts bytes and files as done.
    func advance(by bytes: Int64, files: Int = 0) {
        change { text in
            text.bytes = text.bytes.addingClamped(bytes)
            if files > 0 { text.files = (text.files ?? 0) + files }
        }
    }

    /// Says how many files of how many bytes there are so far, where nobody knows how many there will be.
    func show(files: Int, bytes: Int64) {
        change { text in (text.files, text.bytes) = (files, bytes) }
    }

    /// Says how far work is that is counted in something else: `1,000 objects`.
    func show(_ progress: String) {
        change { text in text.progress = progress }
    }

    /// Says that there are so many more bytes to do, of so many files in all; false if their number was not known before.
    func expect(more bytes: Int64, files: Int?) -> Bool {
        state.withLock { state in
            guard let total = state.text.totalBytes else { return false }
            state.text.totalBytes = total.addingClamped(bytes)
            state.text.totalFiles = files
            return true
        }
    }

    /// Shows what there is to show, if it is time, and no other work has been heard of since.
    func refresh() { change(yielding: true) { _ in } }

    /// Removes the line, for good.
    func clear() {
        state.withLock { state in
            state.isOver = true
            state.timer?.cancel()
            state.timer = nil
            terminal.clear(by: ObjectIdentifier(self))
        }
    }

    private func change(yielding yields: Bool = false, _ body: (inout ProgressText) -> Void) {
        state.withLock { state in
            body(&state.text)
            let now = schedule.now()
            guard !state.isOver, schedule.isDue(at: now, since: state.lastShown) else { return }
            state.lastShown = now
            let line = state.text.line(after: now - start, width: Self.width)
            terminal.show(line, by: ObjectIdentifier(self), yielding: yields)
        }
    }

    /// Its queue is not among those whose threads work may keep busy.
    private func startTimer() {
        let wait = max(schedule.first - schedule.now(), ProgressSchedule.interval)
        state.withLock { state in
            let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
            timer.schedule(deadline: .now() + Self.seconds(wait), repeating: Self.seconds(ProgressSchedule.interval))
            timer.setEventHandler { [weak self] in self?.refresh() }
            timer.activate()
            state.timer = timer
        }
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    /// The most characters that fit into the line without wrapping it; nil if the terminal does not tell.
    private static var width: Int? {
        var size = winsize()
        guard unsafe ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return nil }
        return Int(size.ws_col) - 1
    }
}
