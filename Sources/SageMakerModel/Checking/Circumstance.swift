import ModelArtifacts

/// What a template puts in the place of names in one of the requests that it makes: the elements of loops, the keys of mappings.
struct Circumstance: Sendable, CustomStringConvertible {
    /// What stands for a name.
    struct Value: Hashable, Sendable {
        let name: ByteString
        let text: ByteString
    }

    /// The names with their values, those of outer loops first.
    var values: [Value]
    /// Whether the template makes such a request wherever it is deployed, as a loop does. Of a mapping not every key need be
    /// used: it may have those of regions in which the template is never deployed.
    var isCertain: Bool

    /// As it stands behind a message: `where Name is 'a' and AWS::Region is 'us-east-1'`.
    var description: String {
        "where "
            + values.map { "\(ValueText.shortened($0.name)) is '\(ValueText.shortened($0.text))'" }
            .joined(separator: " and ")
    }
}
