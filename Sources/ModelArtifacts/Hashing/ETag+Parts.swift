extension MD5Digest {
    /// The digest of the digests of parts, which is what S3 shows of a multipart upload before the hyphen.
    package init(ofPartDigests digests: [MD5Digest]) {
        var md5 = MD5()
        for digest in digests { md5.update(digest) }
        self = md5.finish()
    }
}

extension ETag {
    /// The tag of a multipart upload, from the digests of its parts in order.
    ///
    /// A multipart upload of a single part has a tag of its own, ending with `-1`.
    package init(partDigests: [MD5Digest]) {
        self.init(partsDigest: MD5Digest(ofPartDigests: partDigests), partCount: partDigests.count)
    }

    /// The tag of an object that is uploaded in one PUT or one part, from the digest of its bytes; nil for one in more parts.
    package init?(wholeFile digest: MD5Digest, plan: PartPlan) {
        guard plan.pieceCount == 1 else { return nil }
        if plan.partSize == nil { self.init(md5: digest) } else { self.init(partDigests: [digest]) }
    }
}
