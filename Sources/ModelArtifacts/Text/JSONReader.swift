/// Reads JSON (RFC 8259) as a stream: the caller asks for what it expects next, and skips what it does not want.
///
///     while try reader.nextDocument() {
///         try reader.beginObject()
///         while try reader.nextMember() {
///             if reader.textEquals("Size") { try reader.readNumber() } else { try reader.skipValue() }
///         }
///     }
///
/// What it reads, it checks completely, values that are skipped as well: UTF-8, escapes, surrogate pairs, numbers, commas.
/// Memory is bounded by the depth (512) and the longest string (16 MiB). Several documents may follow one another, with or
/// without white space between them. A UTF-8 byte order mark at the very beginning is left out, as section 8.1 allows,
/// because tools on Windows write one. Every member name is delivered, so callers that care see those that occur twice.
///
/// Errors have code `malformedInput` and begin with the name of the input, line and column.
package struct JSONReader: ~Copyable {
    /// What a value is.
    package enum Kind: Sendable {
        case object, array, string, number, boolean, null
    }

    /// How deep objects and arrays may be nested.
    package static let maximumDepth = 512

    enum Container: UInt8 {
        case emptyObject, object, emptyArray, array
    }

    var input: InputBuffer
    /// The integer that ``readNumber()`` read; nil if the number has a fraction or exponent, or does not fit.
    package internal(set) var integer: Int64?

    // The text of the last name, string or number: in `decoded`, or in the window, counted from its mark.
    var textStart = 0
    var textCount = 0
    var textIsDecoded = false
    var decoded: [UInt8] = []

    private var containers: [Container] = []
    private var isAtBeginning = true
    private var isValuePending = false

    package init(_ input: consuming InputBuffer) {
        self.input = input
        containers.reserveCapacity(Self.maximumDepth)
    }

    // MARK: Documents

    /// Goes to the next document, past what is left of the current one; returns false at the end of the input.
    package mutating func nextDocument() throws(ArtifactError) -> Bool {
        if isAtBeginning {
            isAtBeginning = false
            try input.skipByteOrderMark()
        }
        if isValuePending { try skipValue() }
        try closeContainers(above: 0)
        isValuePending = try nextSignificantByte(keepingText: false) != nil
        return isValuePending
    }

    /// Checks that nothing but white space follows the current document.
    package mutating func requireEnd() throws(ArtifactError) {
        if try nextDocument() { throw error("unexpected text after the end of the JSON document") }
    }

    // MARK: Values

    // Functions that only look are `mutating` where they are called for every token: a borrowed `self` of this size would be
    // copied each time.

    /// What the next value is, which ``nextDocument()``, ``nextMember()`` or ``nextElement()`` went to.
    package mutating func kind() throws(ArtifactError) -> Kind {
        guard isValuePending else { throw error("unexpected end of JSON") }
        switch input.bytes[input.position] {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"): return .null
        case let byte: throw error("expected a JSON value, found \(Self.shown(byte))")
        }
    }

    /// Enters an object; ``nextMember()`` goes to its first member.
    package mutating func beginObject() throws(ArtifactError) { try begin(.emptyObject, .object, "an object") }

    /// Enters an array; ``nextElement()`` goes to its first element.
    package mutating func beginArray() throws(ArtifactError) { try begin(.emptyArray, .array, "an array") }

    /// Goes to the value of the next member, past what was not read of the current one, with its name as the text; leaves
    /// the object and returns false when there is none.
    package mutating func nextMember() throws(ArtifactError) -> Bool {
        guard try nextItem(.emptyObject, .object, end: UInt8(ascii: "}")) else { return false }
        guard input.bytes[input.position] == UInt8(ascii: "\"") else {
            throw error("expected a member name in double quotes, found \(Self.shown(input.bytes[input.position]))")
        }
        try readStringToken()
        guard let colon = try nextSignificantByte(keepingText: true), colon == UInt8(ascii: ":") else {
            throw error("expected ':' after the member name")
        }
        input.position += 1
        guard try nextSignificantByte(keepingText: true) != nil else { throw error("unexpected end of JSON") }
        isValuePending = true
        return true
    }

    /// Goes to the next element of an array, past what was not read of the current one; leaves the array and returns false
    /// when there is none.
    package mutating func nextElement() throws(ArtifactError) -> Bool {
        guard try nextItem(.emptyArray, .array, end: UInt8(ascii: "]")) else { return false }
        isValuePending = true
        return true
    }

    /// Reads a string, which becomes the text.
    package mutating func readString() throws(ArtifactError) {
        guard isValuePending, input.bytes[input.position] == UInt8(ascii: "\"") else {
            throw try unexpected("a string")
        }
        try readStringToken()
        isValuePending = false
    }

    /// Reads a number, which becomes the text, and ``integer`` if it is one.
    package mutating func readNumber() throws(ArtifactError) {
        guard try kind() == .number else { throw try unexpected("a number") }
        try readNumberToken()
        isValuePending = false
    }

    /// Reads `true` or `false`.
    package mutating func readBoolean() throws(ArtifactError) -> Bool {
        guard try kind() == .boolean else { throw try unexpected("true or false") }
        let value = input.bytes[input.position] == UInt8(ascii: "t")
        try readLiteral(value ? "true" : "false")
        isValuePending = false
        return value
    }

    /// Reads `null` if that is the next value, and returns whether it was.
    package mutating func readNull() throws(ArtifactError) -> Bool {
        guard isValuePending, input.bytes[input.position] == UInt8(ascii: "n") else { return false }
        try readLiteral("null")
        isValuePending = false
        return true
    }

    /// Skips the next value, which is checked all the same.
    package mutating func skipValue() throws(ArtifactError) {
        let depth = containers.count
        try skipScalarOrBegin()
        try closeContainers(above: depth)
    }

    // MARK: Text and places

    /// Whether the text is `name`, byte for byte.
    package mutating func textEquals(_ name: StaticString) -> Bool {
        guard textCount == name.utf8CodeUnitCount else { return false }
        if textIsDecoded { return Self.equals(decoded, 0, name) }
        return Self.equals(input.bytes, input.mark + textStart, name)
    }

    private static func equals(_ bytes: [UInt8], _ start: Int, _ name: StaticString) -> Bool {
        for index in 0..<name.utf8CodeUnitCount where unsafe bytes[start + index] != name.utf8Start[index] {
            return false
        }
        return true
    }

    /// Makes `bytes` the text, without allocating if there is room.
    package mutating func copyText(to bytes: inout [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        if textIsDecoded {
            bytes.append(contentsOf: decoded)
        } else {
            input.copy(input.mark + textStart..<input.mark + textStart + textCount, to: &bytes)
        }
    }

    /// The text: the name after ``nextMember()``, the value after ``readString()`` and ``readNumber()``. Always UTF-8.
    package var text: ByteString {
        mutating get {
            var bytes: [UInt8] = []
            copyText(to: &bytes)
            return ByteString(bytes)
        }
    }

    /// Where the next value begins, or where reading has come to.
    package var place: TextPosition { input.textPosition(at: input.position) }

    /// Where the name of the member begins that ``nextMember()`` has just gone to; where its value begins if that is in
    /// another line.
    package var namePlace: TextPosition {
        // The name is kept in the window, but a line feed after it has moved the count of columns on.
        let name = input.textPosition(at: input.mark)
        return name.column > 0 ? name : place
    }

    /// An error about the next value, or the place where reading has come to.
    package func error(_ message: String) -> ArtifactError { input.error(at: input.position, message) }

    /// An error about a place.
    package func error(at place: TextPosition, _ message: String) -> ArtifactError { input.error(at: place, message) }

    // MARK: Grammar

    private mutating func begin(
        _ container: Container, _ kind: Kind, _ description: String
    ) throws(ArtifactError) {
        guard try self.kind() == kind else { throw try unexpected(description) }
        guard containers.count < Self.maximumDepth else {
            throw error("nested deeper than \(Self.maximumDepth) levels")
        }
        input.position += 1
        containers.append(container)
        isValuePending = false
    }

    /// Goes to the next name or element of the innermost container; closes it and returns false when there is none.
    private mutating func nextItem(
        _ empty: Container, _ filled: Container, end: UInt8
    ) throws(ArtifactError) -> Bool {
        if isValuePending { try skipValue() }
        guard let container = containers.last, container == empty || container == filled else {
            throw error("the JSON is not of the expected shape")
        }
        guard let byte = try nextSignificantByte(keepingText: false) else { throw error("unexpected end of JSON") }
        if byte == end {
            input.position += 1
            containers.removeLast()
            return false
        }
        guard container == filled else {
            containers[containers.count - 1] = filled
            return true
        }
        guard byte == UInt8(ascii: ",") else {
            throw error("expected ',' or '\(Unicode.Scalar(end))', found \(Self.shown(byte))")
        }
        input.position += 1
        guard let next = try nextSignificantByte(keepingText: false) else { throw error("unexpected end of JSON") }
        guard next != end else { throw error("expected another item after ','; JSON allows no comma after the last") }
        return true
    }

    /// The error that the next value is not what was expected; throws if it is no JSON value at all.
    private mutating func unexpected(_ expected: String) throws(ArtifactError) -> ArtifactError {
        _ = try kind()
        return error("expected \(expected)")
    }

    private mutating func closeContainers(above depth: Int) throws(ArtifactError) {
        while containers.count > depth, let container = containers.last {
            switch container {
            case .emptyObject, .object: if try nextMember() { try skipScalarOrBegin() }
            case .emptyArray, .array: if try nextElement() { try skipScalarOrBegin() }
            }
        }
    }

    private mutating func skipScalarOrBegin() throws(ArtifactError) {
        switch try kind() {
        case .object: try beginObject()
        case .array: try beginArray()
        case .string: try readString()
        case .number: try readNumber()
        case .boolean: _ = try readBoolean()
        case .null: _ = try readNull()
        }
    }

    /// A byte as messages show it.
    static func shown(_ byte: UInt8) -> String { "'\(DisplayText.escaped(CollectionOfOne(byte)))'" }
}
