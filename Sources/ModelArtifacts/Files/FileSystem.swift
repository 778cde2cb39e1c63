package import SystemPackage

#if canImport(Glibc)
    package import Glibc
#elseif canImport(Musl)
    package import Musl
#elseif canImport(Darwin)
    package import Darwin
#endif

/// The system calls that take names as bytes, with errors that name the file.
package enum FileSystem {
    /// What a name stands for.
    package enum Kind: Sendable {
        case regular, directory, symbolicLink, fifo, socket, characterDevice, blockDevice, unknown
    }

    /// Opens `name` for reading without waiting for a writer, below `directory` if that is given.
    ///
    /// - Throws: ``ArtifactError`` with code `notFound` or `readFailed`.
    package static func open(
        _ name: ByteString, in directory: FileDescriptor? = nil, path: ByteString? = nil, flags: CInt = 0
    ) throws(ArtifactError) -> FileDescriptor {
        let path = path ?? name
        guard !name.bytes.contains(0), !name.isEmpty else {
            throw ArtifactError(.notFound, "\(path): not a possible path")
        }
        var terminated = name.bytes.map { CChar(bitPattern: $0) }
        terminated.append(0)
        switch open(terminated, in: directory, flags: flags) {
        case .success(let opened): return opened
        case .failure(.noSuchFileOrDirectory):
            throw ArtifactError(.notFound, "\(path): no such file or directory; check the path")
        case .failure(let error): throw ArtifactError.system(error, "cannot open", path: path)
        }
    }

    /// Opens a name as ``open(_:in:path:flags:)`` does, or tells the error number.
    ///
    /// - Parameter start: where in `names` the name begins, which a NUL ends.
    static func open(
        _ names: [CChar], at start: Int = 0, in directory: FileDescriptor?, flags: CInt
    ) -> Result<FileDescriptor, Errno> {
        unsafe names.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return .failure(.noSuchFileOrDirectory) }
            while true {
                let opened = unsafe openat(
                    directory?.rawValue ?? AT_FDCWD, base + start,
                    O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | flags)
                if opened >= 0 { return .success(FileDescriptor(rawValue: opened)) }
                let error = Errno(rawValue: errno)
                if error != .interrupted { return .failure(error) }
            }
        }
    }

    /// Opens a name as ``open(_:in:path:flags:)`` does, and tells what it stands for.
    ///
    /// - Throws: ``ArtifactError`` with code `notFound` or `readFailed`; nothing is open then.
    package static func openTellingKind(
        _ name: ByteString
    ) throws(ArtifactError) -> (descriptor: FileDescriptor, kind: Kind) {
        let descriptor = try open(name)
        do throws(ArtifactError) {
            return (descriptor, kind(of: try status(of: descriptor, path: name)))
        } catch {
            try? descriptor.close()
            throw error
        }
    }

    /// Whether a name stands for a directory, or a link to one, that can be opened.
    package static func isDirectory(_ name: ByteString) -> Bool {
        guard let descriptor = try? open(name, flags: O_DIRECTORY) else { return false }
        try? descriptor.close()
        return true
    }

    /// What the system says of an open file.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    package static func status(of descriptor: FileDescriptor, path: ByteString) throws(ArtifactError) -> stat {
        var status = stat()
        guard unsafe fstat(descriptor.rawValue, &status) == 0 else {
            throw ArtifactError.system(Errno(rawValue: errno), "cannot inspect", path: path)
        }
        return status
    }

    /// What the system says of a name below an open directory; nil with the error number where it says nothing.
    ///
    /// - Parameter start: where in `names` the name begins, which a NUL ends.
    package static func status(
        of names: [CChar], at start: Int = 0, in directory: FileDescriptor, followingLinks: Bool
    ) -> Result<stat, Errno> {
        var status = stat()
        let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
        let failed = unsafe names.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return true }
            return unsafe fstatat(directory.rawValue, base + start, &status, flags) != 0
        }
        return failed ? .failure(Errno(rawValue: errno)) : .success(status)
    }

    /// How many files the process may have open at a time; more than can be if there is no limit.
    package static var descriptorLimit: Int {
        var limit = rlimit()
        #if canImport(Glibc)
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let resource = RLIMIT_NOFILE
        #endif
        guard unsafe getrlimit(resource, &limit) == 0 else { return 0 }
        return Int(clamping: limit.rlim_cur)
    }

    /// What the clock says, in nanoseconds since 1970.
    package static var now: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// The kind of file that a status tells of.
    package static func kind(of status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .regular
        case S_IFDIR: .directory
        case S_IFLNK: .symbolicLink
        case S_IFIFO: .fifo
        case S_IFSOCK: .socket
        case S_IFCHR: .characterDevice
        case S_IFBLK: .blockDevice
        default: .unknown
        }
    }
}
