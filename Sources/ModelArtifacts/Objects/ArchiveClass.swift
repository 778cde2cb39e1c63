/// Where S3 keeps objects that have to be restored before they can be read.
///
/// Source: `StorageClass` of `GetObject` and `RestoreStatus` of `ListObjectsV2` in the S3 API reference, and
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html for the tiers of Intelligent-Tiering.
package enum ArchiveClass: UInt8, Hashable, Sendable, Comparable {
    case glacier, deepArchive, archiveTier, deepArchiveTier

    /// The class that a listing names; nil for those whose objects can be read at once.
    package init?(storageClass name: Span<UInt8>) {
        if name.count == 7, name.ends(with: "GLACIER") {
            self = .glacier
        } else if name.count == 12, name.ends(with: "DEEP_ARCHIVE") {
            self = .deepArchive
        } else {
            return nil
        }
    }

    /// The tier of Intelligent-Tiering that an inventory names; nil for those whose objects can be read at once.
    package init?(tier name: Span<UInt8>) {
        switch ByteString(name) {
        case "ARCHIVE", "ARCHIVE_ACCESS": self = .archiveTier
        case "DEEP_ARCHIVE", "DEEP_ARCHIVE_ACCESS": self = .deepArchiveTier
        default: return nil
        }
    }

    package static func < (left: ArchiveClass, right: ArchiveClass) -> Bool { left.rawValue < right.rawValue }
}

extension ArchiveClass: CustomStringConvertible {
    /// What it is called behind "in".
    package var description: String {
        switch self {
        case .glacier: "the storage class GLACIER"
        case .deepArchive: "the storage class DEEP_ARCHIVE"
        case .archiveTier: "the archive tier of Intelligent-Tiering"
        case .deepArchiveTier: "the deep archive tier of Intelligent-Tiering"
        }
    }
}
