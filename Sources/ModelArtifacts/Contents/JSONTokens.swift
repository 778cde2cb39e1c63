/// Takes JSON apart as its bytes are pushed, and checks it completely, as one of the libraries does that loaders use.
///
/// ``JSONReader`` fetches what it reads; this takes what there is, so that the parsers of contents can use it. Memory is bounded: of a
/// name, a string or a number the first ``longestText`` bytes are kept.
struct JSONTokens {
    /// Whose JSON it is.
    enum Dialect {
        /// `json.load` of Python on a file that is opened as UTF-8: NaN and the infinities are numbers, halves of surrogate pairs are
        /// characters.
        case python
        /// `serde_json` of Rust: RFC 8259, at most 128 levels deep.
        case serde
    }

    enum Token {
        case beginObject, endObject, beginArray, endArray
        /// The name of a member, whose value follows.
        case name
        case string, number, literal
    }

    /// Where and why it is no JSON.
    struct Fault {
        let reason: String
        let line: Int
        /// In bytes, from 1.
        let column: Int
        /// Whether it is right so far and ends too early.
        let isCut: Bool
    }

    /// The most bytes of a text that are kept.
    static let longestText = 4096
    /// How many levels are followed. Python gives up at a thousand or a few thousand, as its version has it, so that far more than
    /// that is a fault, and what lies between is not.
    private static let deepest = 65_536
    private static let deepestOfSerde = 128

    /// What may follow.
    enum Expected {
        case value, valueOrEnd, nameOrEnd, name, colon, commaOrEnd, end
    }

    /// What is begun.
    enum Part {
        case none
        case string(isName: Bool)
        case escape(isName: Bool)
        /// A `\u`, with the number of its digits still to come.
        case unicode(isName: Bool, digits: Int)
        case number, literal
    }

    let dialect: Dialect
    /// The text of the last name, string, number or literal, as far as it is kept.
    var text: [UInt8] = []
    /// How long that is in all.
    var textCount = 0
    private(set) var fault: Fault?
    var expected = Expected.value
    var part = Part.none
    /// How many bytes of a character are to come, and what the next one has to be.
    var characterRest = 0
    var characterNext: ClosedRange<UInt8> = 0x80...0xBF
    /// The code unit that an escape has so far, and the first half of a pair that waits for the second.
    var codeUnit: UInt32 = 0
    var firstHalf: UInt32?
    private var containers: [Bool] = []
    private var line = 1
    private var lineStart: Int64 = 0

    init(_ dialect: Dialect) {
        self.dialect = dialect
    }

    /// How many objects and arrays are open.
    var depth: Int { containers.count }

    /// Whether the document is complete; white space may follow.
    var isComplete: Bool {
        if case .end = expected, case .none = part { return true }
        return false
    }

    /// The next token; nil if the bytes do not go on, or if there is a fault.
    ///
    /// - Parameter end: where in the file the JSON ends.
    mutating func next(_ window: inout ContentWindow, upTo end: Int64) -> Token? {
        let rest = window.rest.prefix(Int(min(Int64(window.available), max(0, end - window.position))))
        var index = rest.startIndex
        let start = window.position
        defer { window.position = start + Int64(index - rest.startIndex) }
        while fault == nil {
            if case .string(let isName) = part, characterRest == 0 { skipPlain(rest, &index, isName) }
            guard index < rest.endIndex else { break }
            let offset = start + Int64(index - rest.startIndex)
            if case .none = part {
                if let token = significant(rest[index], at: offset, &index) { return token }
            } else if let token = inside(rest[index], at: offset, &index) {
                return token
            }
        }
        return nil
    }

    /// Says that nothing follows any more.
    ///
    /// - Parameter end: where in the file that is.
    /// - Returns: a token that only now is known to be whole: a number.
    mutating func finish(at end: Int64) -> Token? {
        guard fault == nil else { return nil }
        var token: Token?
        if case .number = part, JSONNumber.isWhole(text) || isSpecialNumber { token = ended(.number) }
        if !isComplete {
            fail(
                depth == 0 && textCount == 0 && end == 0 ? "there is nothing" : "it ends too early", at: end,
                isCut: true)
        }
        return token
    }

