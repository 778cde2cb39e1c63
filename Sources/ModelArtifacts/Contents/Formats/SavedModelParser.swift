/// Walks the fields of `saved_model.pb` at its top: a message of TensorFlow that breaks off cannot be parsed.
///
/// Source: `tensorflow/core/protobuf/saved_model.proto`.
struct SavedModelParser: ContentParser {
    private(set) var fault: ContentFault?

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        while window.position < window.size {
            switch ProtobufField.read(window, upTo: window.size) {
            case .incomplete(let count): return .need(count)
            case .cut:
                fault = .truncated(window.size, "its last field", needs: UInt64(window.size) + 1, atLeast: true)
                return .done
            case .malformed:
                fault = ContentFault(.damaged, "is no message of TensorFlow ('Wire format was corrupt')")
                return .done
            case .field(let field):
                let start = UInt64(window.position) + UInt64(field.headerCount)
                let (end, overflow) = start.addingReportingOverflow(field.count)
                guard !overflow, end <= UInt64(window.size) else {
                    // The schema version and the graphs are all that there is.
                    fault =
                        overflow || field.number > 2
                        ? ContentFault(.damaged, "is no message of TensorFlow ('Wire format was corrupt')")
                        : .truncated(
                            window.size, "its last field ('Wire format was corrupt')", needs: end, atLeast: true)
                    return .done
                }
                window.position = Int64(end)
            }
        }
        return .done
    }
}
