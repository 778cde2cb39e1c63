/// A block of a deflate stream that holds its contents as they are (RFC 1951, section 3.2.4), as far as they are still ahead.
struct StoredBlock {
    /// The length of the header of a block that begins with a byte of its own: the type, the length and its complement.
    static let headerSize = 5
    /// From how many bytes on it pays to read a block by itself.
    private static let largeSize = 16 << 10

    /// How many bytes of contents follow.
    var count: Int
    /// Whether the stream ends with this block.
    let isLast: Bool
    /// Whether the block is so large that it pays to read it by itself.
    let isLarge: Bool

    init(count: Int, isLast: Bool) {
        self.count = count
        self.isLast = isLast
        isLarge = count >= Self.largeSize
    }
}

extension StoredBlock {
    /// Reads the header of a block that begins with the next byte; nil if that is no intact header of a stored block.
    ///
    /// Nothing is consumed.
    init?(headerIn input: GzipInput) throws(ArtifactError) {
        guard try input.fill(atLeast: Self.headerSize) else { return nil }
        self.init(header: (input.peek(0), input.peek(1), input.peek(2), input.peek(3), input.peek(4)))
    }

    /// Takes apart the first bytes of a block; nil if they are no intact header of a stored block.
    init?(header: (UInt8, UInt8, UInt8, UInt8, UInt8)) {
        // `BFINAL` is the lowest bit and `BTYPE` the next two, 00 for stored; the rest of the byte may be anything.
        let length = UInt16(header.1) | UInt16(header.2) << 8
        let complement = UInt16(header.3) | UInt16(header.4) << 8
        guard header.0 & 0b110 == 0, length == ~complement else { return nil }
        self.init(count: Int(length), isLast: header.0 & 1 != 0)
    }
}
