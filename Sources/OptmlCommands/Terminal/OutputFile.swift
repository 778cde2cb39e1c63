import ModelArtifacts
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that appears whole or not at all.
///
/// It is written under a temporary name in the same folder, synced and renamed. If anything goes wrong before, or the
/// process is interrupted, the temporary file is removed and what was there before stays. A symbolic link stays one: what it
/// leads to is written, whether it exists or not. A target that is no regular file, such as `/dev/stdout` or a pipe, is
/// written to directly.
final class OutputFile {
    private let path: ByteString
    private var descriptor: FileDescriptor?
    private var temporary: ByteString?
    private var target: ByteString

    /// Opens the file for writing.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    init(_ path: ByteString) throws(ArtifactError) {
        self.path = path
        target = path
        guard !path.isEmpty, !path.bytes.contains(0), !path.hasSuffix("/") else {
            throw ArtifactError(.writeFailed, "'\(path)': not a possible name for a file")
        }
        var status = stat()
        let exists = unsafe stat(Self.terminated(path), &status) == 0
        if exists, FileSystem.kind(of: status) != .regular {
            descriptor = try open(path, O_WRONLY | O_CLOEXEC)
            return
        }
        if let place = RealPath.ofOutput(path) {
            target = place
        } else if RealPath.ofName(path) != nil {
            throw ArtifactError(.writeFailed, "\(path): a symbolic link that leads nowhere; nothing was changed")
        }
        try create(in: RealPath.folder(of: target))
        if exists, let descriptor, fchmod(descriptor.rawValue, status.st_mode & 0o7777) != 0 {
            throw failure("cannot set the mode of the new file")
        }
    }

    deinit {
        try? descriptor?.close()
        if let temporary { TemporaryFiles.shared.remove(temporary) }
    }

    /// Writes all bytes.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    func write(_ bytes: [UInt8]) throws(ArtifactError) {
        do {
            _ = try unsafe bytes.withUnsafeBytes { try unsafe descriptor?.writeAll($0) }
        } catch {
            throw ArtifactError(.writeFailed, "\(path): cannot write: \(error); nothing was changed")
        }
    }

    /// The file, for who writes to it without going through ``write(_:)``. Where it is a regular file, what was written can
    /// be read again.
    var open: FileDescriptor { descriptor ?? FileDescriptor(rawValue: -1) }

    /// Puts the file in its place.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    func commit() throws(ArtifactError) {
        guard let descriptor else { return }
        guard let temporary else {
            self.descriptor = nil
            do { try descriptor.close() } catch { throw failure("cannot write") }
            return
        }
        guard fsync(descriptor.rawValue) == 0 else { throw failure("cannot write to disk") }
        self.descriptor = nil
        do { try descriptor.close() } catch { throw failure("cannot write") }
        guard unsafe rename(Self.terminated(temporary), Self.terminated(target)) == 0 else {
            throw failure("cannot put the file in its place")
        }
        TemporaryFiles.shared.forget(temporary)
        self.temporary = nil
    }

    /// Makes the temporary file. One that an earlier process of the same number left behind is passed by.
    private func create(in folder: ByteString) throws(ArtifactError) {
        for attempt in 0..<100 {
            let name = folder + ByteString(".optml-\(getpid())-\(attempt)")
            TemporaryFiles.shared.add(name)
            do throws(ArtifactError) {
                descriptor = try open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC)
                temporary = name
                return
            } catch {
                let isTaken = errno == EEXIST
                TemporaryFiles.shared.forget(name)
                guard isTaken, attempt < 99 else { throw error }
            }
        }
    }

    private func open(_ name: ByteString, _ flags: CInt) throws(ArtifactError) -> FileDescriptor {
        // The mode is the most that the user's umask leaves.
        let opened = unsafe openat(AT_FDCWD, Self.terminated(name), flags, mode_t(0o666))
        guard opened >= 0 else {
            throw ArtifactError(
                .writeFailed, "\(path): cannot write: \(Errno(rawValue: errno)); check the folder and its permissions")
        }
        return FileDescriptor(rawValue: opened)
    }

    private func failure(_ what: String) -> ArtifactError {
        ArtifactError(.writeFailed, "\(path): \(what): \(Errno(rawValue: errno)); nothing was changed")
    }

    private static func terminated(_ path: ByteString) -> [CChar] {
        path.bytes.map { CChar(bitPattern: $0) } + [0]
    }
}
