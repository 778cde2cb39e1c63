/// The part of a file that a parser can look at, from a position on.
struct ContentWindow {
    /// The size of the file in bytes.
    let size: Int64
    /// Where in the file the parser has come to. It may be moved to any place in the file, and back as well.
    var position: Int64 = 0
    private var bytes: [UInt8] = []
    /// Where in the file `bytes` begin.
    private var start: Int64 = 0

    init(size: Int64) {
        self.size = size
    }

    /// How many bytes there are from the position to the end of the file.
    var remaining: Int64 { max(0, size - position) }

    /// How many bytes can be looked at from the position on.
    var available: Int {
        let offset = position - start
        return offset < 0 || offset > Int64(bytes.count) ? 0 : bytes.count - Int(offset)
    }

    /// Whether the position is where the bytes end that are there.
    var isAtEnd: Bool { position == start + Int64(bytes.count) }

    /// The bytes from the position on.
    var rest: ArraySlice<UInt8> { bytes[(bytes.count - available)...] }

    /// The byte at a distance from the position; 0 if it is not available.
    subscript(distance: Int) -> UInt8 {
        let index = bytes.count - available + distance
        return bytes.indices.contains(index) ? bytes[index] : 0
    }

    /// A little-endian number of `count` bytes, at most 8, at a distance from the position.
    func number(at distance: Int, count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(self[distance + $1]) << UInt64(8 * $1) }
    }

    /// Whether the bytes at a distance from the position are these.
    func matches(_ text: StaticString, at distance: Int = 0) -> Bool {
        guard available >= distance + text.utf8CodeUnitCount else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { unsafe self[distance + $0] == text.utf8Start[$0] }
    }

    /// Takes in the bytes that are to be looked at first. They are not copied before there are more.
    mutating func begin(with first: [UInt8], at offset: Int64) { (bytes, start) = (first, offset) }

    /// Takes in the bytes of the file that begin at an offset. What lies before the position is let go.
    mutating func fill(_ new: Span<UInt8>, at offset: Int64) {
        if offset == start + Int64(bytes.count), available > 0 {
            bytes.removeFirst(bytes.count - available)
            start = position
        } else {
            bytes.removeAll(keepingCapacity: true)
            start = offset
        }
        unsafe new.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
}
