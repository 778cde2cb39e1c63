/// An entry of a tar archive, as packed.
package struct ArchiveMember: Sendable {
    package enum Kind: Hashable, Sendable {
        case file, directory, symbolicLink, hardLink, fifo, socket, characterDevice, blockDevice
        /// A member of a type that only some readers know, with its typeflag: `D` (GNU dump directory), `V` (GNU volume label).
        case other(typeflag: UInt8)
    }

    /// The raw name.
    package var name: ByteString
    package var kind: Kind
    /// Bytes of the unpacked file, the holes of a sparse one included.
    package var size: Int64
    /// Where a link points to, raw.
    package var linkTarget: ByteString?
    /// The permission bits.
    package var mode: UInt16
    /// Where its header begins, in bytes from the start of the unpacked tar stream.
    package var headerOffset: Int64
    /// What libarchive had to say about it.
    package var warning: String?
}
