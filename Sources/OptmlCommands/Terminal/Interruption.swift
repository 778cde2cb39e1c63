import Dispatch
import ModelArtifacts

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What happens when the process is interrupted or terminated: unfinished files are removed, and programs that it runs end
/// before it does.
final class Interruption: Sendable {
    static let shared = Interruption()

    private struct State {
        var sources: [any DispatchSourceSignal] = []
        /// Cancels the work that has to end by itself.
        var cancel: (@Sendable () -> Void)?
        /// The signal that has cancelled it.
        var signal: CInt?
    }

    private let state = Lock(State())

    /// From now on does what has to be done before the process ends.
    func watch() {
        state.withLock { state in
            if state.sources.isEmpty { state.sources = [SIGINT, SIGTERM].map(watch) }
        }
    }

    /// Does work that is cancelled by a signal; the process ends when the work has, or at the next signal.
    ///
    /// - Throws: what the work throws.
    func cancelling<Value: Sendable>(_ work: @Sendable @escaping () async throws -> Value) async throws -> Value {
        watch()
        let task = state.withLock { state in
            let task = Task { try await work() }
            state.cancel = { task.cancel() }
            return task
        }
        let result = await task.result
        let signal = state.withLock { state in
            state.cancel = nil
            return state.signal
        }
        if let signal { Self.end(by: signal) }
        return try result.get()
    }

    /// Watches for a signal. When this returns, none is lost any more; one that came before has ended the process.
    private func watch(_ number: CInt) -> any DispatchSourceSignal {
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { [self] in
            TemporaryFiles.shared.removeAll()
            TerminalLine.shared.end()
            Notice.error.show(number == SIGINT ? "interrupted" : "terminated")
            let cancel = state.withLock { state in
                defer { (state.cancel, state.signal) = (nil, number) }
                return state.cancel
            }
            if let cancel { cancel() } else { Self.end(by: number) }
        }
        let isRegistered = DispatchSemaphore(value: 0)
        source.setRegistrationHandler { isRegistered.signal() }
        source.activate()
        isRegistered.wait()
        #if canImport(Darwin)
            // There the source only sees the signal, which would still end the process.
            signal(number, SIG_IGN)
        #endif
        return source
    }

    /// Ends the process with the status that the shell reports of one that a signal ended.
    private static func end(by number: CInt) -> Never { _exit(128 + number) }
}
