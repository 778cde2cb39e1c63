extension RandomAccessFile {
    /// Reads the ranges of the file that a reading wants, and nothing else.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`, or `changedWhileRead` if the file has become shorter.
    package func contents(_ reading: ContentReading) throws(ArtifactError) -> FileContents {
        var request = reading.start()
        while case .read(let offset, let count) = request {
            let served = try bytes(offset..<offset + Int64(count))
            request = reading.feed(served.span, at: offset)
        }
        return reading.finish()
    }
}
