/// Collects the members of an object, in the order in which they are written.
public struct StructureWriter {
    private(set) var members: [JSONValue.Member] = []

    /// Writes a member, unless there is no value.
    mutating func write<Value: RequestMember>(_ name: String, _ value: Value?) {
        if let value { members.append(JSONValue.Member(name, value.memberValue)) }
    }
}
