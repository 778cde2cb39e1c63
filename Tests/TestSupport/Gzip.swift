import CZlib

/// What zlib makes use of.
package enum GzipStrategy: CaseIterable, Sendable {
    case usual, filtered, huffmanOnly, runLength, fixedCodes

    fileprivate var value: CInt {
        switch self {
        case .usual: Z_DEFAULT_STRATEGY
        case .filtered: Z_FILTERED
        case .huffmanOnly: Z_HUFFMAN_ONLY
        case .runLength: Z_RLE
        case .fixedCodes: Z_FIXED
        }
    }
}

/// Compresses `bytes` to one gzip member.
///
/// - Parameters:
///   - level: 0 stores, 1 to 9 compress.
///   - strategy: whether and which repetitions are looked for.
///   - memory: 1 to 9; the less, the shorter are the blocks.
///   - header: the header to use instead of the shortest one.
package func gzip(
    _ bytes: [UInt8], level: Int = 6, strategy: GzipStrategy = .usual, memory: Int = 8,
    header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
        &stream, CInt(level), Z_DEFLATED, -15, CInt(memory), strategy.value, ZLIB_VERSION,
        CInt(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    let body = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(output.count)
            deflate(&stream, Z_FINISH)
        }
        count = bound - Int(stream.avail_out)
    }
    return header + body + littleEndian(crc(bytes)) + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
}

/// The CRC-32 of gzip.
package func crc(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) })
}

/// The four bytes of a number, the least significant first.
package func littleEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
}
