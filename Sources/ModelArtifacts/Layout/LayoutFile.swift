/// What a layout knows of one path, besides the path.
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

    package var kind: Kind
    /// In bytes; nil where a listing does not tell.
    package var size: Int64?
    /// The ETag of the object, without quotes, where it is known and wanted.
    package var etag: ByteString?
    /// Where a link points to.
    package var target: ByteString?
    /// How the object was uploaded, where that is known.
    package var upload: StoredObject.Upload

    package init(
        _ kind: Kind, size: Int64? = nil, etag: ByteString? = nil, target: ByteString? = nil,
        upload: StoredObject.Upload = .unknown
    ) {
        self.kind = kind
        self.size = size
        self.etag = etag
        self.target = target
        self.upload = upload
    }
}
