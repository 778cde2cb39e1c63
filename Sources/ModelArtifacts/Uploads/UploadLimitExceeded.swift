/// An object is larger than S3 or the way of uploading can hold.
public struct UploadLimitExceeded: Error, Hashable, Sendable {
    /// What sets the limit.
    public enum Limit: Hashable, Sendable {
        /// An object in S3 holds at most 10,000 parts of 5 GiB.
        case object
        /// A single PUT holds at most 5 GiB.
        case singlePut
        /// An upload has at most 10,000 parts, here of `partSize` bytes.
        case parts(partSize: Int64)
        /// The uploader refuses more.
        case uploader(Uploader)
    }

    /// The size of the object in bytes.
    public let size: Int64
    /// The largest size in bytes that is possible.
    public let greatestSize: Int64
    /// What sets the limit.
    public let limit: Limit
}

extension UploadLimitExceeded: CustomStringConvertible {
    /// One sentence without a period, safe to show.
    public var description: String {
        let reason =
            switch limit {
            case .object: "an object in S3 can have (10,000 parts of 5 GiB)"
            case .singlePut: "a single PUT can have; set a multipart threshold below that"
            case .parts(let partSize):
                "10,000 parts of \(ByteSize(bytes: partSize).exact) hold; larger parts are needed"
            case .uploader(let uploader): "'\(uploader.rawValue)' uploads"
            }
        return "\(ByteSize(bytes: size).exact) are more than the \(ByteSize(bytes: greatestSize).exact) that \(reason)"
    }
}
