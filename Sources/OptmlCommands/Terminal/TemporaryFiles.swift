import Dispatch
import ModelArtifacts
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The unfinished files of this process, so that an interruption leaves none behind.
final class TemporaryFiles: Sendable {
    static let shared = TemporaryFiles()

    private struct State {
        var names: Set<ByteString> = []
        var sources: [any DispatchSourceSignal] = []
    }

    private let state = Mutex(State())

    /// Remembers a file, and from now on removes what is remembered when the process is interrupted or terminated.
    func add(_ name: ByteString) {
        state.withLock { state in
            state.names.insert(name)
            if state.sources.isEmpty { state.sources = [SIGINT, SIGTERM].map(watch) }
        }
    }

    /// Forgets a file that is in its place.
    func forget(_ name: ByteString) {
        state.withLock { _ = $0.names.remove(name) }
    }

    /// Removes a file.
    func remove(_ name: ByteString) {
        forget(name)
        Self.unlink(name)
    }

    /// Watches for a signal. When this returns, none is lost any more; one that came before has ended the process.
    private func watch(_ number: CInt) -> any DispatchSourceSignal {
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { [self] in
            state.withLock { state in
                for name in state.names { Self.unlink(name) }
            }
            // What the shell reports of a process that a signal ended.
            _exit(128 + number)
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

    private static func unlink(_ name: ByteString) {
        #if canImport(Glibc)
            _ = unsafe Glibc.unlink(name.bytes.map { CChar(bitPattern: $0) } + [0])
        #elseif canImport(Musl)
            _ = unsafe Musl.unlink(name.bytes.map { CChar(bitPattern: $0) } + [0])
        #else
            _ = unsafe Darwin.unlink(name.bytes.map { CChar(bitPattern: $0) } + [0])
        #endif
    }
}
