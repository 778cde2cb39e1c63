/// The models that a DJL container loads at its start, where `SERVING_LOAD_MODELS` names them; else it looks into the model directory.
///
/// Source: `ConfigManager.java` and `initialize` in `ModelStore.java` of deepjavalibrary/djl-serving, and before 0.29 `initModelStore`
/// in `ModelServer.java`; `serving/docs/configurations_global.md` for the form, `[NAME:VERSION:ENGINE:DEVICE]=URL`.
struct DJLStartup {
    struct Model: Equatable {
        /// Where it is below the model directory, empty for that itself; nil if it is elsewhere.
        var directory: ByteString?
        /// The engine that is to load it, so that none is detected; nil if none is named.
        var engine: String?
    }

    static let variable = "SERVING_LOAD_MODELS"

    /// None if no model is to be loaded.
    let models: [Model]

    /// Reads the variable; nil if it leaves the choice to what lies in the model directory.
    init?(_ container: Container) {
        guard let value = container.value(Self.variable), value.uppercased() != "ALL" else { return nil }
        models = value.uppercased() == "NONE" ? [] : value.split { $0 == "," || $0 == " " }.map(Self.model)
    }

    private static func model(_ text: Substring) -> Model {
        guard let sign = text.firstIndex(of: "="), !text[..<sign].contains("?") else {
            return Model(directory: directory(text))
        }
        let parts = text[..<sign].trimmingBrackets.split(separator: ":", omittingEmptySubsequences: false)
        let engine = parts.count > 2 && !parts[2].isEmpty ? String(parts[2]) : nil
        return Model(directory: directory(text[text.index(after: sign)...]), engine: engine)
    }

    private static func directory(_ url: Substring) -> ByteString? {
        let scheme = ["file://", "file:"].first { url.hasPrefix($0) } ?? ""
        return ByteString(String(url.dropFirst(scheme.count))).belowModel
    }
}

extension Substring {
    /// The same without a bracket at its beginning and one at its end.
    fileprivate var trimmingBrackets: Substring {
        let rest = hasPrefix("[") ? dropFirst() : self
        return rest.hasSuffix("]") ? rest.dropLast() : rest
    }
}
