import ModelArtifacts
import TestSupport
import Testing

/// What comes out of a gzip file, and how it ends.
func inflate(
    _ bytes: [UInt8], _ engine: InflateEngine = .fastest, blockSize: Int = 64 << 10
) throws -> (contents: [UInt8], stream: GzipStream, error: ArchiveReadError?) {
    let stream = try GzipStream(FileByteStream(MemoryFile(bytes)), engine: engine)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 1)
    defer { buffer.deallocate() }
    var contents: [UInt8] = []
    do throws(ArchiveReadError) {
        while true {
            let count = try stream.read(into: buffer)
            if count == 0 { return (contents, stream, nil) }
            contents += buffer[..<count]
        }
    } catch {
        return (contents, stream, error)
    }
}

/// Why a gzip file is damaged.
func gzipReason(_ bytes: [UInt8], _ engine: InflateEngine) throws -> GzipFault.Reason? {
    guard case .gzip(let fault) = try inflate(bytes, engine).error else { return nil }
    return fault.reason
}

/// The members of a plain archive, and how it ends.
func list(_ tar: TarReader) -> (members: [ArchiveMember], trailing: TrailingData?, error: ArchiveReadError?) {
    var members: [ArchiveMember] = []
    do throws(ArchiveReadError) {
        while let member = try tar.next() { members.append(member) }
        return (members, try tar.finish(), nil)
    } catch {
        return (members, nil, error)
    }
}

/// The members of a plain archive, and how it ends.
func list(_ bytes: [UInt8]) -> (members: [ArchiveMember], trailing: TrailingData?, error: ArchiveReadError?) {
    list(TarReader(FileByteStream(MemoryFile(bytes))))
}

extension ArchiveReadError {
    /// The damage of the tar archive, if it is that.
    var tarFault: TarFault? {
        if case .tar(let fault) = self { return fault }
        return nil
    }
}
