import CKernels

/// Memory for a piece of the archive before and after compression, used again and again.
@safe package final class ChunkSlot {
    /// What became of the piece.
    package enum Form {
        /// It stands in stored blocks: those of `input`, with headers between them.
        case stored
        /// Its compressed form is so long and stands in `output`.
        case compressed(Int)
    }

    /// The bytes that the stored blocks of so many bytes take.
    package static func storedSize(_ count: Int) -> Int {
        count + (count + Int(optml_stored_block) - 1) / Int(optml_stored_block)
            * Int(optml_stored_header)
    }

    /// What is more than that is never kept, so that there has to be little more room.
    private static let outputSize = ChunkSlot.storedSize(TarChunker.chunkSize) + 64

    /// The piece, before compression.
    package let input = UnsafeMutableRawBufferPointer.allocate(byteCount: TarChunker.chunkSize, alignment: 4096)
    /// Room for its compressed form.
    package let output = UnsafeMutableRawBufferPointer.allocate(byteCount: ChunkSlot.outputSize, alignment: 4096)

    /// How many bytes of `input` belong to the piece.
    package var count = 0
    /// Which of these are what files hold, in order; between them stand headers and padding.
    package var contentRanges: [Range<Int>] = []
    /// Its number.
    var index = 0
    /// Whether it is the last.
    var isLast = false
    /// The CRC-32 of these bytes.
    package var checksum: UInt32 = 0
    /// What became of them.
    package var form = Form.stored

    package init() {}

    deinit {
        unsafe input.deallocate()
        unsafe output.deallocate()
    }

    /// The bytes of the piece.
    var contents: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(rebasing: input[..<count]) }
}
