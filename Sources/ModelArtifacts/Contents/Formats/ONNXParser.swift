/// Walks an ONNX model: whether its fields fit, and which tensors lie in other files. The weights inside are passed over.
///
/// Source: `onnx/onnx.proto`; `docs/ExternalData.md` of onnx.
struct ONNXParser: ContentParser {
    /// How deep graphs may lie in one another.
    private static let deepest = 100
    /// How many fields are walked; a model with more is not judged.
    private static let mostFields = 20_000_000
    /// The most bytes of names and locations of tensors in other files that are kept; the tensors after them are not judged.
    private static let mostExternal = 16 << 20

    private struct Message {
        let kind: ONNXMessage
        let end: Int64
    }

    private(set) var fault: ContentFault?
    private var messages: [Message] = []
    private var fields = 0
    private var hasGraph = false
    private var tensor = ONNXTensor()
    private var external: [ExternalData] = []
    private var externalSize = 0

    var facts: ContentFacts { external.isEmpty ? .none : .externalData(external) }

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        if messages.isEmpty { messages.append(Message(kind: .model, end: window.size)) }
        while let message = messages.last, fault == nil {
            if window.position >= message.end {
                messages.removeLast()
                end(message.kind)
                continue
            }
            fields += 1
            guard fields <= Self.mostFields else { return .done }
            switch ProtobufField.read(window, upTo: message.end) {
            case .incomplete(let count): return .need(count)
            case .cut:
                fault = .truncated(window.size, "its last field", needs: UInt64(window.size) + 1, atLeast: true)
                return .done
            case .malformed:
                fault = ContentFault(
                    .damaged, "is no ONNX model from byte \(window.position) on ('Protobuf parsing failed')")
                return .done
            case .field(let field):
                if let step = take(field, in: message, &window) { return step }
            }
        }
        if fault == nil, !hasGraph {
            fault = ContentFault(.damaged, "holds no graph ('No graph was found in the protobuf')")
        }
        return .done
    }

    /// Takes in a field.
    ///
    /// - Returns: nil if the walk goes on.
    private mutating func take(
        _ field: ProtobufField, in message: Message, _ window: inout ContentWindow
    ) -> ContentStep? {
        let start = window.position + Int64(field.headerCount)
        let (end, overflow) = UInt64(start).addingReportingOverflow(field.count)
        guard !overflow, end <= UInt64(message.end) else {
            let isCut =
                !overflow && messages.count == 1 && (!hasGraph || ONNXMessage.modelFields.contains(field.number))
            fault =
                isCut
                ? .truncated(window.size, "one of its fields ('Protobuf parsing failed')", needs: end, atLeast: true)
                : ContentFault(.damaged, "is no ONNX model from byte \(window.position) on ('Protobuf parsing failed')")
            return .done
        }
        if message.kind == .model, field.number == 7, field.value == nil { hasGraph = true }
        if let kind = message.kind.message(field) {
            guard messages.count < Self.deepest else { return .done }
            if kind == .tensor { tensor = ONNXTensor() }
            if kind == .entry { (tensor.key, tensor.value) = ([], []) }
            messages.append(Message(kind: kind, end: Int64(end)))
            window.position = start
            return nil
        }
        if message.kind.wantsText(field), field.count <= UInt64(ONNXTensor.longestText) {
            let count = field.headerCount + Int(field.count)
            guard window.available >= count else {
                fields -= 1
                return .need(count)
            }
            tensor.take(
                field, of: message.kind, Array(window.rest.dropFirst(field.headerCount).prefix(Int(field.count))))
        } else {
            tensor.take(field, of: message.kind, [])
        }
        window.position = Int64(end)
        return nil
    }

    /// Ends a message.
    private mutating func end(_ kind: ONNXMessage) {
        if kind == .entry { tensor.endEntry() }
        guard kind == .tensor else { return }
        if let data = tensor.external {
            externalSize += data.keptSize
            if externalSize <= Self.mostExternal { external.append(data) }
        } else if let (needed, count) = tensor.rawFault {
            fault = ContentFault(
                .damaged,
                "holds '\(ByteString(tensor.name))' with \(count) bytes of data, where its shape and type need \(needed)"
            )
        }
    }
}
