import CKernels
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file or pipe that an archive is written to, piece after piece.
struct ArchiveOutput {
    private let descriptor: FileDescriptor
    private let name: ByteString
    /// Where the archive begins in the file; nil where what was written cannot be read again.
    let readableStart: Int64?

    /// - Parameter name: for errors.
    init(_ descriptor: FileDescriptor, name: ByteString) {
        self.descriptor = descriptor
        self.name = name
        let flags = fcntl(descriptor.rawValue, F_GETFL)
        let start = lseek(descriptor.rawValue, 0, SEEK_CUR)
        var isRegular = false
        if let status = try? FileSystem.status(of: descriptor, path: name) {
            isRegular = FileSystem.kind(of: status) == .regular
        }
        let isReadable = flags >= 0 && flags & O_ACCMODE == O_RDWR && flags & O_APPEND == 0
        readableStart = isRegular && isReadable && start >= 0 ? Int64(start) : nil
    }

    /// Writes a piece as it is after compression; `body` sees every run of bytes.
    ///
    /// - Returns: the number of bytes.
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    func write(_ slot: ChunkSlot, _ body: (UnsafeRawBufferPointer) -> Void) throws(ArtifactError) -> Int {
        switch slot.form {
        case .compressed(let count):
            let bytes = unsafe UnsafeRawBufferPointer(rebasing: slot.output[..<count])
            try unsafe write([bytes], body)
            return count
        case .stored:
            let blockSize = Int(optml_stored_block)
            let headerSize = Int(optml_stored_header)
            // The headers go where compressed bytes would stand, and the contents are written from where they were read.
            var runs: [UnsafeRawBufferPointer] = unsafe []
            for (number, start) in stride(from: 0, to: slot.count, by: blockSize).enumerated() {
                let block = unsafe UnsafeRawBufferPointer(
                    rebasing: slot.contents[start..<min(start + blockSize, slot.count)])
                let header = unsafe UnsafeMutableRawBufferPointer(
                    rebasing: slot.output[(number * headerSize)..<((number + 1) * headerSize)])
                unsafe optml_stored_write_header(block.count, header.baseAddress?.assumingMemoryBound(to: UInt8.self))
                unsafe runs += [UnsafeRawBufferPointer(header), block]
            }
            try unsafe write(runs, body)
            return ChunkSlot.storedSize(slot.count)
        }
    }

    /// Writes bytes.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    func write(_ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) -> Void) throws(ArtifactError) {
        var result: Result<Void, ArtifactError> = .success(())
        unsafe bytes.withUnsafeBytes { bytes in
            do throws(ArtifactError) { try unsafe write([bytes], body) } catch { result = .failure(error) }
        }
        try result.get()
    }

    private func write(
        _ runs: [UnsafeRawBufferPointer], _ body: (UnsafeRawBufferPointer) -> Void
    ) throws(ArtifactError) {
        for index in unsafe runs.indices { unsafe body(runs[index]) }
        var vectors = unsafe runs.map {
            unsafe iovec(iov_base: UnsafeMutableRawPointer(mutating: $0.baseAddress), iov_len: $0.count)
        }
        var next = 0
        while unsafe next < vectors.count {
            var written = unsafe vectors[next...].withUnsafeBufferPointer { rest in
                unsafe writev(descriptor.rawValue, rest.baseAddress, CInt(rest.count))
            }
            guard written >= 0 else {
                if errno == EINTR { continue }
                throw failure(Errno(rawValue: errno))
            }
            while unsafe next < vectors.count, unsafe written >= vectors[next].iov_len {
                written -= unsafe vectors[next].iov_len
                next += 1
            }
            guard unsafe next < vectors.count else { break }
            unsafe vectors[next].iov_base += written
            unsafe vectors[next].iov_len -= written
        }
    }

    private func failure(_ error: Errno) -> ArtifactError {
        error == .brokenPipe
            ? ArtifactError(.outputClosed, "\(name) was closed before everything was written")
            : ArtifactError(.writeFailed, "\(name): cannot write: \(error)")
    }

    /// Lets the system begin to bring what was written to disk; `range` counts from the beginning of the archive.
    func beginWriteBack(_ range: Range<Int64>) {
        guard let readableStart else { return }
        optml_begin_write_back(descriptor.rawValue, readableStart + range.lowerBound, Int64(range.count))
    }

    /// Fills a buffer with what was written; `offset` counts from the beginning of the archive.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) {
        var filled = 0
        while filled < buffer.count {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count: Int
            do {
                count = try unsafe descriptor.read(
                    fromAbsoluteOffset: (readableStart ?? 0) + offset + Int64(filled), into: rest)
            } catch {
                throw ArtifactError(.writeFailed, "\(name): cannot read what was written: \(error)")
            }
            guard count > 0 else {
                throw ArtifactError(.writeFailed, "\(name): what was written is gone; something else changed the file")
            }
            filled += count
        }
    }
}
