/// Computes the SHA-1 of bytes that come one piece after another (FIPS 180-4).
///
/// It is here for the checksums of that name that S3 keeps, and protects against nothing.
package struct SHA1: Sendable {
    private static let blockSize = 64

    private var state: InlineArray<5, UInt32> = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    /// The beginning of a block.
    private var rest: [UInt8] = []
    private var byteCount: UInt64 = 0

    /// Begins with no bytes.
    package init() {}

    /// Takes in the next bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        byteCount &+= UInt64(bytes.count)
        var start = 0
        if !rest.isEmpty {
            start = min(Self.blockSize - rest.count, bytes.count)
            unsafe rest.append(contentsOf: bytes[..<start])
            guard rest.count == Self.blockSize else { return }
            unsafe rest.withUnsafeBytes { unsafe Self.compress(&state, $0) }
            rest.removeAll(keepingCapacity: true)
        }
        while bytes.count - start >= Self.blockSize {
            unsafe Self.compress(&state, UnsafeRawBufferPointer(rebasing: bytes[start..<start + Self.blockSize]))
            start += Self.blockSize
        }
        unsafe rest.append(contentsOf: bytes[start...])
    }

    /// The 20 bytes of the digest of all bytes so far.
    package consuming func finish() -> [UInt8] {
        let bitCount = byteCount &* 8
        var padding: [UInt8] = [0x80]
        padding += [UInt8](repeating: 0, count: (2 * Self.blockSize - 9 - rest.count) % Self.blockSize)
        padding += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bitCount >> UInt64($0)) }
        unsafe padding.withUnsafeBytes { unsafe update($0) }
        let words = state
        return words.indices.flatMap { index in
            stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: words[index] >> UInt32($0)) }
        }
    }

    private static func compress(_ state: inout InlineArray<5, UInt32>, _ block: UnsafeRawBufferPointer) {
        var words = InlineArray<16, UInt32>(repeating: 0)
        for index in 0..<16 {
            words[index] = UInt32(bigEndian: unsafe block.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for round in 0..<80 {
            let index = round & 15
            if round >= 16 {
                let mixed = words[(round + 13) & 15] ^ words[(round + 8) & 15] ^ words[(round + 2) & 15] ^ words[index]
                words[index] = rotate(mixed, by: 1)
            }
            let (function, constant): (UInt32, UInt32) =
                switch round {
                case ..<20: (d ^ (b & (c ^ d)), 0x5A82_7999)
                case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                case ..<60: ((b & c) | (d & (b | c)), 0x8F1B_BCDC)
                default: (b ^ c ^ d, 0xCA62_C1D6)
                }
            let next = rotate(a, by: 5) &+ function &+ e &+ constant &+ words[index]
            (e, d, c, b, a) = (d, c, rotate(b, by: 30), a, next)
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
    }

    private static func rotate(_ word: UInt32, by count: UInt32) -> UInt32 { word << count | word >> (32 - count) }
}
