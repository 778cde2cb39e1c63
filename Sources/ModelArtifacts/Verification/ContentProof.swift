/// Whether local files are what objects in S3 hold, where listings do not tell: by ETags, and by what S3 tells when it is asked.
package struct ContentProof {
    /// A file and the object that it may be.
    package struct Pair: Sendable {
        package let key: ByteString
        package let file: ByteString
        /// That of both, in bytes.
        package let size: Int64
        /// As the listing has it.
        package let etag: ETag?
        /// Whether the file was hashed as the ETag says that the object was uploaded, and has another ETag.
        package let hasOtherETag: Bool

        package init(key: ByteString, file: ByteString, size: Int64, etag: ETag?, hasOtherETag: Bool) {
            (self.key, self.file, self.size, self.etag, self.hasOtherETag) = (key, file, size, etag, hasOtherETag)
        }
    }

    private let options: VerificationOptions
    private let progress: WorkProgress?

    /// - Parameters:
    ///   - source: who is asked.
    ///   - rule: how objects are likely to have been uploaded.
    ///   - jobs: how many files or parts are hashed at once, and objects asked for.
    ///   - inquiryProgress: told how far S3 has answered.
    ///   - progress: asked with the number of bytes that are going to be read.
    package init(
        asking source: any ObjectAttributesSource, rule: UploadRule, jobs: Int?,
        inquiryProgress: InquiryProgress? = nil, progress: WorkProgress? = nil
    ) {
        var options = VerificationOptions()
        options.attributes = source
        options.provesContents = true
        options.encryption = source.etagEncryption
        options.inquiryProgress = inquiryProgress
        options.uploadRule = rule
        options.jobs = jobs
        options.fileChecksums = { file, wanted, partSize throws(ArtifactError) in
            try FileChecksums.compute(file, wanted, partSize: partSize)
        }
        self.options = options
        self.progress = progress
    }

    /// What each pair is, and what could not be asked for want of a permission.
    ///
    /// - Throws: ``ArtifactError`` if a file cannot be read or changes meanwhile, or S3 cannot be asked; `CancellationError`.
    package func statuses(of pairs: [Pair]) async throws -> (statuses: [ObjectStatus], remarks: [String]) {
        let files = Dictionary(pairs.map { ($0.key, $0.file) }) { first, _ in first }
        let judge = ObjectJudge(options) { files[$0] ?? $0 }
        let comparer = ContentComparer(
            judge: judge, options: options, kernel: try MD5Kernel.ofEnvironment(), progress: progress)
        let judgements = pairs.map { pair -> ObjectJudge.Judgement in
            let expected = VerifiableObject(path: pair.key, size: pair.size)
            let actual = VerifiableObject(path: pair.key, size: pair.size, etag: pair.etag)
            guard pair.hasOtherETag else { return judge.judge(ObjectMerge.Pair(expected: expected, actual: actual)) }
            return .prove(
                ObjectJudge.Question(expected: expected, actual: actual, key: pair.key),
                otherwise: .changed(ObjectJudge.otherContents))
        }
        let (outcomes, remarks) = try await comparer.outcomes(of: judgements)
        return (outcomes.map(\.status), remarks)
    }
}
