import CZlib

/// The decompressor of zlib.
@safe final class ZlibInflater: Inflater {
    /// "Raw" deflate with the largest window (zlib's manual, `inflateInit2`).
    private static let windowBits: CInt = -15

    /// zlib keeps the address of the stream and refuses one that has moved.
    private let stream: UnsafeMutablePointer<z_stream>
    private(set) var checksum: UInt32 = 0

    /// - Throws: ``ArtifactError`` if there is not enough memory or zlib does not fit its header.
    init() throws(ArtifactError) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        unsafe self.stream = unsafe stream
        let result = unsafe inflateInit2_(
            stream, Self.windowBits, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        guard result == Z_OK else {
            throw ArtifactError(.readFailed, "cannot start the decompressor: zlib's error \(result)")
        }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deinitialize(count: 1)
        unsafe stream.deallocate()
    }

    /// zlib does not tell.
    var storedBlock: StoredBlock? { nil }

    /// zlib tells only if it is told to stop there.
    var bitsAhead: Int? { nil }

    var history: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: nil, count: 0) }

    func begin(with bits: LeadingBits, checksum: UInt32, history: UnsafeRawBufferPointer) {
        unsafe inflateReset(stream)
        unsafe inflatePrime(stream, CInt(bits.count), CInt(bits.value))
        if unsafe !history.isEmpty {
            unsafe inflateSetDictionary(
                stream, history.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(history.count))
        }
        self.checksum = checksum
    }

    func inflate(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> InflateStep {
        let inputCount = UInt32(clamping: input.count)
        let outputCount = UInt32(clamping: output.count)
        let outputStart = unsafe output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        // zlib does not write to its input, although the C type would let it.
        unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        unsafe stream.pointee.avail_in = inputCount
        unsafe stream.pointee.next_out = unsafe outputStart
        unsafe stream.pointee.avail_out = outputCount
        let result = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        let produced = unsafe outputCount - stream.pointee.avail_out
        checksum = unsafe CRC32.checksum(
            of: UnsafeRawBufferPointer(rebasing: output[..<Int(produced)]), after: checksum)
        return InflateStep(
            status: status(of: result), consumed: Int(inputCount - (unsafe stream.pointee.avail_in)),
            produced: Int(produced))
    }

    /// zlib reads no more than it needs.
    func giveBack() -> Int { 0 }

    private func status(of result: CInt) -> InflateStep.Status {
        switch result {
        case Z_OK, Z_BUF_ERROR: return .goesOn
        case Z_STREAM_END: return .ended
        case Z_MEM_ERROR: return .outOfMemory
        default:
            guard let message = unsafe stream.pointee.msg else { return .invalid("zlib's error \(result)") }
            return .invalid(DisplayText.escaped(unsafe String(cString: message)))
        }
    }
}
