/// What a layout knows of one path, besides the path.
///
/// Millions of them are kept and handed on, so what few of them have lies elsewhere.
package struct LayoutFile: Sendable {
    /// What stands at the path.
    package enum Kind: Sendable {
        /// A regular file.
        case file
        /// A directory that the source names itself: an archive member, or a directory that is packed although it is empty.
        case directory
        /// A symbolic link, which only archives bring.
        case symbolicLink
        /// What the S3 console leaves for a folder: an object whose key ends with a slash. It makes no file.
        case folderMarker
    }

    /// What few of them have.
    final class Details: Sendable {
        let etag: ByteString?
        let target: ByteString?
        let upload: StoredObject.Upload

        init(_ etag: ByteString?, _ target: ByteString?, _ upload: StoredObject.Upload) {
            self.etag = etag
            self.target = target
            self.upload = upload
        }
    }

    /// In bytes; nil where a listing does not tell.
    package let size: Int64?
    package let kind: Kind
    let details: Details?

    /// The ETag of the object, without quotes, where it is known and wanted.
    package var etag: ByteString? { details?.etag }
    /// Where a link points to.
    package var target: ByteString? { details?.target }
    /// How the object was uploaded, where that is known.
    package var upload: StoredObject.Upload { details?.upload ?? .unknown }

    /// Whether there is an ETag, a target or an upload.
    @inline(__always)
    var hasDetails: Bool { details != nil }

    @inline(__always)
    package init(
        _ kind: Kind, size: Int64? = nil, etag: ByteString? = nil, target: ByteString? = nil,
        upload: StoredObject.Upload = .unknown
    ) {
        let isOrdinary = etag == nil && target == nil && upload == .unknown
        self.init(kind, size: size, details: isOrdinary ? nil : Details(etag, target, upload))
    }

    @inline(__always)
    init(_ kind: Kind, size: Int64?, details: Details?) {
        self.kind = kind
        self.size = size
        self.details = details
    }
}
