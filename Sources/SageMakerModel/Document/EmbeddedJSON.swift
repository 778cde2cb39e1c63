import ModelArtifacts

/// Reads JSON that stands in a text of another document, of which another program may fill in pieces later.
enum EmbeddedJSON {
    /// What stands for a piece that is not known while the text is read: characters that Unicode assigns to nobody. Of a text
    /// that holds them itself, less is known for it.
    private static let hole: ByteString = "\u{F8FE}\u{F8FF}\u{F8FE}"

    /// The document that a value holds as text; nil if it holds none.
    static func document(in value: RequestValue?) -> EmbeddedDocument? {
        guard let value, let text = value.text else { return nil }
        return document(KnownText([text]), of: value)
    }

    /// The document that a text is, each part of it said to be where it stands.
    ///
    /// - Parameters:
    ///   - text: what is known of it. A piece that is not known is a part of a string, or a whole value.
    ///   - value: the text as its document has it.
    /// - Returns: nil if next to nothing is known of the text.
    static func document(_ text: KnownText, of value: RequestValue) -> EmbeddedDocument? {
        guard text.known.contains(where: { $0.bytes.contains { !" \t\r\n".utf8.contains($0) } }) else { return nil }
        let filled = filled(text)
        let places = EmbeddedPlaces(of: value.node, filled: filled)
        do throws(ArtifactError) {
            let node = try JSONNodeReader.read(InputBuffer(filled, name: MalformedDefinition.name))
            guard node.members != nil else {
                return EmbeddedDocument(fault: MalformedDefinition.finding(noObject: text, value, places))
            }
            return EmbeddedDocument(value: RequestValue(known(node, places.place), path: value.path))
        } catch {
            return EmbeddedDocument(fault: MalformedDefinition.finding(error, text, value, places))
        }
    }

    /// The value of a text, all of it said to be at one place; nil if it is no JSON.
    static func value(of text: ByteString, at place: TextPosition?) -> JSONNode? {
        guard let node = try? JSONNodeReader.read(InputBuffer(text.bytes, name: "text")) else { return nil }
        return known(node) { _ in place }
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
