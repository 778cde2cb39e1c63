/// Tells for every object size whether it is uploaded in one PUT or in parts, and how large the parts are.
///
/// A rule is that of an ``Uploader`` or a fixed part size. Nothing but the size of the object decides, so no file is needed
/// to ask.
public struct UploadRule: Hashable, Sendable {
    private enum PartSizing: Hashable, Sendable {
        case uploader(Uploader)
        case fixed(Int64)
    }

    private let sizing: PartSizing
    /// The largest object in bytes that is sent as a single PUT; below 0 where even an empty one is not.
    package let greatestSingle: Int64

    /// The rule of an uploader in its default configuration.
    public init(_ uploader: Uploader) {
        sizing = .uploader(uploader)
        greatestSingle = uploader.greatestSingle
    }

    /// The rule of an uploader whose multipart threshold was changed, with its own part sizes.
    ///
    /// Whether an object of exactly the threshold is sent in parts is up to the uploader, as with its default.
    ///
    /// - Parameters:
    ///   - uploader: whose part sizes count.
    ///   - multipartThreshold: in bytes, from 1 to 10,000 times 5 GiB.
    /// - Throws: ``ArtifactError`` with code `usage` for a threshold out of range or an uploader that has none.
    public init(_ uploader: Uploader, multipartThreshold: Int64) throws(ArtifactError) {
        try Self.checkThreshold(multipartThreshold)
        guard uploader.greatestSingle >= 0 else {
            throw ArtifactError(
                .usage, "a multipart threshold does not go with '\(uploader.rawValue)', which sends everything in parts"
            )
        }
        sizing = .uploader(uploader)
        greatestSingle = uploader.splitsAtThreshold ? multipartThreshold - 1 : multipartThreshold
    }

    /// Parts of one fixed size, which do not grow with the object.
    ///
    /// An object of exactly the threshold is sent in parts, as boto/s3transfer does; an empty one is a single PUT.
    ///
    /// - Parameters:
    ///   - partSize: in bytes, from 1 to 5 GiB. S3 takes parts below 5 MiB only as the last of an object, but stores that
    ///     speak its protocol may take them.
    ///   - multipartThreshold: in bytes, from 1 to 10,000 times 5 GiB; the part size if it is not given.
    /// - Throws: ``ArtifactError`` with code `usage` for a part size or threshold out of range.
    public init(partSize: Int64, multipartThreshold: Int64? = nil) throws(ArtifactError) {
        guard (1...S3Limits.partSize).contains(partSize) else {
            throw ArtifactError(.usage, "a part size of \(partSize) bytes is not possible; S3 takes 5 MiB to 5 GiB")
        }
        let threshold = multipartThreshold ?? partSize
        try Self.checkThreshold(threshold)
        sizing = .fixed(partSize)
        greatestSingle = threshold - 1
    }

    /// A size in bytes up to which every object can be uploaded: what one PUT takes, or less if 10,000 parts hold less.
    package var ordinarySize: Int64 {
        guard case .fixed(let partSize) = sizing else { return S3Limits.partSize }
        return min(S3Limits.partSize, partSize * S3Limits.partCount)
    }

    private static func checkThreshold(_ threshold: Int64) throws(ArtifactError) {
        guard (1...S3Limits.objectSize).contains(threshold) else {
            throw ArtifactError(
                .usage, "a multipart threshold of \(threshold) bytes is not possible; an object has 1 byte to 48.8 TiB")
        }
    }

    /// How an object of `size` bytes is uploaded. A size below 0 counts as 0.
    ///
    /// - Throws: ``UploadLimitExceeded`` if S3 or the uploader cannot hold it.
    public func plan(forSize size: Int64) throws(UploadLimitExceeded) -> PartPlan {
        let size = max(0, size)
        guard size <= S3Limits.objectSize else {
            throw UploadLimitExceeded(size: size, greatestSize: S3Limits.objectSize, limit: .object)
        }
        if case .uploader(let uploader) = sizing, let greatestSize = uploader.greatestSize, size > greatestSize {
            throw UploadLimitExceeded(size: size, greatestSize: greatestSize, limit: .uploader(uploader))
        }
        if size <= greatestSingle {
            guard size <= S3Limits.partSize else {
                throw UploadLimitExceeded(size: size, greatestSize: S3Limits.partSize, limit: .singlePut)
            }
            return .single(size: size)
        }
        let partSize =
            switch sizing {
            case .uploader(let uploader): uploader.partSize(forSize: size)
            case .fixed(let partSize): partSize
            }
        guard partSize <= S3Limits.partSize else {
            throw UploadLimitExceeded(size: size, greatestSize: S3Limits.objectSize - 1, limit: .object)
        }
        guard size.dividedRoundingUp(by: partSize) <= S3Limits.partCount else {
            throw UploadLimitExceeded(
                size: size, greatestSize: partSize * S3Limits.partCount, limit: .parts(partSize: partSize))
        }
        return .multipart(size: size, partSize: partSize)
    }
}
