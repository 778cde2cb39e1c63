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
        let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        let name = "\(folder)/optml-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(
                FilePath(name), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow],
                permissions: .ownerReadWrite)
        } catch {
            throw ArtifactError(.writeFailed, "\(ByteString(folder)): cannot make a temporary file: \(error)")
        }
        _ = unsafe unlink(name)
        return file
    }
}
