import ModelArtifacts

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The current folder of the process, and what paths lead to from there.
enum WorkingDirectory {
    /// Its absolute path without symbolic links; nil if it has been removed.
    static var path: ByteString? { real(".") }

    /// The absolute path of something that exists, with all symbolic links followed; nil if it cannot be reached.
    static func real(_ path: ByteString) -> ByteString? {
        guard !path.bytes.contains(0) else { return nil }
        guard let real = unsafe realpath(path.bytes.map { CChar(bitPattern: $0) } + [0], nil) else { return nil }
        defer { unsafe free(real) }
        return unsafe ByteString(UnsafeBufferPointer(start: real, count: strlen(real)).map { UInt8(bitPattern: $0) })
    }
}
