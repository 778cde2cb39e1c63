/// Checks JSON as `json.load` of Python reads it.
struct JSONParser: ContentParser {
    /// The largest file that is read, of those that loaders read when they start; a tokenizer of today takes up to 35 MB.
    private static let largest: Int64 = 64 << 20
    /// Whether what reads it takes an object and nothing else.
    private let wantsObject: Bool
    private var json = JSONTokens(.python)
    private var first: JSONTokens.Token?
    private var merges = TokenizerMerges()
    private(set) var fault: ContentFault?
    var facts: ContentFacts { merges.arePairs ? .pairedMerges : .none }

    init(wantsObject: Bool = false) { self.wantsObject = wantsObject }

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        guard window.size <= Self.largest else { return .done }
        while let token = json.next(&window, upTo: window.size) {
            first = first ?? token
            merges.take(token, json.text, depth: json.depth)
        }
        if json.fault == nil, window.position < window.size { return .need(1, expected: Int(window.remaining)) }
        _ = json.finish(at: window.size)
        if let fault = json.fault {
            self.fault = Self.fault(fault)
        } else if wantsObject, let first, first != .beginObject {
            fault = ContentFault(.noObject, "holds \(Self.name(of: first)) and no object, as loaders want")
        }
        return .done
    }

    private static func name(of token: JSONTokens.Token) -> String {
        switch token {
        case .beginArray: "a list"
        case .string: "a text"
        case .number: "a number"
        default: "null, true or false"
        }
    }

    static func fault(_ fault: JSONTokens.Fault) -> ContentFault {
        ContentFault(
            fault.isCut ? .cutJSON : .invalidJSON,
            "is no JSON that loaders read: \(fault.reason), in line \(fault.line), column \(fault.column)",
            line: fault.line,
            column: fault.column)
    }
}
