#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Programs.
enum ExecutableFile {
    /// Whether there is a file of this path that may be run.
    static func isThere(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }
}
