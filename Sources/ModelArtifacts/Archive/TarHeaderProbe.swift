/// Tells whether bytes begin with a tar header.
enum TarHeaderProbe {
    static let blockSize = 512

    /// Whether the first block has the mark of a format since POSIX, or the checksum of an older one, or is the zero block
    /// of an archive without members.
    static func isTar(_ prefix: [UInt8]) -> Bool {
        // `magic` in the header (POSIX.1-2017, pax, "ustar Interchange Format"); GNU tar's begins in the same way.
        if prefix.count > 262, prefix[257..<262].elementsEqual("ustar".utf8) { return true }
        guard prefix.count >= blockSize else { return false }
        let block = prefix[..<blockSize]
        return block.allSatisfy { $0 == 0 } || hasChecksum(block)
    }

    /// Whether the octal number at 148 is the sum of all bytes, with spaces in place of the number itself.
    private static func hasChecksum(_ block: ArraySlice<UInt8>) -> Bool {
        let field = block[148..<156]
        let digits = field.drop { $0 == UInt8(ascii: " ") }.prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0)
        }
        guard !digits.isEmpty else { return false }
        let stored = digits.reduce(0) { $0 << 3 | Int($1 - UInt8(ascii: "0")) }
        let spaces = field.count * Int(UInt8(ascii: " "))
        let sum = block.reduce(0) { $0 + Int($1) } - field.reduce(0) { $0 + Int($1) } + spaces
        return sum == stored
    }
}
