import ModelArtifacts

extension JSONValue {
    /// Gives a member of an object a value: in its place if it is there, else before the first member that the API's order
    /// puts behind it.
    ///
    /// - Parameter structure: the API's order.
    mutating func set(_ name: String, _ value: JSONValue, in structure: Structure) {
        var members = self.members ?? []
        if let index = members.lastIndex(where: { $0.isNamed(name) }) {
            members[index].value = value
        } else {
            let order = structure.members.map(\.name)
            let later = order.drop { $0 != ByteString(name) }.dropFirst()
            let index = members.firstIndex { later.contains(ByteString($0.name)) } ?? members.endIndex
            members.insert(Member(name, value), at: index)
        }
        self = .object(members)
    }

    /// Removes the members of a name from an object.
    mutating func remove(_ name: String) {
        guard let members else { return }
        self = .object(members.filter { !$0.isNamed(name) })
    }
}
