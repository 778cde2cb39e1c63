/// Reads the header of a safetensors file: a length of eight bytes, and JSON that says where each tensor lies in the data behind it.
///
/// The header is taken apart as it comes, and of a tensor only its place and a hash of its name are kept. What is refused, and in which
/// order, is what the loader refuses.
///
/// Source: `SafeTensors::read_metadata` and `Metadata::validate` in `safetensors/src/tensor.rs` of huggingface/safetensors, 0.8.0.
struct SafetensorsParser: ContentParser {
    /// The longest header that the loader takes (`MAX_HEADER_SIZE`).
    private static let longestHeader: UInt64 = 100_000_000
    /// More tensors than any model has. With more the file is not judged.
    private static let mostTensors = 5_000_000

    private struct Tensor {
        let begin: UInt64
        let end: UInt64
        let name: UInt64
    }

    private(set) var fault: ContentFault?
    private var headerLength: UInt64?
    private var json = JSONTokens(.serde)
    private var entries = SafetensorsEntries()
    private var tensors: [Tensor] = []
    private var unknownType: ContentFault?
    private var isComplete = false
    /// Whether something was met of which it is not known what the loader does, so that only the JSON is checked from there on.
    private var isUnknown = false

    var facts: ContentFacts {
        isComplete && fault == nil ? .safetensors(namesFormat: entries.namesFormat, entries.names) : .none
    }

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        guard let headerLength else { return begin(&window) }
        let end = 8 + Int64(headerLength)
        while let token = json.next(&window, upTo: end) {
            if !take(token) { return .done }
        }
        if let fault = json.fault { return damaged(fault) }
        guard window.position >= end else { return .need(1, expected: Int(end - window.position)) }
        if let token = json.finish(at: end), !take(token) { return .done }
        if let fault = json.fault { return damaged(fault) }
        guard !isUnknown else { return .done }
        isComplete = true
        fault = judge(size: window.size, header: headerLength) ?? unknownType
        return .done
    }

    private mutating func begin(_ window: inout ContentWindow) -> ContentStep {
        guard window.size >= 8 else {
            fault = .truncated(window.size, "the length of its header", needs: 8)
            return .done
        }
        guard window.available >= 8 else { return .need(8) }
        let length = window.number(at: 0, count: 8)
        guard length <= Self.longestHeader else {
            fault = ContentFault(
                .damaged, "says that its header has \(length) bytes, where loaders take 100000000 ('header too large')")
            return .done
        }
        guard length <= UInt64(window.size) - 8 else {
            fault = .truncated(window.size, "its header ('invalid header length')", needs: length + 8)
            return .done
        }
        // What was set aside for a download that never came.
        if length == 0, window.size >= 4096 {
            guard window.available >= 4096 else { return .need(4096) }
            if window.rest.prefix(4096).allSatisfy({ $0 == 0 }) {
                fault = .onlyZeros("invalid JSON in header")
                return .done
            }
        }
        headerLength = length
        window.position = 8
        return parse(&window)
    }

    private mutating func damaged(_ fault: JSONTokens.Fault) -> ContentStep {
        self.fault = ContentFault(
            .damaged, "has a header that is no JSON: \(fault.reason) (byte \(fault.column + 7) of the file)")
        return .done
    }

    /// Takes in a token of the header.
    ///
    /// - Returns: whether it goes on.
    private mutating func take(_ token: JSONTokens.Token) -> Bool {
        guard !isUnknown else { return true }
        switch entries.take(token, json) {
        case .more: return true
        case .unknown:
            isUnknown = true
            return true
        case .wrong(let reason):
            fault = ContentFault(.damaged, "has a header that loaders refuse: \(reason)")
            return false
        case .tensor(let tensor):
            guard tensors.count < Self.mostTensors else {
                isUnknown = true
                return true
            }
            tensors.append(Tensor(begin: tensor.begin, end: tensor.end, name: tensor.name))
            switch tensor.size {
            case .known(let size):
                // Whether the places follow one another is judged first, as by the loader.
                if size != tensor.end.subtractingReportingOverflow(tensor.begin).partialValue, entries.wrongSize == nil
                {
                    entries.wrongSize =
                        "the tensor '\(tensor.shown)' takes \(size.map { "\($0)" } ?? "no whole number of") bytes by its shape and type, and has another place"
                }
            case .unknown(let type):
                unknownType = ContentFault(
                    .unknownType, "holds '\(tensor.shown)' of the type '\(type)', which is unknown to safetensors 0.8.0"
                )
            }
            return true
        }
    }

    private mutating func judge(size: Int64, header: UInt64) -> ContentFault? {
        keepLastOfEachName()
        tensors.sort { ($0.begin, $0.end) < ($1.begin, $1.end) }
        var end: UInt64 = 0
        for tensor in tensors {
            guard tensor.begin == end, tensor.end >= tensor.begin else {
                return ContentFault(
                    .damaged,
                    "has a header by which tensors overlap or leave room between them at byte \(end) of the data ('invalid offset for tensor')"
                )
            }
            end = tensor.end
        }
        if let wrong = entries.wrongSize { return ContentFault(.damaged, "has a header that loaders refuse: \(wrong)") }
        let (needed, overflow) = end.addingReportingOverflow(8 + header)
        let said = "its header ('incomplete metadata, file not fully covered')"
        if overflow || needed > UInt64(size) {
            return .truncated(size, said, needs: overflow ? .max : needed)
        }
        guard needed < UInt64(size) else { return nil }
        return ContentFault(
            .damaged,
            "is \(Plural.count(Int(size), "byte")) long and \(said) needs \(needed): \(Plural.count(Int(UInt64(size) - needed), "byte")) too many, as where files were joined"
        )
    }

    /// Of members of one name the last one counts.
    private mutating func keepLastOfEachName() {
        var seen: Set<UInt64> = []
        guard !tensors.allSatisfy({ seen.insert($0.name).inserted }) else { return }
        var last: [UInt64: Int] = [:]
        for (index, tensor) in tensors.enumerated() { last[tensor.name] = index }
        tensors = last.values.sorted().map { tensors[$0] }
    }
}
