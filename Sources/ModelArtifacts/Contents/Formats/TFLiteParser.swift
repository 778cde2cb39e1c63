/// Looks at the header of a TensorFlow Lite model, which tells little: all of a file would have to be verified to find that it was cut.
///
/// Source: FlatBuffers internals, "Header"; `tensorflow/lite/schema/schema.fbs`, `file_identifier "TFL3"`.
struct TFLiteParser: ContentParser {
    private(set) var fault: ContentFault?

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        if window.size < 8 {
            fault = .truncated(window.size, "its header", needs: 8)
        } else if !window.matches("TFL3", at: 4) {
            fault = ContentFault(
                .damaged,
                "has no identifier 'TFL3' of a TensorFlow Lite model ('The model is not a valid Flatbuffer buffer')")
        } else if window.number(at: 0, count: 4) >= UInt64(window.size) {
            fault = ContentFault(
                .damaged, "has its root table behind its end ('The model is not a valid Flatbuffer buffer')")
        }
        return .done
    }
}
