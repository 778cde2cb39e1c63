/// Computes the checksums that S3 keeps of an object from a local file.
package enum FileChecksums {
    /// How many bytes are read at once: few enough to stay in a second-level cache from one checksum to the next.
    private static let chunkSize = 256 << 10

    /// The checksums of a file in the words of S3: base64, with a hyphen and the number of parts where they are composite. The
    /// file is read once for all of them.
    ///
    /// - Parameter partSize: that of a multipart upload in bytes, for composite checksums; nil for checksums of the whole file.
    ///   CRC-64/NVME is always of the whole file.
    /// - Throws: ``ArtifactError`` with code `readFailed`, `changedWhileRead` if the file is written to meanwhile, `usage` for a
    ///   part size below 1.
    package static func compute(
        _ file: any RandomAccessFile, _ wanted: Set<ChecksumAlgorithm>, partSize: Int64?
    ) throws(ArtifactError) -> [ChecksumAlgorithm: String] {
        try values(of: file, wanted, partSize: partSize).mapValues(\.text)
    }

    /// The checksums of a file; see ``compute(_:_:partSize:)``.
    ///
    /// - Parameter progress: told how many more bytes were read.
    static func values(
        of file: any RandomAccessFile, _ wanted: Set<ChecksumAlgorithm>, partSize: Int64?,
        progress: ((Int64) -> Void)? = nil
    ) throws(ArtifactError) -> [ChecksumAlgorithm: ObjectChecksum.Value] {
        if let partSize, partSize < 1 {
            throw ArtifactError(.usage, "\(file.path): a part size of \(partSize) bytes is not possible")
        }
        let algorithms = ChecksumAlgorithm.allCases.filter(wanted.contains)
        guard !algorithms.isEmpty else { return [:] }
        var checksums = algorithms.map { ObjectChecksum($0, partSize: partSize) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: Int(clamping: min(Int64(chunkSize), max(file.size, 1))), alignment: 64)
        defer { unsafe buffer.deallocate() }
        var offset: Int64 = 0
        while offset < file.size {
            let length = Int(min(Int64(buffer.count), file.size - offset))
            let count = try unsafe file.read(
                into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<length]), at: offset)
            offset += Int64(count)
            guard count == length else { throw .unexpectedSize(offset, insteadOf: file.size, path: file.path) }
            for index in checksums.indices {
                unsafe checksums[index].update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
            progress?(Int64(count))
        }
        try file.verifyUnchanged()
        return Dictionary(uniqueKeysWithValues: zip(algorithms, checksums.map { $0.finish() }))
    }
}
