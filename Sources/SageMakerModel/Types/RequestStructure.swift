public import ModelArtifacts

/// An object of a `CreateModel` request: it is read from JSON and written to it, with the API's names in the API's order.
///
/// Members that the service model does not know survive both unchanged, in their order, behind those that it knows.
public protocol RequestStructure: Codable, Hashable, Sendable {
    /// The members that the service model does not know.
    var unknownMembers: [JSONValue.Member] { get set }

    /// Takes the members that it knows.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` if a required member is missing or a value is of another type.
    init(reading members: inout StructureReader) throws(ArtifactError)

    /// Gives the members that it knows, without those that are nil.
    func write(to members: inout StructureWriter)
}

extension RequestStructure {
    /// Reads an object.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput`, and the path of the member in the message.
    public init(_ value: JSONValue) throws(ArtifactError) { try self.init(value, path: "") }

    init(_ value: JSONValue, path: String) throws(ArtifactError) {
        var reader = try StructureReader(value, path: path)
        try self.init(reading: &reader)
        unknownMembers = reader.unread
    }

    /// The object as a JSON value.
    public var jsonValue: JSONValue {
        var writer = StructureWriter()
        write(to: &writer)
        return .object(writer.members + unknownMembers)
    }

    /// The object as JSON, with an indent of two spaces.
    public var json: String { jsonValue.json }

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
}
