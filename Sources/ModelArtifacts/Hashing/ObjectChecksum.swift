/// A checksum of an object as S3 makes it: of all its bytes, or composite, of the checksums of its parts one behind the other.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
struct ObjectChecksum {
    /// What there is to a checksum.
    struct Value: Hashable, Sendable {
        /// The bytes, of a number the highest first.
        var bytes: [UInt8]
        /// The number of parts of a composite one.
        var partCount: Int?

        /// In the words of S3: base64, and of a composite one a hyphen and the number of parts.
        var text: String { Base64.encode(bytes) + (partCount.map { "-\($0)" } ?? "") }
    }

    private let algorithm: ChecksumAlgorithm
    /// In bytes; nil for one of all bytes.
    private let partSize: Int64?
    private var current: RunningChecksum
    /// How many bytes of the part there were.
    private var fill: Int64 = 0
    private var ofParts: RunningChecksum
    private var partCount = 0

    /// - Parameter partSize: in bytes, at least 1; nil for a checksum of all bytes, which CRC-64/NVME always is.
    init(_ algorithm: ChecksumAlgorithm, partSize: Int64?) {
        self.algorithm = algorithm
        self.partSize = algorithm == .crc64nvme ? nil : partSize
        current = RunningChecksum(algorithm)
        ofParts = RunningChecksum(algorithm)
    }

    /// Takes in the next bytes.
    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let partSize else { return unsafe current.update(bytes) }
        var offset = 0
        while offset < bytes.count {
            // A part ends when there is a byte after it, so that the last part is never empty.
            if fill == partSize { endPart() }
            let count = min(bytes.count - offset, Int(clamping: partSize - fill))
            unsafe current.update(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]))
            fill += Int64(count)
            offset += count
        }
    }

    private mutating func endPart() {
        let bytes = current.finish()
        unsafe bytes.withUnsafeBytes { unsafe ofParts.update($0) }
        current = RunningChecksum(algorithm)
        fill = 0
        partCount += 1
    }

    /// The checksum of all bytes so far.
    consuming func finish() -> Value {
        guard partSize != nil else { return Value(bytes: current.finish()) }
        endPart()
        return Value(bytes: ofParts.finish(), partCount: partCount)
    }
}
