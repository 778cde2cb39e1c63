import CKernels

/// Finds and decodes blocks of a deflate stream somewhere in a file, on the thread of a ``SpeculativeInflater``.
@safe final class SpeculativeDecoder {
    private let file: any RandomAccessFile
    private let options: Speculation
    private let memory: UnsafeMutableRawPointer
    private let tables: OpaquePointer
    private let input: UnsafeMutableRawBufferPointer
    /// The offset in the file of the first byte of the input.
    private var inputStart: Int64 = 0
    private var inputCount = 0

    init(_ file: any RandomAccessFile, _ options: Speculation) {
        unsafe memory = .allocate(byteCount: Int(optml_guess_tables_size), alignment: 64)
        unsafe tables = OpaquePointer(memory)
        unsafe optml_guess_tables_make(tables)
        self.file = file
        self.options = options
        // The stream gets to the beginning while the thread gets as far again, or less.
        unsafe input = .allocate(byteCount: 2 * Int(options.distance) + options.readSize, alignment: 4096)
    }

    deinit {
        unsafe memory.deallocate()
        unsafe input.deallocate()
    }

    /// Makes parts until no more are wanted.
    func run(_ order: SpeculationOrder) {
        while let (piece, offset) = order.next() {
            make(piece, from: offset, order)
            order.finish()
        }
    }

    private func make(_ piece: SpeculativePiece, from offset: Int64, _ order: SpeculationOrder) {
        piece.removeAll()
        inputStart = offset
        inputCount = 0
        var bit: UInt64 = 0
        while let start = find(from: bit, order) {
            piece.end = 8 * inputStart + Int64(start)
            if decodeBlock(piece, order) {
                piece.start = 8 * inputStart + Int64(start)
                order.note(start: 8 * inputStart + Int64(start))
                while !order.mustStop, decodeBlock(piece, order) {}
                return
            }
            bit = start + 1
        }
    }

    /// The next place in the input that looks like the beginning of a block, in bits.
    private func find(from bit: UInt64, _ order: SpeculationOrder) -> UInt64? {
        var bit = bit
        while bit < 8 * UInt64(options.searchLimit), !order.mustStop {
            // Little by little, so that the thread can be stopped, but always with a whole header.
            let end = min(bit + 8 * 16 << 10, 8 * UInt64(options.searchLimit))
            _ = fill(to: Int(end / 8) + 1024)
            let found = unsafe optml_guess_find(
                tables, input.baseAddress?.assumingMemoryBound(to: UInt8.self), inputCount, bit, end)
            if found != .max { return found }
            bit = end
        }
        return nil
    }

    /// Decodes the block behind the last one; false if it is damaged, or the last one, or there is no room.
    private func decodeBlock(_ piece: SpeculativePiece, _ order: SpeculationOrder) -> Bool {
        while true {
            var bit = UInt64(piece.end - 8 * inputStart)
            // The header of a block and much of it, at least, so that few blocks are begun twice.
            let isMore = fill(to: Int(bit / 8) + options.readSize / 4)
            let room = min(piece.capacity, piece.count + options.blockLimit)
            let status = unsafe optml_guess_block(
                tables, input.baseAddress?.assumingMemoryBound(to: UInt8.self), inputCount, &bit, piece.symbols,
                &piece.count, room)
            if status == optml_guess_goes_on {
                piece.end = 8 * inputStart + Int64(bit)
                return true
            }
            let hasRead = status == optml_guess_starved && isMore && fill(to: inputCount + 1)
            guard hasRead, !order.mustStop else { return false }
        }
    }

    /// Reads until the input has `count` bytes; false if the file ends before, or the room.
    private func fill(to count: Int) -> Bool {
        while inputCount < count {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: input[inputCount...].prefix(options.readSize))
            let wanted = Int(min(Int64(rest.count), file.size - inputStart - Int64(inputCount)))
            guard wanted > 0 else { return false }
            // What cannot be read the stream itself will find out.
            guard
                let read = try? unsafe file.read(
                    into: UnsafeMutableRawBufferPointer(rebasing: rest[..<wanted]),
                    at: inputStart + Int64(inputCount)),
                read > 0
            else { return false }
            inputCount += read
        }
        return true
    }
}
