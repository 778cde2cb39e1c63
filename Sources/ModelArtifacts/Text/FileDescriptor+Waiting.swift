package import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension FileDescriptor {
    /// Reads as ``read(into:retryOnInterrupt:)`` does, and waits for what a pipe brings later, also where the file was opened so that
    /// nobody waits.
    ///
    /// - Returns: the number of bytes; 0 at the end, which a pipe has when nobody has it open for writing any more.
    /// - Throws: `Errno`.
    package func readWaiting(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        // A pipe that nobody has opened for writing yet would be at its end.
        var request = pollfd(fd: rawValue, events: Int16(POLLIN), revents: 0)
        while unsafe poll(&request, 1, -1) < 0, errno == EINTR {}
        return try unsafe read(into: buffer)
    }
}
