import CDeflate

/// Looks into a model archive of TorchServe (`.mar`), a zip archive: whether it is whole, and whether it holds the handler and the
/// weights that its manifest names.
///
/// What a handler of the user's own opens is not known; those of TorchServe open what the manifest names.
///
/// Source: `archive` in `model_packaging_utils.py` of torch-model-archiver; `load` in `ModelArchive.java`, `load` in
/// `ts/model_loader.py`, `initialize` in `ts/torch_handler/base_handler.py` of pytorch/serve.
struct ModelArchiveParser: ContentParser {
    /// The longest manifest that is read, packed or unpacked, in bytes.
    private static let longestManifest: UInt64 = 1 << 20

    private enum State {
        case start, directory
        case manifest(ZipEntries.Place)
        case done
    }

    private var zip = ZipParser(.modelArchive)
    private var own: ContentFault?
    private var state = State.start

    var fault: ContentFault? { own ?? zip.fault }

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        if case .start = state {
            let count = Int(min(4, window.size))
            guard window.available >= count else { return .need(count) }
            state = .directory
            guard window.number(at: 0, count: 4) == 0x0403_4B50 else {
                return damaged("is no zip archive, as a model archive of TorchServe is")
            }
        }
        if case .directory = state {
            let step = zip.parse(&window)
            guard step == .done else { return step }
            state = .done
            guard zip.fault == nil, let place = zip.entries.manifest, place.packed <= Self.longestManifest,
                place.unpacked <= Self.longestManifest
            else { return .done }
            window.position = Int64(place.offset)
            state = .manifest(place)
        }
        if case .manifest(let place) = state {
            // The header in front of the entry has lengths of its own.
            guard window.available >= 30 else { return .need(30, expected: 4096 + Int(place.packed)) }
            let start = 30 + Int(window.number(at: 26, count: 2)) + Int(window.number(at: 28, count: 2))
            guard window.available >= start + Int(place.packed) else { return .need(start + Int(place.packed)) }
            state = .done
            judge(Array(window.rest.dropFirst(start).prefix(Int(place.packed))), place)
        }
        return .done
    }

    private mutating func damaged(_ message: String, help: String? = nil) -> ContentStep {
        state = .done
        own = ContentFault(.damaged, message, help: help)
        return .done
    }

    /// Judges the bytes of the manifest as they are in the archive.
    private mutating func judge(_ bytes: [UInt8], _ place: ZipEntries.Place) {
        let text: [UInt8]?
        switch place.method {
        case 0: text = bytes
        case 8: text = Self.inflated(bytes, count: Int(place.unpacked))
        default: return
        }
        guard let text, let manifest = ModelArchiveManifest(text) else {
            _ = damaged(
                "is a model archive whose '\(ModelArchiveManifest.path)' cannot be read ('Failed to parse signature.json.')"
            )
            return
        }
        if let refusal = manifest.refusal {
            _ = damaged("is a model archive whose manifest \(refusal)")
            return
        }
        guard zip.entries.knowsAllNames else { return }
        let help = "pack it anew with torch-model-archiver, which takes --handler, --serialized-file and --model-file"
        func missing(_ name: ByteString, _ role: String, _ said: String) {
            _ = damaged(
                "is a model archive whose manifest names '\(name)' as the \(role), and that is not in it ('\(said)')",
                help: help)
        }
        let entries = zip.entries
        let handler = manifest.handlerFile { entries.names.contains($0) }
        if let handler, !manifest.handlerPlaces(handler).contains(where: { entries.names.contains($0) }) {
            return missing(handler, "handler", "ModuleNotFoundError")
        }
        guard handler == nil else { return }
        if let weights = manifest["serializedFile"], !entries.names.contains(weights) {
            return missing(weights, "weights", "No such file or directory")
        }
        if let code = manifest["modelFile"], !entries.names.contains(code) {
            return missing(code, "class of the model", "Missing the model.py file")
        }
    }

    /// What deflate made of `count` bytes; nil if it did not.
    private static func inflated(_ bytes: [UInt8], count: Int) -> [UInt8]? {
        guard let decompressor = unsafe libdeflate_alloc_decompressor() else { return nil }
        defer { unsafe libdeflate_free_decompressor(decompressor) }
        var isRight = false
        let text = unsafe [UInt8](unsafeUninitializedCapacity: count) { output, used in
            let result = unsafe bytes.withUnsafeBytes { input in
                unsafe libdeflate_deflate_decompress(
                    decompressor, input.baseAddress, input.count, output.baseAddress, count, nil)
            }
            isRight = result == LIBDEFLATE_SUCCESS
            used = isRight ? count : 0
        }
        return isRight ? text : nil
    }
}
