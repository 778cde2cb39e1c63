import CKernels
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Opens files many at a time, lets somebody look into them while they are open, and computes the MD5s of small ones, which it reads
/// whole. It belongs to one thread at a time.
///
/// Whatever is not in order with a file, it is refused, and whoever reports errors will find out.
@safe final class SmallFileReader {
    /// The largest file that is hashed, in bytes.
    static let greatestSize = 64 << 10
    /// What is read of a file before its size is known, in bytes: all there is of most, and little of one that is too large.
    private static let firstByteCount = 16 << 10
    /// What is read of a file that is looked into and not hashed: most headers, and what is in their place, end there.
    private static let firstByteCountOfLook = 4 << 10
    /// What the files fill before they are hashed, in bytes: little enough to stay in a second-level cache.
    private static let byteCount = 1 << 20
    /// The room for a file with its padding, or with one byte more than it ought to have.
    private static let room = greatestSize + 2 * 64

    /// A file that was opened, and the MD5 of its contents if that was wanted and it is small.
    struct File {
        var target: DirectoryListing.Target
        var digest: MD5Digest?
    }

    /// Is shown an open file, and its place among those that are read. Whether it keeps the file open and will close it.
    typealias Look = (_ place: Int, _ file: borrowing OpenFile) -> Bool

    /// A file in memory.
    private struct Message {
        /// Its place among those that are to be hashed.
        let place: Int
        let start: Int
        /// In blocks of 64 bytes, with the padding.
        let blocks: Int
    }

    /// For how long a file must have been what it is, in nanoseconds, for its time of change to prove that it was that while it
    /// was read: longer than clocks of file servers differ from others, and than the units that file systems count in.
    private static let quietTime: Int64 = 60_000_000_000

    private let kernel: MD5Kernel?
    /// In nanoseconds since 1970. What a file changed before that is not what it did while it was read.
    private let quietSince: Int64
    private let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: SmallFileReader.byteCount)
    /// nil where the system has none; then it is asked for each file by itself.
    let ring: OpaquePointer?
    /// See ``init(kernel:now:usesRing:afterReading:)``.
    private let afterReading: (() -> Void)?
    private var messages: [Message] = []
    private var filled = 0

    /// - Parameters:
    ///   - kernel: what files are hashed with; nil if they are not.
    ///   - now: in nanoseconds since 1970; nothing is read before.
    ///   - usesRing: whether to open and close many files at a time, where the system has a way for that.
    ///   - afterReading: called whenever the front of a file has been read, and the rest of it has not: for tests in which
    ///     something happens then.
    init(
        kernel: MD5Kernel?, now: Int64 = FileSystem.now, usesRing: Bool = true, afterReading: (() -> Void)? = nil
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

    /// Whether files are hashed.
    var hashes: Bool { kernel != nil }

    /// Reads files.
    ///
    /// - Parameters:
    ///   - names: has the name of each file from one of `starts` on, ended by a NUL.
    ///   - directory: where the files are. Symbolic links are not followed.
    /// - Returns: the files in the order of `starts`; nil for one that cannot be read, is no regular file, or changes while it
    ///   is read.
    func read(_ names: [CChar], at starts: [Int], in directory: FileDescriptor) -> [File?] {
        read(names, at: starts, in: starts.map { _ in directory.rawValue })
    }

    /// Reads files of several directories; see above.
    ///
    /// - Parameters:
    ///   - directories: the open directory of each file.
    ///   - look: is shown each file.
    func read(_ names: [CChar], at starts: [Int], in directories: [CInt], _ look: Look? = nil) -> [File?] {
        precondition(names.last == 0 && starts.allSatisfy(names.indices.contains) && directories.count == starts.count)
        var found = [File?](repeating: nil, count: starts.count)
        let most = Int(optml_file_ring_most_files)
        var files = [CInt](repeating: -1, count: most)
        for first in stride(from: 0, to: starts.count, by: most) {
            let count = min(most, starts.count - first)
            unsafe optml_open_files(
                ring, Array(directories[first..<first + count]), names, Array(starts[first..<first + count]), count,
                O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW, &files)
            for index in 0..<count where files[index] >= 0 {
                if filled + Self.room > Self.byteCount { finish(&found) }
                guard let (target, size) = read(files[index]) else { continue }
                let bytes = unsafe UnsafeRawBufferPointer(start: memory + filled, count: size)
                let file = unsafe OpenFile(descriptor: files[index], target: target, first: bytes)
                if look?(first + index, file) ?? false { files[index] = -1 }
                found[first + index] = File(target: target)
                if hashes, size == Int(target.size) { keep(target, size: size, place: first + index) }
            }
            unsafe optml_close_files(ring, files, count)
        }
        finish(&found)
        return found
    }

    /// Reads an open file; there must be room for it.
    ///
    /// - Returns: what it is, and how many of its first bytes are in memory: all of it if it is hashed; nil if it is refused.
    private func read(_ file: CInt) -> (DirectoryListing.Target, Int)? {
        var status = stat()
        guard var size = readFirst(file, &status) else { return nil }
        // Every call counts where files are this small, so the system is asked once and afterwards. Only a file that was
        // changed of late, and is hashed, is read again, between two answers.
        let before = FileIdentity(status)
        if hashes, size == Int(before.size), max(before.modified, before.changed) >= quietSince {
            guard let again = readFirst(file, &status), FileIdentity(status) == before else { return nil }
            size = again
        }
        return (DirectoryListing.Target(status), size)
    }

    /// Keeps a file in memory until it is hashed with others.
    private func keep(_ target: DirectoryListing.Target, size: Int, place: Int) {
        let whole = size / 64
        let blocks = unsafe whole + optml_md5_pad(memory + filled + 64 * whole, size % 64, UInt64(size))
        messages.append(Message(place: place, start: filled, blocks: blocks))
        filled += 64 * blocks
    }

    /// Reads the first bytes of an open file into the memory that is free: all that there are, if it is to be hashed and not too large.
    ///
    /// - Parameter status: takes what the system says of it afterwards.
    /// - Returns: how many; nil if it is no regular file, or of another size afterwards.
    private func readFirst(_ file: CInt, _ status: inout stat) -> Int? {
        let most = hashes ? Self.firstByteCount : Self.firstByteCountOfLook
        var count = unsafe pread(file, memory + filled, most, 0)
        afterReading?()
        guard count >= 0, unsafe fstat(file, &status) == 0, FileSystem.kind(of: status) == .regular else { return nil }
        let size = Int(status.st_size)
        if hashes, count == most, (count + 1...Self.greatestSize).contains(size) {
            // One byte more than there should be shows a file that has grown.
            let rest = unsafe pread(file, memory + filled + count, size - count + 1, off_t(count))
            guard rest >= 0, unsafe fstat(file, &status) == 0 else { return nil }
            count += rest
        }
        return count == Int(status.st_size) || (count == most && count < size) ? count : nil
    }

    /// Hashes what is in memory.
    private func finish(_ files: inout [File?]) {
        guard let kernel else { return }
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
                files[message.place]?.digest = unsafe MD5Digest(lanes[lane].state)
            }
        }
        messages.removeAll(keepingCapacity: true)
        filled = 0
    }
}
