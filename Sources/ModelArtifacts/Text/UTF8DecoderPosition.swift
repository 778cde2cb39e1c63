/// Walks over bytes that should be UTF-8, one scalar or one invalid byte at a time.
package struct UTF8DecoderPosition<Index: Comparable> {
    /// What stands at a position.
    package enum Piece: Equatable {
        case scalar(Unicode.Scalar)
        case invalid(UInt8)
    }

    /// Where the next piece begins.
    package private(set) var index: Index

    package init(_ index: Index) {
        self.index = index
    }

    /// Returns the piece at the position and moves behind it; nil at the end.
    package mutating func next<Bytes: Collection<UInt8>>(in bytes: Bytes) -> Piece? where Bytes.Index == Index {
        guard index < bytes.endIndex else { return nil }
        let first = bytes[index]
        let length =
            switch first {
            case 0..<0x80: 1
            case 0xC2..<0xE0: 2
            case 0xE0..<0xF0: 3
            case 0xF0..<0xF5: 4
            default: 0
            }
        guard length > 0 else { return invalid(first, in: bytes) }
        var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
        var end = bytes.index(after: index)
        for _ in 1..<max(length, 1) {
            guard end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 else { return invalid(first, in: bytes) }
            value = value << 6 | UInt32(bytes[end] & 0x3F)
            end = bytes.index(after: end)
        }
        // Overlong forms and surrogates are not UTF-8 (RFC 3629, section 3).
        let least: UInt32 = [0, 0, 0x80, 0x800, 0x10000][length]
        guard value >= least, let scalar = Unicode.Scalar(value) else { return invalid(first, in: bytes) }
        index = end
        return .scalar(scalar)
    }

    private mutating func invalid<Bytes: Collection<UInt8>>(_ byte: UInt8, in bytes: Bytes) -> Piece
    where Bytes.Index == Index {
        index = bytes.index(after: index)
        return .invalid(byte)
    }
}
