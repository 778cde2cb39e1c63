/// What S3 tells of one object when it is asked, beyond what a listing has.
package struct ObjectAttributes: Hashable, Sendable {
    /// In bytes.
    package var size: Int64
    /// The ETag.
    package var etag: ETag?
    /// The size of the first part in bytes; nil for an object of one PUT, or if it was not asked for.
    package var partSize: Int64?
    /// Whether the parts are known to be of unlike sizes, so that the first tells nothing of the others.
    package var partsAreUnlike = false
    /// The sizes of all parts in bytes, where they are unlike and few enough to be asked for.
    package var partSizes: [Int64]?
    /// The checksums in the words of the API: base64, with a hyphen and the number of parts where they are composite.
    package var checksums: [ChecksumAlgorithm: String] = [:]
    /// Whether the checksums are of the parts' checksums and not of the whole object (`ChecksumType` is `COMPOSITE`).
    package var checksumsAreComposite = false
    /// How S3 encrypts it, in the API's words such as `AES256`, `aws:kms`, or `SSE-C`; nil if it was not told.
    package var encryption: String?
    /// Whether it lies in a directory bucket.
    var isInDirectoryBucket = false

    package init(size: Int64, etag: ETag? = nil, partSize: Int64? = nil) {
        self.size = size
        self.etag = etag
        self.partSize = partSize
    }

    /// Why its ETag is no MD5; nil if it can be one.
    var etagEncryption: ETagEncryption? {
        isInDirectoryBucket ? .directoryBucket : encryption.flatMap { ETagEncryption(serverSide: $0) }
    }

    /// Whether S3 encrypts the object so that its ETag is no MD5, or keeps no MD5s where it is.
    package var hasOpaqueETag: Bool { etagEncryption != nil }

    /// Whether the part size is told, and gives as many parts as the ETag and composite checksums say.
    var tellsParts: Bool {
        guard let partSize, partSize > 0 else { return false }
        let count = PartPlan.multipart(size: size, partSize: partSize).pieceCount
        guard etag?.partCount.map({ $0 == count }) ?? true else { return false }
        return !checksumsAreComposite
            || checksums.values.allSatisfy { text in
                text.firstIndex(of: "-").map { Int(text[text.index(after: $0)...]) == count } ?? true
            }
    }

    /// Leaves out checksums that cannot be any: of other lengths than their algorithms give, or not in base64.
    mutating func dropMalformedChecksums() {
        checksums = checksums.filter { algorithm, text in
            let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            guard let bytes = Base64.decode(Array(parts[0].utf8)), bytes.count == algorithm.length else { return false }
            let isOfParts = checksumsAreComposite && algorithm != .crc64nvme
            return isOfParts ? parts.count == 2 && Int(parts[1]) ?? 0 > 0 : parts.count == 1
        }
    }
}
