/// Writes CSV (RFC 4180) with LF at the end of lines, byte for byte.
///
/// A field is quoted only where that is needed: if it holds a comma, quote, CR or LF, if it begins or ends with a space, and
/// if it is empty and alone in its record, which would be an empty line otherwise.
package struct CSVWriter {
    /// What was written and not passed on yet.
    package private(set) var output: OutputBuffer
    private var recordStart = 0
    private var fieldCount = 0

    /// - Parameter sink: where the output goes in chunks; nil to collect it in ``output``.
    package init(sink: OutputBuffer.Sink? = nil) {
        output = OutputBuffer(sink: sink)
    }

    /// Adds a field to the record.
    package mutating func write(_ field: some Collection<UInt8>) {
        if fieldCount > 0 { output.bytes.append(UInt8(ascii: ",")) }
        fieldCount += 1
        guard Self.needsQuotes(field) else {
            output.bytes.append(contentsOf: field)
            return
        }
        output.bytes.append(UInt8(ascii: "\""))
        for byte in field {
            if byte == UInt8(ascii: "\"") { output.bytes.append(byte) }
            output.bytes.append(byte)
        }
        output.bytes.append(UInt8(ascii: "\""))
    }

    /// Adds a field to the record.
    package mutating func write(_ field: ByteString) { write(field.bytes) }

    /// Adds a field to the record.
    package mutating func write(_ field: String) { write(field.utf8) }

    /// Adds a number to the record.
    package mutating func write(_ field: Int64) { write(String(field)) }

    /// Ends the record.
    ///
    /// - Throws: what the sink throws.
    package mutating func endRecord() throws(ArtifactError) {
        if fieldCount == 1, output.bytes.count == recordStart {
            output.bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")]
        }
        output.bytes.append(UInt8(ascii: "\n"))
        fieldCount = 0
        try output.flushIfFull()
        recordStart = output.bytes.count
    }

    /// Adds whole records that another writer has made.
    ///
    /// - Throws: what the sink throws.
    mutating func write(records: [UInt8]) throws(ArtifactError) {
        output.bytes.append(contentsOf: records)
        try output.flushIfFull()
        recordStart = output.bytes.count
    }

    /// Passes on what is left.
    ///
    /// - Throws: what the sink throws.
    package mutating func finish() throws(ArtifactError) {
        try output.flush()
        recordStart = output.bytes.count
    }

    private static func needsQuotes(_ field: some Collection<UInt8>) -> Bool {
        field.withContiguousStorageIfAvailable { unsafe needsQuotes($0) } ?? needsQuotes(Array(field))
    }

    private static func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = unsafe field.first, let last = unsafe field.last else { return false }
        // Few fields hold bytes as low as those that matter, and the lowest is found without a way out of the loop, which
        // takes many bytes at once.
        var least = UInt8.max
        for index in field.indices { least = min(least, unsafe field[index]) }
        guard least <= UInt8(ascii: ",") else { return false }
        let special = [",", "\"", "\r", "\n"].map(UInt8.init(ascii:))
        return [first, last].contains(UInt8(ascii: " ")) || (unsafe field.contains(where: special.contains))
    }
}
