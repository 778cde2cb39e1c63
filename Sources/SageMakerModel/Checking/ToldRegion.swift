import ModelArtifacts

/// The region that a URI tells its bucket to be in.
struct ToldRegion {
    let name: ByteString
    /// Whether it is told by the host, or by a name that only AWS gives; else by a name that anyone may choose.
    let isCertain: Bool

    /// - Parameter uri: a URI, or the beginning of one with its bucket; nil if it tells no region.
    init?(of uri: S3URI) {
        if uri.scheme == .https {
            guard let region = Self.region(ofHostIn: uri.text) else { return nil }
            (name, isCertain) = (region, true)
            return
        }
        if let region = Self.region(ofAssets: uri.bucket) {
            (name, isCertain) = (region, false)
            return
        }
        for (prefix, isCertain) in Self.prefixes where uri.bucket.hasPrefix(prefix) {
            var rest = ByteString(Array(uri.bucket.bytes.dropFirst(prefix.count)))
            if !isCertain {
                // `sagemaker-REGION-ACCOUNT`
                guard let hyphen = rest.bytes.lastIndex(of: UInt8(ascii: "-")) else { return nil }
                let account = rest.bytes[(hyphen + 1)...]
                guard account.count == 12, account.allSatisfy(ASCII.isDigit) else { return nil }
                rest = ByteString(Array(rest.bytes[..<hyphen]))
            }
            guard Self.isRegion(rest) else { return nil }
            (name, self.isCertain) = (rest, isCertain)
            return
        }
        return nil
    }

    /// How buckets that hold models for SageMaker begin.
    ///
    /// Sources: https://github.com/aws/sagemaker-python-sdk, `src/sagemaker/jumpstart/constants.py` and `default_bucket` in
    /// `src/sagemaker/session.py`.
    private static let prefixes: [(ByteString, Bool)] = [
        ("jumpstart-cache-prod-", true), ("jumpstart-private-cache-prod-", true), ("sagemaker-", false),
    ]

    /// The region of a bucket that is called as those of the CDK for assets: `cdk-QUALIFIER-assets-ACCOUNT-REGION`; nil for others.
    ///
    /// Source: https://github.com/aws/aws-cdk-cli, `packages/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml`
    private static func region(ofAssets bucket: ByteString) -> ByteString? {
        guard bucket.hasPrefix("cdk-"), let start = ByteSearch.first("-assets-", in: bucket.bytes[...]) else {
            return nil
        }
        let rest = bucket.bytes[(start + "-assets-".utf8.count)...]
        let account = rest.prefix { $0 != UInt8(ascii: "-") }
        guard account.count == 12, account.allSatisfy(ASCII.isDigit) else { return nil }
        let region = ByteString(Array(rest[account.endIndex...].dropFirst()))
        return isRegion(region) ? region : nil
    }

    /// `us-east-1`, `us-gov-west-1`
    static func isRegion(_ text: ByteString) -> Bool {
        let parts = text.bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count > 2, let last = parts.last, !last.isEmpty, last.count < 3 else { return false }
        return last.allSatisfy(ASCII.isDigit)
            && parts.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy(ASCII.isLowerCase) }
    }

    /// The label behind `s3` in a host, or the rest of `s3-us-west-2`.
    ///
    /// Source: https://docs.aws.amazon.com/general/latest/gr/s3.html
    private static func region(ofHostIn uri: ByteString) -> ByteString? {
        let host = uri.bytes.dropFirst("https://".utf8.count).prefix { $0 != UInt8(ascii: "/") }
        let labels = host.split(separator: UInt8(ascii: ".")).map { ByteString(Array($0)) }
        guard let index = labels.lastIndex(where: { $0 == "s3" || $0.hasPrefix("s3-") }) else { return nil }
        let dashed = ByteString(Array(labels[index].bytes.dropFirst(3)))
        if isRegion(dashed) { return dashed }
        let behind = labels[(index + 1)...].drop { $0 == "dualstack" }
        return behind.first.flatMap { isRegion($0) ? $0 : nil }
    }
}
