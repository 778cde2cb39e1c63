/// Writes JSON the way the AWS CLI shows it, `"key": value`, but with an indent of two spaces.
///
/// Members appear in the order in which they are written, so the same calls give the same bytes. Text is UTF-8 as it stands;
/// only quote, backslash, the control characters, DEL, U+2028/2029, what changes the direction of text, and a `#` behind
/// another one are escaped (for the last two see ``DisplayText``). Empty objects and arrays stay on one line.
///
///     var writer = JSONWriter()
///     try writer.beginObject()
///     try writer.write("objects", 3)
///     try writer.beginArray("findings")
///     try writer.endArray()
///     try writer.endObject()
///     try writer.finish()
package struct JSONWriter {
    /// What was written and not passed on yet.
    package private(set) var output: OutputBuffer
    /// How many objects and arrays are open.
    package private(set) var depth = 0
    private var isFirst = true

    /// - Parameter sink: where the output goes in chunks, so that a report of any length needs little memory; nil to collect
    ///   it in ``output``.
    package init(sink: OutputBuffer.Sink? = nil) {
        output = OutputBuffer(sink: sink)
    }

    // MARK: Objects and arrays

    /// Begins an object: as the document, as an element, or as the member `name`.
    ///
    /// - Throws: what the sink throws, as every function here.
    package mutating func beginObject(_ name: String? = nil) throws(ArtifactError) {
        try begin(UInt8(ascii: "{"), name)
    }

    /// Ends the innermost object.
    package mutating func endObject() throws(ArtifactError) { try end(UInt8(ascii: "}")) }

    /// Begins an array: as the document, as an element, or as the member `name`.
    package mutating func beginArray(_ name: String? = nil) throws(ArtifactError) {
        try begin(UInt8(ascii: "["), name)
    }

    /// Ends the innermost array.
    package mutating func endArray() throws(ArtifactError) { try end(UInt8(ascii: "]")) }

    /// Ends the document with a line feed and passes on what is left.
    package mutating func finish() throws(ArtifactError) {
        output.bytes.append(UInt8(ascii: "\n"))
        isFirst = true
        try output.flush()
    }

    // MARK: Pieces made elsewhere

    /// A writer of elements of an array that another writer has open, to which they are passed by ``pass(elements:)``.
    ///
    /// - Parameters:
    ///   - depth: the ``depth`` of the other one.
    ///   - isFirst: whether no element comes before them.
    package init(elementsAtDepth depth: Int, isFirst: Bool) {
        self.init()
        self.depth = depth
        self.isFirst = isFirst
    }

    /// Writes the elements of the array that is open that another writer made, if there are any.
    package mutating func pass(elements: [UInt8]) throws(ArtifactError) {
        if elements.isEmpty { return }
        isFirst = false
        try output.pass(elements)
    }

    // MARK: Members

    /// Writes the member `name` with a string.
    package mutating func write(_ name: String, _ value: String) throws(ArtifactError) { try write(value, as: name) }

    /// Writes the member `name` with a name as a string, with U+FFFD for what is not UTF-8.
    package mutating func write(_ name: String, _ value: ByteString) throws(ArtifactError) {
        try write(value, as: name)
    }

    /// Writes the member `name` with an integer.
    package mutating func write(_ name: String, _ value: some BinaryInteger) throws(ArtifactError) {
        try writeRaw(String(value), as: name)
    }

    /// Writes the member `name` with a number to four decimals, given in ten-thousandths and not negative.
    package mutating func write(_ name: String, tenThousandths value: Int) throws(ArtifactError) {
        let digits = String(value % 10_000)
        try writeRaw("\(value / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits, as: name)
    }

    /// Writes the member `name` with `true` or `false`.
    package mutating func write(_ name: String, _ value: Bool) throws(ArtifactError) {
        try writeRaw(value ? "true" : "false", as: name)
    }

    /// Writes the member `name` with `null`.
    package mutating func writeNull(_ name: String) throws(ArtifactError) { try writeRaw("null", as: name) }

    // MARK: Elements

    /// Writes a string as an element or document.
    package mutating func write(_ value: String) throws(ArtifactError) { try write(value, as: nil) }

    /// Writes a name as an element or document, with U+FFFD for what is not UTF-8.
    package mutating func write(_ value: ByteString) throws(ArtifactError) { try write(value, as: nil) }

    /// Writes an integer as an element or document.
    package mutating func write(_ value: some BinaryInteger) throws(ArtifactError) {
        try writeRaw(String(value), as: nil)
    }

    /// Writes `true` or `false` as an element or document.
    package mutating func write(_ value: Bool) throws(ArtifactError) {
        try writeRaw(value ? "true" : "false", as: nil)
    }

    /// Writes `null` as an element or document.
    package mutating func writeNull() throws(ArtifactError) { try writeRaw("null", as: nil) }

    /// Writes a number as it is written elsewhere, as the member `name` or as an element or document. `digits` must be a
    /// number of JSON.
    package mutating func write(number digits: String, as name: String? = nil) throws(ArtifactError) {
        try writeRaw(digits, as: name)
    }

    // MARK: Pieces

    private mutating func begin(_ bracket: UInt8, _ name: String?) throws(ArtifactError) {
        beginItem(name)
        output.bytes.append(bracket)
        depth += 1
        isFirst = true
        try output.flushIfFull()
    }

    private mutating func end(_ bracket: UInt8) throws(ArtifactError) {
        depth -= 1
        if !isFirst { beginLine() }
        output.bytes.append(bracket)
        isFirst = false
        try output.flushIfFull()
    }

    private mutating func write(_ value: String, as name: String?) throws(ArtifactError) {
        beginItem(name)
        appendString(value.utf8)
        try output.flushIfFull()
    }

    private mutating func write(_ value: ByteString, as name: String?) throws(ArtifactError) {
        beginItem(name)
        appendString(value.bytes)
        try output.flushIfFull()
    }

    private mutating func writeRaw(_ text: String, as name: String?) throws(ArtifactError) {
        beginItem(name)
        output.bytes.append(contentsOf: text.utf8)
        try output.flushIfFull()
    }

    private mutating func beginItem(_ name: String?) {
        if !isFirst { output.bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        if depth > 0 { beginLine() }
        guard let name else { return }
        appendString(name.utf8)
        output.bytes.append(UInt8(ascii: ":"))
        output.bytes.append(UInt8(ascii: " "))
    }

    private mutating func beginLine() {
        output.bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<depth {
            output.bytes.append(UInt8(ascii: " "))
            output.bytes.append(UInt8(ascii: " "))
        }
    }

    private mutating func appendString(_ text: some Collection<UInt8>) {
        output.bytes.append(UInt8(ascii: "\""))
        // Nearly all text stands in JSON as it is.
        let isPlain = text.withContiguousStorageIfAvailable { text in
            let bytes = UnsafeRawBufferPointer(text)
            guard unsafe ByteScan.endOfPrintableText(in: bytes, from: 0) == bytes.count else { return false }
            unsafe output.bytes.append(contentsOf: text)
            return true
        }
        if isPlain != true { appendEscaped(text) }
        output.bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscaped(_ text: some Collection<UInt8>) {
        var decoder = UTF8DecoderPosition(text.startIndex)
        while let piece = decoder.next(in: text) {
            switch piece {
            case .scalar(let scalar): append(scalar)
            case .invalid: append("\u{FFFD}")
            }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x22: appendEscape("\"")
        case 0x5C: appendEscape("\\")
        case 0x08: appendEscape("b")
        case 0x09: appendEscape("t")
        case 0x0A: appendEscape("n")
        case 0x0C: appendEscape("f")
        case 0x0D: appendEscape("r")
        case 0x23 where output.bytes.last != UInt8(ascii: "#"): output.bytes.append(UInt8(ascii: "#"))
        case 0x20..<0x7F where scalar != "#": output.bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        case 0..<0x20, 0x23, 0x7F, 0x2028, 0x2029, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
            let digits = String(scalar.value, radix: 16)
            appendEscape("u" + String(repeating: "0", count: 4 - digits.count) + digits)
        default: output.bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private mutating func appendEscape(_ escape: String) {
        output.bytes.append(UInt8(ascii: "\\"))
        output.bytes.append(contentsOf: escape.utf8)
    }
}
