/// Walks the header of a GGUF file: metadata, and where each tensor lies in the data behind it.
///
/// What is refused is what llama.cpp refuses. Strings are passed over by their lengths, arrays of numbers by arithmetic.
///
/// Source: `gguf_init_from_reader` in `ggml/src/gguf.cpp`; `llama_tensor_weight` in `src/llama-model-loader.h`.
struct GGUFParser: ContentParser {
    /// More than any model has. ggml has no such limits, so that of a file with more nothing is said.
    private static let mostItems: UInt64 = 1 << 20
    private static let longestHeader: Int64 = 256 << 20
    private static let longestKey: UInt64 = 65_535
    private static let longestTensorName: UInt64 = 63
    /// Source: `GGUF_MAX_STRING_LENGTH` and `GGUF_MAX_ARRAY_ELEMENTS`, `ggml/src/gguf.cpp`.
    private static let longestString: UInt64 = 1 << 30
    /// How much is read at once where strings follow one another.
    private static let atOnce = 64 << 10

    /// The keys whose values count here.
    private enum Key: String {
        case alignment = "general.alignment"
        case splitNumber = "split.no"
        case splitCount = "split.count"
        case other
    }

    private enum State {
        case header, key
        case value(type: UInt64, of: Key)
        case strings(left: UInt64)
        case tensor, end
    }

