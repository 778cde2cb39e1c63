#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bytes other than zeros where a format has ended already.
package struct TrailingData: Hashable, Sendable {
    /// The offset of the first byte that is not zero.
    package var offset: Int64
    /// The number of bytes from there to the end.
    package var count: Int64
    /// Whether another tar archive begins there, as far as its first header tells.
    package var isTar = false

    /// Describes what was found.
    package init(offset: Int64, count: Int64) {
        self.offset = offset
        self.count = count
    }

    /// Goes through what is behind the end, piece by piece.
    package struct Scanner {
        /// What was found so far.
        package private(set) var found: TrailingData?
        /// The first block of what was found, as far as it was seen.
        private var block: [UInt8] = []
        /// The offset of the next piece.
        private var offset: Int64

        /// Starts at the offset where the format ended.
        package init(at offset: Int64) {
            self.offset = offset
        }

        /// Looks at the next piece.
        package mutating func scan(_ bytes: UnsafeRawBufferPointer) {
            defer { offset += Int64(bytes.count) }
            if let found {
                self.found?.count = found.count + Int64(bytes.count)
                unsafe look(at: bytes)
            } else if let index = unsafe Self.firstNonZero(in: bytes) {
                found = TrailingData(offset: offset + Int64(index), count: Int64(bytes.count - index))
                unsafe look(at: UnsafeRawBufferPointer(rebasing: bytes[index...]))
            }
        }

        /// Looks whether the first block is a header. The name of a member comes first in it, and is no zero.
        private mutating func look(at bytes: UnsafeRawBufferPointer) {
            guard block.count < TarHeaderProbe.blockSize else { return }
            unsafe block.append(contentsOf: bytes.prefix(TarHeaderProbe.blockSize - block.count))
            if block.count == TarHeaderProbe.blockSize { found?.isTar = TarHeaderProbe.isTar(block) }
        }

        /// The index of the first byte that is not zero.
        ///
        /// Padding may be gigabytes long, so the usual case is left to `memcmp`, with the bytes against their neighbours.
        private static func firstNonZero(in bytes: UnsafeRawBufferPointer) -> Int? {
            guard let base = bytes.baseAddress, let first = unsafe bytes.first else { return nil }
            if first == 0, unsafe memcmp(base, base + 1, bytes.count - 1) == 0 { return nil }
            return unsafe bytes.firstIndex { $0 != 0 }
        }
    }
}
