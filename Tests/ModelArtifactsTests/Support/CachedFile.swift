@testable import ModelArtifacts

/// Bytes that can be read like a file that is in memory, or much of it.
final class CachedFile: RandomAccessFile {
    let path: ByteString = "cached.tar.gz"
    let bytes: [UInt8]
    /// Which of so many stretches of the file are not in memory: every one of that number, or none if that is 0.
    private let uncachedEvery: Int
    /// From where on the file cannot be read.
    private let failsAt: Int
    private let passed = Lock(0)
    var size: Int64 { Int64(bytes.count) }

    /// How often something was found in memory.
    var cachedCount: Int { passed.withLock { $0 } }

    init(_ bytes: [UInt8], uncachedEvery: Int = 0, failsAt: Int = .max) {
        self.bytes = bytes
        self.uncachedEvery = uncachedEvery
        self.failsAt = failsAt
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
        let count = min(buffer.count, bytes.count - Int(offset))
        if Int(offset) + count > failsAt { throw ArtifactError(.readFailed, "\(path): cannot read at byte \(failsAt)") }
        bytes.withUnsafeBytes { bytes in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[Int(offset)..<Int(offset) + count]))
        }
        return count
    }

    func readCached(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int? {
        if uncachedEvery > 0, Int(offset) >> 16 % uncachedEvery == 0 { return nil }
        guard let count = try? read(into: buffer, at: offset) else { return nil }
        passed.withLock { $0 += 1 }
        return count
    }

    func verifyUnchanged() throws(ArtifactError) {}
}
