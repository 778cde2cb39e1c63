package import ModelArtifacts

/// The name of a thing in AWS: `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
package struct AmazonResourceName: Hashable, Sendable {
    package let service: ByteString
    package let region: ByteString
    /// With what it begins, for example `function:my-function` or `hub-content/my-hub/Model/my-model`.
    package let resource: ByteString

    /// Takes a name apart; nil if the text is none.
    package init?(_ text: ByteString) {
        let fields = text.bytes.split(separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false)
            .map { ByteString(Array($0)) }
        guard fields.count == 6, fields[0] == "arn", fields[1].hasPrefix("aws"), !fields[5].isEmpty else { return nil }
        (service, region, resource) = (fields[2], fields[3], fields[5])
    }
}
