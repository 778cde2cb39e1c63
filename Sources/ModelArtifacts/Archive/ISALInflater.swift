import CISAL

/// The decompressor of ISA-L.
///
/// It reads up to eight bytes ahead, which it gives back at the end of a stream, and computes the CRC-32 itself.
@safe final class ISALInflater: Inflater {
    /// The most bytes that are copied at a time (RFC 1951, section 3.2.5).
    private static let longestCopy = 258

    /// The size of the decompressor's state without what it has produced, in bytes.
    private static let positionSize = Int(optml_isal_position_size)

    private let library: ISALLibrary
    /// Too large for the stack, at some 90 kB.
    private let state: UnsafeMutablePointer<inflate_state>
    /// Where the decompressor stood before the last call: its state without what it has produced. Copying this takes less than
    /// half a microsecond, a thousandth of the time of a call.
    private let before = UnsafeMutableRawPointer.allocate(byteCount: ISALInflater.positionSize, alignment: 16)
    /// What stopped the decompressor, while there still is something that it produced before.
    private var failure: InflateStep.Status?

    init(_ library: ISALLibrary) {
        self.library = library
        let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
        unsafe state.initialize(to: inflate_state())
        unsafe library.begin(state)
        // Raw deflate: the header is read by others, and so is the trailer.
        unsafe state.pointee.crc_flag = UInt32(ISAL_GZIP_NO_HDR)
        unsafe self.state = unsafe state
    }

    deinit {
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
        unsafe before.deallocate()
    }

    var checksum: UInt32 { unsafe state.pointee.crc }

    var storedBlock: StoredBlock? {
        guard unsafe state.pointee.block_state == ISAL_BLOCK_TYPE0, pendingCount == 0 else { return nil }
        // What is read ahead belongs to the block and is given back first.
        return StoredBlock(
            count: Int(unsafe state.pointee.type0_block_len), isLast: unsafe state.pointee.bfinal != 0)
    }

    var bitsAhead: Int? {
        // Of a header that is not there as a whole, ISA-L keeps the bytes elsewhere.
        let block = unsafe state.pointee.block_state
        guard failure == nil, pendingCount == 0, block == ISAL_BLOCK_NEW_HDR || block == ISAL_BLOCK_HDR else {
            return nil
        }
        return unsafe Int(state.pointee.read_in_length) + 8 * Int(state.pointee.tmp_in_size)
    }

    var history: UnsafeRawBufferPointer {
        var count = 0
        let start = unsafe optml_isal_history(state, &count)
        return unsafe UnsafeRawBufferPointer(start: start, count: count)
    }

    func begin(with bits: LeadingBits, checksum: UInt32, history: UnsafeRawBufferPointer) {
        unsafe library.reset(state)
        unsafe state.pointee.crc = checksum
        unsafe state.pointee.read_in = UInt64(bits.value)
        unsafe state.pointee.read_in_length = Int32(bits.count)
        failure = nil
        // ISA-L copies it and does not write to it, although the C type would let it.
        let start = unsafe UnsafeMutablePointer(mutating: history.baseAddress?.assumingMemoryBound(to: UInt8.self))
        _ = unsafe library.setDictionary(state, start, UInt32(history.count))
    }

