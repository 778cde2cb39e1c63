import CZlib

/// Unpacks a gzip-compressed data file of an S3 Inventory as it is read.
@safe
final class InventoryDataFile {
    private let file: any RandomAccessFile
    private var stream = unsafe z_stream()
    private var packed = [UInt8](repeating: 0, count: 64 << 10)
    private var packedRange = 0..<0
    private var offset: Int64 = 0
    private var isBetweenMembers = false

    /// - Throws: ``ArtifactError`` with code `readFailed` if there is no memory.
    init(_ file: any RandomAccessFile) throws(ArtifactError) {
        self.file = file
        // 15 + 16: the largest window, and a gzip header.
        let status = unsafe inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw ArtifactError(.readFailed, "\(file.path): no memory to unpack it") }
    }

    deinit { _ = unsafe inflateEnd(&stream) }

    /// The unpacked bytes.
    func input() -> InputBuffer {
        unsafe InputBuffer(name: file.path) { buffer throws(ArtifactError) in try unsafe self.read(into: buffer) }
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArtifactError) -> Int {
        while true {
            if packedRange.isEmpty {
                let count = try unsafe packed.withUnsafeMutableBufferPointer { packed throws(ArtifactError) in
                    try unsafe file.read(into: UnsafeMutableRawBufferPointer(packed), at: offset)
                }
                offset += Int64(count)
                packedRange = 0..<count
                if count == 0 {
                    guard isBetweenMembers else { throw damaged("it ends too early") }
                    return 0
                }
            }
            if isBetweenMembers {
                isBetweenMembers = false
                guard unsafe inflateReset(&stream) == Z_OK else { throw damaged("zlib cannot go on") }
            }
            let count = try unsafe inflate(into: buffer)
            if count > 0 { return count }
        }
    }

    private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws(ArtifactError) -> Int {
        let range = packedRange
        let status = unsafe packed.withUnsafeMutableBufferPointer { packed in
            unsafe stream.next_in = packed.baseAddress.map { unsafe $0 + range.lowerBound }
            unsafe stream.avail_in = UInt32(range.count)
            unsafe stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
            unsafe stream.avail_out = UInt32(clamping: buffer.count)
            return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
        }
        packedRange = unsafe range.upperBound - Int(stream.avail_in)..<range.upperBound
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isBetweenMembers = true
        default: throw damaged("it is not gzip, or a checksum is wrong")
        }
        return unsafe Int(UInt32(clamping: buffer.count) - stream.avail_out)
    }

    private func damaged(_ reason: String) -> ArtifactError {
        ArtifactError(
            .malformedInput, "\(file.path): cannot be unpacked near byte \(offset): \(reason); download it again")
    }
}
