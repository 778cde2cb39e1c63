package import ModelArtifacts

/// What the user says about where S3 is; the rest follows from the region and the name of the bucket.
///
/// The choice between the bucket in the host and the bucket in the path is that of botocore and so of the AWS CLI: with an address
/// of the user's own in the path, unless the configuration says `virtual`; else in the host, where its name can stand there.
/// Source: the endpoint rules of S3 (`botocore/data/s3/2006-03-01/endpoint-rule-set-1.json.gz`), and `botocore/args.py`,
/// `compute_endpoint_resolver_builtin_defaults`.
package struct EndpointSettings: Hashable, Sendable {
    /// Where the name of the bucket stands.
    package enum AddressingStyle: String, Hashable, Sendable {
        case auto, path, virtual
    }

    /// Another service that speaks the protocol of S3.
    package var address: ServiceAddress?
    package var addressingStyle = AddressingStyle.auto
    package var usesFIPS = false
    package var usesDualStack = false

    package init() {}

    /// Where to send requests about a bucket.
    ///
    /// - Parameter region: that of the bucket, as far as it is known.
    /// - Throws: ``ArtifactError`` with code `usage` for what cannot be addressed.
    package func bucketAddress(of bucket: ByteString, _ kind: BucketKind, region: String) throws(ArtifactError)
        -> BucketAddress
    {
        guard Partition.isRegion(region) else {
            throw ArtifactError(.usage, "'\(DisplayText.escaped(region))' is not the name of a region")
        }
        guard !bucket.isEmpty, bucket != ".", bucket != "..", !bucket.bytes.contains(UInt8(ascii: "/")) else {
            throw ArtifactError(.usage, "'\(bucket)' is not the name of a bucket")
        }
        let variant = (usesFIPS ? "-fips" : "") + (usesDualStack ? ".dualstack" : "")
        switch kind {
        case .accessPoint(let point):
            let label = "\(point.name)-\(point.account)"
            let host =
                address.map { "\(label).\($0.host)" }
                ?? "\(label).s3-accesspoint\(variant).\(point.region).\(Partition(region: point.region).domain)"
            return BucketAddress(
                service: ServiceAddress(scheme: address?.scheme ?? "https", host: host, path: address?.path ?? ""),
                bucketInPath: nil, region: point.region)
        case .bucket, .unsupported:
            // The region that stands for all of AWS is signed for as its first.
            let region = region == "aws-global" ? "us-east-1" : region
            let host = address?.host ?? "s3\(variant).\(region).\(Partition(region: region).domain)"
            let canBeInHost = address.map { !$0.isNumeric && addressingStyle == .virtual } ?? (addressingStyle != .path)
            let isInHost = canBeInHost && Self.canBeInHost(bucket, withDots: address?.scheme == "http")
            return BucketAddress(
                service: ServiceAddress(
                    scheme: address?.scheme ?? "https",
                    host: isInHost ? String(decoding: bucket.bytes, as: UTF8.self) + "." + host : host,
                    path: address?.path ?? ""),
                bucketInPath: isInHost ? nil : bucket, region: region)
        }
    }

    /// Whether a bucket's name can stand in front of a host.
    ///
    /// - Parameter withDots: whether it may be several labels, for which no certificate of S3 holds.
    private static func canBeInHost(_ bucket: ByteString, withDots: Bool) -> Bool {
        let labels = bucket.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isNumeric = labels.count == 4 && labels.allSatisfy { UInt8(String(decoding: $0, as: UTF8.self)) != nil }
        return !isNumeric && (3...63).contains(bucket.count) && (withDots || labels.count == 1)
            && labels.allSatisfy { Partition.isRegion(String(decoding: $0, as: UTF8.self)) }
    }
}
