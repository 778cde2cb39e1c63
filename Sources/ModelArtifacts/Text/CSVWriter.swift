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

    /// Adds a field to the record, made by `append` at the end of the output, of which it changes nothing else.
    mutating func write(with append: (_ output: inout [UInt8]) -> Void) {
        if fieldCount > 0 { output.bytes.append(UInt8(ascii: ",")) }
        fieldCount += 1
        let start = output.bytes.count
        append(&output.bytes)
        if Self.needsQuotes(output.bytes.span.extracting(start...)) { quoteField(from: start) }
    }

    private mutating func quoteField(from start: Int) {
        let quote = UInt8(ascii: "\"")
        let field = Array(output.bytes[start...])
        output.bytes.removeLast(field.count)
        output.bytes.append(quote)
        for byte in field {
            if byte == quote { output.bytes.append(quote) }
            output.bytes.append(byte)
        }
        output.bytes.append(quote)
    }

    /// Adds a field to the record.
    package mutating func write(_ field: some Collection<UInt8>) { write { $0.append(contentsOf: field) } }

    /// Adds a field to the record.
    package mutating func write(_ field: ByteString) { write(field.bytes) }

    /// Adds a field to the record that consists of two pieces.
    mutating func write(_ start: ByteString, followedBy end: ByteString) {
        write { output in
            output.append(contentsOf: start.bytes)
            output.append(contentsOf: end.bytes)
        }
    }

    /// Adds a field to the record.
    package mutating func write(_ field: String) { write(field.utf8) }

    /// Adds a number to the record.
    package mutating func write(_ field: Int64) {
        write { output in
            if field < 0 { output.append(UInt8(ascii: "-")) }
            Self.append(field.magnitude, to: &output)
        }
    }

    private static func append(_ number: UInt64, to output: inout [UInt8]) {
        if number >= 10 { append(number / 10, to: &output) }
        output.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

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
        try output.pass(records)
        recordStart = output.bytes.count
    }

    /// Passes on what is left.
    ///
    /// - Throws: what the sink throws.
    package mutating func finish() throws(ArtifactError) {
        try output.flush()
        recordStart = output.bytes.count
    }

    private static func needsQuotes(_ field: Span<UInt8>) -> Bool {
        guard !field.isEmpty else { return false }
        // Few fields hold bytes as low as those that matter, and the lowest is found without a way out of the loop, which
        // takes many bytes at once.
        var least = UInt8.max
        for index in field.indices { least = min(least, field[index]) }
        guard least <= UInt8(ascii: ",") else { return false }
        let space = UInt8(ascii: " ")
        if field[0] == space || field[field.count - 1] == space { return true }
        for index in field.indices {
            switch field[index] {
            case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): return true
            default: continue
            }
        }
        return false
    }
}
