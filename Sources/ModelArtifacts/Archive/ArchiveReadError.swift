/// Why reading an archive stopped.
package enum ArchiveReadError: Error, Hashable, Sendable {
    /// The file could not be read, or changed meanwhile. This says nothing about the archive.
    case input(ArtifactError)
    /// The gzip layer is damaged.
    case gzip(GzipFault)
    /// The tar layer is damaged.
    case tar(TarFault)
    /// The archive unpacks to more than this number of bytes, which the caller has set as the limit.
    case sizeLimit(Int64)
}

extension ArchiveReadError: CustomStringConvertible {
    /// What happened and where; safe to show.
    package var description: String {
        switch self {
        case .input(let error): error.description
        case .gzip(let fault): fault.description
        case .tar(let fault): fault.description
        case .sizeLimit(let limit): "the archive unpacks to more than \(limit) bytes"
        }
    }
}
