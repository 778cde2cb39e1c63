/// Reads a message in the text format of protocol buffers, whatever its fields mean.
///
/// Source: https://protobuf.dev/reference/protobuf/textformat-spec/. Names of extensions are not understood.
struct ProtobufText {
    /// The value of a field.
    enum Value {
        case text(ByteString)
        /// A number, or a word as `true`.
        case word(String)
        /// A message, whose fields follow.
        case message
        /// The end of a list, whose values came before.
        case list
    }

    /// A field of a message or of one within it.
    struct Field {
        /// The names from the top.
        let path: [String]
        let value: Value
        /// Whether a colon stands before its value, or before the list of its values.
        var hasColon = true
    }

    private static let deepest = 50
    /// Fields that lie deeper are read, and not kept: nobody asks for them, and each holds its path.
    private static let deepestKept = 4

    private let bytes: [UInt8]
    private var position = 0
    private var fields: [Field] = []
    /// What cannot stand where it does, in words, where that is sure.
    private var flaw: String?

    /// The fields of a message in their order; nil if it is none.
    static func fields(of bytes: [UInt8]) -> [Field]? {
        var reader = ProtobufText(bytes)
        return reader.readMessage([], until: nil) ? reader.fields : nil
    }

    /// What stands in no message outside of a text or a comment: no value is written with it, and nothing is put between values by it.
    private static let strange = Array("$%&()*=?@\\^`|~!".utf8)

