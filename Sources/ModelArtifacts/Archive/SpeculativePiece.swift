import CKernels

/// A part of a deflate stream (RFC 1951) that was decompressed without the 32 KiB before it, from one block to another.
@safe final class SpeculativePiece {
    /// The window, then the symbols: bytes, and markers where bytes of the window stand (`deflate_guess.h`).
    let symbols: UnsafeMutablePointer<UInt16>
    /// The most symbols behind the window.
    let capacity: Int
    /// How many symbols there are behind the window.
    var count = 0
    /// Where the first block begins, in bits from the front of the file; nil if there is none.
    var start: Int64?
    /// Where the block behind the last one begins, in bits from the front of the file.
    var end: Int64 = 0

    /// What each symbol stands for.
    private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 16)
    /// How many symbols have been read.
    private var position = 0

    /// - Parameter limit: the most bytes that it is to hold.
    init(limit: Int) {
        capacity = limit
        unsafe symbols = .allocate(capacity: Int(optml_guess_window) + limit)
    }

    deinit {
        unsafe symbols.deallocate()
        unsafe bytes.deallocate()
    }

    /// Gets ready for a new part.
    func removeAll() {
        start = nil
        count = 0
        position = 0
        unsafe optml_guess_unknown_window(symbols)
    }

    /// Whether it takes nearly as much room compressed as decompressed.
    var isDense: Bool { Int64(count) < 3 * (end - (start ?? end)) / 8 }

    /// Whether everything has been read.
    var isFinished: Bool { position == count }

    /// Says what is before the part; false if it refers to what is not there, which makes it useless.
    func resolve(after history: UnsafeRawBufferPointer) -> Bool {
        let known = unsafe UnsafeRawBufferPointer(rebasing: history.suffix(Int(optml_guess_window)))
        if known.count < Int(optml_guess_window) {
            guard unsafe optml_guess_reach(symbols + Int(optml_guess_window), count) <= known.count else {
                return false
            }
        }
        guard let start = known.baseAddress else { return count == 0 }
        unsafe optml_guess_table(bytes, start.assumingMemoryBound(to: UInt8.self), known.count)
        return true
    }

    /// Reads what comes next, as far as it fits, and returns how many bytes these are.
    func read(into output: UnsafeMutableRawBufferPointer) -> Int {
        let length = min(output.count, count - position)
        guard length > 0, let start = output.baseAddress else { return 0 }
        unsafe optml_guess_resolve(
            symbols + Int(optml_guess_window) + position, length, bytes, start.assumingMemoryBound(to: UInt8.self))
        position += length
        return length
    }
}
