import ModelArtifacts

/// Reads the documents of a YAML stream into memory, with the place of everything, bounded as ``JSONNodeReader`` is.
///
/// Aliases stand for the whole value of their anchor, and count as much: a few lines can name billions of values. The members
/// of mappings under `<<` are taken over. Short forms of CloudFormation's functions become their long ones.
struct YAMLNodeReader: ~Copyable {
    /// The most levels of mappings and sequences inside one another, as in JSON.
    private static let mostLevels = JSONReader.maximumDepth

    /// A value that aliases may name.
    private struct Anchored {
        let node: JSONNode
        /// How many values it holds, itself among them.
        let count: Int
        /// How many levels it has.
        let height: Int
    }

    private var parser: YAMLParser
    private var cursor: TextCursor
    private let version: YAMLVersion
    private var values = 0
    /// The deepest level that was reached since somebody set it back.
    private var deepest = 0
    /// The values by the names of their anchors; nil while one is not at its end.
    private var anchors: [ByteString: Anchored?] = [:]

    /// Reads all documents of a stream; empty ones are null.
    ///
    /// - Parameters:
    ///   - text: UTF-8, a byte order mark in front of it perhaps.
    ///   - version: by which plain scalars are taken.
    ///   - name: the name of the input, for messages.
    /// - Throws: ``ArtifactError`` with code `malformedInput` and the place of the fault.
    static func read(
        _ text: [UInt8], by version: YAMLVersion = .v1_1, name: ByteString
    ) throws(ArtifactError) -> [JSONNode] {
        let base = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let text = Array(text.dropFirst(base))
        do throws(YAMLFault) {
            return try unsafe text.withUnsafeBufferPointer { buffer throws(YAMLFault) in
                var reader = YAMLNodeReader(
                    parser: try unsafe YAMLParser(buffer), cursor: TextCursor(text, base: base), version: version)
                return try reader.readStream()
            }
        } catch {
            var cursor = TextCursor(text, base: base)
            let place =
                switch error.place {
                case .characters(let count): cursor.place(afterCharacters: count)
                case .bytes(let count): cursor.place(afterBytes: count)
                }
            let byte = Int(place.offset) - base
            let isTab = text.indices.contains(byte) && text[byte] == UInt8(ascii: "\t")
            throw InputBuffer([], name: name).error(
                at: place, isTab ? "a tab cannot stand here; YAML is indented by blanks" : error.message)
        }
    }

    private init(parser: consuming YAMLParser, cursor: TextCursor, version: YAMLVersion) {
        self.version = version
        self.parser = parser
        self.cursor = cursor
    }

    private mutating func readStream() throws(YAMLFault) -> [JSONNode] {
        var documents: [JSONNode] = []
        while true {
            let event = try parser.next()
            switch event.kind {
            case .streamEnd: return documents
            case .documentStart:
                anchors = [:]
                documents.append(try readNode(try parser.next(), level: 0))
            default: continue
            }
        }
    }

    private mutating func readNode(_ event: YAMLEvent, level: Int) throws(YAMLFault) -> JSONNode {
        let place = cursor.place(afterCharacters: event.index)
        if case .alias(let name) = event.kind { return try value(of: name, event, at: place, level: level) }
        let (before, deepestBefore) = (values, deepest)
        try count(1, at: event)
        try reach(level, at: event)
        deepest = level
        if let anchor = event.anchor { anchors[anchor] = .some(nil) }
        let node = try readValue(event, at: place, level: level)
        if let anchor = event.anchor {
            anchors[anchor] = Anchored(node: node, count: values - before, height: deepest - level)
        }
        deepest = max(deepest, deepestBefore)
        return node
    }

    private mutating func readValue(
        _ event: YAMLEvent, at place: TextPosition, level: Int
    ) throws(YAMLFault) -> JSONNode {
        let tag = YAMLTag(event.tag)
        let content: JSONNode.Content
        var mergedTag: ByteString?
        var lines: LiteralLines?
        switch event.kind {
        case .scalar(let text, let style):
            if style == .literal { lines = cursor.lines(of: text, at: place) }
            content =
                switch tag {
                case .none: style == .plain ? YAMLScalar.content(of: text, by: version) : .string(text)
                case .core: YAMLScalar.content(of: text, by: version)
                case .date: version == .v1_1 ? .string(text) : .date(text)
                case .string, .function, .unknown: .string(text)
                }
        case .sequenceStart: content = .array(try readElements(level: level + 1))
        case .mappingStart:
            let (members, tag) = try readMembers(level: level + 1)
            content = .object(members)
            mergedTag = tag
        default: throw YAMLFault(message: "a value is missing", place: .characters(event.index))
        }
        var node = JSONNode(content, at: place, traits: mergedTag == nil ? [] : .mayHaveMore)
        node.tag = mergedTag
        node.literalLines = lines
        switch tag {
        case .function(let name):
            return JSONNode(.object([JSONNode.Member(name: name, place: place, value: node)]), at: place)
        case .unknown:
            if case .scalar = event.kind { node = JSONNode(.unknown(.nothing), at: place) }
            if node.members != nil { node.traits.insert(.mayHaveMore) }
            node.tag = event.tag
            return node
        default: return node
        }
    }

