/// A decompressor of deflate streams (RFC 1951) without any wrapping, for ``DeflateStream``.
protocol Inflater: AnyObject {
    /// The CRC-32 (RFC 1952, section 8) of all that was produced since the start of the stream.
    var checksum: UInt32 { get }

    /// The stored block in whose contents the decompressor stands, with everything handed over that it has produced; nil if
    /// it stands elsewhere or does not tell.
    var storedBlock: StoredBlock? { get }

    /// How many bits of the input were taken and not used, if the decompressor stands at the beginning of a block, with
    /// everything handed over that it has produced; nil if it stands elsewhere or does not tell.
    var bitsAhead: Int? { get }

    /// The end of what was produced, as far as what follows may refer to it, where ``bitsAhead`` is not nil.
    var history: UnsafeRawBufferPointer { get }

    /// Gets ready for a block.
    ///
    /// - Parameters:
    ///   - bits: those before the next byte of the input with which the block begins.
    ///   - checksum: the CRC-32 of what others have produced of the stream.
    ///   - history: the end of that, at most ``DeflateHistory/capacity`` bytes.
    func begin(with bits: LeadingBits, checksum: UInt32, history: UnsafeRawBufferPointer)

    /// Decompresses from `input` to `output` until one of them is used up or the stream ends.
    ///
    /// Damage is told only after all that comes before it has been produced. Nothing is called after that but
    /// ``begin(with:checksum:history:)``.
    func inflate(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> InflateStep

    /// Gives back the whole bytes that were read ahead, and returns their number.
    func giveBack() -> Int
}
