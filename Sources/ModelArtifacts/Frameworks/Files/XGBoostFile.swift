/// Files at the top of a model for the XGBoost container, which unpickles each, or else has XGBoost load it.
///
/// Source: `get_loaded_booster` in `algorithm_mode/serve_utils.py` of aws/sagemaker-xgboost-container; `XGBoosterLoadModel` in
/// `src/c_api/c_api.cc` and `LearnerIO::Load` in `src/learner.cc` of dmlc/xgboost.
enum XGBoostFile {
    /// Names of what is no model of XGBoost for sure, where the contents are not known.
    private static let otherNames = [
        ".md", ".txt", ".py", ".yaml", ".yml", ".toml", ".cfg", ".ini", ".csv", ".html", ".ipynb", ".rst",
        ".safetensors", ".gguf", ".onnx", ".h5", ".hdf5", ".keras", ".tflite", ".pt", ".pth", ".pt2", ".npy", ".npz",
        "saved_model.pb",
    ]
    private static let otherWholeNames = ["mlmodel", "readme", "license", "requirements", "dockerfile", "makefile"]

    /// Whether a file can be a model, by its first bytes, or by its name where they are not known.
    static func canBeModel(_ entry: ModelFiles.Entry, _ start: [UInt8]?) -> Bool {
        let format = ContentFormat(named: entry.name.bytes.span)
        // Of weights that are empty, or something else in their place, other rules speak.
        let isWeights = format?.isWeights ?? false
        if entry.size == 0 { return isWeights }
        guard let start, !start.isEmpty else {
            guard let name = entry.name.string?.lowercased() else { return true }
            return !otherNames.contains(where: name.hasSuffix) && !otherWholeNames.contains(name)
        }
        let size = entry.size ?? Int64(start.count)
        if isWeights, PlaceholderText.fault(in: start, size: size, format) != nil { return true }
        // Of JSON that breaks off another rule speaks.
        if entry.name.hasSuffix(".json"), start.first == UInt8(ascii: "{"), start.count == Int(size),
            start.last(where: { !isBlank($0) }) != UInt8(ascii: "}")
        {
            return true
        }
        // By the name of JSON it is read as JSON.
        if entry.name.hasSuffix(".json"), start.starts(with: "{L".utf8) { return false }
        return !isOther(start, size: size, isNamedAsModel: entry.name == "xgboost-model")
    }

    /// Libraries whose classes, and modules with classes that are no Booster of XGBoost.
    private static let otherModules = ["xgboost.sklearn", "sklearn.", "pandas.core.frame", "lightgbm.", "catboost."]

    /// The class of the object that a pickle holds, as XGBClassifier of xgboost, if it is one of those that are not to be taken for a
    /// Booster; nil of others.
    ///
    /// Source: `pickletools.py` of Python: before an object comes its class, as two texts, or, of protocols up to 3, as two lines behind
    /// `c`; before protocol 2 `copy_reg._reconstructor` comes first.
    static func estimator(in start: [UInt8]) -> (library: String, name: String)? {
        guard start.first == 0x80 || start.starts(with: "ccopy_reg\n_reconstructor\n".utf8) else { return nil }
        // The frame and the counters in front of it take a few bytes.
        let bytes = Array(start.prefix(128))
        // A frame is eight bytes long.
        let first = bytes[min(2, bytes.count)...].first == 0x95 ? 11 : 2
        if bytes.first == 0x80, bytes.count > first, bytes[first] == UInt8(ascii: "}") { return ("builtins", "dict") }
        let places = otherModules.compactMap { bytes.span.firstIndex(of: $0) }
        guard let place = places.min(), place > 0, place <= (start[0] == 0x80 ? 16 : 40) else { return nil }
        let module = bytes[place...].prefix { isLetter($0) || "._0123456789".utf8.contains($0) }
        // Else it is the end of another name.
        guard bytes[place - 1] == UInt8(ascii: "c") || Int(bytes[place - 1]) == module.count else { return nil }
        let name = bytes[module.endIndex...].drop { !isLetter($0) }
            .prefix { isLetter($0) || (0x30...0x39).contains($0) }
        guard !name.isEmpty else { return nil }
        let library = module.prefix { $0 != UInt8(ascii: ".") }
        return (String(decoding: library, as: UTF8.self), String(decoding: name, as: UTF8.self))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    /// Whether the first bytes of a file show that it is neither a pickle nor a model of XGBoost: JSON, UBJSON, or the old binary
    /// form. The latter may begin with any number, so that only text, and other formats for sure, are told.
    private static func isOther(_ start: [UInt8], size: Int64, isNamedAsModel: Bool) -> Bool {
        // Zeros are the beginning of neither; of those under the name of the model another rule speaks.
        if start.count >= 64, start.allSatisfy({ $0 == 0 }) { return !(isNamedAsModel && size >= 4096) }
        if start.starts(with: legacyPyTorch) { return true }
        let known = [
            [0x80], Array("binf".utf8), Array("bs64".utf8), Array("ccopy_reg\n".utf8), Array("cxgboost.".utf8),
        ]
        guard !known.contains(where: start.starts) else { return false }
        if start.first == UInt8(ascii: "{") { return !holdsLearner(start) }
        if FoundFormat(of: start, size: size) != nil || compressed.contains(where: start.starts) { return true }
        if isMessage(start) { return true }
        let images: [[UInt8]] = [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0xEF, 0xBB, 0xBF]]
        if images.contains(where: start.starts) { return true }
        return start.allSatisfy { $0 == 9 || $0 == 10 || $0 == 13 || (0x20...0x7E).contains($0) || $0 >= 0xC2 }
            && start.contains { (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) }
    }

    /// Whether an object, as JSON or UBJSON, has the member that is the model; it comes first in what XGBoost writes.
    private static func holdsLearner(_ start: [UInt8]) -> Bool {
        let name = "learner"
        var end = 0
        while let offset = start.span.extracting(end...).firstIndex(of: name) {
            let place = end + offset
            end = place + name.utf8.count
            let before = place > 0 ? start[place - 1] : 0
            // In UBJSON the length of a name stands in front of it.
            if before == UInt8(name.utf8.count) { return true }
            let after = start[end...]
            if before == UInt8(ascii: "\""), after.first == UInt8(ascii: "\""),
                after.dropFirst().first(where: { !isBlank($0) }) == UInt8(ascii: ":")
            {
                return true
            }
        }
        return false
    }

    /// How data begins that was compressed by zlib, as by joblib, or by bzip2, xz, LZ4, or Zstandard.
    private static let compressed: [[UInt8]] = [
        [0x78, 0x01], [0x78, 0x5E], [0x78, 0x9C], [0x78, 0xDA], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0],
        [0x04, 0x22, 0x4D, 0x18], [0x28, 0xB5, 0x2F, 0xFD], [0x1F, 0x8B],
    ]

    /// What torch.save wrote before 1.6: its first pickle is a number, which is no model.
    private static let legacyPyTorch: [UInt8] = [0x80, 2, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8]

    /// Whether it begins as an ONNX model or a SavedModel does: a small number in field 1, and then a text or a message.
    private static func isMessage(_ start: [UInt8]) -> Bool {
        start.count > 3 && start[0] == 0x08 && (1...0x20).contains(start[1])
            && [0x12, 0x1A, 0x22, 0x2A, 0x32, 0x3A, 0x42].contains(start[2])
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
}
