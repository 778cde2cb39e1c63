/// One thing that a rule has to say about an artifact.
public struct Finding: Hashable, Sendable {
    /// The id of the rule.
    public var rule: String
    /// How much it matters.
    public var severity: Severity
    /// What is wrong, safe to show.
    public var message: String
    /// Where.
    public var location: Location
    /// How many times it occurs, or how many things it covers, where that is more than the location tells.
    public var count: Int?
    /// The place in the archive file, or in the request, in bytes from its start.
    public var byteOffset: Int64?
    /// Other places that have to do with it.
    public var related: [Location]
    /// What to do about it.
    public var help: String

    package init(
        _ rule: Rule, _ message: String, at location: Location = Location(), count: Int? = nil,
        byteOffset: Int64? = nil,
        related: [Location] = [], help: String? = nil
    ) {
        self.rule = rule.id
        self.severity = rule.severity
        self.message = message
        self.location = location
        self.count = count
        self.byteOffset = byteOffset
        self.related = related
        self.help = help ?? rule.remedy
    }
}

extension Finding: Comparable {
    /// The order of reports: severity, rule, path, key, message. What is left equal is ordered by member, offset and JSON path.
    public static func < (left: Finding, right: Finding) -> Bool {
        if left.severity != right.severity { return left.severity < right.severity }
        if left.rule != right.rule { return left.rule < right.rule }
        let names = [\Location.path, \Location.key]
        for name in names where left.location[keyPath: name] != right.location[keyPath: name] {
            return (left.location[keyPath: name] ?? "") < (right.location[keyPath: name] ?? "")
        }
        if left.message != right.message { return ByteString(left.message) < ByteString(right.message) }
        if left.location.member != right.location.member {
            return (left.location.member ?? "") < (right.location.member ?? "")
        }
        if left.byteOffset != right.byteOffset { return (left.byteOffset ?? 0) < (right.byteOffset ?? 0) }
        return ByteString(left.location.jsonPath ?? "") < ByteString(right.location.jsonPath ?? "")
    }
}
