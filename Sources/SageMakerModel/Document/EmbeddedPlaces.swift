import ModelArtifacts

/// Tells where in a document the places of a text are that stands in it, with values filled in perhaps.
struct EmbeddedPlaces {
    /// A part of the filled text that is the same in the document.
    private struct Stretch {
        /// How many bytes stand before it in the filled text.
        let start: Int
        /// The line of the text that it is in, from 0.
        let line: Int
        /// How many bytes stand before it in that line, as the document has it.
        let byte: Int
    }

    /// The longest beginning of the words behind a value that is looked for, in bytes: it is enough to know them by.
    private static let longestLandmark = 64

    /// The longest reference that is looked for, in bytes. A logical name has at most 255.
    private static let longestReference = 512

    /// How far behind a piece the next one is looked for, in bytes: a value between them is no longer.
    private static let longestGap = 2 * CloudFormationFunctions.longestMember

    /// Where the text begins, to which all places lead that are not known better.
    private let start: TextPosition?
    private let lines: LiteralLines?
    private var stretches: [Stretch] = []
    /// Where the pieces are that `Fn::Join` puts together, by how many bytes stand before each in the filled text.
    private var pieces: [(start: Int, place: TextPosition?)] = []

    /// - Parameters:
    ///   - node: the text as the document has it, or the call of `Fn::Sub` with it.
    ///   - filled: the text with something in the place of each `${Name}` and `{{resolve:…}}` that has a value.
    init(of node: JSONNode, filled: [UInt8]) {
        start = node.place
        let text = Self.text(in: node)
        guard let lines = text.literalLines, case .string(let block) = text.content else {
            self.lines = nil
            join(Self.joinedTexts(in: node), filled)
            return
        }
        self.lines = lines
        let written = block.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let known = filled[...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // A value of several lines hides where the next one is.
        guard written.count == known.count, written.count == lines.count else { return }
        for (line, pair) in zip(written, known).enumerated() { align(pair.0, pair.1, line: line) }
    }

    /// Whether places lead to where they are, and not only to where the text begins.
    var isExact: Bool { !stretches.isEmpty }

    /// Where in the document a place of the filled text is.
    func place(of place: TextPosition?) -> TextPosition? {
        guard let place else { return start }
        guard let lines, let stretch = stretch(at: Int(place.offset)) else {
            let piece = Self.last(in: pieces.count) { pieces[$0].start <= Int(place.offset) }
            return piece.flatMap { pieces[$0].place } ?? start
        }
        return lines.place(line: stretch.line, byte: stretch.byte + Int(place.offset) - stretch.start)
    }

    /// The stretch that a byte of the filled text is in; nil if there are none.
    private func stretch(at offset: Int) -> Stretch? {
        Self.last(in: stretches.count) { stretches[$0].start <= offset }.map { stretches[$0] }
    }

    /// The last index of those that are up to somewhere; nil if the first is not.
    private static func last(in count: Int, _ isUpTo: (Int) -> Bool) -> Int? {
        var range = 0..<count
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            range = isUpTo(middle) ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound > 0 ? range.lowerBound - 1 : nil
    }

    /// Finds the texts that were put together in the filled text, one behind another, up to the first that is not there as it stands.
    private mutating func join(_ texts: [(text: ByteString, place: TextPosition?)], _ filled: [UInt8]) {
        var rest = filled[...]
        for (text, place) in texts {
            let landmark = ByteString(Array(text.bytes.prefix(Self.longestLandmark)))
            let window = rest.prefix(Self.longestGap + landmark.count)
            guard let start = ByteSearch.first(landmark, in: window), rest[start...].starts(with: text.bytes) else {
                return
            }
            pieces.append((start, place))
            rest = rest[(start + text.count)...]
        }
    }

    /// The texts that stand in a call of `Fn::Join`, with their places; none if the value is none.
    private static func joinedTexts(in node: JSONNode) -> [(text: ByteString, place: TextPosition?)] {
        guard let call = CloudFormationFunctions.call(in: node), call.name == "Fn::Join",
            case .array(let parts) = call.value.content, parts.count == 2,
            case .array(let elements) = parts[1].content
        else { return [] }
        return elements.compactMap { element in
            guard case .string(let text) = element.content, !text.isEmpty else { return nil }
            return (text, element.place)
        }
    }

    /// Follows a line of the document and of the filled text side by side.
    private mutating func align(_ written: ArraySlice<UInt8>, _ known: ArraySlice<UInt8>, line: Int) {
        var (written, known) = (written, known)
        let start = written.startIndex
        func stretch() -> Stretch {
            Stretch(start: known.startIndex, line: line, byte: written.startIndex - start)
        }
        stretches.append(stretch())
        while let byte = written.first {
            guard let end = Self.endOfReference(in: written) else {
                guard known.first == byte else { return }
                written = written.dropFirst()
                known = known.dropFirst()
                continue
            }
            let reference = written[..<end]
            if known.starts(with: reference) {
                // Nothing was put in its place.
                known = known.dropFirst(reference.count)
                written = written[end...]
                continue
            }
            written = written[end...]
            while let next = Self.endOfReference(in: written) { written = written[next...] }
            guard let behind = Self.place(behindValueIn: known, before: written) else { return }
            known = known[behind...]
            stretches.append(stretch())
        }
    }

    /// Where the filled text goes on as the document does, behind a value; nil if it does not.
    private static func place(behindValueIn known: ArraySlice<UInt8>, before written: ArraySlice<UInt8>) -> Int? {
        let landmark = written.prefix(longestLandmark).prefix { $0 != UInt8(ascii: "$") && $0 != UInt8(ascii: "{") }
        if written.isEmpty { return known.endIndex }
        // The words behind it begin with a bracket or a dollar.
        guard !landmark.isEmpty else { return written.first.flatMap { known.firstIndex(of: $0) } }
        return ByteSearch.first(ByteString(Array(landmark)), in: known)
    }

    /// Where a reference ends that a line begins with; nil if it begins with none.
    private static func endOfReference(in line: ArraySlice<UInt8>) -> Int? {
        let line = line.prefix(longestReference)
        if line.starts(with: "${".utf8) { return line.firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 } }
        guard line.starts(with: DynamicReference.beginning.bytes) else { return nil }
        return ByteSearch.first("}}", in: line).map { $0 + 2 }
    }

    /// The text that a value is, or that a call of `Fn::Sub` has.
    private static func text(in node: JSONNode) -> JSONNode {
        guard let call = CloudFormationFunctions.call(in: node), call.name == "Fn::Sub" else { return node }
        if case .array(let parts) = call.value.content, let first = parts.first { return first }
        return call.value
    }
}
