/// A value that is no object and no array.
struct JSONScalarContainer: SingleValueEncodingContainer {
    let tree: JSONTree
    let codingPath: [any CodingKey]

    func encodeNil() { tree.encodeNil() }

    func encode<Value: Encodable>(_ value: Value) throws { try tree.encode(value, at: codingPath) }
}
