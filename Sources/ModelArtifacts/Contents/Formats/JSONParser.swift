/// Checks JSON as `json.load` of Python reads it.
struct JSONParser: ContentParser {
    /// The largest file that is read, of those that loaders read when they start; a tokenizer of today takes up to 35 MB.
    private static let largest: Int64 = 64 << 20
    private var json = JSONTokens(.python)
    private(set) var fault: ContentFault?

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        guard window.size <= Self.largest else { return .done }
        while json.next(&window, upTo: window.size) != nil {}
        if json.fault == nil, window.position < window.size { return .need(1, expected: Int(window.remaining)) }
        _ = json.finish(at: window.size)
        if let fault = json.fault { self.fault = Self.fault(fault) }
        return .done
    }

    static func fault(_ fault: JSONTokens.Fault) -> ContentFault {
        ContentFault(
            fault.isCut ? .cutJSON : .invalidJSON,
            "is no JSON that loaders read: \(fault.reason), in line \(fault.line), column \(fault.column)",
            line: fault.line,
            column: fault.column)
    }
}
