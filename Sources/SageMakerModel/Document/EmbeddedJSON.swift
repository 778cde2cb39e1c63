import ModelArtifacts

/// Reads JSON that stands in a text of another document, of which another program may fill in pieces later.
enum EmbeddedJSON {
    /// What stands for a piece that is not known while the text is read: characters that Unicode assigns to nobody. Of a text
    /// that holds them itself, less is known for it.
    private static let hole: ByteString = "\u{F8FE}\u{F8FF}\u{F8FE}"

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: what is known of it. A piece that is not known is a part of a string, or a whole value.
    ///   - place: tells where in the document a place of the text is.
    /// - Returns: the value; nil if it is no JSON.
    static func read(_ text: KnownText, place: (TextPosition?) -> TextPosition?) -> JSONNode? {
        guard let node = try? JSONNodeReader.read(InputBuffer(filled(text), name: "text")) else { return nil }
        return known(node, place)
    }

    /// The document that a value holds as text, each part of it said to be where the text is; nil if it holds none.
    static func document(in value: RequestValue?) -> RequestValue? {
        guard let value, let text = value.text, let node = read(KnownText([text]), place: { _ in value.node.place })
        else { return nil }
        return RequestValue(node, path: value.path)
    }

    /// The text with a hole for each piece that is not known, between quotes where it is no part of a string.
    private static func filled(_ text: KnownText) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        var filled: [UInt8] = []
        var isString = false
        var isEscaped = false
        for piece in text.pieces {
            guard let piece else {
                filled += isString ? hole.bytes : [quote] + hole.bytes + [quote]
                continue
            }
            for byte in piece.bytes {
                if isEscaped {
                    isEscaped = false
                } else if byte == quote {
                    isString.toggle()
                } else {
                    isEscaped = isString && byte == UInt8(ascii: "\\")
                }
            }
            filled += piece.bytes
        }
        return filled
    }

    /// The value with what is known of its texts.
    private static func known(_ node: JSONNode, _ place: (TextPosition?) -> TextPosition?) -> JSONNode {
        switch node.content {
        case .array(let elements): return JSONNode(.array(elements.map { known($0, place) }), at: place(node.place))
        case .object(let members):
            // A member whose name is not known may be any.
            let named = members.filter { ByteSearch.first(hole, in: $0.name.bytes[...]) == nil }
            return JSONNode(
                .object(
                    named.map {
                        JSONNode.Member(name: $0.name, place: place($0.place), value: known($0.value, place))
                    }), at: place(node.place), traits: named.count < members.count ? .mayHaveMore : [])
        case .string(let text): return JSONNode(pieces(of: text).content, at: place(node.place))
        default: return JSONNode(node.content, at: place(node.place))
        }
    }

    private static func pieces(of text: ByteString) -> KnownText {
        var known = KnownText([])
        var rest = text.bytes[...]
        while let start = ByteSearch.first(hole, in: rest) {
            known.append(ByteString(Array(rest[..<start])))
            known.append(nil as ByteString?)
            rest = rest[(start + hole.count)...]
        }
        known.append(ByteString(Array(rest)))
        return known
    }
}
