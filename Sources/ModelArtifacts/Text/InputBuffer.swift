package import SystemPackage

/// A window that moves over the bytes of an input from its beginning to its end, and knows the line and column.
///
/// The readers of JSON, CSV and lines look at ``bytes`` directly between ``position`` and ``end`` and call ``refill()`` when
/// they run out. What they still need, from ``mark`` on, stays in the window, which grows up to 16 MiB for it.
@safe
package struct InputBuffer: ~Copyable {
    /// Fills a buffer with the next bytes and returns their number; 0 at the end.
    package typealias Read = (UnsafeMutableRawBufferPointer) throws(ArtifactError) -> Int

    /// How much is read at once, in bytes.
    package static let blockSize = 256 << 10
    /// The longest string, field or line, in bytes.
    package static let longestToken = 16 << 20

    /// The name of the input to show in messages.
    package let name: ByteString
    /// The window. Only the bytes before ``end`` count.
    package private(set) var bytes: [UInt8]
    /// The index in ``bytes`` of the next byte to be looked at.
    package var position = 0
    /// The index in ``bytes`` behind the last byte there is so far.
    package private(set) var end = 0
    /// The index in ``bytes`` of the first byte that ``refill()`` has to keep; at most ``position``.
    package var mark = 0
    /// The number of the line that ``position`` is in, from 1.
    package private(set) var line = 1

    private let read: Read
    /// Where in the input the window begins.
    package private(set) var windowOffset: Int64 = 0
    private var lineOffset: Int64 = 0
    private var isExhausted = false

    /// Reads what `read` delivers.
    package init(name: ByteString, blockSize: Int = blockSize, read: @escaping Read) {
        self.name = name
        unsafe self.read = read
        bytes = [UInt8](repeating: 0, count: max(blockSize, 1))
    }

    /// Reads what comes from an open file, a pipe for example, which is not closed.
    package init(_ descriptor: FileDescriptor, name: ByteString) {
        unsafe self.init(name: name) { buffer throws(ArtifactError) in
            do {
                return try unsafe descriptor.readWaiting(into: buffer)
            } catch {
                throw ArtifactError(.readFailed, "\(name): cannot read: \(error)")
            }
        }
    }

    /// Reads bytes in memory.
    package init(_ content: [UInt8], name: ByteString, blockSize: Int = blockSize) {
        var rest = content[...]
        unsafe self.init(name: name, blockSize: blockSize) { buffer throws(ArtifactError) in
            let count = min(buffer.count, rest.count)
            unsafe buffer.copyBytes(from: rest.prefix(count))
            rest = rest.dropFirst(count)
            return count
        }
    }

    /// Moves the window on, so that there are more bytes behind ``end`` as it was; the bytes from ``mark`` on stay.
    ///
    /// Every index changes: ``mark`` becomes 0, and ``position`` and ``end`` move with it.
    ///
    /// - Returns: whether there are more bytes; false at the end of the input.
    /// - Throws: ``ArtifactError`` with code `malformedInput` if what has to stay is longer than 16 MiB, and what the input
    ///   throws.
    package mutating func refill() throws(ArtifactError) -> Bool {
        if isExhausted { return false }
        if mark > 0 {
            unsafe bytes.withUnsafeMutableBufferPointer { window in
                let kept = unsafe UnsafeMutableRawBufferPointer(
                    UnsafeMutableBufferPointer(rebasing: window[mark..<end]))
                unsafe UnsafeMutableRawBufferPointer(window).copyMemory(from: UnsafeRawBufferPointer(kept))
            }
            windowOffset += Int64(mark)
            position -= mark
            end -= mark
            mark = 0
        }
        if end == bytes.count {
            guard bytes.count < Self.longestToken else { throw error(at: 0, "longer than 16 MiB") }
            bytes.append(contentsOf: repeatElement(0, count: min(bytes.count, Self.longestToken - bytes.count)))
        }
        let (read, start) = unsafe (read, end)
        let count = try unsafe bytes.withUnsafeMutableBufferPointer { window throws(ArtifactError) in
            try unsafe read(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: window[start...])))
        }
        isExhausted = count == 0
        self.end += count
        return count > 0
    }

    /// Makes sure that `count` bytes are there from ``position`` on, as far as the input goes.
    package mutating func require(_ count: Int) throws(ArtifactError) {
        while end - position < count, try refill() {}
    }

    /// The next byte, which stays; nil at the end of the input.
    package mutating func peek() throws(ArtifactError) -> UInt8? {
        if position == end, try !refill() { return nil }
        return bytes[position]
    }

    /// Leaves out a UTF-8 byte order mark at the beginning of the input. It does not count as a column.
    package mutating func skipByteOrderMark() throws(ArtifactError) {
        try require(3)
        guard end - position >= 3, bytes[position...].starts(with: [0xEF, 0xBB, 0xBF]) else { return }
        position += 3
        lineOffset = windowOffset + Int64(position)
    }

    /// Appends bytes of the window.
    package func copy(_ range: Range<Int>, to target: inout [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { window in
            unsafe target.append(contentsOf: UnsafeBufferPointer(rebasing: window[range]))
        }
    }

    /// Says that the byte before ``position`` ended a line.
    @inline(__always)
    package mutating func beginLine() {
        line += 1
        lineOffset = windowOffset + Int64(position)
    }

    /// Moves on to `end`, which lies in the window.
    ///
    /// - Parameters:
    ///   - lines: how many lines end before it.
    ///   - lineStart: the index behind the last of these ends; of no account if there is none.
    package mutating func skip(to end: Int, lines: Int, lineStart: Int) {
        if lines > 0 {
            line += lines
            lineOffset = windowOffset + Int64(lineStart)
        }
        (position, mark) = (end, end)
    }

    /// Where the byte at `index` of the window stands, which must be in the current line.
    package func textPosition(at index: Int) -> TextPosition {
        let offset = windowOffset + Int64(index)
        return TextPosition(line: line, column: Int(offset - lineOffset) + 1, offset: offset)
    }

    /// An error with code `malformedInput` about the byte at `index` of the window.
    package func error(at index: Int, _ message: String) -> ArtifactError {
        error(at: textPosition(at: index), message)
    }

    /// An error with code `malformedInput` about a place in the input.
    package func error(at place: TextPosition, _ message: String) -> ArtifactError {
        var error = ArtifactError(.malformedInput, "\(name):\(place.line):\(place.column): \(message)")
        error.place = place
        return error
    }
}
