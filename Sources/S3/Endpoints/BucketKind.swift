package import ModelArtifacts

/// What the name of a bucket stands for, which decides where its requests go.
package enum BucketKind: Hashable, Sendable {
    /// A bucket, or the alias of an access point, which is used like one.
    case bucket
    /// An access point: a door to a bucket, named by an ARN.
    case accessPoint(AccessPoint)
    /// What other requests or other signatures are needed for; with what it is called.
    case unsupported(String)

    /// - Throws: ``ArtifactError`` with code `usage` for an ARN that is not that of an access point.
    package init(_ bucket: ByteString) throws(ArtifactError) {
        if bucket.hasPrefix("arn:") {
            self = try Self.kind(ofARN: bucket)
        } else if bucket.hasSuffix("--x-s3") || bucket.hasSuffix("--xa-s3") {
            self = .unsupported("a directory bucket")
        } else if bucket.hasSuffix("--op-s3") {
            self = .unsupported("a bucket on Outposts")
        } else {
            self = .bucket
        }
    }

    private static func kind(ofARN arn: ByteString) throws(ArtifactError) -> BucketKind {
        let parts = String(decoding: arn.bytes, as: UTF8.self).split(separator: ":", omittingEmptySubsequences: false)
            .map(String.init)
        // arn:aws:s3:REGION:ACCOUNT:accesspoint:NAME
        guard parts.count >= 6 else { throw error(arn) }
        if parts[2] == "s3-outposts" || parts[2] == "s3-object-lambda" { return .unsupported("an ARN of \(parts[2])") }
        guard parts[2] == "s3", parts[5] == "accesspoint" || parts[5].hasPrefix("accesspoint/") else {
            throw error(arn)
        }
        if parts[3].isEmpty { return .unsupported("a multi-region access point") }
        guard parts.count == 7, parts[5] == "accesspoint", Partition.isRegion(parts[3]), isLabel(parts[4], 12),
            isLabel(parts[6], 50)
        else { throw error(arn) }
        return .accessPoint(AccessPoint(name: parts[6], account: parts[4], region: parts[3]))
    }

    private static func isLabel(_ text: String, _ length: Int) -> Bool {
        text.utf8.count <= length && Partition.isRegion(text)
    }

    private static func error(_ arn: ByteString) -> ArtifactError {
        ArtifactError(
            .usage,
            "'\(arn)' is not the ARN of an access point; give one as s3://arn:aws:s3:REGION:ACCOUNT:accesspoint:NAME/KEY"
        )
    }
}
