package import ModelArtifacts

/// What a document tells of a text that only another program will know as a whole.
///
/// `{"Fn::Sub": "s3://${Bucket}/llm/v1"}` begins with `s3://` and ends with `/llm/v1`.
package struct KnownText: Hashable, Sendable {
    /// What stands in a message for a piece that is not known.
    private static let placeholder: ByteString = "${…}"

    /// The pieces in their order; nil for one that is not known. No two neighbours are both known, or both unknown, and no
    /// known one is empty.
    package private(set) var pieces: [ByteString?] = []

    /// Joins pieces; neighbours that are known become one.
    package init(_ pieces: [ByteString?]) {
        for piece in pieces { append(piece) }
    }

    /// A text of which only the beginning and the end are known.
    package init(beginning: ByteString = "", end: ByteString = "") {
        self.init([beginning, nil, end])
    }

    /// Nothing is known, not even that it is a text.
    package static let nothing = KnownText([nil])

    /// The text of pieces one behind another.
    ///
    /// - Parameter pieces: what stands there in order; nil for a piece that is not known.
    /// - Returns: the whole text if every piece is known, else what is known of it.
    package static func joining(_ pieces: [ByteString?]) -> JSONNode.Content { KnownText(pieces).content }

    /// Adds a piece at the end; nil for one that is not known.
    package mutating func append(_ piece: ByteString?) {
        guard piece?.isEmpty != true else { return }
        // Asked by itself: a second hold on the last piece would make it be copied.
        let isLastKnown = pieces.last.map { $0 != nil }
        switch (isLastKnown, piece) {
        case (true, .some(let next)): pieces[pieces.count - 1]?.bytes.append(contentsOf: next.bytes)
        case (false, .none): break
        default: pieces.append(piece)
        }
    }

    /// Adds all pieces of another text at the end.
    package mutating func append(_ other: KnownText) {
        for piece in other.pieces { append(piece) }
    }

    /// The whole text; nil if not all of it is known.
    package var text: ByteString? {
        if pieces.isEmpty { return "" }
        return pieces.count == 1 ? pieces[0] : nil
    }

    /// The literal beginning; empty if nothing is known of it.
    package var beginning: ByteString { (pieces.first ?? nil) ?? "" }

    /// The literal end; empty if nothing is known of it.
    package var end: ByteString { (pieces.last ?? nil) ?? "" }

    /// How much room it takes, in bytes: that of what is known, and a byte for each piece.
    package var size: Int { pieces.reduce(0) { $0 + 1 + ($1?.count ?? 0) } }

    /// The pieces that are known.
    package var known: [ByteString] { pieces.compactMap(\.self) }

    /// Whether the text may become this one when all of it is known.
    package func mayBecome(_ whole: ByteString) -> Bool {
        if let text { return text == whole }
        guard whole.count >= beginning.count + end.count, whole.hasPrefix(beginning), whole.hasSuffix(end) else {
            return false
        }
        // What stands between unknown pieces comes in its order, each as early as it can.
        var rest = whole.bytes.dropFirst(beginning.count).dropLast(end.count)
        var inner = pieces[...]
        if !beginning.isEmpty { inner = inner.dropFirst() }
        if !end.isEmpty { inner = inner.dropLast() }
        for piece in inner.compactMap(\.self) {
            guard let start = ByteSearch.first(piece, in: rest) else { return false }
            rest = rest[(start + piece.count)...]
        }
        return true
    }

    /// Whether the text may begin so when all of it is known.
    package func mayBegin(with prefix: ByteString) -> Bool {
        if let text { return text.hasPrefix(prefix) }
        return beginning.hasPrefix(prefix) || prefix.hasPrefix(beginning)
    }

    /// The text with something in the place of each piece that is not known.
    package func filled(with filler: ByteString) -> ByteString {
        pieces.reduce(into: "") { $0.bytes.append(contentsOf: ($1 ?? filler).bytes) }
    }

    /// The text as messages show it.
    package var shown: ByteString { filled(with: Self.placeholder) }

    /// A string if all of it is known, else a value with what is known of it.
    package var content: JSONNode.Content { text.map { .string($0) } ?? .unknown(self) }
}
