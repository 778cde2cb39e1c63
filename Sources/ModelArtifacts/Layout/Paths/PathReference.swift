import CKernels

/// A path in a ``PathBatch``, with what is known of it. It is valid as long as the batch is there and keeps it.
@safe struct PathReference: Equatable {
    private let record: UnsafeRawPointer

    /// - Parameter record: where a ``PathRecord`` is.
    @inline(__always)
    init(_ record: UnsafeRawPointer) { unsafe self.record = unsafe record }

    @inline(__always)
    private var header: PathRecord { unsafe record.assumingMemoryBound(to: PathRecord.self).pointee }

    @inline(__always)
    var file: LayoutFile { unsafe PathRecord.file(at: record) }

    @inline(__always)
    var size: Int64? { unsafe PathRecord.fileSize(at: record) }

    @inline(__always)
    var count: Int { Int(header.count) }

    /// The bytes that it takes up with what is known of it.
    var recordSize: Int { header.size }

    /// The path.
    @inline(__always)
    var bytes: UnsafeBufferPointer<UInt8> {
        let header = header
        return unsafe UnsafeBufferPointer(
            start: (record + header.headerSize).assumingMemoryBound(to: UInt8.self), count: Int(header.count))
    }

    /// Eight bytes of the path from `start` on as a number that is ordered as they are. Bytes behind the end are 0.
    ///
    /// - Parameter start: at most the number of bytes.
    @inline(__always)
    func window(from start: Int) -> UInt64 {
        // Behind each path there are some bytes that can be read.
        let header = header
        let word = unsafe record.loadUnaligned(fromByteOffset: header.headerSize + start, as: UInt64.self)
        let missing = max(0, start + 8 - Int(header.count))
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
    var next: PathReference { unsafe PathReference(record + header.size) }

    @inline(__always)
    static func == (left: PathReference, right: PathReference) -> Bool { unsafe left.record == right.record }

    /// Whether it stands before another path, or the end, in the same batch.
    @inline(__always)
    func stands(before other: PathReference) -> Bool { unsafe record < other.record }

    /// Has the path brought to where it can be read without waiting for memory.
    @inline(__always)
    func prefetch() { unsafe optml_prefetch(record) }

    /// Releases what the record refers to. Nothing but ``next`` must be asked for afterwards.
    func deinitialize() { unsafe PathRecord.deinitialize(record) }

    /// Whether it comes before another path; not if it is the same.
    func precedes(_ other: PathReference) -> Bool {
        precedes(other, at: commonPrefix(with: other, from: 0))
    }

    func hasPrefix(_ other: PathReference) -> Bool { commonPrefix(with: other, from: 0) == other.count }
    func equals(_ other: Span<UInt8>) -> Bool {
        unsafe count == other.count && ByteScan.commonPrefix(bytes.span, other) == count
    }
    func precedes(_ other: [UInt8]) -> Bool { unsafe bytes.lexicographicallyPrecedes(other) }
    func equals(_ other: [UInt8]) -> Bool { unsafe bytes.elementsEqual(other) }
    func starts(with other: [UInt8]) -> Bool { unsafe bytes.starts(with: other) }
}
