/// Walks through UBJSON as XGBoost reads it, without looking at what it can skip: texts and arrays of numbers, which are most of a model.
///
/// Source: `UBJReader` in `src/common/json.cc` of dmlc/xgboost, which knows a part of https://ubjson.org/type-reference/.
struct UBJSONReader {
    /// What ends the walk before the end of the document.
    enum Failure: Error, Hashable {
        /// The file ends, and so many bytes are the fewest that it would need.
        case cut(needs: UInt64)
        /// What the reader does not take stands there.
        case unexpected(UInt8, at: Int64)
        /// A length that cannot be one.
        case impossibleLength(at: Int64)
        /// There is more of it than is looked at, or what nobody here knows: nothing is said.
        case notJudged
    }

    private enum Container {
        /// Names and values up to a brace.
        case object
        /// Values up to a bracket.
        case array
        /// So many values.
        case counted(UInt64)
    }

    private enum Expected {
        case value, nameOrEnd, valueOrEnd, nothing
    }

    /// The most names and values that are looked at; a tree has about forty.
    private static let mostValues = 500_000
    /// How often it may ask for what lies further on: each time is a request where the file is in S3.
    private static let mostReads = 4_000
    /// The most levels that are followed; a model has ten.
    private static let deepest = 1_000
    /// How many bytes a number takes, by its type.
    private static let sizes: [UInt8: UInt64] = [
        UInt8(ascii: "i"): 1, UInt8(ascii: "U"): 1, UInt8(ascii: "C"): 1, UInt8(ascii: "I"): 2, UInt8(ascii: "l"): 4,
        UInt8(ascii: "L"): 8, UInt8(ascii: "d"): 4, UInt8(ascii: "D"): 8,
    ]
    /// The bytes of a length: its type, and 64 bits.
    private static let lengthSize = 9

    private var containers: [Container] = []
    private var expected = Expected.value
    private var values = 0
    private var reads = 0

    /// Goes on from the position of the window.
    ///
    /// - Returns: what it needs to go on; nil at the end of the document.
    /// - Throws: a failure, which ends the walk.
    mutating func read(_ window: inout ContentWindow) throws(Failure) -> ContentStep? {
        while expected != .nothing {
            guard window.remaining > 0 else { throw .cut(needs: UInt64(window.size) + 1) }
            let step = window.available > 0 ? try advance(&window, marker: window[0]) : .need(1)
            if let step {
                reads += 1
                guard reads <= Self.mostReads else { throw .notJudged }
                return step
            }
            values += 1
            guard values <= Self.mostValues, containers.count <= Self.deepest else { throw .notJudged }
        }
        return nil
    }

    /// Takes in what stands at the position.
    private mutating func advance(_ window: inout ContentWindow, marker: UInt8) throws(Failure) -> ContentStep? {
        switch (expected, marker) {
        case (.nameOrEnd, UInt8(ascii: "}")), (.valueOrEnd, UInt8(ascii: "]")):
            window.position += 1
            containers.removeLast()
            end()
        case (.nameOrEnd, _):
            if let step = try skipText(&window, at: 0) { return step }
            expected = .value
        default: return try value(&window, marker)
        }
        return nil
    }

    private mutating func value(_ window: inout ContentWindow, _ marker: UInt8) throws(Failure) -> ContentStep? {
        switch marker {
        case UInt8(ascii: "{"):
            window.position += 1
            begin(.object)
        case UInt8(ascii: "["): return try array(&window)
        case UInt8(ascii: "S"):
            if let step = try skipText(&window, at: 1) { return step }
            end()
        case UInt8(ascii: "T"), UInt8(ascii: "F"):
            window.position += 1
            end()
        // These the format has, and no model.
        case UInt8(ascii: "Z"), UInt8(ascii: "N"), UInt8(ascii: "H"): throw .notJudged
        default:
            guard let size = Self.sizes[marker] else { throw .unexpected(marker, at: window.position) }
            try skip(&window, header: 1, size)
            end()
        }
        return nil
    }

    /// Begins an array, or skips one of numbers.
    private mutating func array(_ window: inout ContentWindow) throws(Failure) -> ContentStep? {
        let wanted = Int(min(window.remaining, 4))
        guard window.available >= wanted else { return .need(wanted) }
        let isTyped = window.matches("$", at: 1)
        guard isTyped || window.matches("#", at: 1) else {
            window.position += 1
            begin(.array)
            return nil
        }
        let header = isTyped ? 4 : 2
        if isTyped, wanted >= 4, !window.matches("#", at: 3) { throw .unexpected(window[3], at: window.position + 3) }
        guard let count = try length(window, at: header) else { return .need(header + Self.lengthSize) }
        guard isTyped else {
            window.position += Int64(header + Self.lengthSize)
            begin(.counted(count))
            return nil
        }
        guard let size = Self.sizes[window[2]] else { throw .notJudged }
        let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
        if overflow { throw .impossibleLength(at: window.position) }
        try skip(&window, header: header + Self.lengthSize, bytes)
        end()
        return nil
    }

    /// A length at a distance from the position; nil if it is not available.
    private func length(_ window: ContentWindow, at distance: Int) throws(Failure) -> UInt64? {
        let needed = distance + Self.lengthSize
        if window.available > distance, !window.matches("L", at: distance) {
            throw .unexpected(window[distance], at: window.position + Int64(distance))
        }
        guard Int64(needed) <= window.remaining else { throw .cut(needs: UInt64(window.position) + UInt64(needed)) }
        guard window.available >= needed else { return nil }
        let count = window.number(at: distance + 1, count: 8).byteSwapped
        guard count <= UInt64(Int64.max) else { throw .impossibleLength(at: window.position + Int64(distance)) }
        return count
    }

    /// Skips a text whose length stands at a distance from the position.
    private func skipText(_ window: inout ContentWindow, at distance: Int) throws(Failure) -> ContentStep? {
        guard let count = try length(window, at: distance) else { return .need(distance + Self.lengthSize) }
        try skip(&window, header: distance + Self.lengthSize, count)
        return nil
    }

    private func skip(_ window: inout ContentWindow, header: Int, _ count: UInt64) throws(Failure) {
        let (end, overflow) = (UInt64(window.position) + UInt64(header)).addingReportingOverflow(count)
        guard !overflow, end <= UInt64(window.size) else { throw .cut(needs: overflow ? .max : end) }
        window.position = Int64(end)
    }

    private mutating func begin(_ container: Container) {
        if case .counted(0) = container { return end() }
        containers.append(container)
        next()
    }

    /// Ends a value, and the arrays of which it is the last.
    private mutating func end() {
        while case .counted(let left)? = containers.last {
            guard left <= 1 else {
                containers[containers.count - 1] = .counted(left - 1)
                break
            }
            containers.removeLast()
        }
        next()
    }

    private mutating func next() {
        switch containers.last {
        case .object: expected = .nameOrEnd
        case .array: expected = .valueOrEnd
        case .counted: expected = .value
        case nil: expected = .nothing
        }
    }
}
