/// The messages of an ONNX model that tensors may lie in.
///
/// Source: `onnx/onnx.proto`.
enum ONNXMessage: Hashable, Sendable {
    case model, graph, node, attribute, tensor, sparseTensor, function, training
    /// A name and a value that say where a tensor lies in another file.
    case entry

    /// The fields of a model.
    static let modelFields: Set<UInt64> = [1, 2, 3, 4, 5, 6, 7, 8, 14, 20, 25, 26]

    /// The message that a field of this one holds, if it is one to be walked.
    func message(_ field: ProtobufField) -> ONNXMessage? {
        guard field.value == nil else { return nil }
        switch (self, field.number) {
        case (.model, 7): return .graph
        case (.model, 20): return .training
        case (.model, 25): return .function
        case (.graph, 1), (.function, 7): return .node
        case (.graph, 5): return .tensor
        case (.graph, 15): return .sparseTensor
        case (.node, 5), (.function, 11): return .attribute
        case (.attribute, 5), (.attribute, 10): return .tensor
        case (.attribute, 6), (.attribute, 11): return .graph
        case (.attribute, 22), (.attribute, 23): return .sparseTensor
        case (.sparseTensor, 1), (.sparseTensor, 2): return .tensor
        case (.training, 1), (.training, 2): return .graph
        case (.tensor, 13): return .entry
        default: return nil
        }
    }

    /// Whether the text in a field of this message is looked at.
    func wantsText(_ field: ProtobufField) -> Bool {
        guard field.value == nil else { return false }
        switch (self, field.number) {
        // A shape may be packed.
        case (.tensor, 1), (.tensor, 8), (.entry, 1), (.entry, 2): return true
        default: return false
        }
    }
}
