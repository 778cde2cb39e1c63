/// What stands around the pieces of a gzip member, and is put together from them one after the other.
struct GzipTrailer {
    /// The header (RFC 1952): deflate, no name, no time, no word on effort or operating system.
    static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    /// An empty block of fixed codes that is the last one.
    private static let lastBlock: [UInt8] = [0x03, 0x00]

    private var checksum: UInt32 = 0
    private var count: Int64 = 0

    /// Takes in the next piece.
    mutating func add(count: Int, checksum: UInt32) {
        self.checksum = CRC32.checksum(of: self.checksum, followedBy: checksum, of: Int64(count))
        self.count += Int64(count)
    }

    /// The last block, the CRC-32 and the length of all pieces together.
    var bytes: [UInt8] {
        let length = UInt32(truncatingIfNeeded: count)
        return Self.lastBlock
            + [checksum, length].flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
    }
}
