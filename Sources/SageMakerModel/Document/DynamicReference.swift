package import ModelArtifacts

/// What CloudFormation puts a parameter or a secret in the place of when a template is deployed.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
package enum DynamicReference {
    /// How each begins; it ends with `}}`.
    package static let beginning: ByteString = "{{resolve:"

    /// Whether a text holds one.
    package static func isIn(_ text: ByteString) -> Bool {
        ByteSearch.first(beginning, in: text.bytes[...]) != nil
    }
}
