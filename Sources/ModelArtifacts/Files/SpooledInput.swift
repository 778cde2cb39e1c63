package import SystemPackage

/// An open file that can be read from its beginning more than once, even if it is a pipe.
///
/// What a pipe delivers goes to a temporary file as well, which has no name and vanishes with the process. It is as long as
/// the input; memory does not grow. A regular file is read again instead, from where it stood.
package final class SpooledInput: Sendable {
    private struct State {
        var spool: FileDescriptor?
        var length: Int64 = 0
        var isAtEnd = false
    }

    /// The name to show in messages.
    package let name: ByteString
    private let source: FileDescriptor
    private let closesDescriptor: Bool
    /// Where a regular file stood at first; nil for everything else.
    private let start: Int64?
    private let state = Lock(State())

    /// - Throws: ``ArtifactError`` with code `readFailed`; a descriptor that was to be closed is closed then.
    package init(_ source: FileDescriptor, name: ByteString, closesDescriptor: Bool) throws(ArtifactError) {
        self.source = source
        self.name = name
        self.closesDescriptor = closesDescriptor
        do throws(ArtifactError) {
            switch FileSystem.kind(of: try FileSystem.status(of: source, path: name)) {
            case .directory: throw ArtifactError(.usage, "\(name): a directory, not a listing")
            case .regular: start = try? source.seek(offset: 0, from: .current)
            default: start = nil
            }
        } catch {
            // What is not made is not unmade either.
            if closesDescriptor { try? source.close() }
            throw error
        }
    }

    deinit {
        state.withLock { state in try? state.spool?.close() }
        if closesDescriptor { try? source.close() }
    }

    /// Fills `buffer` as far as that goes at once, and returns the number of bytes; 0 at the end.
    ///
    /// - Parameter offset: at most as far as has been read so far.
    /// - Throws: ``ArtifactError`` with code `readFailed` or `writeFailed`.
    package func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(ArtifactError) -> Int {
        do {
            if let start { return try unsafe source.read(fromAbsoluteOffset: start + offset, into: buffer) }
        } catch {
            throw ArtifactError(.readFailed, "\(name): cannot read: \(error)")
        }
        return try state.withLock { state throws(ArtifactError) in
            let spool = try spool(&state)
            do {
                if offset < state.length { return try unsafe spool.read(fromAbsoluteOffset: offset, into: buffer) }
                // A terminal would wait for more after its end of file.
                if state.isAtEnd { return 0 }
                let count = try unsafe source.readWaiting(into: buffer)
                do {
                    _ = try unsafe spool.writeAll(
                        toAbsoluteOffset: state.length, UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                } catch {
                    throw ArtifactError(.writeFailed, "\(name): cannot keep it in a temporary file: \(error)")
                }
                state.length += Int64(count)
                state.isAtEnd = count == 0
                return count
            } catch let error as ArtifactError {
                throw error
            } catch {
                throw ArtifactError(.readFailed, "\(name): cannot read: \(error)")
            }
        }
    }

    private func spool(_ state: inout State) throws(ArtifactError) -> FileDescriptor {
        if let spool = state.spool { return spool }
        let spool = try UnlinkedFile.create()
        state.spool = spool
        return spool
    }
}
