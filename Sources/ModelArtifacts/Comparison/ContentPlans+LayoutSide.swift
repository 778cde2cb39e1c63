extension ContentPlans {
    /// The plans for comparing with a side of a comparison.
    init(rule: UploadRule, against other: LayoutSide) {
        self.init(
            rule: rule,
            against: other.files.lazy.compactMap { file in
                (other.isListing ? Form(of: file) : .rule).map { (size: file.size, form: $0) }
            })
    }
}

extension ContentPlans.Form {
    /// How a listed object was uploaded; nil if its ETag does not tell.
    fileprivate init?(of file: ComparedFile) {
        guard let etag = file.listedETag, !file.attributes.hasOpaqueETag else { return nil }
        if etag.canBeMD5 {
            self = .singlePut
            return
        }
        guard let count = etag.partCount else { return nil }
        if case .multipart(let partSize) = file.attributes.upload, partSize > 0, let size = file.size,
            size.dividedRoundingUp(by: partSize) == count
        {
            self = .partSize(partSize)
        } else {
            self = .partCount(count)
        }
    }
}
