import ModelArtifacts
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard output or standard error, written to without a buffer of its own.
struct StandardStream: Sendable {
    static let output = StandardStream(descriptor: .standardOutput, name: "standard output")
    static let error = StandardStream(descriptor: .standardError, name: "standard error")

    private let descriptor: FileDescriptor
    private let name: String

    /// Puts something that can neither be read nor written in the place of standard streams that the caller closed.
    ///
    /// Else the next file to be opened would take the place, and messages would be written into it.
    static func occupyClosed() {
        for (number, flags) in [(CInt(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] where fcntl(number, F_GETFD) < 0 {
            // The lowest free number is the one that is given.
            _ = unsafe open("/dev/null", flags)
        }
    }

    /// Writes all bytes.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`, or `outputClosed` when the reader of a pipe has gone.
    func write(_ bytes: [UInt8]) throws(ArtifactError) {
        do {
            _ = try unsafe bytes.withUnsafeBytes { try unsafe descriptor.writeAll($0) }
        } catch Errno.brokenPipe {
            throw ArtifactError(.outputClosed, "\(name) was closed before everything was written")
        } catch {
            throw ArtifactError(.writeFailed, "cannot write to \(name): \(error)")
        }
    }

    /// Writes a text with a line feed behind it, and lets it be if nobody can read it.
    func line(_ text: String) {
        try? write(Array((text + "\n").utf8))
    }
}
