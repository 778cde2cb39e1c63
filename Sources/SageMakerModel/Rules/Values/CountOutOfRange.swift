import ModelArtifacts

/// Finds a list or map with more or fewer elements than the API takes.
enum CountOutOfRange {
    static let rule = Rule(
        "request-count-out-of-range", .error, "a list or map has more or fewer elements than the API takes",
        explanation: """
            The service model bounds every list: at most 15 containers, 5 additional model data sources, 50 tags, 100 \
            environment variables, 1 to 5 security groups, 1 to 16 subnets. boto3 checks none of it, so the request fails \
            when it arrives.
            """,
        remedy: "leave elements out, or add some, until the number is in the range",
        example: Rule.Example(
            bad: #"{"VpcConfig": {"SecurityGroupIds": [], "Subnets": ["subnet-0a1b2c3d"]}}"#,
            good: #"{"VpcConfig": {"SecurityGroupIds": ["sg-0b2c3d4e"], "Subnets": ["subnet-0a1b2c3d"]}}"#),
        source: RequestSource.createModel)

    static func check(
        _ value: RequestValue, count: Int, allowed: ClosedRange<Int>, _ noun: String, _ context: RequestContext
    ) {
        guard !allowed.contains(count) else { return }
        context.report(
            rule,
            "\(Plural.count(count, noun).replacingEntries), and the API takes "
                + (allowed.upperBound == .max
                    ? "at least \(allowed.lowerBound)" : "\(allowed.lowerBound) to \(allowed.upperBound)"),
            at: value)
    }
}

extension String {
    /// "entries" for "entrys".
    fileprivate var replacingEntries: String { hasSuffix("entrys") ? String(dropLast(2)) + "ies" : self }
}
