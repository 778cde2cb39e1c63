/// Formats of which a few bytes are looked at.
struct ShortParser: ContentParser {
    private let format: ContentFormat
    private(set) var fault: ContentFault?

    init(_ format: ContentFormat) {
        self.format = format
    }

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        switch format {
        case .tflite: tflite(window)
        case .xgboost, .xgboostModel: xgboost(window)
        default: break
        }
        return .done
    }

    /// Source: FlatBuffers internals, "Header"; `tensorflow/lite/schema/schema.fbs`, `file_identifier "TFL3"`.
    private mutating func tflite(_ window: ContentWindow) {
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
    }

    /// Source: `XGBoosterLoadModel` in `src/c_api/c_api.cc` of xgboost.
    private mutating func xgboost(_ window: ContentWindow) {
        if format == .xgboostModel, window.size >= 4096, window.rest.prefix(4096).allSatisfy({ $0 == 0 }) {
            fault = .onlyZeros("Model ... cannot be loaded")
        }
        guard window.matches("binf") else { return }
        fault = ContentFault(
            .outdated,
            "is in the binary format of XGBoost that 'has been deprecated in 1.6 and removed in 3.1'",
            help: "load it with XGBoost 3.0 or older and save it as JSON or UBJSON: `booster.save_model(\"model.ubj\")`"
        )
    }
}
