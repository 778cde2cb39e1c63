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
        var done: Int64 = 0
        var lastShown: ContinuousClock.Instant?
    }

    private let what: String
    private let total: Int64
    private let start = ContinuousClock.now
    private let state = Lock(State())

    /// A line for work on the bytes of those objects of a report that have no ETag yet; nil if none is wanted.
    ///
    /// - Parameter passes: how many times they are read.
    static func make(
        _ output: OutputOptions, _ what: String, _ report: InspectionReport, passes: Int64 = 1
    ) -> ProgressLine? {
        guard isWanted(output) else { return nil }
        let sizes = report.objects?.lazy.filter { $0.etag == nil }.map { $0.size ?? 0 }
        return ProgressLine(
            what, total: (sizes?.sumClamped { $0 } ?? report.summary.bytes).multipliedClamped(by: passes))
    }

    /// A line for work on a number of bytes; nil if none is wanted.
    static func make(_ output: OutputOptions, _ what: String, total: Int64 = 0) -> ProgressLine? {
        isWanted(output) ? ProgressLine(what, total: total) : nil
    }

    private static func isWanted(_ output: OutputOptions) -> Bool {
        !output.noProgress && !output.quiet && isatty(2) == 1
    }

    private init(_ what: String, total: Int64) {
        self.what = what
        self.total = total
    }

    /// Counts bytes as done, and shows it ten times a second at most.
    func advance(by bytes: Int64) {
        let text: String? = state.withLock { state in
            state.done = state.done.addingClamped(bytes)
            let now = ContinuousClock.now
            if let last = state.lastShown, now - last < .milliseconds(100) { return nil }
            state.lastShown = now
            return line(done: state.done, elapsed: now - start)
        }
        if let text { try? StandardStream.error.write(Array("\r\u{1B}[K\(text)".utf8)) }
    }

    /// Shows how far work of unknown length is.
    func show(_ progress: String) {
        state.withLock { $0.lastShown = .now }
        try? StandardStream.error.write(Array("\r\u{1B}[K\(what): \(progress)".utf8))
    }

    /// Removes the line.
    func clear() {
        guard state.withLock({ $0.lastShown != nil }) else { return }
        try? StandardStream.error.write(Array("\r\u{1B}[K".utf8))
    }

    private func line(done: Int64, elapsed: Duration) -> String {
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Double(done) / seconds : 0
        var text = "\(what) \(ByteSize(bytes: done)) of \(ByteSize(bytes: total))"
        if rate > 0 {
            let left = Int64(Double(max(0, total - done)) / rate)
            text += ", \(ByteSize(bytes: Int64(rate)))/s, \(left / 60) min \(left % 60) s left"
        }
        return text
    }
}