    /// Why a text is no message for sure, in words; nil if it may be one that is not understood here.
    static func fault(of bytes: [UInt8]) -> String? {
        var reader = ProtobufText(bytes)
        if reader.peek() == UInt8(ascii: "{") { return "it begins with a brace, as JSON does" }
        var open: [UInt8] = []
        while let byte = reader.peek() {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                var text: [UInt8] = []
                guard reader.readText(byte, to: &text) else { return "a text in it does not end" }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(byte + 2)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard open.popLast() == byte else { return "a '\(Unicode.Scalar(byte))' in it closes nothing" }
            case UInt8(ascii: "-") where reader.isItem: return "a '-' in it begins an item, as in YAML"
            case 0x80... where reader.position > 2: return "a '\(reader.character)' in it stands outside of quotes"
            case _ where Self.strange.contains(byte):
                return "a '\(Unicode.Scalar(byte))' in it stands outside of quotes"
            default: break
            }
            reader.position += 1
        }
        if let byte = open.last { return "a '\(Unicode.Scalar(byte))' is missing in it" }
        reader.position = 0
        return reader.readMessage([], until: nil) ? nil : reader.flaw
    }

    /// Remembers that something is missing at this place, unless what stands there is not understood.
    private mutating func miss(_ what: String) {
        guard flaw == nil else { return }
        guard let byte = peek() else { return flaw = "it ends where \(what) belongs" }
        if "{}<>]\"':,;".utf8.contains(byte) {
            flaw = "a '\(Unicode.Scalar(byte))' in it stands where \(what) belongs"
        }
    }

    /// The character that comes next.
    private var character: Character {
        String(decoding: bytes[position...].prefix(4), as: UTF8.self).first ?? "\u{FFFD}"
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func keep(_ value: Value, _ path: [String], _ hasColon: Bool) {
        if path.count <= Self.deepestKept { fields.append(Field(path: path, value: value, hasColon: hasColon)) }
    }

    private mutating func readMessage(_ path: [String], until end: UInt8?) -> Bool {
        guard path.count <= Self.deepest else { return false }
        while let byte = peek() {
            if byte == end {
                position += 1
                return true
            }
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
                position += 1
                continue
            }
            guard let name = readWord() else {
                miss("the name of a field")
                return false
            }
            guard readField(path + [name]) else { return false }
        }
        return end == nil
    }

    private mutating func readField(_ path: [String]) -> Bool {
        let hasColon = peek() == UInt8(ascii: ":")
        if hasColon { position += 1 }
        guard peek() == UInt8(ascii: "[") else { return readValue(path, hasColon) }
        position += 1
        if peek() == UInt8(ascii: "]") {
            position += 1
            keep(.list, path, hasColon)
            return true
        }
        while readValue(path, hasColon) {
            switch peek() {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "]"):
                position += 1
                keep(.list, path, hasColon)
                return true
            default:
                flaw = flaw ?? "a comma or the end of a list is missing in it"
                return false
            }
        }
        return false
    }

    private mutating func readValue(_ path: [String], _ hasColon: Bool) -> Bool {
        switch peek() {
        case UInt8(ascii: "{"):
            position += 1
            keep(.message, path, hasColon)
            return readMessage(path, until: UInt8(ascii: "}"))
        case UInt8(ascii: "<"):
            position += 1
            keep(.message, path, hasColon)
            return readMessage(path, until: UInt8(ascii: ">"))
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            var text: [UInt8] = []
            // Texts that follow one another are one.
            while let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                guard readText(quote, to: &text) else { return false }
            }
            keep(.text(ByteString(text)), path, hasColon)
            return true
        default:
            // A minus may stand apart from its number, and begins no item of a list, as it does in YAML.
            guard !isItem, var word = readWord() else {
                miss("a value")
                return false
            }
            if word == "-", peek() != nil, let number = readWord() { word += number }
            keep(.word(word), path, hasColon)
            return true
        }
    }

    /// The next byte that is neither blank nor comment; nil at the end.
    private mutating func peek() -> UInt8? {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), 0x09...0x0D: position += 1
            case UInt8(ascii: "#"): while position < bytes.count, bytes[position] != 0x0A { position += 1 }
            default: return bytes[position]
            }
        }
        return nil
    }

    /// Whether what comes next is an item as in YAML: a minus, a blank and a name.
    private var isItem: Bool {
        let rest = bytes[position...].prefix(256)
        guard rest.first == UInt8(ascii: "-") else { return false }
        let name = rest.dropFirst().drop { $0 == 0x20 || (9...13).contains($0) }.prefix(while: Self.isWordByte)
        guard let first = name.first, (0x41...0x5A).contains(first & 0xDF) else { return false }
        return !["inf", "infinity", "nan"].contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    private mutating func readWord() -> String? {
        let start = position
        while position < bytes.count, Self.isWordByte(bytes[position]) { position += 1 }
        return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "_-+.".utf8.contains(byte)
        }
    }

    private mutating func readText(_ quote: UInt8, to text: inout [UInt8]) -> Bool {
        position += 1
        while position < bytes.count, bytes[position] != 0x0A {
            let byte = bytes[position]
            position += 1
            if byte == quote { return true }
            if byte == UInt8(ascii: "\\"), position < bytes.count {
                readEscape(to: &text)
            } else {
                text.append(byte)
            }
        }
        return false
    }

    /// Reads what stands behind a backslash: up to three octal digits, up to two hexadecimal ones behind an x, or one character.
    private mutating func readEscape(to text: inout [UInt8]) {
        func value(of digits: ArraySlice<UInt8>, _ radix: Int) -> UInt8? {
            Int(String(decoding: digits, as: UTF8.self), radix: radix).map { UInt8(truncatingIfNeeded: $0) }
        }
        let isHexadecimal = bytes[position] | 0x20 == UInt8(ascii: "x")
        let rest = bytes[position...].dropFirst(isHexadecimal ? 1 : 0)
        let digits = rest.prefix(isHexadecimal ? 2 : 3).prefix { byte in
            let digit = Character(Unicode.Scalar(byte))
            return isHexadecimal ? digit.isHexDigit : ("0"..."7").contains(digit)
        }
        if let byte = value(of: digits, isHexadecimal ? 16 : 8) {
            text.append(byte)
            position = digits.endIndex
        } else {
            text.append(bytes[position])
            position += 1
        }
    }
}
