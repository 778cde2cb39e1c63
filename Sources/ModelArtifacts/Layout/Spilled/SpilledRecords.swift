/// Reads records that were put away, one after another (see ``SpilledRecordWriter``).
struct SpilledRecords {
    private let bytes: SpilledBytes
    /// What has not been read into the buffer yet.
    private var rest: Range<Int64>
    /// What is in the buffer and not behind the reader.
    private var window = 0..<0

    /// The path stands at the beginning; behind it there are eight bytes or more that can be read.
    private(set) var path = [UInt8](repeating: 0, count: 64)
    /// How many bytes the path has.
    private(set) var pathCount = 0
    /// How many bytes the path has in common with that of the record before.
    private(set) var shared = 0
    /// What has been read, in which ``content`` is.
    private(set) var buffer: [UInt8]
    /// Where in ``buffer`` what is known of the path stands.
    private(set) var content = 0..<0

    /// - Parameters:
    ///   - range: where the records stand.
    ///   - bufferSize: how much is read at once, in bytes, unless a record needs more.
    init(_ bytes: SpilledBytes, _ range: Range<Int64>, bufferSize: Int = 256 << 10) {
        self.bytes = bytes
        rest = range
        buffer = [UInt8](repeating: 0, count: Int(min(Int64(bufferSize), range.upperBound - range.lowerBound)))
    }

    /// Goes to the next record; false at the end.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    mutating func next() throws(ArtifactError) -> Bool {
        if window.isEmpty, rest.isEmpty { return false }
        try provide(4)
        let count = SpilledNumber.count(buffer.span, at: window.lowerBound)
        try provide(4 + count)
        var place = window.lowerBound + 4
        let end = place + count
        shared = Int(SpilledNumber.read(buffer.span, at: &place))
        let added = Int(SpilledNumber.read(buffer.span, at: &place))
        pathCount = shared + added
        if path.count < pathCount + 8 {
            path.append(contentsOf: repeatElement(0, count: 2 * pathCount + 8 - path.count))
        }
        let (source, target) = (buffer, shared..<pathCount)
        unsafe path.withUnsafeMutableBytes { path in
            unsafe source.withUnsafeBytes { source in
                unsafe UnsafeMutableRawBufferPointer(rebasing: path[target]).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[place..<place + added]))
            }
        }
        content = place + added..<end
        window = end..<window.upperBound
        return true
    }

    /// Sees to it that so many bytes are in the window.
    @inline(__always)
    private mutating func provide(_ count: Int) throws(ArtifactError) {
        if window.count < count { try fill(count) }
    }

    private mutating func fill(_ count: Int) throws(ArtifactError) {
        var filled = window.count
        buffer.replaceSubrange(0..<filled, with: Array(buffer[window]))
        if buffer.count < count { buffer.append(contentsOf: repeatElement(0, count: count - buffer.count)) }
        while filled < count {
            let wanted = Int(min(Int64(buffer.count - filled), rest.upperBound - rest.lowerBound))
            let offset = rest.lowerBound
            let (bytes, start) = (bytes, filled)
            let result = unsafe buffer.withUnsafeMutableBytes { buffer -> Result<Int, ArtifactError> in
                do throws(ArtifactError) {
                    return .success(
                        try unsafe bytes.read(
                            into: UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + wanted]), at: offset))
                } catch {
                    return .failure(error)
                }
            }
            let read = try result.get()
            guard read > 0 else { throw ArtifactError(.readFailed, "a temporary file has become shorter") }
            filled += read
            rest = offset + Int64(read)..<rest.upperBound
        }
        window = 0..<filled
    }

    /// Eight bytes of the path from `start` on, as a number that is ordered as they are. Bytes behind the end are 0.
    ///
    /// - Parameter start: at most the number of bytes.
    @inline(__always)
    func window(from start: Int) -> UInt64 {
        let word = unsafe path.span.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
        let missing = max(0, start + 8 - pathCount)
        return missing == 8 ? 0 : UInt64(bigEndian: word) & (UInt64.max << (8 * UInt64(missing)))
    }
}
