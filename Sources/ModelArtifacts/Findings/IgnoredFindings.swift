/// Findings that somebody decided not to hear of: all of a rule, or those at certain paths.
public struct IgnoredFindings: Hashable, Sendable {
    /// The id of the rule.
    public var rule: String
    /// Where; everywhere if there are none.
    public var paths: [Glob]
    /// Why, in the words of whoever decided.
    public var reason: String

    /// Joins the rule, the places and the reason.
    public init(rule: String, paths: [Glob] = [], reason: String) {
        self.rule = rule
        self.paths = paths
        self.reason = reason
    }

    /// Whether a finding is one of them.
    ///
    /// A path may be written as it is below the model directory, as `--exclude` takes it, or in full; keys and member names
    /// count as well. A finding about nothing that has a name is at no path.
    package func contains(_ finding: Finding) -> Bool {
        guard finding.rule == rule else { return false }
        guard !paths.isEmpty else { return true }
        let names = Self.names(of: finding.location)
        return paths.contains { glob in names.contains(where: glob.matches) }
    }

    private static func names(of location: Location) -> [ByteString] {
        var names = [location.path, location.key, location.member].compactMap(\.self)
        if let below = location.path.flatMap(ModelDirectory.path(below:)) { names.append(below) }
        return names
    }
}
