/// The parts that AWS consists of: each has domains of its own, and credentials that are known nowhere else.
///
/// Source: `partitions.json` of the endpoint rules that the SDKs share, https://github.com/boto/botocore, `botocore/data`.
package struct Partition: Hashable, Sendable {
    /// The domain of the services.
    package let domain: String

    private static let prefixes: [(prefix: String, domain: String)] = [
        ("cn-", "amazonaws.com.cn"), ("us-iso-", "c2s.ic.gov"), ("us-isob-", "sc2s.sgov.gov"),
        ("eu-isoe-", "cloud.adc-e.uk"), ("us-isof-", "csp.hci.ic.gov"), ("eusc-", "amazonaws.eu"),
    ]

    /// That of a region.
    package init(region: String) {
        domain = Self.prefixes.first { region.hasPrefix($0.prefix) }?.domain ?? "amazonaws.com"
    }

    /// Whether a text can be the name of a region, and so a part of the name of a host.
    package static func isRegion(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 63 && text.first != "-" && text.last != "-"
            && text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || $0 == UInt8(ascii: "-")
            }
    }
}
