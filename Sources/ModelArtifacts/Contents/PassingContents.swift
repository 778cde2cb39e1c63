/// Serves a reading with contents that come by once, from the first byte to the last, as those of a member of an archive.
///
/// What the reading does not want is let go. Only of a file whose end it wants, a little more is kept than it asks for, since what
/// it asks for next may lie before that: the directory of a zip archive.
package struct PassingContents {
    /// How much of the end of a file is kept where the end is wanted, in bytes.
    static let keptAtEnd = 1 << 20
    private static let zeros = [UInt8](repeating: 0, count: 4096)

    private let reading: ContentReading
    private let size: Int64
    private var request: ContentRequest
    /// The bytes that came by and are wanted, or may be.
    private var kept: [UInt8] = []
    /// Where in the file `kept` begins.
    private var keptStart: Int64 = 0
    /// Where in the file the contents have come to.
    private var position: Int64 = 0

    /// - Parameter size: that of the file in bytes.
    package init(_ reading: ContentReading, size: Int64) {
        self.reading = reading
        self.size = size
        request = reading.start()
    }

    /// Whether nothing more is wanted.
    package var isDone: Bool { request == .done }

    /// Takes in the next piece of the contents. What was left out before it are zeros: the holes of a sparse file.
    package mutating func take(_ piece: UnsafeRawBufferPointer, at offset: Int64) {
        fillHole(upTo: offset)
        guard !isDone else { return }
        guard offset == position else { return request = .done }
        unsafe append(piece)
    }

    /// Ends the contents.
    package mutating func finish() -> FileContents {
        fillHole(upTo: size)
        return reading.finish()
    }

    private mutating func fillHole(upTo offset: Int64) {
        while position < offset, case .read(let wanted, let count) = request {
            let first = firstKept(wanted, count)
            if first > position {
                // What nobody wants is not even made.
                position = min(offset, first)
                kept.removeAll(keepingCapacity: true)
                keptStart = position
            } else {
                let zeros = Int(min(Int64(Self.zeros.count), offset - position))
                unsafe Self.zeros.withUnsafeBytes { unsafe append(UnsafeRawBufferPointer(rebasing: $0[..<zeros])) }
            }
        }
    }

    /// The first byte that is kept for a request.
    private func firstKept(_ wanted: Int64, _ count: Int) -> Int64 {
        let isEnd = wanted > 0 && wanted + Int64(count) == size
        return isEnd ? max(0, min(wanted, size - Int64(Self.keptAtEnd))) : wanted
    }

    /// Takes in the bytes at the position.
    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        var rest = unsafe bytes
        while case .read(let wanted, let count) = request {
            // What was let go is not to be had any more.
            guard wanted >= keptStart else { return request = .done }
            let end = wanted + Int64(count)
            if end <= position {
                let start = Int(wanted - keptStart)
                request = reading.feed(kept.span.extracting(start..<start + count), at: wanted)
                continue
            }
            guard unsafe !rest.isEmpty else { return }
            let first = firstKept(wanted, count)
            if first >= position {
                kept.removeAll(keepingCapacity: true)
                let skipped = Int(min(first - position, Int64(rest.count)))
                position += Int64(skipped)
                unsafe rest = UnsafeRawBufferPointer(rebasing: rest[skipped...])
                keptStart = position
            } else if first > keptStart {
                kept.removeFirst(Int(first - keptStart))
                keptStart = first
            }
            let taken = Int(min(end - position, Int64(rest.count)))
            unsafe kept.append(contentsOf: rest[..<taken])
            position += Int64(taken)
            unsafe rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
        }
    }
}
