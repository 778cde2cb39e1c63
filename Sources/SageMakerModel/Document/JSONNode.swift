package import ModelArtifacts

/// A value of a document, of JSON or YAML, together with the place where it stands.
package struct JSONNode: Sendable {
    /// What stands there.
    package enum Content: Sendable {
        case null
        case boolean(Bool)
        /// A number, as it is written.
        case number(ByteString)
        case string(ByteString)
        /// A date or a time of YAML 1.2, as the AWS CLI reads one without quotes; JSON has none.
        case date(ByteString)
        case array([JSONNode])
        /// The members in their order, those with the same name too.
        case object([Member])
        /// A value that only the program that reads the document will know, such as CloudFormation's `{"Ref": …}` or
        /// `{"Fn::Sub": …}`, with what is known of it if it is a text.
        case unknown(KnownText)
    }

    /// A name with its value in an object.
    package struct Member: Sendable {
        /// The name, which is compared byte for byte.
        package var name: ByteString
        /// Where the name begins; nil in a document that was not read.
        package var place: TextPosition?
        package var value: JSONNode
        /// How the document spells the name, where its tool does not take that for the name; nil if it is right.
        var misspelling: ByteString?

        package init(name: ByteString, place: TextPosition?, value: JSONNode) {
            self.init(name: name, place: place, value: value, misspelling: nil)
        }

        init(name: ByteString, place: TextPosition?, value: JSONNode, misspelling: ByteString?) {
            self.name = name
            self.place = place
            self.value = value
            self.misspelling = misspelling
        }
    }

    package var content: Content
    /// Where the value begins; nil in a document that was not read.
    package var place: TextPosition?
    /// The path that leads to the value in the document's own words, from its top and safe to show, where the names of the
    /// members do not tell it: `aws_sagemaker_model.llm.primary_container[0]`; nil if they do.
    package var path: String?
    /// How the document spells the names of the members of this object, where it has other words for them than the API.
    var names: NameStyle
    /// What only another program will know of the value besides its content.
    var traits: Traits = []
    /// The tag of YAML of which only another program knows what it makes of the value, which is what stands there; nil for none.
    var tag: ByteString?
    /// Where the lines of a string are that is written as a literal block of YAML; nil for others.
    var literalLines: LiteralLines?

    /// What is not certain of a value.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8

        /// The value may turn out not to be given at all, as under an `Fn::If` with `AWS::NoValue` in one branch.
        static let mayBeAbsent = Traits(rawValue: 1)
        /// The object may get further members, as from an `Fn::Transform` in it.
        static let mayHaveMore = Traits(rawValue: 2)
        /// The elements of the array are the documents of a YAML stream.
        static let isStream = Traits(rawValue: 4)
        /// The text that another program makes of it begins with the name of something, in which there is no colon.
        static let beginsWithName = Traits(rawValue: 8)
    }

    package init(_ content: Content, at place: TextPosition? = nil, path: String? = nil) {
        self.init(content, at: place, path: path, names: .api)
    }

    init(_ content: Content, at place: TextPosition? = nil, path: String? = nil, names: NameStyle) {
        self.content = content
        self.place = place
        self.path = path
        self.names = names
    }

    init(_ content: Content, at place: TextPosition? = nil, path: String? = nil, traits: Traits) {
        self.init(content, at: place, path: path, names: .api)
        self.traits = traits
    }

    /// The node of a value that was not read from a text.
    package init(_ value: JSONValue) {
        self.init(Self.content(of: value))
    }

    private static func content(of value: JSONValue) -> Content {
        switch value {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .number(let digits): .number(ByteString(digits))
        case .string(let text): .string(ByteString(text))
        case .array(let elements): .array(elements.map(JSONNode.init))
        case .object(let members):
            .object(members.map { Member(name: ByteString($0.name), place: nil, value: JSONNode($0.value)) })
        }
    }

    /// The value without its places.
    package var value: JSONValue {
        switch content {
        case .null, .unknown: .null
        case .boolean(let value): .boolean(value)
        case .number(let digits): .number(digits.string ?? "")
        case .string(let text), .date(let text): .string(text.string ?? "")
        case .array(let elements): .array(elements.map(\.value))
        case .object(let members):
            .object(members.map { JSONValue.Member($0.name.string ?? "", $0.value.value) })
        }
    }

    /// The value with a content that was made of its own, at the same place; what is not certain of it stays so.
    func with(_ content: Content, path: String? = nil, names: NameStyle = .api) -> JSONNode {
        var copy = JSONNode(content, at: place, path: path, names: names)
        copy.tag = tag
        copy.traits = traits
        return copy
    }

    /// Whether it is null.
    var isNull: Bool { if case .null = content { true } else { false } }

    /// The members of an object; nil if it is none.
    package var members: [Member]? {
        if case .object(let members) = content { members } else { nil }
    }

    /// The value of a member: of several with the name the last, as most readers take it; nil if there is none.
    package subscript(name: ByteString) -> JSONNode? {
        members?.last { $0.name == name }?.value
    }
}
