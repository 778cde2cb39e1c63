/// Goes from header to header of stored blocks in a file, without reading what is between them, as long as that is in memory.
struct StoredBlockWalk: ~Copyable {
    /// How far it goes at once, in bytes.
    private static let longest = 8 << 20

    private let file: any RandomAccessFile
    /// Where it has come to in the file.
    private(set) var offset: Int64
    /// What is ahead of the block that it has come to; nil at what may be the header of a block.
    private(set) var block: StoredBlock?
    /// Where the contents lie that it has gone past.
    private(set) var contents: [Range<Int64>] = []
    /// How many bytes these are.
    private(set) var count = 0
    /// How many blocks were not worth it.
    private var smallCount = 0
    /// Whether it has come to what is not in memory.
    private(set) var isUncached = false

    /// - Parameter offset: where the contents lie that are ahead in `block`.
    init(_ file: any RandomAccessFile, in block: StoredBlock, at offset: Int64) {
        self.file = file
        self.block = block
        self.offset = offset
    }

    /// Goes on until `limit` bytes of contents are behind, or as far as makes sense.
    mutating func go(past limit: Int64) {
        let limit = Int(min(Int64(Self.longest), limit))
        while let block, count < limit {
            let end = offset + Int64(block.count)
            guard !block.isLast, block.count < limit - count, end < file.size else {
                pass(Int(min(Int64(min(block.count, limit - count)), file.size - offset)))
                return
            }
            // What follows is known before the block is left to others, since they find it in memory then, too.
            guard let header = header(at: end) else { return }
            pass(block.count)
            self.block = StoredBlock(header: header)
            guard let next = self.block else { return }
            offset += Int64(StoredBlock.headerSize)
            if !next.isLarge { smallCount += 1 }
            // Many small blocks are read faster than their headers one by one.
            if smallCount > contents.count { return }
        }
    }

    private mutating func pass(_ passed: Int) {
        guard passed > 0 else { return }
        contents.append(offset..<offset + Int64(passed))
        offset += Int64(passed)
        count += passed
        block?.count -= passed
    }

    private mutating func header(at offset: Int64) -> (UInt8, UInt8, UInt8, UInt8, UInt8)? {
        var header: (UInt8, UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0, 0)
        let count = unsafe withUnsafeMutableBytes(of: &header) { unsafe file.readCached(into: $0, at: offset) }
        isUncached = count == nil
        return count == StoredBlock.headerSize ? header : nil
    }

    /// Reads the end of the contents that it has gone past, at most as much as what follows can refer to.
    func readEnd() throws(ArtifactError) -> [UInt8] {
        var first = contents.endIndex
        var held = 0
        while first > contents.startIndex, held < DeflateHistory.capacity {
            first -= 1
            held += contents[first].count
        }
        var bytes: [UInt8] = []
        for range in contents[first...] {
            let wanted = min(range.count, DeflateHistory.capacity)
            bytes += try file.bytes(range.upperBound - Int64(wanted)..<range.upperBound)
        }
        return bytes
    }
}
