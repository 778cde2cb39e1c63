/// What a comparison knows of a path in a layout, besides what ``LayoutRow`` tells.
package struct FileAttributes: Hashable, Sendable {
    /// The permission bits; nil where the source has none.
    package var mode: UInt16?
    /// The ETags that the contents have, each under another way of uploading; empty where they were not read.
    package var etags: [ETag] = []
    /// How the listed object was uploaded.
    package var upload = StoredObject.Upload.unknown
    /// Whether a listing tells that KMS encrypts the object, or its bucket is a directory bucket, so that its ETag is no MD5.
    package var hasOpaqueETag = false

    package init() {}

    package init(_ file: borrowing LayoutFile) {
        mode = file.mode
        etags = file.etags
        upload = file.upload
        hasOpaqueETag = file.hasOpaqueETag
    }
}
