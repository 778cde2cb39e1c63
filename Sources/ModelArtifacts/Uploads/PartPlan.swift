/// How an object of a certain size is uploaded: in one PUT or in parts of equal size, of which the last may be shorter.
public struct PartPlan: Hashable, Sendable {
    /// The kind of upload.
    public enum Method: Hashable, Sendable {
        /// One PUT; the ETag is the MD5 of the bytes.
        case single
        /// A multipart upload: parts of `partSize` bytes, `partCount` (1 to 10,000) of them.
        case multipart(partSize: Int64, partCount: Int)
    }

    /// The size of the object in bytes.
    public let size: Int64
    /// How it is sent.
    public let method: Method

    /// One PUT of `size` bytes.
    package static func single(size: Int64) -> PartPlan {
        PartPlan(size: size, method: .single)
    }

    /// A multipart upload of `size` bytes in parts of `partSize` (at least 1); an empty object has one empty part.
    package static func multipart(size: Int64, partSize: Int64) -> PartPlan {
        let partCount = Int(clamping: max(1, size.dividedRoundingUp(by: partSize)))
        return PartPlan(size: size, method: .multipart(partSize: partSize, partCount: partCount))
    }

    private init(size: Int64, method: Method) {
        self.size = size
        self.method = method
    }

    /// The part size of a multipart upload in bytes; nil for a single PUT.
    public var partSize: Int64? {
        if case .multipart(let partSize, _) = method { partSize } else { nil }
    }

    /// The number of pieces that are hashed each for itself: the number of parts, or 1.
    package var pieceCount: Int {
        if case .multipart(_, let partCount) = method { partCount } else { 1 }
    }

    /// The bytes of the piece with that number, counted from 0.
    package func range(ofPiece index: Int) -> Range<Int64> {
        guard case .multipart(let partSize, _) = method else { return 0..<size }
        let start = Int64(index) * partSize
        return start..<min(size, start + partSize)
    }
}

extension Int64 {
    /// The quotient of two numbers that are not negative, rounded up.
    package func dividedRoundingUp(by divisor: Int64) -> Int64 {
        self / divisor + (self % divisor == 0 ? 0 : 1)
    }
}
