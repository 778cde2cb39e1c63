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
        let hasOpaqueETag: Bool
        let archiveClass: ArchiveClass?
        let mode: UInt16?
        let etags: [ETag]
        let isLeftover: Bool

        init(
            _ etag: ByteString?, _ target: ByteString?, _ upload: StoredObject.Upload, hasOpaqueETag: Bool,
            _ archiveClass: ArchiveClass?, _ mode: UInt16?, _ etags: [ETag], isLeftover: Bool
        ) {
            self.etag = etag
            self.target = target
            self.upload = upload
            self.hasOpaqueETag = hasOpaqueETag
            self.archiveClass = archiveClass
            self.mode = mode
            self.etags = etags
            self.isLeftover = isLeftover
        }
    }

    /// In bytes; nil where a listing does not tell.
    package let size: Int64?
    package let kind: Kind
    /// The ETag of the object, if it is the 32 digits of an MD5 without capitals, as S3 writes those of nearly all objects.
    let digest: MD5Digest?
    let details: Details?

    /// The ETag of the object, without quotes, where it is known and wanted.
    package var etag: ByteString? { digest?.digits ?? otherETag }
    /// The ETag if it is known, wanted and no ``digest``.
    var otherETag: ByteString? { details?.etag }
    /// Where a link points to.
    package var target: ByteString? { details?.target }
    /// How the object was uploaded, where that is known.
    package var upload: StoredObject.Upload { details?.upload ?? .unknown }
    /// Whether a listing tells that KMS encrypts the object, or its bucket is a directory bucket, so that its ETag is no MD5.
    package var hasOpaqueETag: Bool { details?.hasOpaqueETag ?? false }
    /// Where S3 keeps the object, if it has to be restored before it can be read.
    var archiveClass: ArchiveClass? { details?.archiveClass }
    /// The permission bits, where they are known and wanted.
    package var mode: UInt16? { details?.mode }
    /// The ETags that the contents have under several ways of uploading, where they are wanted.
    package var etags: [ETag] { details?.etags ?? [] }
    /// Whether the object is not of the source, but was in S3 before.
    var isLeftover: Bool { details?.isLeftover ?? false }

    /// Whether more than the size is known.
    @inline(__always)
    var hasMore: Bool { digest != nil || details != nil }

    @inline(__always)
    package init(
        _ kind: Kind, size: Int64? = nil, etag: ByteString? = nil, target: ByteString? = nil,
        upload: StoredObject.Upload = .unknown, hasOpaqueETag: Bool = false, archiveClass: ArchiveClass? = nil,
        mode: UInt16? = nil, etags: [ETag] = [], isLeftover: Bool = false
    ) {
        let digest = etag.flatMap { MD5Digest(hexadecimal: $0.bytes.span, lowerCase: true) }
        self.init(
            kind, size: size, digest: digest, otherETag: digest == nil ? etag : nil, target: target, upload: upload,
            hasOpaqueETag: hasOpaqueETag, archiveClass: archiveClass, mode: mode, etags: etags, isLeftover: isLeftover)
    }

    /// - Parameters:
    ///   - digest: the ETag, if it is the 32 digits of an MD5 without capitals.
    ///   - otherETag: any other ETag.
    @inline(__always)
    init(
        _ kind: Kind, size: Int64?, digest: MD5Digest?, otherETag: ByteString?, target: ByteString? = nil,
        upload: StoredObject.Upload = .unknown, hasOpaqueETag: Bool = false, archiveClass: ArchiveClass? = nil,
        mode: UInt16? = nil, etags: [ETag] = [], isLeftover: Bool = false
    ) {
        let isOrdinary =
            otherETag == nil && target == nil && upload == .unknown && !hasOpaqueETag && archiveClass == nil
            && mode == nil && etags.isEmpty && !isLeftover
        self.init(
            kind, size: size, digest: digest,
            details: isOrdinary
                ? nil
                : Details(
                    otherETag, target, upload, hasOpaqueETag: hasOpaqueETag, archiveClass, mode, etags,
                    isLeftover: isLeftover))
    }

    @inline(__always)
    init(_ kind: Kind, size: Int64?, digest: MD5Digest?, details: Details?) {
        self.kind = kind
        self.size = size
        self.digest = digest
        self.details = details
    }
}
