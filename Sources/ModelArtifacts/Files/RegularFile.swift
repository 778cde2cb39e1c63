import CKernels
package import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A regular file open for reading, with the identity it had when it was opened.
package final class RegularFile: RandomAccessFile {
    package let path: ByteString
    package let identity: FileIdentity
    /// The number of the user whom it belongs to.
    package let owner: UInt32
    /// The number of the group that it belongs to.
    package let group: UInt32
    /// Who may read, write and run it, as `chmod` takes it.
    package let permissions: UInt32
    private let descriptor: FileDescriptor

    package var size: Int64 { identity.size }

    /// Opens the file `name`, below `directory` if that is given, following symbolic links.
    ///
    /// A FIFO or a device is not waited for (`O_NONBLOCK`), and refused once its type is known.
    ///
    /// - Parameter path: the name to show in errors.
    /// - Throws: ``ArtifactError`` with code `notFound` or `readFailed`.
    package init(
        opening name: ByteString, in directory: FileDescriptor? = nil, path: ByteString? = nil
    ) throws(ArtifactError) {
        let path = path ?? name
        descriptor = try FileSystem.open(name, in: directory, path: path)
        let status: stat
        do throws(ArtifactError) {
            status = try FileSystem.status(of: descriptor, path: path)
            let kind = FileSystem.kind(of: status)
            guard kind == .regular else {
                let problem = kind == .directory ? "is a directory; give a file" : "not a regular file; give one"
                throw ArtifactError(.readFailed, "\(path): \(problem)")
            }
        } catch {
            try? descriptor.close()
            throw error
        }
        self.path = path
        identity = FileIdentity(status)
        owner = UInt32(status.st_uid)
        group = UInt32(status.st_gid)
        permissions = UInt32(status.st_mode & 0o7777)
    }

    deinit { try? descriptor.close() }

    package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count: Int
            do {
                count = try unsafe descriptor.read(fromAbsoluteOffset: offset + Int64(filled), into: rest)
            } catch {
                throw ArtifactError(.readFailed, "\(path): cannot read at byte \(offset + Int64(filled)): \(error)")
            }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    package func readCached(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int? {
        let count = unsafe optml_read_cached(descriptor.rawValue, buffer.baseAddress, buffer.count, offset)
        return count < 0 ? nil : count
    }

    package func verifyUnchanged() throws(ArtifactError) {
        guard FileIdentity(try FileSystem.status(of: descriptor, path: path)) == identity else {
            throw ArtifactError(
                .changedWhileRead, "\(path): changed while it was read; run again when nothing writes to it")
        }
    }
}
