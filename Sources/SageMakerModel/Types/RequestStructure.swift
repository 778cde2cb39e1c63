public import ModelArtifacts

/// An object of a request: its members as they are written, and properties for those that the service model knows.
///
/// The types that conform are written by `Sources/write-service-model`. Members that the service model does not know survive
/// reading and writing, in their order. A member that has to be there and is not, or is of another type, reads as empty; reading
/// with `init(_:)` refuses such.
public protocol RequestStructure: Codable, Hashable, Sendable {
    /// What the service model says of it.
    static var structure: Structure { get }
    /// The members as they are written, unknown ones too.
    var members: [JSONValue.Member] { get set }
    /// Takes members as they are.
    init(members: [JSONValue.Member])
}

extension RequestStructure {
    /// Reads an object, and puts the members that the service model knows into the API's order, in front of the others.
    ///
    /// - Throws: `ArtifactError` with code `malformedInput`, and the path of the member in the message, if a required member is
    ///   missing or a value is of another type.
    public init(_ value: JSONValue) throws(ArtifactError) {
        self.init(members: try StructureReading.members(of: value, Self.structure, at: ""))
    }

    /// The object as a JSON value.
    public var jsonValue: JSONValue { .object(members) }

    /// The object as JSON, with an indent of two spaces.
    public var json: String { jsonValue.json }

    /// The members that the service model does not know.
    public var unknownMembers: [JSONValue.Member] {
        members.filter { Self.structure.member(ByteString($0.name)) == nil }
    }

    /// Decodes the object; unknown members come in the order of their names, since decoders keep no order.
    public init(from decoder: any Decoder) throws {
        do throws(ArtifactError) {
            try self.init(try Self.value(decoder))
        } catch {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: error.message))
        }
    }

    private static func value(_ decoder: any Decoder) throws(ArtifactError) -> JSONValue {
        do { return try JSONValue(from: decoder) } catch { throw ArtifactError(.malformedInput, "no JSON value") }
    }

    /// Encodes the object; for the API's order, use ``json``, since encoders keep none.
    public func encode(to encoder: any Encoder) throws { try jsonValue.encode(to: encoder) }

    /// A member; nil if it is not there or of another type. A new one goes to its place in the API's order.
    subscript<Value: RequestMember>(name: String) -> Value? {
        get { jsonValue[name].flatMap { Value(member: $0) } }
        set {
            var object = jsonValue
            if let newValue {
                object.set(name, newValue.memberValue, in: Self.structure)
            } else {
                object.remove(name)
            }
            members = object.members ?? []
        }
    }

    /// A member that has to be there.
    subscript<Value: RequestMember>(required name: String) -> Value {
        get { self[name] ?? .empty }
        set { self[name] = newValue }
    }
}
