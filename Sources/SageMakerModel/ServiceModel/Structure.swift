package import ModelArtifacts

/// An object of the service model: its members in the API's order.
public struct Structure: Sendable {
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

    /// The structure with the members that only answers hold. boto3 adds one to every answer.
    func answered(with members: [ByteString]) -> Structure {
        var copy = self
        copy.responseMembers = members + ["ResponseMetadata"]
        return copy
    }

    /// The member of a name; nil if there is none.
    package func member(_ name: ByteString) -> Member? { members.first { $0.name == name } }

    /// The structure of a name among this one and all that it holds; nil if there is none.
    func part(named name: String) -> Structure? {
        if self.name == name { return self }
        for member in members {
            var shape = member.shape
            while case .list(let element, _) = shape { shape = element }
            if case .structure(let inner) = shape, let found = inner.part(named: name) { return found }
        }
        return nil
    }

    /// How many names are those of members, whatever their case.
    package func score(_ names: [ByteString]) -> Int {
        let known = Set((members.map(\.name) + responseMembers).map(\.folded))
        return names.count { known.contains($0.folded) }
    }

    /// The structure without some members, in itself and in all that it holds, for a target that lacks them.
    ///
    /// - Parameters:
    ///   - lacking: the members as `S3ModelDataSource.ETag`.
    ///   - optional: members that the target does not require, though the API does.
    ///   - required: members that the target requires, though the API does not.
    ///   - extra: members that only the target has.
    ///   - shapes: what the target demands of members of which the API demands something else.
    package func reduced(
        lacking: Set<String>, optional: Set<String> = [], required: Set<String> = [], extra: [String] = [],
        shapes: [String: Shape] = [:]
    ) -> Structure {
        var copy = self
        copy.responseMembers = []
        copy.members = members.compactMap { member in
            let id = "\(name).\(member.name)"
            guard !lacking.contains(id) else { return nil }
            let shape = Self.mapped(shapes[id] ?? member.shape) { inner in
                inner.reduced(lacking: lacking, optional: optional, required: required, extra: extra, shapes: shapes)
            }
            return Member(
                member.name, shape,
                isRequired: required.contains(id) || (member.isRequired && !optional.contains(id)))
        }
        for id in extra where id.hasPrefix("\(name).") {
            copy.members.append(Member(ByteString(String(id.dropFirst(name.count + 1))), .any))
        }
        return copy
    }

    /// The shape with each structure that it holds replaced.
    private static func mapped(_ shape: Shape, _ transform: (Structure) -> Structure) -> Shape {
        switch shape {
        case .structure(let structure): .structure(transform(structure))
        case .list(let element, let count): .list(mapped(element, transform), count: count)
        case .map, .text, .boolean, .number, .any: shape
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
