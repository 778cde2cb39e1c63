import TestSupport

/// A gzip file of stored blocks that is cut off or altered at a byte.
struct DamagedStoredBlocks {
    let bytes: [UInt8]
    /// Whether it is cut off, or altered otherwise.
    let isCut: Bool
    let description: String

    /// Damages a file at every byte around the headers of its blocks and in front of its trailer.
    ///
    /// - Parameters:
    ///   - last: the number of bytes behind an empty block, in front of which are blocks of 20,000 bytes and one of 10,000.
    ///   - blockSize: the size of the blocks that hold them.
    static func all(last: Int, blockSize: Int, _ generator: inout SampleBytes) -> [DamagedStoredBlocks] {
        var writer = DeflateWriter()
        writer.store(generator.bytes(50_000), blockSize: 20_000)
        writer.store([], blockSize: 1)
        writer.store(generator.bytes(last), blockSize: blockSize, isLast: true)
        let good = writer.gzipMember
        let borders = [10, 20_015, 40_020, 50_025, 50_030, good.count - 8]
        return borders.flatMap { Array($0 - 2...$0 + 6) }.filter(good.indices.contains).flatMap { index in
            var altered = good
            altered[index] ^= 0x15
            return [
                DamagedStoredBlocks(
                    bytes: Array(good.prefix(index)), isCut: true, description: "cut off at byte \(index)"),
                DamagedStoredBlocks(bytes: altered, isCut: false, description: "byte \(index) altered"),
            ]
        }
    }
}
