/// What stands in front of the bytes of a path in a ``PathBatch``.
struct PathRecord {
    let file: LayoutFile
    /// The number of bytes of the path, which follow.
    let count: Int
}

/// A path in a ``PathBatch``, with what is known of it. It is valid as long as the batch is there and keeps it.
@safe struct PathReference {
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

    func precedes(_ other: [UInt8]) -> Bool { unsafe bytes.lexicographicallyPrecedes(other) }
    func equals(_ other: [UInt8]) -> Bool { unsafe bytes.elementsEqual(other) }
    func starts(with other: [UInt8]) -> Bool { unsafe bytes.starts(with: other) }
}