    func inflate(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> InflateStep {
        if let failure { return unsafe drain(into: output, then: failure) }
        guard let inputStart = unsafe input.baseAddress?.assumingMemoryBound(to: UInt8.self),
            let outputStart = unsafe output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        else { return InflateStep(status: .goesOn, consumed: 0, produced: 0) }
        // ISA-L does not write to its input, although the C type would let it.
        unsafe state.pointee.next_in = UnsafeMutablePointer(mutating: inputStart)
        unsafe state.pointee.avail_in = UInt32(clamping: input.count)
        unsafe state.pointee.next_out = unsafe outputStart
        unsafe state.pointee.avail_out = UInt32(clamping: output.count)
        let pendingBefore = pendingCount
        unsafe before.copyMemory(from: state, byteCount: Self.positionSize)
        let result = unsafe library.inflate(state)
        // After an error the pointers are right, but the counts may be off (2.30 and later).
        var step = InflateStep(
            status: .goesOn, consumed: unsafe UnsafePointer(state.pointee.next_in) - inputStart,
            produced: unsafe UnsafePointer(state.pointee.next_out) - UnsafePointer(outputStart))
        guard result == ISAL_DECOMP_OK else {
            let consumed = step.consumed
            step.consumed -= giveBack()
            if result != ISAL_INVALID_BLOCK {
                let taken = unsafe UnsafeRawBufferPointer(rebasing: input[..<consumed])
                unsafe withdraw(from: &step, input: taken, pendingBefore: pendingBefore)
            }
            let status = InflateStep.Status.invalid(Self.message(result))
            if pendingCount > 0 { failure = status } else { step.status = status }
            return step
        }
        if unsafe state.pointee.block_state == ISAL_BLOCK_FINISH {
            step.status = .ended
            step.consumed -= giveBack()
        }
        return step
    }

    /// The number of bytes that were produced and not handed over.
    private var pendingCount: Int {
        Int(unsafe state.pointee.tmp_out_valid - state.pointee.tmp_out_processed)
    }

    /// Takes back from what a call has produced what does not come of its input.
    ///
    /// The decompressor counts a copy as done before it looks at the distance, unless input or room was nearly used up
    /// (`decode_len_dist` and `decode_len_dist_2` in ISA-L's `igzip_decode_block_stateless.asm`), and does not tell how long
    /// it was. What earlier calls have produced is in order.
    ///
    /// - Parameters:
    ///   - input: what the call has taken.
    ///   - pendingBefore: what had been produced before and not handed over, in bytes.
    private func withdraw(from step: inout InflateStep, input: UnsafeRawBufferPointer, pendingBefore: Int) {
        let produced = step.produced + pendingCount - pendingBefore
        let most = min(Self.longestCopy, produced)
        let count = unsafe recount(input).map { min(max(produced - $0, 0), most) } ?? most
        // The end of it is pending, if there is anything.
        let pending = min(count, pendingCount)
        unsafe state.pointee.tmp_out_valid -= Int32(pending)
        step.produced -= count - pending
    }

    /// How many bytes come of the input of the last call before the damage in it; nil if there is none, which should not be.
    ///
    /// Decompresses once more, the end of it byte by byte: with so little input, the decompressor looks before it copies.
    private func recount(_ input: UnsafeRawBufferPointer) -> Int? {
        // More than is read ahead, and than a copy takes.
        let end = 32
        let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
        let other = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
        unsafe other.initialize(to: inflate_state())
        defer {
            unsafe output.deallocate()
            unsafe other.deallocate()
        }
        unsafe UnsafeMutableRawPointer(other).copyMemory(from: before, byteCount: Self.positionSize)
        var count = Int(unsafe other.pointee.tmp_out_processed - other.pointee.tmp_out_valid)
        guard let start = unsafe input.baseAddress?.assumingMemoryBound(to: UInt8.self),
            let outputStart = unsafe output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        else { return nil }
        unsafe other.pointee.next_in = UnsafeMutablePointer(mutating: start)
        for available in max(0, input.count - end)...input.count {
            var isDone = false
            while !isDone {
                let position = unsafe UnsafePointer(other.pointee.next_in) - start
                unsafe other.pointee.avail_in = UInt32(available - position)
                unsafe other.pointee.next_out = outputStart
                unsafe other.pointee.avail_out = UInt32(output.count)
                let result = unsafe library.inflate(other)
                let produced = unsafe UnsafePointer(other.pointee.next_out) - UnsafePointer(outputStart)
                count += produced
                if result != ISAL_DECOMP_OK {
                    return count + Int(unsafe other.pointee.tmp_out_valid - other.pointee.tmp_out_processed)
                }
                isDone = unsafe produced == 0 && UnsafePointer(other.pointee.next_in) - start == available
                // Neither input nor output: it never gets there.
                if !isDone, produced == 0, unsafe UnsafePointer(other.pointee.next_in) - start == position {
                    return nil
                }
            }
        }
        return nil
    }

    /// Hands over what was produced before the damage.
    private func drain(
        into output: UnsafeMutableRawBufferPointer, then failure: InflateStep.Status
    ) -> InflateStep {
        let count = min(pendingCount, output.count)
        let pending = unsafe UnsafeRawBufferPointer(start: optml_isal_pending(state), count: count)
        unsafe output.copyMemory(from: pending)
        unsafe state.pointee.tmp_out_processed += Int32(count)
        return InflateStep(status: pendingCount > 0 ? .goesOn : failure, consumed: 0, produced: count)
    }

    func giveBack() -> Int {
        defer { unsafe state.pointee.read_in_length = 0 }
        return max(0, Int(unsafe state.pointee.read_in_length) / 8)
    }

    private static func message(_ result: CInt) -> String {
        switch result {
        case ISAL_INVALID_BLOCK: "invalid block"
        case ISAL_INVALID_SYMBOL: "invalid symbol"
        case ISAL_INVALID_LOOKBACK: "invalid distance"
        default: "ISA-L's error \(result)"
        }
    }
}
