/// Looks at a file that is to be PyTorch's: a zip archive since 1.6, a pickle before that, or anything at all, as its name has it.
///
/// A pickle has no length, and is never unpickled, so that of pickles only the first bytes are looked at.
///
/// Source: `_is_zipfile`, `_legacy_load` and `MAGIC_NUMBER` in `torch/serialization.py`.
struct PyTorchParser: ContentParser {
    /// The first bytes of models that llama.cpp has given up: `ggml`, `ggmf`, `ggjt`, as numbers in little-endian order.
    private static func oldGGML(_ number: UInt64) -> String? {
        switch number {
        case 0x6767_6D6C: "ggml"
        case 0x6767_6D66: "ggmf"
        case 0x6767_6A74: "ggjt"
        default: nil
        }
    }

    /// The pickle of `MAGIC_NUMBER`, 0x1950a86a20f9469cfc6c, behind its own beginning.
    private static let magicNumber: [UInt8] = [
        0x80, 0x02, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19,
    ]

    private let format: ContentFormat
    private var zip: ZipParser?
    private var own: ContentFault?
    /// Whether the first members of the zip archive are those of a model archive of TorchServe.
    private var isModelArchive = false
    /// Whether it begins as torch.save wrote files before 1.6: with a number, in a pickle of its own.
    private var isPickle = false

    init(_ format: ContentFormat) {
        self.format = format
    }

    var fault: ContentFault? { own ?? zip?.fault }
    var facts: ContentFacts {
        if isModelArchive { return .modelArchive }
        return zip?.facts ?? (isPickle ? .pytorch(isTorchScript: false) : .none)
    }

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        if zip != nil { return zip?.parse(&window) ?? .done }
        let count = Int(min(window.size, 512))
        guard window.available >= count else { return .need(count) }
        if window.number(at: 0, count: 4) == 0x0403_4B50 {
            let start = window.rest.prefix(count)
            isModelArchive = start.span.contains("MAR-INF/")
            zip = ZipParser(format)
            return zip?.parse(&window) ?? .done
        }
        isPickle = window[0] == 0x80 && window.rest.starts(with: Self.magicNumber)
        if let name = Self.oldGGML(window.number(at: 0, count: 4)), count >= 8, window.number(at: 4, count: 4) < 16 {
            own = ContentFault(
                .outdated, "is a model in the old format '\(name)', which llama.cpp reads no more",
                help: "convert it to GGUF, or download the model as GGUF")
        } else if format == .pytorchWeights {
            judge(window)
        } else if format == .npz {
            judgeArrays(window)
        } else if format == .pytorch, window.size >= 4096, window.rest.prefix(4096).allSatisfy({ $0 == 0 }) {
            own = .onlyZeros("invalid load key, '\\x00'")
        }
        return .done
    }

    /// Judges a file that is to be a zip archive of arrays and is no zip archive: a pickle would be read, too.
    private mutating func judgeArrays(_ window: ContentWindow) {
        let said = "This file contains pickled (object) data"
        if window.size >= 4096, window.rest.prefix(4096).allSatisfy({ $0 == 0 }) {
            own = .onlyZeros(said)
        } else if window[0] != 0x80, !window.matches("NUMPY", at: 1), !window.matches("PK\u{5}\u{6}") {
            own = ContentFault(.damaged, "is no zip archive, as arrays of NumPy under that name are ('\(said)')")
        }
    }

    private mutating func judge(_ window: ContentWindow) {
        let isPickle = window.size > 1 && window[0] == 0x80 && (1...5).contains(window[1])
        // Old pickles are text; the oldest files are tar archives.
        let isText = window[0] == UInt8(ascii: "(") || window[0] == UInt8(ascii: "c")
        guard !isPickle, !isText, !window.matches("ustar", at: 257) else { return }
        guard FoundFormat(of: Array(window.rest.prefix(512)), size: window.size) == nil else { return }
        let isEmpty = window.rest.prefix(512).allSatisfy { $0 == 0 }
        own =
            isEmpty
            ? .onlyZeros("invalid load key")
            : ContentFault(.damaged, "begins as no file of PyTorch does ('invalid load key')")
    }
}
