import ModelArtifacts

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

    private let names = Lock(Set<ByteString>())

    /// Remembers a file, and from now on removes what is remembered when the process is interrupted or terminated.
    func add(_ name: ByteString) {
        names.withLock { _ = $0.insert(name) }
        Interruption.shared.watch()
    }

    /// Forgets a file that is in its place.
    func forget(_ name: ByteString) {
        names.withLock { _ = $0.remove(name) }
    }

    /// Removes a file.
    func remove(_ name: ByteString) {
        forget(name)
        Self.unlink(name)
    }

    /// Removes what is remembered, when the process is about to end.
    func removeAll() {
        names.withLock { names in
            for name in names { Self.unlink(name) }
        }
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
