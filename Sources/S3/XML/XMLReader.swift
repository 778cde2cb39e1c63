import ModelArtifacts

/// Reads the XML of an answer from its beginning to its end: the caller asks for what it expects next, and skips what it does not want.
///
///     try reader.enter("ListBucketResult")
///     while try reader.nextChild() {
///         if reader.isNamed("Name") { try reader.readText() } else { try reader.skip() }
///     }
///     try reader.finish()
///
/// Answers of services have elements, attributes that say nothing, and text. So there are no document types and no entities but the
/// five of XML and numbers, which means that nothing is ever larger than the bytes that came; and depth and names are bounded.
/// What is not wanted is checked all the same.
package struct XMLReader: ~Copyable {
    /// How deep elements may be nested.
    package static let maximumDepth = 32
    /// The longest name, in bytes.
    private static let longestName = 256

    private let bytes: [UInt8]
    private var position = 0
    /// Where the names of the open elements stand.
    private var open: [Range<Int>] = []
    /// Whether the innermost element was written as `<a/>`, which ends at once.
    private var isEmptyElement = false
    private var hasRoot = false
    /// The text that was read last, decoded.
    package private(set) var text: [UInt8] = []

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// Goes into the outermost element; throws if it has another name.
    package mutating func enter(_ name: StaticString) throws(XMLError) {
        guard try enterRoot(), isNamed(name) else { throw error("the answer is no <\(name)>") }
    }

    /// Goes into the outermost element, whatever its name.
    package mutating func enterRoot() throws(XMLError) -> Bool {
        guard !hasRoot else { return false }
        while try skipBlanksAndComments() {}
        guard position < bytes.count else { throw truncated("there is no element in it") }
        guard try readStartTag() else { throw error("expected an element") }
        hasRoot = true
        return true
    }

    /// Goes into the next element within the current one, over text; leaves the current one and returns false when there is none.
    package mutating func nextChild() throws(XMLError) -> Bool {
        while true {
            if isEmptyElement { return leave() }
            while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
            guard position < bytes.count else { throw truncated("the answer ends in an element") }
            if try skipNonElement(keepingText: false) { continue }
            if try readEndTag() { return false }
            guard try readStartTag() else { throw error("expected an element") }
            return true
        }
    }

    /// Whether the element that was gone into last has this name.
    package func isNamed(_ name: StaticString) -> Bool {
        guard let range = open.last, range.count == name.utf8CodeUnitCount else { return false }
        for index in 0..<range.count where unsafe bytes[range.lowerBound + index] != name.utf8Start[index] {
            return false
        }
        return true
    }

    /// Reads the text of the current element, which has no elements in it, and leaves it.
    ///
    /// - Throws: ``XMLError``, also for text that is not UTF-8.
    package mutating func readText() throws(XMLError) {
        text.removeAll(keepingCapacity: true)
        while !isEmptyElement {
            let start = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "<"), bytes[position] != UInt8(ascii: "&") {
                position += 1
            }
            text.append(contentsOf: bytes[start..<position])
            guard position < bytes.count else { throw truncated("the answer ends in an element") }
            if bytes[position] == UInt8(ascii: "&") {
                try readReference()
            } else if try !skipNonElement(keepingText: true) {
                guard try readEndTag() else { throw error("an element where text was expected") }
                guard UTF8Check.isValid(text.span) else { throw error("text that is not UTF-8") }
                return
            }
        }
        _ = leave()
    }

    /// Leaves the current element with all that is in it.
    package mutating func skip() throws(XMLError) {
        let depth = open.count
        while open.count >= depth { _ = try nextChild() }
    }

    /// Makes sure that nothing follows the outermost element, which has been left.
    package mutating func finish() throws(XMLError) {
        guard open.isEmpty, hasRoot else { throw error("the answer is not what was expected") }
        while try skipBlanksAndComments() {}
        guard position == bytes.count else { throw error("something follows the end") }
    }

    // MARK: Grammar

    private mutating func leave() -> Bool {
        isEmptyElement = false
        open.removeLast()
        return false
    }

    /// Skips blanks, and one comment or instruction; returns false if there was none.
    private mutating func skipBlanksAndComments() throws(XMLError) -> Bool {
        skipBlanks()
        guard position < bytes.count else { return false }
        guard bytes[position] == UInt8(ascii: "<") else { throw error("text outside of an element") }
        guard !isNext("<![CDATA[") else { throw error("text outside of an element") }
        return try skipNonElement(keepingText: false)
    }

    private mutating func skipBlanks() {
        while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private func isNext(_ literal: StaticString) -> Bool {
        guard bytes.count - position >= literal.utf8CodeUnitCount else { return false }
        for index in 0..<literal.utf8CodeUnitCount where unsafe bytes[position + index] != literal.utf8Start[index] {
            return false
        }
        return true
    }

    /// Skips a comment, an instruction or a section of characters, which becomes text if it is wanted; returns false if there is
    /// none here.
    private mutating func skipNonElement(keepingText: Bool) throws(XMLError) -> Bool {
        guard position + 1 < bytes.count else { throw truncated("the answer ends in a tag") }
        switch bytes[position + 1] {
        case UInt8(ascii: "?"):
            position += 2
            try skip(past: "?>")
        case UInt8(ascii: "!"):
            if isNext("<!--") {
                position += 4
                try skip(past: "-->")
            } else if isNext("<![CDATA[") {
                position += 9
                let start = position
                try skip(past: "]]>")
                if keepingText { text.append(contentsOf: bytes[start..<position - 3]) }
            } else if bytes.count - position < 9 {
                throw truncated("the answer ends in a tag")
            } else {
                throw error("a document type, which no answer has")
            }
        default: return false
        }
        return true
    }

    private mutating func skip(past end: StaticString) throws(XMLError) {
        while position < bytes.count {
            if isNext(end) {
                position += end.utf8CodeUnitCount
                return
            }
            position += 1
        }
        throw truncated("the answer ends in a comment or an instruction")
    }

    private mutating func readName() throws(XMLError) -> Range<Int> {
        let start = position
        while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
        guard position < bytes.count else { throw truncated("the answer ends in a tag") }
        guard position > start else { throw error("expected a name") }
        guard position - start <= Self.longestName else { throw error("a name of more than \(Self.longestName) bytes") }
        return start..<position
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: ":"), 0x80...:
            true
        default: false
        }
    }

    /// Reads `<name attributes>`; returns false if there is an end tag here.
    private mutating func readStartTag() throws(XMLError) -> Bool {
        guard position + 1 < bytes.count else { throw truncated("the answer ends in a tag") }
        guard bytes[position + 1] != UInt8(ascii: "/") else { return false }
        position += 1
        let name = try readName()
        guard open.count < Self.maximumDepth else { throw error("nested deeper than \(Self.maximumDepth) levels") }
        open.append(name)
        while true {
            let hadBlank = position < bytes.count && Self.isBlank(bytes[position])
            skipBlanks()
            guard position < bytes.count else { throw truncated("the answer ends in a tag") }
            switch bytes[position] {
            case UInt8(ascii: ">"):
                position += 1
                return true
            case UInt8(ascii: "/"):
                guard position + 1 < bytes.count else { throw truncated("the answer ends in a tag") }
                guard bytes[position + 1] == UInt8(ascii: ">") else { throw error("expected '>'") }
                position += 2
                isEmptyElement = true
                return true
            default:
                guard hadBlank else { throw error("expected '>'") }
                try skipAttribute()
            }
        }
    }

    private mutating func skipAttribute() throws(XMLError) {
        _ = try readName()
        skipBlanks()
        guard position < bytes.count else { throw truncated("the answer ends in a tag") }
        guard bytes[position] == UInt8(ascii: "=") else { throw error("an attribute without a value") }
        position += 1
        skipBlanks()
        guard position < bytes.count else { throw truncated("the answer ends in a tag") }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw error("a value without quotes") }
        position += 1
        while position < bytes.count, bytes[position] != quote {
            guard bytes[position] != UInt8(ascii: "<") else { throw error("a tag within an attribute") }
            position += 1
        }
        guard position < bytes.count else { throw truncated("the answer ends in a tag") }
        position += 1
    }

    /// Reads `</name>` of the innermost element and leaves it; returns false if there is no end tag here.
    private mutating func readEndTag() throws(XMLError) -> Bool {
        guard position + 1 < bytes.count else { throw truncated("the answer ends in a tag") }
        guard bytes[position + 1] == UInt8(ascii: "/") else { return false }
        position += 2
        let name = try readName()
        guard let opened = open.last, bytes[opened] == bytes[name] else { throw error("the end of another element") }
        skipBlanks()
        guard position < bytes.count else { throw truncated("the answer ends in a tag") }
        guard bytes[position] == UInt8(ascii: ">") else { throw error("expected '>'") }
        position += 1
        open.removeLast()
        return true
    }

    private static let entities: [(name: StaticString, byte: UInt8)] = [
        ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
        ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
    ]

    private mutating func readReference() throws(XMLError) {
        for (name, byte) in Self.entities where isNext(name) {
            text.append(byte)
            position += name.utf8CodeUnitCount
            return
        }
        // The longest is `&#1114111;`.
        let rest = bytes[position...].prefix(12)
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else {
            if rest.count < 12 { throw truncated("the answer ends in a reference") }
            throw error("a reference to what XML does not define")
        }
        let reference = rest[(position + 1)..<end]
        guard reference.first == UInt8(ascii: "#") else { throw error("a reference to what XML does not define") }
        var digits = reference.dropFirst()
        let isHexadecimal = digits.first == UInt8(ascii: "x")
        if isHexadecimal { digits = digits.dropFirst() }
        var value: UInt32 = 0
        for digit in digits {
            guard let number = PercentEncoding.hexadecimalDigit(digit), isHexadecimal || number < 10 else {
                throw error("a reference that is no number")
            }
            value = value * (isHexadecimal ? 16 : 10) + UInt32(number)
            guard value <= 0x10FFFF else { throw error("a reference to no character") }
        }
        guard !digits.isEmpty, value > 0, let scalar = Unicode.Scalar(value) else {
            throw error("a reference to no character")
        }
        text.append(contentsOf: String(Character(scalar)).utf8)
        position = end + 1
    }

    private func error(_ message: String) -> XMLError {
        XMLError(message: message, offset: position, isTruncated: false)
    }

    private func truncated(_ message: String) -> XMLError {
        XMLError(message: message, offset: bytes.count, isTruncated: true)
    }
}
