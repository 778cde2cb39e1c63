import CYAML
import ModelArtifacts

/// Takes a YAML stream apart with libyaml.
///
/// libyaml has no recursion and refuses more than 1,000 levels of its own accord; aliases it only names.
@safe
struct YAMLParser: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// - Parameter text: UTF-8 without a byte order mark, which has to stay where it is for as long as the parser lives.
    /// - Throws: a fault if there is no memory for a parser.
    init(_ text: UnsafeBufferPointer<UInt8>) throws(YAMLFault) {
        unsafe parser = .allocate(capacity: 1)
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            unsafe parser.deallocate()
            throw YAMLFault(message: "there is no memory to read it", place: .bytes(0))
        }
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
    }

    /// The next piece.
    mutating func next() throws(YAMLFault) -> YAMLEvent {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault }
        defer { unsafe yaml_event_delete(&event) }
        let index = unsafe Int(event.start_mark.index)
        switch unsafe event.type {
        case YAML_STREAM_END_EVENT: return YAMLEvent(kind: .streamEnd, index: index)
        case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, index: index)
        case YAML_ALIAS_EVENT:
            return YAMLEvent(kind: .alias(unsafe Self.text(event.data.alias.anchor) ?? ""), index: index)
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let bytes = unsafe Array(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
            let style: YAMLEvent.ScalarStyle =
                switch unsafe scalar.style {
                case YAML_PLAIN_SCALAR_STYLE: .plain
                case YAML_LITERAL_SCALAR_STYLE: .literal
                default: .other
                }
            return YAMLEvent(
                kind: .scalar(ByteString(bytes), style), anchor: unsafe Self.text(scalar.anchor),
                tag: unsafe Self.text(scalar.tag), index: index)
        case YAML_SEQUENCE_START_EVENT:
            let start = unsafe event.data.sequence_start
            return YAMLEvent(
                kind: .sequenceStart, anchor: unsafe Self.text(start.anchor), tag: unsafe Self.text(start.tag),
                index: index)
        case YAML_MAPPING_START_EVENT:
            let start = unsafe event.data.mapping_start
            return YAMLEvent(
                kind: .mappingStart, anchor: unsafe Self.text(start.anchor), tag: unsafe Self.text(start.tag),
                index: index)
        case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, index: index)
        case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, index: index)
        default: return YAMLEvent(kind: .other, index: index)
        }
    }

    /// What libyaml has to say after it stopped.
    private var fault: YAMLFault {
        let state = unsafe parser.pointee
        // Its words are constants of its own.
        let problem = unsafe state.problem.map { unsafe String(cString: $0) } ?? "it is not YAML"
        if unsafe state.error == YAML_READER_ERROR {
            return YAMLFault(message: problem, place: .bytes(unsafe Int(state.problem_offset)))
        }
        var message = problem
        // What was begun further up, and is only missed here.
        if let context = unsafe state.context, unsafe state.context_mark.line != state.problem_mark.line {
            message += ", \(unsafe String(cString: context)) that begins in line \(unsafe state.context_mark.line + 1)"
        }
        return YAMLFault(message: message, place: .characters(unsafe Int(state.problem_mark.index)))
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> ByteString? {
        guard let pointer = unsafe pointer else { return nil }
        let count = unsafe strlen(UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
        return unsafe ByteString(Array(UnsafeBufferPointer(start: pointer, count: count)))
    }
}
