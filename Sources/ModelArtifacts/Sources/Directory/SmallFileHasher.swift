import CKernels
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Computes the MD5s of small files, which it reads whole and hashes many at a time. It belongs to one thread at a time.
///
/// Whatever is not in order with a file, it is refused, and whoever reports errors will find out.
@safe final class SmallFileHasher {
    /// The largest file that is read, in bytes.
    private static let greatestSize = 64 << 10
    /// What is read of a file before its size is known, in bytes: all there is of most, and little of one that is too large.
    private static let firstByteCount = 16 << 10
    /// What the files fill before they are hashed, in bytes: little enough to stay in a second-level cache.
    private static let byteCount = 1 << 20
    /// The room for a file with its padding, or with one byte more than it ought to have.
    private static let room = greatestSize + 2 * 64

    /// A file and the MD5 of its contents.
    struct HashedFile {
        var target: DirectoryListing.Target
        var digest: MD5Digest
    }

    /// A file in memory.
    private struct Message {
        /// Its place among those that are to be hashed.
        let place: Int
        let target: DirectoryListing.Target
        let start: Int
        /// In blocks of 64 bytes, with the padding.
        let blocks: Int
    }

    /// For how long a file must have been what it is, in nanoseconds, for its time of change to prove that it was that while it
    /// was read: longer than clocks of file servers differ from others, and than the units that file systems count in.
    private static let quietTime: Int64 = 60_000_000_000

    private let kernel: MD5Kernel
    /// In nanoseconds since 1970. What a file changed before that is not what it did while it was read.
    private let quietSince: Int64
    private let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: SmallFileHasher.byteCount)
    /// nil where the system has none; then it is asked for each file by itself.
    let ring: OpaquePointer?
    /// See ``init(kernel:now:usesRing:afterReading:)``.
    private let afterReading: (() -> Void)?
    private var messages: [Message] = []
    private var filled = 0

    /// - Parameters:
    ///   - now: in nanoseconds since 1970; nothing is read before.
    ///   - usesRing: whether to open and close many files at a time, where the system has a way for that.
    ///   - afterReading: called whenever the front of a file has been read, and the rest of it has not: for tests in which
    ///     something happens then.
    init(
        kernel: MD5Kernel, now: Int64 = FileSystem.now, usesRing: Bool = true, afterReading: (() -> Void)? = nil
    ) {
        self.kernel = kernel
        self.afterReading = afterReading
        quietSince = now - Self.quietTime
        unsafe ring = usesRing ? optml_file_ring_make() : nil
    }

    deinit {
        unsafe optml_file_ring_free(ring)
        unsafe memory.deallocate()
    }

    /// Reads and hashes files.
    ///
    /// - Parameters:
    ///   - names: has the name of each file from one of `starts` on, ended by a NUL.
    ///   - directory: where the files are. Symbolic links are not followed.
    /// - Returns: the files in the order of `starts`; nil for one that is too large, cannot be read, is no regular file, or
    ///   changes while it is read.
    func hash(_ names: [CChar], at starts: [Int], in directory: FileDescriptor) -> [HashedFile?] {
        hash(names, at: starts, in: starts.map { _ in directory.rawValue })
    }

    /// Reads and hashes files of several directories; see above.
    ///
    /// - Parameter directories: the open directory of each file.
    func hash(_ names: [CChar], at starts: [Int], in directories: [CInt]) -> [HashedFile?] {
        precondition(names.last == 0 && starts.allSatisfy(names.indices.contains) && directories.count == starts.count)
        var hashed = [HashedFile?](repeating: nil, count: starts.count)
        let most = Int(optml_file_ring_most_files)
        var files = [CInt](repeating: -1, count: most)
        for first in stride(from: 0, to: starts.count, by: most) {
            let count = min(most, starts.count - first)
            unsafe optml_open_files(
                ring, Array(directories[first..<first + count]), names, Array(starts[first..<first + count]), count,
                O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW, &files)
            for index in 0..<count where files[index] >= 0 {
                if filled + Self.room > Self.byteCount { finish(&hashed) }
                read(files[index], place: first + index)
            }
            unsafe optml_close_files(ring, files, count)
        }
        finish(&hashed)
        return hashed
    }

    /// Reads an open file; there must be room for it.
    private func read(_ file: CInt, place: Int) {
        var status = stat()
        guard var size = readAll(file, &status) else { return }
        // Every call counts where files are this small, so the system is asked once and afterwards. Only a file that was
        // changed of late is read again, between two answers.
        let before = FileIdentity(status)
        if max(before.modified, before.changed) >= quietSince {
            guard let again = readAll(file, &status), FileIdentity(status) == before else { return }
            size = again
        }
        let whole = size / 64
        let blocks = unsafe whole + optml_md5_pad(memory + filled + 64 * whole, size % 64, UInt64(size))
        messages.append(
            Message(place: place, target: DirectoryListing.Target(status), start: filled, blocks: blocks))
        filled += 64 * blocks
    }

    /// Reads an open file into the memory that is free.
    ///
    /// - Parameter status: takes what the system says of it afterwards.
    /// - Returns: its size; nil if it is too large, no regular file, or of another size afterwards.
    private func readAll(_ file: CInt, _ status: inout stat) -> Int? {
        var size = unsafe pread(file, memory + filled, Self.firstByteCount, 0)
        afterReading?()
        guard size >= 0, unsafe fstat(file, &status) == 0, FileSystem.kind(of: status) == .regular else { return nil }
        if size == Self.firstByteCount, (size + 1...Self.greatestSize).contains(Int(status.st_size)) {
            // One byte more than there should be shows a file that has grown.
            let rest = unsafe pread(file, memory + filled + size, Int(status.st_size) - size + 1, off_t(size))
            guard rest >= 0, unsafe fstat(file, &status) == 0 else { return nil }
            size += rest
        }
        return size == Int(status.st_size) ? size : nil
    }

    /// Hashes what is in memory.
    private func finish(_ hashed: inout [HashedFile?]) {
        // Messages of about the same length make the most of the lanes; the longest come first.
        let order = messages.indices.map { UInt64(UInt32.max - UInt32(messages[$0].blocks)) << 32 | UInt64($0) }
            .sorted().map { Int(UInt32(truncatingIfNeeded: $0)) }
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
            for (lane, index) in order.enumerated() {
                let message = messages[index]
                hashed[message.place] = HashedFile(
                    target: message.target, digest: unsafe MD5Digest(lanes[lane].state))
            }
        }
        messages.removeAll(keepingCapacity: true)
        filled = 0
    }
}
