/// Looks at a file that is to be PyTorch's: a zip archive since 1.6, a pickle before that, or anything at all, as its name has it.
///
/// A pickle has no length, and is never unpickled, so that of pickles only the first bytes are looked at.
///
/// Source: `_is_zipfile`, `_legacy_load` and `MAGIC_NUMBER` in `torch/serialization.py`.
struct PyTorchParser: ContentParser {
    /// The first bytes of models that llama.cpp has given up: `ggml`, `ggmf`, `ggjt`, as numbers in little-endian order.
    private static let oldGGML: [UInt64: String] = [0x6767_6D6C: "ggml", 0x6767_6D66: "ggmf", 0x6767_6A74: "ggjt"]

    private let format: ContentFormat
    private var zip: ZipParser?
    private var own: ContentFault?

    init(_ format: ContentFormat) {
        self.format = format
    }

    var fault: ContentFault? { own ?? zip?.fault }
    var facts: ContentFacts { zip?.facts ?? .none }

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        if zip != nil { return zip?.parse(&window) ?? .done }
        let count = Int(min(window.size, 512))
        guard window.available >= count else { return .need(count) }
        if window.number(at: 0, count: 4) == 0x0403_4B50 {
            zip = ZipParser(format)
            return zip?.parse(&window) ?? .done
        }
        if let name = Self.oldGGML[window.number(at: 0, count: 4)], count >= 8, window.number(at: 4, count: 4) < 16 {
            own = ContentFault(
                .outdated, "is a model in the old format '\(name)', which llama.cpp reads no more",
                help: "convert it to GGUF, or download the model as GGUF")
        } else if format == .pytorchWeights {
            judge(window)
        }
        return .done
    }

    private mutating func judge(_ window: ContentWindow) {
        let isPickle = window.size > 1 && window[0] == 0x80 && (1...5).contains(window[1])
        // Old pickles are text; the oldest files are tar archives.
        let isText = window[0] == UInt8(ascii: "(") || window[0] == UInt8(ascii: "c")
        guard !isPickle, !isText, !window.matches("ustar", at: 257) else { return }
        guard FoundFormat(of: Array(window.rest.prefix(512)), size: window.size) == nil else { return }
        let isEmpty = window.rest.prefix(512).allSatisfy { $0 == 0 }
        let what =
            isEmpty
            ? "begins with nothing but zeros, as a file that was allocated and never written"
            : "begins as no file of PyTorch does"
        own = ContentFault(.damaged, "\(what) ('invalid load key')")
    }
}
