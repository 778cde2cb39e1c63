package import SystemPackage

/// A file that was looked into and stays open for whoever reads the rest of it, with the bytes that were seen, so that it is opened once
/// and no byte of it is read twice.
package final class KeptFile: RandomAccessFile {
    /// Bytes of a file that were read, by the offset of the first.
    package struct Range: Sendable {
        let offset: Int64
        let bytes: [UInt8]

        package init(offset: Int64, bytes: [UInt8]) {
            self.offset = offset
            self.bytes = bytes
        }
    }

    package let path: ByteString
    package let identity: FileIdentity
    private let owner: OwnedDescriptor
    /// Sorted by their offsets.
    private let known: [Range]

    package var size: Int64 { identity.size }

    /// - Parameters:
    ///   - descriptor: is closed with the file.
    ///   - path: the name to show in errors.
    ///   - identity: what the file was when it was opened.
    ///   - known: what has been read, in any order.
    package convenience init(
        _ descriptor: FileDescriptor, path: ByteString, identity: FileIdentity, known: [Range]
    ) {
        self.init(
            OwnedDescriptor(descriptor), path: path, identity: identity, known: known.sorted { $0.offset < $1.offset })
    }

    private init(_ owner: OwnedDescriptor, path: ByteString, identity: FileIdentity, known: [Range]) {
        self.owner = owner
        self.path = path
        self.identity = identity
        self.known = known
    }

    /// Closes a descriptor when nobody needs it any more.
    private final class OwnedDescriptor: Sendable {
        let descriptor: FileDescriptor

        init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }

        deinit { try? descriptor.close() }
    }

    private var descriptor: FileDescriptor { owner.descriptor }

    /// The file under another name for errors.
    package func named(_ path: ByteString) -> KeptFile {
        KeptFile(owner, path: path, identity: identity, known: known)
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let position = offset + Int64(filled)
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let copied = unsafe copyKnown(into: rest, at: position)
            let count = if let copied { copied } else { try unsafe readNext(into: rest, at: position) }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    /// Copies the known bytes that begin at an offset; nil if there are none.
    private func copyKnown(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int? {
        guard let range = known.last(where: { $0.offset <= offset && offset < $0.offset + Int64($0.bytes.count) })
        else {
            return nil
        }
        let start = Int(offset - range.offset)
        let count = min(buffer.count, range.bytes.count - start)
        unsafe range.bytes.withUnsafeBytes { bytes in
            unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<start + count]))
        }
        return count
    }

    /// Reads up to where the next known bytes begin.
    private func readNext(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(ArtifactError) -> Int {
        let end = known.first { $0.offset > offset }?.offset ?? .max
        let count = Int(min(Int64(buffer.count), end - offset))
        do {
            return try unsafe descriptor.read(
                fromAbsoluteOffset: offset, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
        } catch {
            throw ArtifactError(.readFailed, "\(path): cannot read at byte \(offset): \(error)")
        }
    }

    package func verifyUnchanged() throws(ArtifactError) {
        guard FileIdentity(try FileSystem.status(of: descriptor, path: path)) == identity else {
            throw ArtifactError(
                .changedWhileRead, "\(path): changed while it was read; run again when nothing writes to it")
        }
    }
}