    private(set) var fault: ContentFault?
    var facts: ContentFacts { splitCount > 1 ? .ggufSplit(number: splitNumber, count: splitCount) : .none }
    private var splitNumber: UInt64 = 0
    private var splitCount: UInt64 = 0
    private var state = State.header
    private var tensorsLeft: UInt64 = 0
    private var keysLeft: UInt64 = 0
    private var names: Set<UInt64> = []
    private var alignment: UInt64 = 32
    /// Where the next tensor has to begin, from the beginning of the data.
    private var expectedOffset: UInt64 = 0
    private var dataEnd: UInt64 = 0
    /// Whether there is a tensor of a type that is not known, so that the sizes are not known either.
    private var isUnknown = false

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        while fault == nil, window.position <= Self.longestHeader {
            let step: ContentStep?
            switch state {
            case .header: step = header(&window)
            case .key: step = key(&window)
            case .value(let type, let key): step = value(type, of: key, &window)
            case .strings(let left): step = strings(left, &window)
            case .tensor: step = tensor(&window)
            case .end:
                judgeSize(window)
                return .done
            }
            if let step { return step }
        }
        return .done
    }

    private mutating func damaged(_ reason: String) -> ContentStep {
        fault = ContentFault(.damaged, "has a header that llama.cpp refuses: \(reason)")
        return .done
    }

    /// Makes sure that there are `count` bytes: nil if they can be looked at.
    private mutating func require(_ count: UInt64, _ window: ContentWindow) -> ContentStep? {
        guard count <= UInt64(window.remaining) else {
            fault = .truncated(window.size, "its header", needs: UInt64(window.position) + count)
            return .done
        }
        return window.available >= Int(count) ? nil : .need(Int(count), expected: Self.atOnce)
    }

    private mutating func header(_ window: inout ContentWindow) -> ContentStep? {
        if window.size >= 4, window.available >= 4, !window.matches("GGUF") {
            let isEmpty = window.rest.prefix(4096).allSatisfy { $0 == 0 }
            return damaged(isEmpty ? "the file begins with nothing but zeros" : "the file does not begin with 'GGUF'")
        }
        if let step = require(24, window) { return step }
        let version = window.number(at: 4, count: 4)
        if version == 1 {
            fault = ContentFault(
                .outdated, "is of version 1 of GGUF ('GGUFv1 is no longer supported')",
                help: "download the model again, or convert it anew with the tools of llama.cpp")
            return .done
        }
        if version & 0xFFFF == 0 { return damaged("its version is \(version), as of a file in big-endian order") }
        if (4...15).contains(version) {
            fault = ContentFault(.unknownType, "is of version \(version) of GGUF, where llama.cpp knows 2 and 3")
            return .done
        }
        guard version < 4 else { return damaged("its version is \(version)") }
        (tensorsLeft, keysLeft) = (window.number(at: 8, count: 8), window.number(at: 16, count: 8))
        // The least that a tensor and a key take.
        for (count, least, what) in [(tensorsLeft, UInt64(24), "tensors"), (keysLeft, 13, "keys")]
        where count > Self.mostItems {
            guard count <= UInt64(window.size) / least else {
                return damaged("it has \(count) \(what) in \(window.size) bytes")
            }
            return .done
        }
        window.position += 24
        state = .key
        return nil
    }

    private mutating func key(_ window: inout ContentWindow) -> ContentStep? {
        guard keysLeft > 0 else {
            names.removeAll()
            state = .tensor
            return nil
        }
        if let step = require(8, window) { return step }
        let length = window.number(at: 0, count: 8)
        guard length <= Self.longestKey else { return damaged("a key has \(length) bytes") }
        if let step = require(12 + length, window) { return step }
        let name = Array(window.rest.dropFirst(8).prefix(Int(length)))
        guard names.insert(KeyedHash.hash(of: name.span)).inserted else {
            return damaged("the key '\(ByteString(name))' is there twice")
        }
        keysLeft -= 1
        state = .value(
            type: window.number(at: 8 + Int(length), count: 4),
            of: Key(rawValue: String(decoding: name.prefix(32), as: UTF8.self)) ?? .other)
        window.position += 12 + Int64(length)
        return nil
    }

    private mutating func value(_ type: UInt64, of key: Key, _ window: inout ContentWindow) -> ContentStep? {
        if key == .alignment, type != 4 { return damaged("'general.alignment' is no number of 32 bits") }
        if type == GGUFTypes.string {
            state = .strings(left: 1)
            return nil
        }
        if type == GGUFTypes.array { return array(&window) }
        guard let size = GGUFTypes.valueSize(type) else { return damaged("a value is of the type \(type)") }
        if let step = require(size, window) { return step }
        switch key {
        case .alignment:
            alignment = window.number(at: 0, count: 4)
            guard alignment > 0, alignment & (alignment - 1) == 0 else {
                return damaged("its alignment is \(alignment)")
            }
        case .splitNumber: splitNumber = window.number(at: 0, count: Int(size))
        case .splitCount: splitCount = window.number(at: 0, count: Int(size))
        case .other: break
        }
        window.position += Int64(size)
        state = .key
        return nil
    }

    private mutating func array(_ window: inout ContentWindow) -> ContentStep? {
        if let step = require(12, window) { return step }
        let (type, count) = (window.number(at: 0, count: 4), window.number(at: 4, count: 8))
        if type == GGUFTypes.string {
            guard count <= UInt64(window.size) / 8 || count <= Self.longestString else {
                return damaged("an array has \(count) elements")
            }
            window.position += 12
            state = .strings(left: count)
            return nil
        }
        guard let size = GGUFTypes.valueSize(type) else { return damaged("an array is of the type \(type)") }
        guard count <= Self.longestString else { return damaged("an array has \(count) elements") }
        window.position += 12
        return pass(size * count, &window)
    }

    private mutating func strings(_ left: UInt64, _ window: inout ContentWindow) -> ContentStep? {
        guard left > 0 else {
            state = .key
            return nil
        }
        if let step = require(8, window) { return step }
        let length = window.number(at: 0, count: 8)
        guard length <= Self.longestString else { return damaged("a text has \(length) bytes") }
        window.position += 8
        let step = pass(length, &window)
        if step == nil { state = left > 1 ? .strings(left: left - 1) : .key }
        return step
    }

    /// Moves on by as much as an item takes, and to the next key.
    private mutating func pass(_ count: UInt64, _ window: inout ContentWindow) -> ContentStep? {
        guard count <= UInt64(window.remaining) else {
            fault = .truncated(window.size, "its header", needs: UInt64(window.position) + count)
            return .done
        }
        window.position += Int64(count)
        state = .key
        return nil
    }

    private mutating func tensor(_ window: inout ContentWindow) -> ContentStep? {
        guard tensorsLeft > 0 else {
            state = .end
            return nil
        }
        if let step = require(8, window) { return step }
        let length = window.number(at: 0, count: 8)
        guard length <= Self.longestTensorName else { return damaged("the name of a tensor has \(length) bytes") }
        let start = 8 + Int(length)
        if let step = require(UInt64(start) + 4, window) { return step }
        let dimensions = window.number(at: start, count: 4)
        let name = Array(window.rest.dropFirst(8).prefix(Int(length)))
        guard dimensions <= 4 else { return damaged("the tensor '\(ByteString(name))' has \(dimensions) dimensions") }
        let end = start + 4 + 8 * Int(dimensions)
        if let step = require(UInt64(end) + 12, window) { return step }
        guard names.insert(KeyedHash.hash(of: name.span)).inserted else {
            return damaged("the tensor '\(ByteString(name))' is there twice")
        }
        let shape = (0..<Int(dimensions)).map { window.number(at: start + 4 + 8 * $0, count: 8) }
        take(
            ByteString(name), shape, type: window.number(at: end, count: 4),
            offset: window.number(at: end + 4, count: 8))
        tensorsLeft -= 1
        window.position += Int64(end) + 12
        return nil
    }

    private mutating func take(_ name: ByteString, _ shape: [UInt64], type: UInt64, offset: UInt64) {
        guard !isUnknown else { return }
        guard let block = GGUFTypes.blocks[type] else {
            // Types grow; of what follows one that is not known, nothing can be said.
            isUnknown = true
            if type >= GGUFTypes.unused { _ = damaged("the tensor '\(name)' is of the type \(type)") }
            return
        }
        guard (shape.first ?? 1) % block.elements == 0 else {
            return _ = damaged(
                "the rows of '\(name)' have \(shape.first ?? 1) elements, no multiple of \(block.elements)")
        }
        var count: UInt64? = 1
        for dimension in shape {
            let (product, overflow) = (count ?? 0).multipliedReportingOverflow(by: dimension)
            count = count == nil || overflow || product > UInt64(Int64.max) ? nil : product
        }
        guard let count else { return _ = damaged("the tensor '\(name)' has more elements than 64 bits can count") }
        let (bytes, overflow) = (count / block.elements).multipliedReportingOverflow(by: block.bytes)
        guard offset == expectedOffset else {
            return _ = damaged("the tensor '\(name)' has the offset \(offset), expected \(expectedOffset)")
        }
        let (end, overflows) = offset.addingReportingOverflow(bytes)
        guard !overflow, !overflows, end < UInt64(Int64.max) else {
            return _ = damaged("the tensor '\(name)' ends beyond what 64 bits can count")
        }
        dataEnd = end
        expectedOffset = Self.padded(end, to: alignment)
    }

    private mutating func judgeSize(_ window: ContentWindow) {
        guard !isUnknown, dataEnd > 0 else { return }
        let needed = Self.padded(UInt64(window.position), to: alignment) + dataEnd
        guard needed > UInt64(window.size) else { return }
        fault = .truncated(
            window.size, "its header ('tensor data is not within the file bounds, model is corrupted or incomplete')",
            needs: needed)
    }

    private static func padded(_ offset: UInt64, to alignment: UInt64) -> UInt64 {
        (offset + alignment - 1) / alignment * alignment
    }
}
