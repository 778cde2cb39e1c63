/// Computes the ETag of a file while something else reads it.
final class ArchiveHasher {
    private var etag: StreamingETag
    private let plan: PartPlan

    /// A hasher for a file; nil if the uploader cannot take one of its size.
    init?(rule: UploadRule, file: any RandomAccessFile) {
        guard let plan = try? rule.plan(forSize: file.size) else { return nil }
        self.plan = plan
        etag = StreamingETag(plan: plan, path: file.path)
    }

    func update(_ bytes: UnsafeRawBufferPointer) {
        unsafe etag.update(bytes)
    }

    /// The ETag, once every byte was taken in.
    ///
    /// - Throws: ``ArtifactError`` with code `changedWhileRead` if the file has another size by now.
    func finish() throws(ArtifactError) -> (ETag, StoredObject.Upload) {
        (try etag.finish(), StoredObject.Upload(plan))
    }
}
