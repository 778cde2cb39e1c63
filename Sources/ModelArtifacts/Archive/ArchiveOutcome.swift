/// What is known of an archive once it has been read to its end, or as far as it could be.
package struct ArchiveOutcome: Sendable {
    /// What broke off the reading.
    package struct Damage: Sendable {
        /// What is wrong, safe to show.
        package var message: String
        /// The place in the archive file, in bytes.
        package var byteOffset: Int64?
        /// The last member that was read whole.
        package var afterMember: ByteString?
    }

    /// Bytes where there should be none.
    package struct TrailingData: Sendable {
        package enum Place: Sendable {
            /// Behind the end-of-archive blocks; the offset is one of the unpacked tar stream.
            case afterTar
            /// Behind the last gzip member; the offset is one of the archive file.
            case afterGzip
        }

        package var place: Place
        package var byteOffset: Int64
        /// Whether another tar archive begins there.
        package var isTar = false
    }

    package var damage: Damage?
    package var trailingData: [TrailingData] = []
    /// The size of the archive file in bytes.
    package var compressedBytes: Int64 = 0
    /// The length of the unpacked tar stream in bytes, as far as it was read.
    package var uncompressedBytes: Int64 = 0
    /// The sum of the members' sizes in bytes, holes included.
    package var memberBytes: Int64 = 0
    package var members = 0
    /// The most bytes that the contents may have, where reading stopped because of it.
    package var exceededSize: Int64?
    /// The most members that an archive may have, where reading stopped because of it.
    package var exceededMembers: Int?
}
