import ModelArtifacts

/// Where the result of a command goes: standard output or a file that appears whole.
struct ResultOutput {
    private let file: OutputFile?

    /// Opens the file, if one is given.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    init(_ path: ByteString?) throws(ArtifactError) {
        file = if let path { try OutputFile(path) } else { nil }
    }

    /// Writes a piece of the result.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    func write(_ bytes: [UInt8]) throws(ArtifactError) {
        if let file { try file.write(bytes) } else { try StandardStream.output.write(bytes) }
    }

    /// Writes lines of text.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    func write(lines: [String]) throws(ArtifactError) {
        var bytes: [UInt8] = []
        for line in lines {
            bytes.append(contentsOf: line.utf8)
            bytes.append(UInt8(ascii: "\n"))
        }
        try write(bytes)
    }

    /// Ends the result.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    func commit() throws(ArtifactError) { try file?.commit() }
}
