import ModelArtifacts

/// What SageMaker makes of the place of an image.
extension ImageReference {
    /// What is not of the form that the API supports; nil if all is.
    var problem: String? {
        if !repository.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .allSatisfy(Self.isRepositoryPart)
        {
            return
                "'\(repository)' cannot be a repository, whose name has small letters, digits and . _ - / between them"
        }
        if let tag, !Self.isTag(tag) { return "'\(tag)' cannot be a tag" }
        if let digest, !Self.isDigest(digest) {
            return "'\(digest)' cannot be a digest, which is 'sha256:' and 64 hexadecimal digits"
        }
        return nil
    }

    /// The labels of the host if there are as many as in that of a private registry of ECR, `ACCOUNT.dkr.ecr.REGION.amazonaws.com` or
    /// `ACCOUNT.dkr-ecr.REGION.on.aws`, of whatever partition.
    ///
    /// Source: https://docs.aws.amazon.com/general/latest/gr/ecr.html
    private var registryLabels: [ByteString]? {
        guard let registry else { return nil }
        let labels = registry.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { ByteString(Array($0)) }
        guard labels.count >= 5 else { return nil }
        return labels
    }

    /// What stands in the place of the account in a host of ECR, if it is no account, which has 12 digits.
    var mistakenAccount: ByteString? {
        guard let labels = registryLabels, Self.region(in: labels) != nil, !Self.isAccount(labels[0]) else {
            return nil
        }
        return labels[0]
    }

    private static func isAccount(_ label: ByteString) -> Bool {
        label.count == 12 && label.bytes.allSatisfy(ASCII.isDigit)
    }

    /// Whether the image is in a private registry of ECR.
    var isInECR: Bool { region != nil }

    /// The account whose registry of ECR the image is in; nil if it is in none.
    var account: ByteString? { isInECR ? registryLabels?.first : nil }

    /// The region of the image, if it is in a private registry of ECR.
    var region: ByteString? {
        guard let labels = registryLabels, Self.isAccount(labels[0]) else { return nil }
        return Self.region(in: labels)
    }

    /// What the host of a registry in the region ends with, if this one ends as those of another partition do.
    ///
    /// Source: `dnsSuffix` in https://github.com/boto/botocore, `botocore/data/partitions.json`
    var rightDomain: ByteString? {
        guard let labels = registryLabels, labels[1] == "dkr", let region, let partition = Partition.of(region: region)
        else { return nil }
        let given = labels[4...].map(\.description).joined(separator: ".").prefix { $0 != ":" }
        let domain = ByteString(String(given))
        return domain != partition.domain && Partition.isDomain(domain) ? partition.domain : nil
    }

    /// What an image looks like of which not all is known: the registry, the repository, and a tag or a digest.
    static let form = TextPattern.regular(
        #"([a-zA-Z0-9.\-]+(:[0-9]+)?/)?[a-z0-9]([a-z0-9._\-]*[a-z0-9])?(/[a-z0-9]([a-z0-9._\-]*[a-z0-9])?)*"#
            + #"(:[a-zA-Z0-9_][a-zA-Z0-9_.\-]*)?(@sha256:[0-9a-f]{64})?"#)

    private static func region(in labels: [ByteString]) -> ByteString? {
        if labels[1] == "dkr", ["ecr", "ecr-fips"].contains(labels[2]) { return labels[3] }
        return ["dkr-ecr", "dkr-ecr-fips"].contains(labels[1]) ? labels[2] : nil
    }

    private static func isRepositoryPart(_ part: ArraySlice<UInt8>) -> Bool {
        guard let first = part.first, let last = part.last else { return false }
        let isWord = { (byte: UInt8) in ASCII.isLowerCase(byte) || ASCII.isDigit(byte) }
        return isWord(first) && isWord(last) && part.allSatisfy { isWord($0) || "._-".utf8.contains($0) }
    }

    private static func isTag(_ tag: ByteString) -> Bool {
        guard let first = tag.bytes.first, tag.count <= 128 else { return false }
        let isWord = { (byte: UInt8) in ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") }
        return isWord(first) && tag.bytes.allSatisfy { isWord($0) || ".-".utf8.contains($0) }
    }

    private static func isDigest(_ digest: ByteString) -> Bool {
        let hexadecimal = digest.bytes.dropFirst("sha256:".utf8.count)
        return digest.hasPrefix("sha256:") && hexadecimal.count == 64
            && hexadecimal.allSatisfy { ASCII.isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
    }
}
