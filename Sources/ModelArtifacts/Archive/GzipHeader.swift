/// The header of a gzip member (RFC 1952, section 2.3), which is checked and skipped: none of its fields matters here.
enum GzipHeader {
    /// The first two bytes, `ID1` and `ID2`.
    static let magic: [UInt8] = [0x1F, 0x8B]
    /// The only compression method, deflate.
    private static let deflate: UInt8 = 8

    /// The bits of `FLG` (RFC 1952, section 2.3.1).
    private struct Flags: OptionSet {
        let rawValue: UInt8
        static let checksum = Flags(rawValue: 1 << 1)
        static let extra = Flags(rawValue: 1 << 2)
        static let name = Flags(rawValue: 1 << 3)
        static let comment = Flags(rawValue: 1 << 4)
        static let reserved = Flags(rawValue: 0b1110_0000)
    }

    /// Reads a header to its end and returns what is wrong with it, if anything.
    static func skip(in input: GzipInput) throws(ArtifactError) -> GzipFault.Reason? {
        input.startChecksum()
        var fixed: [UInt8] = []
        while fixed.count < 10 {
            guard let byte = try input.nextByte() else { return .truncated }
            fixed.append(byte)
            if fixed.count <= 2, byte != magic[fixed.count - 1] { return .notGzip }
        }
        let flags = Flags(rawValue: fixed[3])
        guard fixed[2] == deflate, flags.isDisjoint(with: .reserved) else { return .badHeader }
        if flags.contains(.extra) {
            guard let low = try input.nextByte(), let high = try input.nextByte() else { return .truncated }
            for _ in 0..<(Int(high) << 8 | Int(low)) {
                guard try input.nextByte() != nil else { return .truncated }
            }
        }
        for field in [Flags.name, .comment] where flags.contains(field) {
            guard try skipText(in: input) else { return .truncated }
        }
        if flags.contains(.checksum) {
            let expected = UInt16(truncatingIfNeeded: input.checksum)
            guard let low = try input.nextByte(), let high = try input.nextByte() else { return .truncated }
            guard UInt16(high) << 8 | UInt16(low) == expected else { return .headerChecksum }
        }
        return nil
    }

    /// Reads to the zero byte that ends a text; false if there is none.
    private static func skipText(in input: GzipInput) throws(ArtifactError) -> Bool {
        while let byte = try input.nextByte() {
            if byte == 0 { return true }
        }
        return false
    }
}
