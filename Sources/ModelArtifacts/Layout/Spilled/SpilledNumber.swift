/// Numbers and texts among bytes that are put away.
enum SpilledNumber {
    /// Adds a number, seven bits a byte.
    @inline(__always)
    static func write(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Adds a number of eight bytes.
    @inline(__always)
    static func write(word: UInt64, to bytes: inout [UInt8]) {
        unsafe withUnsafeBytes(of: word.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    /// Adds a number below 2³² of four bytes.
    @inline(__always)
    static func write(count: Int, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: 4))
        replace(count: count, at: start, in: &bytes)
    }

    /// Puts another number of four bytes in the place of one.
    @inline(__always)
    static func replace(count: Int, at place: Int, in bytes: inout [UInt8]) {
        for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: count >> (8 * index)) }
    }

    /// The number of four bytes at a place.
    @inline(__always)
    static func count(_ bytes: Span<UInt8>, at place: Int) -> Int {
        let word = bytes.extracting(place..<place + 4)
        return unsafe Int(UInt32(littleEndian: word.bytes.unsafeLoadUnaligned(as: UInt32.self)))
    }

    /// Adds a text and its length.
    static func write(_ text: ByteString, to bytes: inout [UInt8]) {
        write(UInt64(text.count), to: &bytes)
        bytes.append(contentsOf: text.bytes)
    }

    /// Adds the bytes of a span.
    @inline(__always)
    static func write(_ span: Span<UInt8>, to bytes: inout [UInt8]) {
        unsafe span.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    /// The number at a place, which is then behind it.
    @inline(__always)
    static func read(_ bytes: Span<UInt8>, at place: inout Int) -> UInt64 {
        var (number, shift): (UInt64, UInt64) = (0, 0)
        while true {
            let byte = bytes[place]
            place += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }

    /// The number of eight bytes at a place, which is then behind it.
    @inline(__always)
    static func readWord(_ bytes: Span<UInt8>, at place: inout Int) -> UInt64 {
        let start = place
        place += 8
        let word = bytes.extracting(start..<place)
        return unsafe UInt64(littleEndian: word.bytes.unsafeLoadUnaligned(as: UInt64.self))
    }

    /// The text at a place, which is then behind it.
    static func readText(_ bytes: Span<UInt8>, at place: inout Int) -> ByteString {
        let count = Int(read(bytes, at: &place))
        place += count
        return ByteString(bytes.extracting(place - count..<place))
    }
}
