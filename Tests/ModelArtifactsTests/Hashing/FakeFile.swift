import ModelArtifacts
import Synchronization

/// A file of zeros, or of bytes that follow from their offset, of any size and without a disk, that can misbehave.
final class FakeFile: RandomAccessFile {
    /// What goes wrong.
    enum Fault: Sendable {
        case none
        /// Reads beyond this offset fail.
        case failsAt(Int64)
        /// The file ends here although it said otherwise.
        case endsAt(Int64)
        /// The file is another one afterwards.
        case changes
    }

    /// Part sizes should not be multiples of this, or parts could change places unnoticed.
    private static let period: Int64 = 251
    private static let pattern = (0..<65_536).map { UInt8($0 % Int(period)) }

    let path: ByteString
    let size: Int64
    let fault: Fault
    private let isPatterned: Bool
    private let onClose: @Sendable () -> Void

    init(
        _ path: ByteString = "fake", size: Int64, fault: Fault = .none, isPatterned: Bool = false,
        onClose: @escaping @Sendable () -> Void = {}
    ) {
        self.path = path
        self.size = size
        self.fault = fault
        self.isPatterned = isPatterned
        self.onClose = onClose
    }

    deinit { onClose() }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
        var end = size
        switch fault {
        case .failsAt(let limit) where offset + Int64(buffer.count) > limit:
            throw ArtifactError(.readFailed, "\(path): cannot read at byte \(limit)")
        case .endsAt(let limit): end = limit
        default: break
        }
        let count = Int(max(0, min(Int64(buffer.count), end - offset)))
        guard isPatterned else {
            UnsafeMutableRawBufferPointer(rebasing: buffer[0..<count]).initializeMemory(as: UInt8.self, repeating: 0)
            return count
        }
        var filled = 0
        while filled < count {
            let start = Int((offset + Int64(filled)) % Self.period)
            let length = min(count - filled, Self.pattern.count - start)
            Self.pattern.withUnsafeBytes { pattern in
                UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + length])
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: pattern[start..<start + length]))
            }
            filled += length
        }
        return count
    }

    func verifyUnchanged() throws(ArtifactError) {
        if case .changes = fault { throw ArtifactError(.changedWhileRead, "\(path): changed while it was read") }
    }
}
