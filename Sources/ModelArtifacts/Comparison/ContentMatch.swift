/// Whether two files have the same contents, as far as sizes and ETags tell.
enum ContentMatch: Equatable {
    case same
    /// They differ; with what there is to say about it.
    case different(remark: String?)
    /// It cannot be told.
    case unknown(ArtifactDiff.Unverified.Reason)

    /// What is said where a listed ETag is not that of a local file of the same size.
    static let remark = "other ETags at the same size are what unchanged objects under SSE-KMS or SSE-C have, too"

    /// The same of an object that was uploaded in parts.
    static let remarkOnParts =
        "other ETags at the same size are what unchanged objects have, too, that were uploaded in parts of unlike or unusual "
        + "sizes, or under SSE-KMS or SSE-C; for these, 'optml verify --exact-parts' asks S3"

    /// Compares two files.
    init(_ first: ComparedFile, _ second: ComparedFile) {
        if let size = first.size, let other = second.size {
            guard size == other else {
                self = .different(remark: nil)
                return
            }
            if size == 0 {
                self = .same
                return
            }
        }
        self =
            switch (first.isListed, second.isListed) {
            case (false, false): Self.computed(first.attributes.etags, second.attributes.etags)
            case (true, false): Self.listed(first, second)
            case (false, true): Self.listed(second, first)
            case (true, true): Self.bothListed(first, second)
            }
    }

    private static func computed(_ first: [ETag], _ second: [ETag]) -> ContentMatch {
        guard !first.isEmpty, !second.isEmpty else { return .unknown(.notHashed) }
        return first.contains(where: second.contains) ? .same : .different(remark: nil)
    }

    /// Compares a listed object with a file that was hashed.
    private static func listed(_ object: ComparedFile, _ file: ComparedFile) -> ContentMatch {
        guard let etag = object.listedETag else { return .unknown(.noETag) }
        if file.etags.contains(etag) { return .same }
        if let reason = opacity(of: object, etag) { return .unknown(reason) }
        guard !file.etags.isEmpty || etag.partCount != nil else { return .unknown(.notHashed) }
        // An ETag of the same form was computed, with every likely part size.
        let isComparable = file.etags.contains { $0.partCount == etag.partCount }
        guard isComparable else { return .unknown(.otherParts) }
        return .different(remark: etag.partCount == nil ? remark : remarkOnParts)
    }

    private static func bothListed(_ first: ComparedFile, _ second: ComparedFile) -> ContentMatch {
        guard let etag = first.listedETag, let other = second.listedETag else { return .unknown(.noETag) }
        if etag == other { return .same }
        if let reason = opacity(of: first, etag) ?? opacity(of: second, other) { return .unknown(reason) }
        guard etag.partCount != nil || other.partCount != nil else { return .different(remark: nil) }
        guard etag.partCount == other.partCount, let partSize = partSize(first, etag),
            partSize == self.partSize(second, other)
        else { return .unknown(.otherParts) }
        return .different(remark: nil)
    }

    /// Why an ETag says nothing about contents; nil if it does.
    private static func opacity(of object: ComparedFile, _ etag: ETag) -> ArtifactDiff.Unverified.Reason? {
        if object.attributes.hasOpaqueETag { return .encrypted }
        return etag.canBeMD5 || etag.partCount != nil ? nil : .opaqueETag
    }

    /// The part size that an object was uploaded with, as a manifest tells, or as only one uploader would.
    private static func partSize(_ object: ComparedFile, _ etag: ETag) -> Int64? {
        guard let size = object.size, let count = etag.partCount else { return nil }
        // The only part is the whole, whatever is said.
        if count > 1, case .multipart(let partSize) = object.attributes.upload { return partSize }
        return PartSizeCandidates.onlyOfUploaders(size: size, partCount: count)
    }
}