    private mutating func readElements(level: Int) throws(YAMLFault) -> [JSONNode] {
        var elements: [JSONNode] = []
        while true {
            let event = try parser.next()
            if case .sequenceEnd = event.kind { return elements }
            elements.append(try readNode(event, level: level))
        }
    }

    /// The members of a mapping, and the tag of one that it takes over, of which nobody knows what it has.
    private mutating func readMembers(level: Int) throws(YAMLFault) -> ([JSONNode.Member], tag: ByteString?) {
        var members: [JSONNode.Member] = []
        var merged: [JSONNode] = []
        while true {
            let event = try parser.next()
            if case .mappingEnd = event.kind { break }
            let place = cursor.place(afterCharacters: event.index)
            let (name, isMerge) = try readName(event, level: level)
            let value = try readNode(try parser.next(), level: level)
            if isMerge {
                merged.append(value)
            } else {
                members.append(JSONNode.Member(name: name, place: place, value: value))
            }
        }
        guard !merged.isEmpty else { return (members, nil) }
        return (Self.merging(merged, into: members), merged.lazy.compactMap(\.tag).first)
    }

    /// The text of a name, and whether it asks for the members of another mapping.
    private mutating func readName(_ event: YAMLEvent, level: Int) throws(YAMLFault) -> (ByteString, Bool) {
        if case .scalar(let text, let style) = event.kind {
            // Counts, and remembers the anchor.
            _ = try readNode(event, level: level)
            return (text, style == .plain && event.tag == nil && text == "<<")
        }
        if case .alias = event.kind, case .string(let text) = try readNode(event, level: level).content {
            return (text, false)
        }
        throw YAMLFault(
            message: "the name of a member is no text",
            place: .characters(event.index))
    }

    /// Members of a mapping count before those that it takes over, and those of earlier mappings before those of later ones.
    ///
    /// Source: https://yaml.org/type/merge.html
    private static func merging(_ values: [JSONNode], into members: [JSONNode.Member]) -> [JSONNode.Member] {
        var members = members
        var names = Set(members.map(\.name))
        for value in values {
            let sources: [JSONNode] = if case .array(let elements) = value.content { elements } else { [value] }
            for member in sources.flatMap({ $0.members ?? [] }) where names.insert(member.name).inserted {
                members.append(member)
            }
        }
        return members
    }

    private mutating func value(
        of name: ByteString, _ event: YAMLEvent, at place: TextPosition, level: Int
    ) throws(YAMLFault) -> JSONNode {
        guard let known = anchors[name] else {
            throw YAMLFault(
                message: "there is no anchor '\(ValueText.shortened(name))' before this alias",
                place: .characters(event.index))
        }
        guard let anchored = known else {
            throw YAMLFault(
                message: "the value of the anchor '\(ValueText.shortened(name))' holds itself",
                place: .characters(event.index))
        }
        try count(anchored.count, at: event)
        try reach(level + anchored.height, at: event)
        var node = anchored.node
        node.place = place
        // Its text begins where the anchor is.
        node.literalLines = nil
        return node
    }

    private mutating func count(_ more: Int, at event: YAMLEvent) throws(YAMLFault) {
        values += more
        guard values <= JSONNodeReader.mostValues else {
            throw YAMLFault(
                message:
                    "the document holds more than \(JSONNodeReader.mostValues) values, the most that are read",
                place: .characters(event.index))
        }
    }

    private mutating func reach(_ level: Int, at event: YAMLEvent) throws(YAMLFault) {
        deepest = max(deepest, level)
        guard level <= Self.mostLevels else {
            throw YAMLFault(
                message: "nested deeper than \(Self.mostLevels) levels", place: .characters(event.index))
        }
    }
}
