/// Tells what the server says of the fields of a model configuration, one after the other.
///
/// Source: `ConsumeField` and `ConsumeFieldValue` in `src/google/protobuf/text_format.cc` of protocolbuffers/protobuf, which reads
/// the file with everything forbidden that may be.
struct TritonFields {
    /// The names of the messages that are open, by their paths.
    private var messages: [[String]: String] = [[]: "ModelConfig"]
    /// The fields with a value that is not the one they have without, by the paths of their messages.
    private var given: [[String]: Set<String>] = [:]

    /// What is said of a field; nil if nothing is known to be wrong with it.
    mutating func refusal(of field: ProtobufText.Field) -> String? {
        let parent = Array(field.path.dropLast())
        guard let written = field.path.last, let type = messages[parent], let message = TritonSchema.messages[type]
        else { return nil }
        let name = String(written.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
        guard let first = name.first, !first.isNumber else { return "Expected identifier, got: \(written)" }
        guard let known = message.fields[name], name == written else {
            return name == written || message.fields[name] == nil
                ? "Message type \"inference.\(type)\" has no field named \"\(name)\"."
                : "Expected \":\", found \"\(written.dropFirst(name.count).prefix(1))\"."
        }
        if let refusal = Self.refusal(of: field, known) { return refusal }
        if !known.isRepeated, let refusal = refusal(of: name, in: parent, message) { return refusal }
        if case .message(let inner) = known.kind, case .message = field.value { open(inner, at: field.path) }
        if field.value.isSet { given[parent, default: []].insert(name) }
        return nil
    }

    /// Begins a message, of which nothing is known yet.
    private mutating func open(_ type: String, at path: [String]) {
        for other in messages.keys where other.count > path.count && other.starts(with: path) { messages[other] = nil }
        for other in given.keys where other.starts(with: path) { given[other] = nil }
        messages[path] = type
    }

    /// What is said of a field that its message, or the choice between it and others, has already.
    private func refusal(of name: String, in parent: [String], _ message: TritonSchema.Message) -> String? {
        let others = given[parent] ?? []
        if others.contains(name) { return "Non-repeated field \"\(name)\" is specified multiple times." }
        for (choice, fields) in message.choices where fields.contains(name) {
            guard let other = fields.first(where: others.contains) else { continue }
            return
                "Field \"\(name)\" is specified along with field \"\(other)\", another member of oneof \"\(choice)\"."
        }
        return nil
    }

    /// What is said of a value that is none of the field's type.
    private static func refusal(of field: ProtobufText.Field, _ known: TritonSchema.Field) -> String? {
        let expected =
            switch known.kind {
            case .text: "string"
            case .boolean: "identifier"
            case .integer, .natural: "integer"
            case .real: "double"
            case .word: "integer or identifier"
            case .message: "\"{\""
            }
        func refusal(_ found: String) -> String {
            if case .message = known.kind { return "Expected \(expected), found \"\(found)\"." }
            return "Expected \(expected), got: \(found)"
        }
        if case .message = known.kind {} else if !field.hasColon { return "Expected \":\"" }
        switch (field.value, known.kind) {
        case (.list, _): return known.isRepeated ? nil : refusal("[")
        case (.message, .message), (.text, .text): return nil
        case (.message, _): return refusal("{")
        case (.text(let text), _): return refusal("\"\(text)\"")
        case (.word(let word), .text), (.word(let word), .message): return refusal(word)
        case (.word(let word), .word(let words)):
            guard let first = word.first, first.isLetter || first == "_", !words.contains(word) else { return nil }
            return "Unknown enumeration value of \"\(word)\" for field \"\(field.path.last ?? "")\"."
        case (.word(let word), .boolean):
            return ["true", "True", "t", "false", "False", "f", "0", "1"].contains(word) ? nil : refusal(word)
        case (.word(let word), .integer), (.word(let word), .natural):
            if known.kind == .natural, word.hasPrefix("-") { return refusal("-") }
            let digits = word.drop { $0 == "-" }
            // Hexadecimal and octal numbers have letters or zeros in front, and a minus may stand alone.
            guard let first = digits.first, !digits.hasPrefix("0x"), !digits.hasPrefix("0X") else { return nil }
            return first.isNumber && digits.allSatisfy(\.isNumber) ? nil : refusal(String(digits))
        case (.word(let word), .real):
            let digits = word.drop { $0 == "-" }
            guard let first = digits.first, first.isLetter else { return nil }
            return ["inf", "infinity", "nan"].contains(digits.lowercased()) ? nil : refusal(String(digits))
        }
    }
}

extension ProtobufText.Value {
    /// Whether it may be another one than a field has that is not there: a field of that value may come again.
    fileprivate var isSet: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .word(let word): !["0", "-0", "false", "False", "f"].contains(word)
        case .message: true
        case .list: false
        }
    }
}
