import ModelArtifacts

/// The section `Mappings` of a CloudFormation template: values, each by its three names.
struct TemplateMappings {
    /// The most keys of a mapping, or of a key of one, that are gone through: CloudFormation takes no more.
    ///
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html ("Mapping attributes")
    private static let mostKeys = 200

    private var values: [[ByteString]: JSONNode] = [:]
    /// The keys of a mapping by its name, and those of a key of it by both names.
    private var keysByName: [[ByteString]: [ByteString]] = [:]

    /// - Parameter section: the section; nil if the template has none.
    init(_ section: JSONNode?) {
        for mapping in section?.members ?? [] {
            for key in mapping.value.members ?? [] {
                keysByName[[mapping.name], default: []].append(key.name)
                for member in key.value.members ?? [] {
                    keysByName[[mapping.name, key.name], default: []].append(member.name)
                    values[[mapping.name, key.name, member.name]] = member.value
                }
            }
        }
    }

    /// The value of three names; nil if there is none.
    subscript(names: [ByteString]) -> JSONNode? { values[names] }

    /// The keys that give a value in the place of the one name that is not known, in their order.
    ///
    /// - Parameter names: the three names; nil for one that is not known, the second or the third.
    func keys(for names: [ByteString?]) -> [ByteString] {
        guard names.count == 3, let mapping = names[0] else { return [] }
        switch (names[1], names[2]) {
        case (nil, let last?):
            return (keysByName[[mapping]] ?? []).prefix(Self.mostKeys).filter { values[[mapping, $0, last]] != nil }
        case (let key?, nil): return Array((keysByName[[mapping, key]] ?? []).prefix(Self.mostKeys))
        default: return []
        }
    }
}
