/// Computes the ETag of bytes that come one piece after another, as when an archive is read for its members anyway.
package struct StreamingETag: Sendable {
    private enum Sizing: Sendable {
        case known(PartPlan)
        case unknown(UploadRule)
    }

    private let path: ByteString
    private let sizing: Sizing
    /// In bytes; nil when everything is one piece.
    private let partSize: Int64?
    /// The largest object that could still be a single PUT; the digest of the whole is kept up to there.
    private let greatestSingle: Int64

    private var count: Int64 = 0
    private var whole = MD5()
    private var part = MD5()
    private var partFill: Int64 = 0
    private var partDigests: [MD5Digest] = []

    /// Begins the ETag of an object whose size is known.
    ///
    /// - Parameter path: the name to show in errors.
    package init(plan: PartPlan, path: ByteString) {
        self.path = path
        sizing = .known(plan)
        partSize = plan.partSize
        greatestSingle = plan.partSize == nil ? .max : -1
    }

    /// Begins the ETag of an object whose size will only be known at its end.
    ///
    /// Up to the multipart threshold of the rule every byte is hashed twice, for either outcome.
    ///
    /// - Parameter path: the name to show in errors.
    package init(rule: UploadRule, path: ByteString) {
        self.path = path
        sizing = .unknown(rule)
        partSize = try? rule.plan(forSize: rule.greatestSingle + 1).partSize
        greatestSingle = rule.greatestSingle
    }

    /// The number of bytes so far.
    package var byteCount: Int64 { count }

    /// Takes in the next bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        if count <= greatestSingle { unsafe whole.update(bytes) }
        count += Int64(bytes.count)
        guard let partSize else { return }
        var offset = 0
        while offset < bytes.count {
            // A part ends when there is a byte after it, so that the last part is never empty.
            if partFill == partSize { endPart() }
            let length = min(bytes.count - offset, Int(clamping: partSize - partFill))
            unsafe part.update(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]))
            partFill += Int64(length)
            offset += length
        }
    }

    private mutating func endPart() {
        partDigests.append(part.finish())
        part = MD5()
        partFill = 0
    }

    /// The ETag of all bytes.
    ///
    /// - Throws: ``ArtifactError`` with code `changedWhileRead` if the size was known and is another; with code `usage` if it
    ///   was not known and turns out to be more than the uploader can send, or so large that its parts would have grown.
    package consuming func finish() throws(ArtifactError) -> ETag {
        let plan: PartPlan
        switch sizing {
        case .known(let known):
            plan = known
            guard count == plan.size else { throw .unexpectedSize(count, insteadOf: plan.size, path: path) }
        case .unknown(let rule):
            do {
                plan = try rule.plan(forSize: count)
            } catch {
                throw ArtifactError(.usage, "\(path): \(error)")
            }
        }
        guard let wanted = plan.partSize else { return ETag(md5: whole.finish()) }
        guard wanted == partSize else {
            throw ArtifactError(
                .usage, "\(path): \(count) bytes take parts of \(wanted) bytes; give a file, so that the size is known")
        }
        endPart()
        return ETag(partDigests: partDigests)
    }
}
