/// Looks at a model of XGBoost: JSON, UBJSON, or the old binary form, which begins as it likes and of which little can be told.
///
/// Without one of the names `*.json` and `*.ubj` XGBoost goes by the first two bytes. It reads up to the end of the document: what
/// follows does no harm.
///
/// Source: `XGBoosterLoadModel` in `src/c_api/c_api.cc` and `src/common/json.cc` of dmlc/xgboost.
struct XGBoostParser: ContentParser {
    /// The largest model in JSON that is read as a whole; of larger ones the end tells whether they were cut.
    static let largestJSON: Int64 = 1 << 20
    /// How much of the beginning tells what it is, and how much of the end is looked at.
    private static let seen: Int64 = 4096
    /// How UBJSON begins: an object, and the length of a name.
    private static let ubjson: [UInt8] = Array("{L".utf8) + [0, 0, 0, 0, 0, 0]
    private static let endOfFile = "Expecting: \",\", got: \"EOF\""

    private enum State {
        case start
        case json(JSONTokens)
        case end
        case ubjson(UBJSONReader)
    }

    private let format: ContentFormat
    private var state = State.start
    private(set) var fault: ContentFault?

    init(_ format: ContentFormat) {
        self.format = format
    }

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        if case .start = state {
            let count = Int(min(window.size, Self.seen))
            guard window.available >= count else { return .need(count) }
            guard let next = begin(window) else { return .done }
            state = next
        }
        switch state {
        case .json(let tokens): return parse(tokens, &window)
        case .end: return parseEnd(&window)
        case .ubjson(let reader): return parse(reader, &window)
        case .start: return .done
        }
    }

    /// How it goes on behind the first bytes; nil if these say all.
    private mutating func begin(_ window: ContentWindow) -> State? {
        if window.matches("binf") {
            fault = ContentFault(
                .outdated,
                "is in the binary format of XGBoost that 'has been deprecated in 1.6 and removed in 3.1'",
                help:
                    "load it with XGBoost 3.0 or older and save it as JSON or UBJSON: `booster.save_model(\"model.ubj\")`"
            )
            return nil
        }
        let start = window.rest.prefix(Int(Self.seen))
        if format == .xgboostModel, window.size >= Self.seen, start.allSatisfy({ $0 == 0 }) {
            fault = .onlyZeros("Model ... cannot be loaded")
            return nil
        }
        // A length of less than 65,536 bytes, as all names have.
        let isUBJSON =
            start.prefix(Self.ubjson.count).elementsEqual(Self.ubjson.prefix(start.count)) || window.matches("{}")
        if format == .ubjson, !isUBJSON {
            // The SageMaker container unpickles before it asks XGBoost.
            guard start.first != 0x80 else { return nil }
            fault = ContentFault(
                .damaged,
                window.matches("{")
                    ? "begins as JSON, and XGBoost reads files of that name as UBJSON ('Expecting: \"L\"')"
                    : "does not begin as UBJSON ('Invalid model format')",
                help: "save it again: `booster.save_model(\"model.ubj\")`; JSON has to be named *.json")
            return nil
        }
        if isUBJSON { return format == .json ? nil : .ubjson(UBJSONReader()) }
        guard window.matches("{"), start.span.contains("\"learner\"") else { return nil }
        return window.size <= Self.largestJSON ? .json(JSONTokens(.python)) : .end
    }

    /// Reads JSON up to its end. Of what XGBoost may take where Python does not, nothing is said.
    private mutating func parse(_ tokens: JSONTokens, _ window: inout ContentWindow) -> ContentStep {
        var tokens = tokens
        while !tokens.isComplete, tokens.next(&window, upTo: window.size) != nil {}
        if tokens.fault == nil, !tokens.isComplete {
            guard window.position >= window.size else {
                state = .json(tokens)
                return .need(1, expected: Int(window.remaining))
            }
            _ = tokens.finish(at: window.size)
            if tokens.fault?.isCut ?? false { cutJSON() }
        }
        return .done
    }

    /// Looks at the last bytes of JSON: it is an object, and ends as one.
    private mutating func parseEnd(_ window: inout ContentWindow) -> ContentStep {
        window.position = max(window.position, window.size - Self.seen)
        guard window.available >= Int(window.remaining) else { return .need(Int(window.remaining)) }
        let last = window.rest.last { $0 != 0x20 && !(9...13).contains($0) }
        if last != UInt8(ascii: "}") { cutJSON() }
        return .done
    }

    private mutating func cutJSON() {
        let words = "JSON that ends too early, without the '}' that closes it ('\(Self.endOfFile)')"
        fault = format == .json ? ContentFault(.cutJSON, "is \(words)") : ContentFault(.truncated, "is \(words)")
    }

    private mutating func parse(_ reader: UBJSONReader, _ window: inout ContentWindow) -> ContentStep {
        var reader = reader
        do throws(UBJSONReader.Failure) {
            if let step = try reader.read(&window) {
                state = .ubjson(reader)
                return step
            }
        } catch {
            fault = Self.fault(error, window.size)
        }
        return .done
    }

    private static func fault(_ failure: UBJSONReader.Failure, _ size: Int64) -> ContentFault? {
        switch failure {
        case .cut(let needed):
            return .truncated(size, "the UBJSON in it ('got: \"EOF\"')", needs: needed, atLeast: true)
        case .unexpected(let byte, let offset):
            let shown = (0x21...0x7E).contains(byte) ? "'\(Unicode.Scalar(byte))'" : "the byte \(byte)"
            return ContentFault(
                .damaged, "is no UBJSON that XGBoost reads: \(shown) stands at byte \(offset) ('Unknown construct')")
        case .impossibleLength(let offset):
            return ContentFault(
                .damaged, "is no UBJSON that XGBoost reads: the length at byte \(offset) is impossible")
        case .notJudged: return nil
        }
    }
}
