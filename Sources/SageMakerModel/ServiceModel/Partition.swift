import ModelArtifacts

/// A partition of AWS: regions with accounts, roles and hosts of their own, which no other partition reaches.
///
/// Source: https://github.com/boto/botocore, `botocore/data/partitions.json`, and
/// https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
struct Partition {
    /// The name, as ARNs have it.
    let name: ByteString
    /// What the names of its regions begin with.
    private let regions: [ByteString]
    /// What the hosts of its services end with.
    let domain: ByteString

    private static let all = [
        Partition(name: "aws-cn", regions: ["cn-"], domain: "amazonaws.com.cn"),
        Partition(name: "aws-us-gov", regions: ["us-gov-"], domain: "amazonaws.com"),
        Partition(name: "aws-iso", regions: ["us-iso-"], domain: "c2s.ic.gov"),
        Partition(name: "aws-iso-b", regions: ["us-isob-"], domain: "sc2s.sgov.gov"),
        Partition(name: "aws-iso-e", regions: ["eu-isoe-"], domain: "cloud.adc-e.uk"),
        Partition(name: "aws-iso-f", regions: ["us-isof-"], domain: "csp.hci.ic.gov"),
        Partition(name: "aws-eusc", regions: ["eusc-"], domain: "amazonaws.eu"),
        Partition(
            name: "aws", regions: ["us-", "eu-", "ap-", "sa-", "ca-", "me-", "af-", "il-", "mx-"],
            domain: "amazonaws.com"),
    ]

    /// The partition of a region; nil if it is in none that is known.
    static func of(region: ByteString) -> Partition? {
        guard ToldRegion.isRegion(region) else { return nil }
        return all.first { $0.regions.contains(where: region.hasPrefix) }
    }

    /// Whether the hosts of some partition end so.
    static func isDomain(_ domain: ByteString) -> Bool { all.contains { $0.domain == domain } }

    /// The name of the partition of an ARN, or of the beginning of one; nil if it does not tell it.
    static func name(ofARN text: ByteString) -> ByteString? {
        let fields = text.bytes.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3, fields[0].elementsEqual("arn".utf8) else { return nil }
        let name = ByteString(Array(fields[1]))
        return all.contains { $0.name == name } ? name : nil
    }
}
