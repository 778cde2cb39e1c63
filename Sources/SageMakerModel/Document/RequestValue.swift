package import ModelArtifacts

/// A value of a request with the path that leads to it.
package struct RequestValue: Sendable {
    /// The longest path that names of members are added to, in bytes: deeper in a document only the place outside is named, so that
    /// long names inside one another take no more room than they have in the document.
    private static let longestPath = 2 << 10

    package var node: JSONNode
    /// As `Containers[0].Image`, in the document's own words where they are others, safe to show; empty for the document itself.
    package var path: String
    /// Whether it stands below `Environment`: such values are passwords and keys too often to be shown anywhere.
    package var isSecret: Bool
    /// What could be done without it, in the words of a remedy; nil for a member that is required.
    var omission: Omission? = .member

    package init(_ node: JSONNode, path: String = "", isSecret: Bool = false) {
        self.node = node
        self.path = node.path ?? path
        self.isSecret = isSecret
    }

    /// The value of a member; nil if it is not there. In an object that may get further members, one that is not there is unknown.
    package subscript(name: ByteString) -> RequestValue? {
        member(name).map { RequestValue($0, path: memberPath(name), isSecret: isSecret || Self.holdsSecrets(name)) }
    }

    private func member(_ name: ByteString) -> JSONNode? {
        if let member = node[name] { return member }
        guard node.traits.contains(.mayHaveMore) else { return nil }
        return JSONNode(.unknown(.nothing), at: node.place, traits: .mayBeAbsent)
    }

    private static func holdsSecrets(_ name: ByteString) -> Bool {
        name.count >= "environment".utf8.count && name.folded == "environment"
    }

    /// The path that a member has or would have.
    package func memberPath(_ name: ByteString) -> String {
        guard path.utf8.count < Self.longestPath else { return path }
        let name = node.names.spelled(name)
        guard Self.isIdentifier(name) else { return path + "[\"" + Self.escaped(name) + "\"]" }
        return path.isEmpty ? name.description : path + "." + name.description
    }

    /// The elements of an array; none if it is no array.
    package var elements: [RequestValue] {
        guard case .array(let elements) = node.content else { return [] }
        let isFull = path.utf8.count >= Self.longestPath
        return elements.enumerated().map {
            RequestValue($1, path: isFull ? path : path + "[\($0)]", isSecret: isSecret)
        }
    }

    /// The members of an object; none if it is no object.
    package var members: [(member: JSONNode.Member, value: RequestValue)] {
        (node.members ?? []).map { ($0, value(of: $0)) }
    }

    /// The value of a member, one of those that the object has.
    func value(of member: JSONNode.Member) -> RequestValue {
        RequestValue(
            member.value, path: memberPath(member.name), isSecret: isSecret || Self.holdsSecrets(member.name))
    }

    /// The text of a string; nil if it is none, or one that is not known as a whole.
    package var text: ByteString? {
        if case .string(let text) = node.content { text } else { nil }
    }

    /// What is known of the text of a string; nil if it is none, or nothing is known of it.
    package var knownText: KnownText? {
        switch node.content {
        case .string(let text): KnownText([text])
        case .unknown(let text) where !text.known.isEmpty: text
        default: nil
        }
    }

    /// Whether a string is this text; false if it is no string, or one that is not known.
    package func isText(_ other: ByteString) -> Bool { text == other }

    /// Whether it is an object.
    package var isObject: Bool { node.members != nil }

    /// Whether it is a value that only another program will know.
    package var isUnknown: Bool { known != nil }

    /// What is known of a value that only another program will know; nil if the value stands there.
    package var known: KnownText? {
        if case .unknown(let known) = node.content { known } else { nil }
    }

    /// A value that another program will put there, or does not tell.
    static func unknown(below value: RequestValue, _ name: ByteString) -> RequestValue {
        RequestValue(JSONNode(.unknown(.nothing), at: value.node.place), path: value.memberPath(name))
    }

    /// Where it stands, as findings name it.
    package var location: Location { Self.location(path, node.place) }

    /// A path and a place, as findings name them.
    package static func location(_ path: String, _ place: TextPosition?) -> Location {
        Location(jsonPath: path.isEmpty ? nil : path, line: place?.line, column: place?.column)
    }

    private static func isIdentifier(_ name: ByteString) -> Bool {
        guard let first = name.bytes.first, !ASCII.isDigit(first) else { return false }
        return name.bytes.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    }

    private static func escaped(_ name: ByteString) -> String {
        name.description.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\\\"" : String($1) }
    }
}
