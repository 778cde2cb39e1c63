import ModelArtifacts
import SystemPackage

/// Small files that say who one is.
enum FileText {
    /// The bytes of a file; nil if there is none.
    ///
    /// - Parameter limit: the most bytes that it may have.
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    static func read(_ path: String, limit: Int64) throws(ArtifactError) -> [UInt8]? {
        let descriptor: FileDescriptor
        let kind: FileSystem.Kind
        do throws(ArtifactError) {
            (descriptor, kind) = try FileSystem.openTellingKind(ByteString(path))
        } catch {
            if error.code == .notFound { return nil }
            throw error
        }
        defer { try? descriptor.close() }
        // Some take /dev/null for no file.
        guard kind != .directory else {
            throw ArtifactError(.readFailed, "\(DisplayText.escaped(path)): a directory, where a file is needed")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count: Int
            do {
                count = try unsafe buffer.withUnsafeMutableBytes { buffer in
                    try unsafe descriptor.readWaiting(into: buffer)
                }
            } catch {
                throw ArtifactError(.readFailed, "\(DisplayText.escaped(path)): cannot read: \(error)")
            }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
            guard bytes.count <= limit else {
                throw ArtifactError(
                    .readFailed, "\(DisplayText.escaped(path)): more than \(limit) bytes, which is too long")
            }
        }
    }
}
