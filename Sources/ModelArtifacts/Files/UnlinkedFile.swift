package import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Temporary files without a name, which vanish when they are closed or the process ends.
package enum UnlinkedFile {
    /// Makes one in the folder of `TMPDIR`, or in `/tmp`, that only this user can read.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    package static func create() throws(ArtifactError) -> FileDescriptor {
        let named = unsafe getenv("TMPDIR").map {
            unsafe ByteString(Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))))
        }
        // Empty is as good as unset, as POSIX has it for the variables that name something.
        let folder = named.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        let name = folder + ByteString("/optml-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))")
        // A name is bytes, which need not be UTF-8.
        let terminated = name.bytes.map { CChar(bitPattern: $0) } + [0]
        let opened = unsafe open(terminated, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard opened >= 0 else {
            throw ArtifactError.system(
                Errno(rawValue: errno), "cannot make a temporary file (TMPDIR says where)", path: folder,
                code: .writeFailed)
        }
        _ = unsafe unlink(terminated)
        return FileDescriptor(rawValue: opened)
    }
}
