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
    }

    private let start = ContinuousClock.now
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
        return ProgressLine(
            ProgressText(
                what: what, totalBytes: bytes.multipliedClamped(by: passes),
                totalFiles: unhashed?.count { $0.size != nil }))
    }

    /// A line for work on a number of bytes and files; nil if none is wanted.
    ///
    /// - Parameters:
    ///   - total: the bytes; nil if their number is not known.
    ///   - files: the files; nil if they are not counted.
    static func make(_ output: OutputOptions, _ what: String, total: Int64? = nil, files: Int? = nil) -> ProgressLine? {
        isWanted(output) ? ProgressLine(ProgressText(what: what, totalBytes: total, totalFiles: files)) : nil
    }

    private static func isWanted(_ output: OutputOptions) -> Bool {
        !output.noProgress && !output.quiet && isatty(2) == 1
    }

    private init(_ text: ProgressText) {
        state = Lock(State(text: text))
        // Whoever ends the process leaves no half line behind.
        Interruption.shared.watch()
    }

    /// Counts bytes and files as done.
    func advance(by bytes: Int64, files: Int = 0) {
        change { text in
            text.bytes = text.bytes.addingClamped(bytes)
            text.files += files
        }
    }

    /// Says how many files of how many bytes there are so far, where nobody knows how many there will be.
    func show(files: Int, bytes: Int64) {
        change { text in (text.files, text.bytes) = (files, bytes) }
    }

    /// Changes what is known, and shows it ten times a second at most.
    private func change(_ body: (inout ProgressText) -> Void) {
        let line: String? = state.withLock { state in
            body(&state.text)
            let now = ContinuousClock.now
            if let last = state.lastShown, now - last < .milliseconds(100) { return nil }
            state.lastShown = now
            return state.text.line(after: now - start, width: Self.width)
        }
        if let line { TerminalLine.shared.show(line) }
    }

    /// Shows how far work of unknown length is.
    func show(_ progress: String) {
        let line: String = state.withLock { state in
            state.lastShown = .now
            return "\(state.text.what): \(progress)"
        }
        TerminalLine.shared.show(line)
    }

    /// Shows about how many objects S3 has answered, ten times a second at most.
    func show(answered: Int, of asked: Int) {
        let isDue = state.withLock { state in
            state.lastShown.map { ContinuousClock.now - $0 >= .milliseconds(100) } ?? true
        }
        if isDue { show("\(answered) of \(Plural.count(asked, "object"))") }
    }

    /// Removes the line.
    func clear() {
        guard state.withLock({ $0.lastShown != nil }) else { return }
        TerminalLine.shared.clear()
    }

    /// The most characters that fit into the line without wrapping it; nil if the terminal does not tell.
    private static var width: Int? {
        var size = winsize()
        guard unsafe ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return nil }
        return Int(size.ws_col) - 1
    }
}
