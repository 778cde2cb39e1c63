/// The elements of an array.
struct JSONArrayContainer: UnkeyedEncodingContainer {
    let tree: JSONTree
    let codingPath: [any CodingKey]

    var count: Int { tree.count }

    func encodeNil() { tree.element().encodeNil() }

    func encode<Value: Encodable>(_ value: Value) throws { try tree.element().encode(value, at: codingPath) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        encoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder() }

    private func encoder() -> JSONTreeEncoder { JSONTreeEncoder(tree: tree.element(), codingPath: codingPath) }
}
