/// A path in a ``PathBatch``, with what is known of it. It is valid as long as the batch is there and keeps it.
@safe struct PathReference: Equatable {
    private let record: UnsafePointer<PathRecord>

    @inline(__always)
    init(_ record: UnsafePointer<PathRecord>) { unsafe self.record = unsafe record }

    @inline(__always)
    var file: LayoutFile { unsafe record.pointee.file }

    @inline(__always)
    var size: Int64? { unsafe record.pointee.file.size }

    @inline(__always)
    var count: Int { unsafe record.pointee.count }

    /// The path.
    @inline(__always)
    var bytes: UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(
            start: UnsafeRawPointer(record + 1).assumingMemoryBound(to: UInt8.self), count: count)
    }

    /// Eight bytes of the path from `start` on as a number that is ordered as they are. Bytes behind the end are 0.
    ///
    /// - Parameter start: at most the number of bytes.
    @inline(__always)
    func window(from start: Int) -> UInt64 {
        // Behind each path there are at least seven bytes that can be read.
        let word = unsafe UnsafeRawPointer(record + 1).loadUnaligned(fromByteOffset: start, as: UInt64.self)
        let missing = max(0, start + 8 - count)
        return missing == 8 ? 0 : UInt64(bigEndian: word) & (UInt64.max << (8 * UInt64(missing)))
    }

    /// How many bytes it has in common with another path, if it is known that it has as many as `start`.
    @inline(__always)
    func commonPrefix(with other: PathReference, from start: Int) -> Int {
        let end = min(count, other.count)
        var index = start
        while index < end {
            let difference = window(from: index) ^ other.window(from: index)
            if difference != 0 { return min(end, index + difference.leadingZeroBitCount / 8) }
            index += 8
        }
        return end
    }

    /// Whether it comes before another path, from which it differs first at `index`.
    @inline(__always)
    func precedes(_ other: PathReference, at index: Int) -> Bool {
        if index == other.count { return false }
        return unsafe index == count || bytes[index] < other.bytes[index]
    }

    /// What stands behind it in its batch, or the end of that.
    @inline(__always)
    var next: PathReference {
        let size = PathRecord.size(pathCount: count)
        return unsafe PathReference((UnsafeRawPointer(record) + size).assumingMemoryBound(to: PathRecord.self))
    }

    @inline(__always)
    static func == (left: PathReference, right: PathReference) -> Bool { unsafe left.record == right.record }

    /// Releases what the record refers to. Nothing but ``next`` must be asked for afterwards.
    func deinitialize() { unsafe UnsafeMutablePointer(mutating: record).deinitialize(count: 1) }

    func precedes(_ other: [UInt8]) -> Bool { unsafe bytes.lexicographicallyPrecedes(other) }
    func equals(_ other: [UInt8]) -> Bool { unsafe bytes.elementsEqual(other) }
    func starts(with other: [UInt8]) -> Bool { unsafe bytes.starts(with: other) }
}
