extension InputBuffer {
    /// Reads a file from its beginning.
    package init(_ file: any RandomAccessFile) { self.init(file, in: 0..<Int64.max) }

    /// Reads a part of a file.
    package init(_ file: any RandomAccessFile, in range: Range<Int64>, blockSize: Int = blockSize) {
        var rest = range
        unsafe self.init(name: file.path, blockSize: blockSize) { buffer throws(ArtifactError) in
            let count = min(Int64(buffer.count), rest.upperBound - rest.lowerBound)
            let wanted = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<Int(count)])
            let read = try unsafe file.read(into: wanted, at: rest.lowerBound)
            rest = rest.lowerBound + Int64(read)..<rest.upperBound
            return read
        }
    }
}