    private var isSpecialNumber: Bool { dialect == .python && text.elementsEqual("-Infinity".utf8) }

    mutating func fail(_ reason: String, at offset: Int64, isCut: Bool = false) {
        fault = Fault(reason: reason, line: line, column: Int(offset - lineStart) + 1, isCut: isCut)
    }

    /// Looks at a byte between tokens. It is used up unless a token of no length ends before it.
    private mutating func significant(_ byte: UInt8, at offset: Int64, _ index: inout Int) -> Token? {
        index += 1
        switch byte {
        case UInt8(ascii: "\n"):
            line += 1
            lineStart = offset + 1
            return nil
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return nil
        default: break
        }
        switch (expected, byte) {
        case (.value, _),
            (.valueOrEnd, _) where byte != UInt8(ascii: "]"):
            return beginValue(byte, at: offset)
        case (.valueOrEnd, _): return close(.endArray)
        case (.nameOrEnd, UInt8(ascii: "}")): return close(.endObject)
        case (.nameOrEnd, UInt8(ascii: "\"")), (.name, UInt8(ascii: "\"")): begin(.string(isName: true))
        case (.colon, UInt8(ascii: ":")): expected = .value
        case (.commaOrEnd, UInt8(ascii: ",")): expected = containers.last == true ? .name : .value
        case (.commaOrEnd, UInt8(ascii: "}")) where containers.last == true: return close(.endObject)
        case (.commaOrEnd, UInt8(ascii: "]")) where containers.last == false: return close(.endArray)
        case (.end, _): fail("something follows the document", at: offset)
        case (.name, _), (.nameOrEnd, _): fail("a name in double quotes is missing", at: offset)
        case (.colon, _): fail("a ':' is missing", at: offset)
        default: fail("a ',' is missing", at: offset)
        }
        return nil
    }

    private mutating func beginValue(_ byte: UInt8, at offset: Int64) -> Token? {
        switch byte {
        case UInt8(ascii: "{"): return open(isObject: true, at: offset)
        case UInt8(ascii: "["): return open(isObject: false, at: offset)
        case UInt8(ascii: "\""): begin(.string(isName: false))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            begin(.number)
            keep(byte)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            begin(.literal)
            keep(byte)
            if !isLiteral(whole: false) { fail("a value is missing", at: offset) }
        case 0xEF where offset == 0: fail("there is a byte order mark in front", at: offset)
        case 0xFE where offset == 0, 0xFF where offset == 0: fail("it is UTF-16", at: offset)
        default: fail("a value is missing", at: offset)
        }
        return nil
    }

    private mutating func open(isObject: Bool, at offset: Int64) -> Token? {
        guard containers.count < (dialect == .serde ? Self.deepestOfSerde : Self.deepest) else {
            fail("it is nested deeper than readers follow", at: offset)
            return nil
        }
        containers.append(isObject)
        expected = isObject ? .nameOrEnd : .valueOrEnd
        return isObject ? .beginObject : .beginArray
    }

    private mutating func close(_ token: Token) -> Token {
        containers.removeLast()
        expected = containers.isEmpty ? .end : .commaOrEnd
        return token
    }

    private mutating func begin(_ part: Part) {
        self.part = part
        text.removeAll(keepingCapacity: true)
        textCount = 0
    }

    mutating func keep(_ byte: UInt8) {
        if textCount < Self.longestText { text.append(byte) }
        textCount += 1
    }

    /// Ends a name, a string, a number or a literal.
    mutating func ended(_ token: Token) -> Token {
        part = .none
        if case .name = token { expected = .colon } else { expected = containers.isEmpty ? .end : .commaOrEnd }
        return token
    }

    /// Whether the text is a literal, or the beginning of one.
    func isLiteral(whole: Bool) -> Bool {
        let literals = ["true", "false", "null"] + (dialect == .python ? ["NaN", "Infinity"] : [])
        return literals.contains { whole ? text.elementsEqual($0.utf8) : $0.utf8.starts(with: text) }
    }
}
