import CZlib

/// Writes a deflate stream of blocks of all kinds, in which compressed data refers back to whatever is before it.
package struct DeflateWriter {
    /// What was written.
    package private(set) var packed: [UInt8] = []
    /// What it holds.
    package private(set) var plain: [UInt8] = []

    package init() {}

    /// Adds stored blocks of at most `blockSize` bytes, 65,535 at most.
    ///
    /// - Parameter padding: what fills the first byte of a block, whose lowest three bits are its type.
    package mutating func store(_ bytes: [UInt8], blockSize: Int, padding: UInt8 = 0, isLast: Bool = false) {
        var rest = bytes[...]
        repeat {
            let piece = rest.prefix(blockSize)
            rest = rest.dropFirst(piece.count)
            let length = UInt16(piece.count)
            packed.append(padding & ~7 | (isLast && rest.isEmpty ? 1 : 0))
            for value in [length, ~length] { packed += [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)] }
            packed += piece
        } while !rest.isEmpty
        plain += bytes
    }

    /// Adds blocks that zlib makes; unless they are the last, they end with an empty stored block.
    package mutating func compress(_ bytes: [UInt8], level: Int, isLast: Bool = false) {
        var stream = z_stream()
        deflateInit2_(
            &stream, CInt(level), Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            CInt(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        let history = Array(plain.suffix(32 << 10))
        if !history.isEmpty { deflateSetDictionary(&stream, history, UInt32(history.count)) }
        var input = bytes
        let bound = Int(deflateBound(&stream, UInt(bytes.count))) + 64
        packed += [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
            }
            count = bound - Int(stream.avail_out)
        }
        plain += bytes
    }

    /// The stream, which must be complete, as a gzip member.
    package var gzipMember: [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + packed + littleEndian(crc(plain))
            + littleEndian(UInt32(truncatingIfNeeded: plain.count))
    }
}
