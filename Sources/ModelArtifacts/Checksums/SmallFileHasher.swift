import CKernels
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Computes the MD5s of small files, which it reads whole and hashes many at a time.
///
/// Whatever is not in order with a file, it is refused, and whoever reports errors will find out.
@safe final class SmallFileHasher {
    /// The largest file that is read, in bytes.
    private static let greatestSize = 64 << 10
    /// What the files fill before they are hashed, in bytes: little enough to stay in a second-level cache.
    private static let byteCount = 1 << 20
    /// The room for a file with its padding, or with one byte more than it ought to have.
    private static let room = greatestSize + 2 * 64

    /// A message in memory.
    private struct Message {
        var start: Int
        /// In blocks of 64 bytes, with the padding.
        var blocks: Int
    }

    private let kernel: MD5Kernel
    private let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: SmallFileHasher.byteCount)
    private var messages: [Message] = []
    private var filled = 0

    init(kernel: MD5Kernel) {
        self.kernel = kernel
    }

    deinit { unsafe memory.deallocate() }

    /// Whether the digests have to be taken before another file is read.
    var isFull: Bool { filled + Self.room > Self.byteCount }

    /// Reads a file; there must be room for it.
    ///
    /// - Parameters:
    ///   - names: has the name of the file from `start` on, ended by a NUL.
    ///   - directory: where the file is. Symbolic links are not followed.
    /// - Returns: what the system says of the file; nil if it is too large, cannot be read, is no regular file, or changes
    ///   while it is read.
    func read(_ names: [CChar], at start: Int, in directory: FileDescriptor) -> stat? {
        precondition(!isFull && start < names.count)
        let file = unsafe names.withUnsafeBufferPointer { names in
            guard let base = names.baseAddress else { return CInt(-1) }
            return unsafe openat(
                directory.rawValue, base + start, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW)
        }
        guard file >= 0 else { return nil }
        defer { close(file) }
        var (before, after) = (stat(), stat())
        guard unsafe fstat(file, &before) == 0, FileSystem.kind(of: before) == .regular,
            before.st_size <= Self.greatestSize
        else { return nil }
        let size = Int(before.st_size)
        // One byte more than there should be shows a file that has grown.
        guard unsafe pread(file, memory + filled, size + 1, 0) == size, unsafe fstat(file, &after) == 0,
            FileIdentity(before) == FileIdentity(after)
        else { return nil }
        let whole = size / 64
        let blocks = unsafe whole + optml_md5_pad(memory + filled + 64 * whole, size % 64, UInt64(size))
        messages.append(Message(start: filled, blocks: blocks))
        filled += 64 * blocks
        return after
    }

    /// The digests of the files read since the last call, in the order in which they were read.
    func digests() -> [MD5Digest] {
        // Messages of about the same length make the most of the lanes; the longest come first.
        let order = messages.indices.sorted { messages[$0].blocks > messages[$1].blocks }
        var digests = [MD5Digest](repeating: MD5Digest(high: 0, low: 0), count: messages.count)
        var lanes = unsafe order.map { index in
            var lane = unsafe optml_md5_lane()
            unsafe optml_md5_lane_start(&lane)
            unsafe lane.next = UnsafePointer(memory + messages[index].start)
            unsafe lane.blocks = messages[index].blocks
            return unsafe lane
        }
        unsafe lanes.withUnsafeMutableBufferPointer { lanes in
            for start in stride(from: 0, to: order.count, by: kernel.laneCount) {
                var count = min(kernel.laneCount, order.count - start)
                guard let first = unsafe lanes.baseAddress.map({ unsafe $0 + start }) else { return }
                while count > 0 {
                    unsafe optml_md5_lanes_advance(kernel.symbol, first, count)
                    while count > 0, unsafe first[count - 1].blocks == 0 { count -= 1 }
                }
            }
            for (place, index) in order.enumerated() { digests[index] = unsafe MD5Digest(lanes[place].state) }
        }
        messages.removeAll(keepingCapacity: true)
        filled = 0
        return digests
    }
}
