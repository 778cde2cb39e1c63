#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of keys, one a line, in slices that can be read side by side: each holds the lines that begin in it.
package struct PlainKeySlices: Sendable {
    /// The size of a slice, in bytes: a few hundred microseconds of work.
    package static let ordinarySize: Int64 = 1 << 20
    /// How much of a slice is read at once, in bytes: little enough to stay in the cache beside the paths that are made of it.
    private static let blockSize = 64 << 10
    /// How much is read to find the end of a line, in bytes.
    private static let stepSize = 4 << 10

    private let file: any RandomAccessFile
    private let sliceSize: Int64
    /// Whether the first line does.
    private let endsWithCRLF: Bool

    /// The number of slices.
    package let count: Int

    /// - Parameter sliceSize: in bytes, at least 1; that of a file which would have too many slices is larger.
    /// - Throws: what reading the first line throws.
    init(_ file: any RandomAccessFile, sliceSize: Int64) throws(ArtifactError) {
        var lines = LineReader(InputBuffer(file))
        _ = try lines.next()
        endsWithCRLF = lines.endsWithCRLF
        let sliceSize = max(sliceSize, file.size / Int64(NameHash.mostSlices) + 1)
        self.file = file
        self.sliceSize = sliceSize
        count = file.size == 0 ? 0 : Int((file.size - 1) / sliceSize + 1)
    }

    /// Calls `body` with every key of a slice, in order.
    ///
    /// - Parameter beforeLine: called before each line; it may take in some of the lines itself.
    /// - Throws: what is wrong with a line, which it numbers from the beginning of the slice; what reading throws; and what
    ///   `body` throws.
    func forEach(
        in slice: Int, _ body: KeyListing.Body, beforeLine: (inout LineReader) -> Void = { _ in }
    ) throws(ArtifactError) {
        let start = try startOfLine(behind: Int64(slice) * sliceSize)
        let end = try startOfLine(behind: Int64(slice + 1) * sliceSize)
        guard start < end else { return }
        let input = InputBuffer(file, in: start..<end, blockSize: Self.blockSize)
        let lines = start == 0 ? LineReader(input) : LineReader(inside: input, endsWithCRLF: endsWithCRLF)
        try PlainKeyReader.forEach(lines, decodesKeys: false, body, beforeLine: beforeLine)
    }

    /// Where the first line begins that begins at an offset or behind it, or the file ends.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` if the line before is longer than a line may be, so that nobody
    ///   looks for its end again and again; and what reading throws.
    private func startOfLine(behind offset: Int64) throws(ArtifactError) -> Int64 {
        // At the end of the line that the byte before belongs to.
        guard offset > 0 else { return 0 }
        var start = offset - 1
        var step = [UInt8](repeating: 0, count: Self.stepSize)
        while start < file.size {
            var (read, newline): (Int, Int?) = (0, nil)
            var failure: ArtifactError?
            unsafe step.withUnsafeMutableBytes { buffer in
                do throws(ArtifactError) {
                    read = try unsafe file.read(into: buffer, at: start)
                } catch {
                    failure = error
                }
                newline = unsafe Self.newline(in: UnsafeRawBufferPointer(rebasing: buffer[..<read]))
            }
            if let failure { throw failure }
            if let newline { return start + Int64(newline) + 1 }
            if read == 0 { break }
            start += Int64(read)
            if start - offset > InputBuffer.longestToken {
                throw ArtifactError(.malformedInput, "\(file.path): a line is longer than 16 MiB")
            }
        }
        return file.size
    }

    private static func newline(in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let base = bytes.baseAddress,
            let found = unsafe memchr(base, CInt(UInt8(ascii: "\n")), bytes.count)
        else { return nil }
        return unsafe UnsafeRawPointer(found) - base
    }
}
