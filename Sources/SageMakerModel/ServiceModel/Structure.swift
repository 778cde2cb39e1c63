package import ModelArtifacts

/// An object of the service model: its members in the API's order.
package struct Structure: Sendable {
    /// A member of a structure.
    package struct Member: Sendable {
        /// The exact name on the wire.
        package var name: ByteString
        package var shape: Shape
        package var isRequired: Bool

        package init(_ name: ByteString, _ shape: Shape, isRequired: Bool = false) {
            self.name = name
            self.shape = shape
            self.isRequired = isRequired
        }
    }

    /// The name of the shape in the service model.
    package var name: String
    package var members: [Member]
    /// Members that only answers of `DescribeModel` hold.
    package var responseMembers: [ByteString]

    package init(_ name: String, _ members: [Member], responseMembers: [ByteString] = []) {
        self.name = name
        self.members = members
        self.responseMembers = responseMembers
    }

    /// The member of a name; nil if there is none.
    package func member(_ name: ByteString) -> Member? { members.first { $0.name == name } }

    /// How many names are those of members, whatever their case.
    package func score(_ names: [ByteString]) -> Int {
        let known = Set((members.map(\.name) + responseMembers).map(\.folded))
        return names.count { known.contains($0.folded) }
    }

    /// The structure without some members, in itself and in all that it holds, for a target that lacks them.
    ///
    /// - Parameters:
    ///   - lacking: the members as `S3ModelDataSource.ETag`.
    ///   - optional: members that the target does not require.
    package func reduced(lacking: Set<String>, optional: Set<String> = []) -> Structure {
        var copy = self
        copy.responseMembers = []
        copy.members = members.compactMap { member in
            let id = "\(name).\(member.name)"
            guard !lacking.contains(id) else { return nil }
            return Member(
                member.name, Self.reduced(member.shape, lacking, optional),
                isRequired: member.isRequired && !optional.contains(id))
        }
        return copy
    }

    private static func reduced(_ shape: Shape, _ lacking: Set<String>, _ optional: Set<String>) -> Shape {
        switch shape {
        case .structure(let structure): .structure(structure.reduced(lacking: lacking, optional: optional))
        case .list(let element, let count): .list(reduced(element, lacking, optional), count: count)
        case .map, .text, .boolean: shape
        }
    }
}

extension ByteString {
    /// The name as it is compared where its spelling may be wrong: lower case, without `-`, `_` and spaces.
    package var folded: ByteString {
        ByteString(
            bytes.compactMap { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
                case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "): nil
                default: byte
                }
            })
    }
}
